"""What a check finds wrong with an installation, why it matters, and what mends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jospar.rules.core.sentences import _


class Severity(StrEnum):
    """Whether the installation works, and something is better done; or it does not."""

    ADVICE = "advice"
    WRONG = "wrong"


SEVERITIES: Mapping[Severity, str] = {
    Severity.ADVICE: _("advice"),
    Severity.WRONG: _("wrong"),
}
"""What people call them."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was found, in three sentences.

    Attributes:
        message: the English sentence with its placeholders, to be translated.
        why: the same, of what comes of it.
        cure: the same, of what helps.
        values: what fills them.
    """

    severity: Severity
    message: str
    why: str
    cure: str
    values: Mapping[str, object]

    @property
    def sentences(self) -> tuple[str, str, str]:
        """What is wrong, why it matters, and how it is mended."""
        return self.message, self.why, self.cure


def wrong(message: str, why: str, cure: str, **values: object) -> Finding:
    """Return a finding without which the installation does not do what it should."""
    return Finding(Severity.WRONG, message, why, cure, values)


def advice(message: str, why: str, cure: str, **values: object) -> Finding:
    """Return a finding that can wait, and should not on an installation in use."""
    return Finding(Severity.ADVICE, message, why, cure, values)
