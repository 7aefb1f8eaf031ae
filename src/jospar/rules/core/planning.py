"""Which acts make the plans of a year, and which follow when they are agreed."""

PLANNING = frozenset(
    {"intake", "review", "drafting", "commission", "agreement", "outbox"}
)
"""The parts of the Rules by which plans are made, until they are sent out."""
_AFTERWARDS_TOO = frozenset({"intake.mark_handling", "outbox.approve"})


def plans(code: str) -> bool:
    """Tell whether the act of that code belongs to the making of the plans.

    What is for official use is marked whenever it turns out, and letters are approved
    that send an amended plan.
    """
    return code.partition(".")[0] in PLANNING and code not in _AFTERWARDS_TOO
