"""Conditions that the two registers share."""

from jospar.rules.core.act import Unmet, _, condition, unmet

from .facts import RegisterFacts


@condition(
    "record.key",
    _("An entry with this key is in the register already."),
    _("Give the entry a key of its own."),
)
def not_registered(facts: RegisterFacts) -> Unmet | None:
    """A key stands for one entry of the register."""
    return unmet() if facts.is_registered else None
