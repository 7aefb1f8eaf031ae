"""Talks changed the name of a treaty."""

from collections.abc import Iterator
from dataclasses import replace

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet
from jospar.rules.core.wordings import title_disagreements

from .conditions import (
    name_differs_in_both,
    name_in_both_languages,
    name_is_another,
    plan_agreed,
    reason_in_both_languages,
    row_stands,
)
from .effects import NameRecorded
from .facts import RecordName, RowFacts


@condition(
    "names.change",
    _("The treaty was signed on {signed_on}; talks no longer change its name."),
    _("Correct the name on its own ground, if it is wrong."),
)
def talks_go_on(facts: RowFacts) -> Unmet | None:
    """Talks change a name until the treaty is signed."""
    signed_on = facts.row.signed_on
    if signed_on is None or signed_on > facts.case.on:
        return None
    return unmet(signed_on=signed_on)


@check(
    "names.change",
    _("A change of principle is not a matter of the name: the plan itself changes."),
    _("Have the plan amended, on an instruction or by the Commission’s decision."),
)
def not_of_principle(facts: RowFacts, filing: RecordName) -> Iterator[Unmet]:
    """A change of principle needs an amendment of the plan."""
    if filing.of_principle:
        yield unmet("of_principle")


@check(
    "titles.grammar",
    _("The names and the level disagree: “{kk}”, “{ru}”."),
    _("Compare the kind of document, the parties and in whose name it is concluded."),
)
def name_agrees(facts: RowFacts, filing: RecordName) -> Iterator[Unmet]:
    """The new name agrees with the other language and with the level."""
    for found in title_disagreements(replace(facts.row.wording, title=filing.name)):
        yield replace(found, field=found.field.replace("title", "name"))


@act(
    "carrying_out.record_name",
    "names.change",
    filing=RecordName,
    conditions=(plan_agreed, row_stands, talks_go_on),
    requirements=(
        not_of_principle,
        name_in_both_languages,
        name_is_another,
        reason_in_both_languages,
    ),
    cautions=(name_differs_in_both, name_agrees),
)
def record_name(facts: RowFacts, filing: RecordName) -> tuple[NameRecorded, ...]:
    """The treaty has a present name beside the agreed one, which the row keeps."""
    return (
        NameRecorded(
            plan=filing.plan,
            key=filing.key,
            on=filing.on,
            name=filing.name,
            ground=None,
            from_side=filing.from_side,
            judged_by=filing.judged_by,
            document=filing.document,
            reason=filing.reason,
        ),
    )
