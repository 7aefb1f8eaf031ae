"""A body reports how a row is carried out."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.nouns import ProgressStage

from .conditions import answers_for_row, plan_agreed, row_not_removed
from .effects import RowReported
from .facts import Report, RowFacts
from .stages import AFTER_SIGNING, BESIDE, goes_back


@check(
    "control.general",
    _("A signing is recorded with its place and with who signed."),
    _("Record the signing itself; a report may follow it."),
)
def signing_stands_apart(facts: RowFacts, filing: Report) -> Iterator[Unmet]:
    """A signing is no stage that a report alone moves a row to."""
    if filing.stage is ProgressStage.SIGNED:
        yield unmet("stage")


@check(
    "control.general",
    _("The day {reached_on} is given, and no stage."),
    _("Choose the stage, or leave the day empty where nothing changed."),
)
def day_is_of_a_stage(facts: RowFacts, filing: Report) -> Iterator[Unmet]:
    """A day on which something was reached says what was."""
    if filing.stage is None and filing.reached_on is not None:
        yield unmet("stage", reached_on=filing.reached_on)


@check(
    "control.general",
    _("The row goes back from “{before}” to “{after}”."),
    _("Check the stage; if it is right, say in the note what happened."),
)
def goes_forward(facts: RowFacts, filing: Report) -> Iterator[Unmet]:
    """A row goes forward on its way."""
    if filing.stage is not None and goes_back(facts.stage, filing.stage):
        yield unmet("stage", before=facts.stage, after=filing.stage)


@check(
    "control.general",
    _("The stage is said to be reached on {reached_on}, after the report of {on}."),
    _("Correct the day: what is yet to come is planned, not reported."),
    mend=True,
)
def reached_by_report(facts: RowFacts, filing: Report) -> Iterator[Unmet]:
    """What is reported was reached by the day of the report."""
    if filing.reached_on is not None and filing.reached_on > filing.on:
        yield unmet("reached_on", reached_on=filing.reached_on, on=filing.on)


@check(
    "control.general",
    _("The row is “{stage}”, and nothing says why."),
    _("Write the reason in the note."),
    mend=True,
)
def says_why_not(facts: RowFacts, filing: Report) -> Iterator[Unmet]:
    """What is postponed or dropped is so for a reason."""
    if filing.stage in BESIDE and not (filing.note.kk or filing.note.ru):
        yield unmet("note_kk", stage=filing.stage)


@check(
    "control.general",
    _("The row is “{stage}”, and its signing is not in the record."),
    _("Record the signing or joining too."),
)
def signed_before(facts: RowFacts, filing: Report) -> Iterator[Unmet]:
    """What follows the signing is reported of a treaty that was signed."""
    signed_on = facts.row.signed_on
    signed = signed_on is not None and signed_on <= facts.case.on
    if filing.stage in AFTER_SIGNING and not signed:
        yield unmet("stage", stage=filing.stage)


@act(
    "carrying_out.report",
    "control.general",
    filing=Report,
    records=True,
    conditions=(plan_agreed, answers_for_row),
    requirements=(signing_stands_apart, day_is_of_a_stage),
    cautions=(
        row_not_removed,
        goes_forward,
        reached_by_report,
        says_why_not,
        signed_before,
    ),
)
def report(facts: RowFacts, filing: Report) -> tuple[RowReported, ...]:
    """The row is at that stage, since the day of the report if no other is given."""
    reached_on = filing.reached_on
    if filing.stage is not None and reached_on is None:
        reached_on = filing.on
    return (
        RowReported(
            plan=filing.plan,
            key=filing.key,
            on=filing.on,
            document=filing.document,
            stage=filing.stage,
            reached_on=reached_on,
            note=filing.note,
        ),
    )
