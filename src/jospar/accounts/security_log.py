"""The security log: what befell accounts and doors, a line each, for who watches.

It is no part of the record. A line says what happened and to whom; the request it came
with, its address, and who was signed in stand beside, as in every other line. What is
secret is not among the values, so it cannot be written: no password, code or token.
"""

from enum import StrEnum
from typing import TypedDict, Unpack

import structlog
from prometheus_client import Counter

_LOG = structlog.stdlib.get_logger("jospar.security")

EVENTS = Counter(
    "jospar_security_events",
    "Lines of the security log since the start of this process.",
    ("event",),
    registry=None,
)


class Event(StrEnum):
    """What the security log knows; ``docs/administrators/watching.md`` explains it."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_IN_LOCKED = "sign_in_locked"
    SIGNED_OUT = "signed_out"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - a name, not a password
    PASSWORD_HANDED_OVER = "password_handed_over"  # noqa: S105 - the same
    SECOND_FACTOR_ADDED = "second_factor_added"
    SECOND_FACTOR_REMOVED = "second_factor_removed"
    SECOND_FACTOR_FAILED = "second_factor_failed"
    RECOVERY_CODES_MADE = "recovery_codes_made"
    RECOVERY_CODE_USED = "recovery_code_used"
    PROVIDER_LINKED = "provider_linked"
    PROVIDER_UNLINKED = "provider_unlinked"
    PROVIDER_REFUSED = "provider_refused"
    SESSIONS_ENDED = "sessions_ended"
    INVITED = "invited"
    INVITATION_USED = "invitation_used"
    INVITATION_REFUSED = "invitation_refused"
    ACCOUNT_MADE = "account_made"
    ACCOUNT_CLOSED = "account_closed"
    ACCOUNT_OPENED = "account_opened"
    LINK_MADE = "link_made"
    LINK_USED = "link_used"
    LINK_REFUSED = "link_refused"
    ACCESS_REFUSED = "access_refused"
    FORM_FORGED = "form_forged"
    UPLOAD_REFUSED = "upload_refused"
    REPAIRED = "repaired"


class Values(TypedDict, total=False):
    """What a line may say beside its event.

    Attributes:
        account: the code of whom it befell, where that is not who is signed in.
        how: by what: ``password``, ``totp``, ``passkey``, ``recovery_code``, the name
            of a provider.
        reason: why it was refused: the code of a sentence, never the sentence; of a
            repair what the administrator gave as its reason.
        number: of what it is about: an entry, a link, a person.
        count: of how many.
    """

    account: str
    how: str
    reason: str
    number: int
    count: int


def security(event: Event, **values: Unpack[Values]) -> None:
    """Write a line: ``security(Event.SECOND_FACTOR_ADDED, how="totp")``."""
    EVENTS.labels(event.value).inc()
    _LOG.info(event.value, **values)
