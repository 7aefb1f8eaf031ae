"""A treaty was signed or joined."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.nouns import Language, ProgressStage, Text

from .conditions import answers_for_row, plan_agreed, row_not_removed
from .effects import TreatySigned
from .facts import RecordSigning, RowFacts


def _name(facts: RowFacts, filing: RecordSigning) -> Text:
    return Text(filing.name.kk or facts.name.kk, filing.name.ru or facts.name.ru)


@condition(
    "record.key",
    _("The signing on {signed_on} is in the record already."),
    _("Nothing is left to record; report what follows it."),
)
def not_signed_before(facts: RowFacts) -> Unmet | None:
    """The treaty of a row is signed once."""
    signed_on = facts.row.signed_on
    return None if signed_on is None else unmet(signed_on=signed_on)


@check(
    "control.general",
    _("Row “{concept}” was dropped before it was signed."),
    _("Check whether the paper is about this row."),
)
def not_dropped_before(facts: RowFacts, filing: RecordSigning) -> Iterator[Unmet]:
    """A treaty that was dropped is not signed."""
    if facts.stage is ProgressStage.DROPPED:
        yield unmet(concept=facts.row.key)


@check(
    "signing.early",
    _("The row’s term begins on {first_day}, and nobody put it forward for {year}."),
    _("Check the day, and whether the row was put forward."),
)
def put_forward_if_early(facts: RowFacts, filing: RecordSigning) -> Iterator[Unmet]:
    """What is signed before its term was put forward for that year."""
    first_day = facts.row.wording.conclude.first_day
    if filing.on < first_day and facts.put_forward_on is None:
        yield unmet("on", first_day=first_day, year=str(filing.on.year))


@check(
    "names.change",
    _("The name of the signed treaty is given in one language only."),
    _("Give it in both languages, or leave both empty if it is the present one."),
    mend=True,
)
def signed_name_whole(facts: RowFacts, filing: RecordSigning) -> Iterator[Unmet]:
    """The name under which a treaty is signed stands in both languages."""
    name = filing.name
    if bool(name.kk) != bool(name.ru):
        yield unmet(f"name_{Language.RU if name.kk else Language.KK}")


@check(
    "names.change",
    _("The treaty was signed under a name that is not its present one."),
    _("Record the change of the name, and whether it is one of principle."),
)
def signed_under_known_name(facts: RowFacts, filing: RecordSigning) -> Iterator[Unmet]:
    """What is signed is called as the plan or the talks called it."""
    known = (facts.name, facts.row.wording.title)
    if _name(facts, filing) not in known:
        yield unmet("name_kk")


@act(
    "carrying_out.record_signing",
    "control.general",
    filing=RecordSigning,
    also=("signing.early",),
    records=True,
    conditions=(plan_agreed, answers_for_row, not_signed_before),
    cautions=(
        row_not_removed,
        not_dropped_before,
        put_forward_if_early,
        signed_name_whole,
        signed_under_known_name,
    ),
)
def record_signing(facts: RowFacts, filing: RecordSigning) -> tuple[TreatySigned, ...]:
    """The treaty is signed; what follows are the domestic procedures."""
    return (
        TreatySigned(
            plan=filing.plan,
            key=filing.key,
            on=filing.on,
            place=filing.place,
            signatories=filing.signatories,
            name=_name(facts, filing),
            document=filing.document,
        ),
    )
