"""A body takes over from another one."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, condition, unmet

from .effects import BodySucceeded
from .facts import SucceedBody, SuccessionFacts


@condition(
    "bodies.succession",
    _("The body “{body}” has had “{successor}” for a successor since {since}."),
    _("Let the successor be succeeded, if that is what happened."),
)
def not_succeeded_before(facts: SuccessionFacts) -> Unmet | None:
    """A body is succeeded once."""
    if facts.succeeded_by is None or facts.since is None:
        return None
    return unmet(body=facts.body, successor=facts.succeeded_by, since=facts.since)


@check(
    "bodies.succession",
    _("The body “{successor}” is itself succeeded by “{body}”."),
    _("Name the body that answers now."),
)
def succession_ends(facts: SuccessionFacts, filing: SucceedBody) -> Iterator[Unmet]:
    """A body does not take over from itself, in however many steps."""
    if facts.answers_in_the_end == filing.body:
        yield unmet("successor", successor=filing.successor, body=filing.body)


@act(
    "reference.succeed_body",
    "bodies.succession",
    filing=SucceedBody,
    conditions=(not_succeeded_before,),
    requirements=(succession_ends,),
)
def succeed_body(
    facts: SuccessionFacts, filing: SucceedBody
) -> tuple[BodySucceeded, ...]:
    """The successor answers for the rows; plans print what was agreed."""
    return (
        BodySucceeded(
            body=filing.body,
            successor=filing.successor,
            on=filing.on,
            document=filing.document,
        ),
    )
