"""Which acts a desk offers on something: open ones, and why others are closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from jospar.rules.core.act import Act
from jospar.rules.registry import BY_CODE
from jospar.web.visitor import Seat

from .addresses import act_address
from .attempt import Attempt
from .form import Said, said_of

ON_CONCEPTS = (
    "intake.return_late",
    "intake.supplement_concept",
    "intake.withdraw_concept",
    "intake.mark_handling",
    "review.answer_clarification",
    "review.ask_opinion",
    "review.ask_clarification",
    "review.prepare_conclusion",
    "review.agree_conclusion",
    "review.conclude",
    "review.notify",
    "drafting.settle",
    "drafting.place",
    "drafting.move",
)
"""Acts on a concept of the record, in the order in which a desk offers them."""
ON_ROWS = (
    "carrying_out.report",
    "carrying_out.plan_stage",
    "carrying_out.put_forward",
    "carrying_out.record_signing",
    "carrying_out.record_name",
    "carrying_out.correct_name",
)
"""Acts on a row of an agreed plan, in the order in which they are offered."""
OF_TREATIES = ("treaty.link", "treaty.unlink", "treaty.tell_apart")
"""Acts that tell which concepts are of one treaty."""


@dataclass(frozen=True, slots=True)
class Offer:
    """An act with the address of its page, and what closes it: nothing when open."""

    code: str
    address: str
    closed_by: tuple[Said, ...]

    @property
    def text_key(self) -> str:
        """The last part of the keys of the act's texts."""
        return self.code.replace(".", "_")


def offers(
    seat: Seat,
    language: str,
    codes: Iterable[str],
    back: str = "",
    **known: str,
) -> list[Offer]:
    """Return what the seat's office may do of ``codes``; open acts come first.

    In a year that was brought in no acts are offered that would plan it.
    """
    found = [
        _offer(seat, language, BY_CODE[code], back, known)
        for code in codes
        if seat.actor.office in BY_CODE[code].by
    ]
    here = (offer for offer in found if not _is_of_planning(offer))
    return sorted(here, key=lambda offer: bool(offer.closed_by))


def _is_of_planning(offer: Offer) -> bool:
    return any(said.code == "planned_here" for said in offer.closed_by)


def _offer(
    seat: Seat,
    language: str,
    act: Act[Any, Any],
    back: str,
    known: dict[str, str],
) -> Offer:
    attempt = Attempt(act, seat, known, uuid4())
    return Offer(
        code=act.code,
        address=act_address(act.code, language, seat.year, back, **known),
        closed_by=tuple(
            said_of(objection, seat.ruleset, language)
            for objection in attempt.why_not()
        ),
    )
