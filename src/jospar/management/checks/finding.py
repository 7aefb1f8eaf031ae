"""What a check finds wrong with an installation, and how it is mended."""

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
    """One thing that was found: a sentence, and a sentence of what would mend it.

    Attributes:
        message: the English sentence with its placeholders, to be translated.
        cure: the same, of what helps.
        values: what fills both.
    """

    severity: Severity
    message: str
    cure: str
    values: Mapping[str, object]


def wrong(message: str, cure: str, **values: object) -> Finding:
    """Return a finding without which the installation does not do what it should."""
    return Finding(Severity.WRONG, message, cure, values)


def advice(message: str, cure: str, **values: object) -> Finding:
    """Return a finding that can wait, and should not on an installation in use."""
    return Finding(Severity.ADVICE, message, cure, values)
