"""A body reports that it has no proposals."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.deadlines import day_in_astana

from .effects import NoneReported
from .facts import FilingFacts, ReportNone


@check(
    "offices.table",
    _("The letter is not of the body “{body}”."),
    _("Report in the name of your own body."),
)
def own_letter(facts: FilingFacts, filing: ReportNone) -> Iterator[Unmet]:
    """An officer of a body reports for that body alone."""
    actor = facts.case.actor
    if not actor.acts_for(filing.body):
        yield unmet("body", body=actor.body)


@check(
    "proposals.none",
    _("Concepts of this body are in the record: {concepts}."),
    _("The concepts count; both papers stay in the record."),
)
def no_concept_stands(facts: FilingFacts, filing: ReportNone) -> Iterator[Unmet]:
    """A body that reports none has no concept that stands."""
    if facts.standing:
        yield unmet("body", concepts=facts.standing)


@act(
    "intake.report_none",
    "proposals.none",
    filing=ReportNone,
    records=True,
    requirements=(own_letter,),
    cautions=(no_concept_stands,),
)
def report_none(facts: FilingFacts, filing: ReportNone) -> tuple[NoneReported, ...]:
    """The body has answered, late or not."""
    return (
        NoneReported(
            body=filing.body,
            received_at=filing.received_at,
            received_on=day_in_astana(filing.received_at),
            document=filing.document,
        ),
    )
