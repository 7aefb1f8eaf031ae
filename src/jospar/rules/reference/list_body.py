"""A central state body is listed for the cycle."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet

from .effects import BodyListed
from .facts import ListBody, ListFacts


@check(
    "record.key",
    _("The body “{code}” is listed already."),
    _("Give each body a code of its own."),
)
def not_listed(facts: ListFacts, filing: ListBody) -> Iterator[Unmet]:
    """A code stands for one body."""
    if filing.code in facts.codes:
        yield unmet("code", code=filing.code)


@check(
    "record.key",
    _("The code “{code}” belongs to a recipient of every plan."),
    _("Give the body another code."),
)
def not_a_standing_recipient(facts: ListFacts, filing: ListBody) -> Iterator[Unmet]:
    """A body's code is not that of a recipient that the Rules name."""
    if filing.code in facts.case.ruleset.recipients.always:
        yield unmet("code", code=filing.code)


@act(
    "reference.list_body",
    "record.reference",
    filing=ListBody,
    requirements=(not_listed, not_a_standing_recipient),
)
def list_body(facts: ListFacts, filing: ListBody) -> tuple[BodyListed, ...]:
    """The body takes part in the cycle, last in the official order so far."""
    return (
        BodyListed(
            code=filing.code,
            name=filing.name,
            name_en=filing.name_en,
            answers=filing.answers,
            position=len(facts.codes) + 1,
        ),
    )
