"""A change that was staged under a ground is taken back."""

from jospar.rules.core.act import Unmet, _, act, condition, unmet

from .effects import ChangeDropped
from .facts import DropChange, StagedFacts


@condition(
    "record.day",
    _("The change was staged on {staged_on}, after {on}."),
    _("Correct the day."),
)
def follows_staging(facts: StagedFacts) -> Unmet | None:
    """What is taken back was staged."""
    if facts.staged_on <= facts.case.on:
        return None
    return unmet(staged_on=facts.staged_on, on=facts.case.on)


@act(
    "amendment.drop_change",
    "amendments.revision",
    filing=DropChange,
    conditions=(follows_staging,),
)
def drop_change(facts: StagedFacts, filing: DropChange) -> tuple[ChangeDropped, ...]:
    """The ground does not change the row any more, and may change it otherwise."""
    return (
        ChangeDropped(
            plan=filing.plan,
            route=filing.route,
            ground=filing.ground,
            key=filing.key,
        ),
    )
