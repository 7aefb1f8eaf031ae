"""A draft handed over: what it says fills in the concept that a dossier brings."""

from uuid import UUID

from jospar.rules.amendment.facts import BringConcept
from jospar.web.acts.attempt import Attempt
from jospar.web.models import Draft
from jospar.web.visitor import Seat

from .drafts import drafts_of
from .filing import typed_of
from .merging import text_of, texts_of

DRAFT = "draft"
"""How the address of the act's page names the draft."""


def draft_handed_over(seat: Seat, asked: str) -> Draft | None:
    """Return the draft that the address names, if it is the body's."""
    try:
        return drafts_of(seat.actor, seat.year).filter(uuid=UUID(asked)).first()
    except ValueError:
        return None


def offered_by_draft(seat: Seat, draft: Draft | None) -> dict[str, str]:
    """Return what the draft says, by the fields of the filing; nothing without one."""
    if draft is None:
        return {}
    typed = typed_of(texts_of(draft.fields), seat.actor, seat.year)
    return {
        name: text for name, text in typed.items() if name not in {"key", "received_at"}
    }


def drafts_for(attempt: Attempt) -> list[tuple[Draft, dict[str, str]]]:
    """Return the body's drafts that may fill in the form, with their titles."""
    if attempt.act.filing is not BringConcept:
        return []
    unfiled = drafts_of(attempt.seat.actor, attempt.seat.year).filter(filed=None)
    return [
        (one, {code: text_of(one.fields, f"title_{code}") for code in ("kk", "ru")})
        for one in unfiled.order_by("-updated_at", "uuid")
    ]
