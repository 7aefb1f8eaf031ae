"""The stages of carrying out, and which of them comes before which."""

from jospar.rules.core.nouns import ProgressStage

BESIDE = frozenset({ProgressStage.POSTPONED, ProgressStage.DROPPED})
"""Stages that stand beside the way."""
WAY = tuple(stage for stage in ProgressStage if stage not in BESIDE)
"""The stages of the way, in their order."""
AFTER_SIGNING = WAY[WAY.index(ProgressStage.SIGNED) + 1 :]


def has_reached(stage: ProgressStage, other: ProgressStage) -> bool:
    """Tell whether a row at ``stage`` has ``other`` behind it, or stands there."""
    return stage in WAY and WAY.index(stage) >= WAY.index(other)


def goes_back(before: ProgressStage, after: ProgressStage) -> bool:
    """Tell whether a row that was at ``before`` would fall back to ``after``.

    What was postponed goes on wherever it goes on; what was dropped, or is signed
    already, is not taken up or dropped any more.
    """
    if before is ProgressStage.DROPPED:
        return after is not ProgressStage.DROPPED
    if ProgressStage.POSTPONED in {before, after}:
        return False
    if after is ProgressStage.DROPPED:
        return has_reached(before, ProgressStage.SIGNED)
    return WAY.index(after) < WAY.index(before)
