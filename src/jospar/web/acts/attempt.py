"""An act that a person is about to perform at a desk: asked about, then performed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from jospar.procedure.perform import Order, Performed, assess, perform, why_not
from jospar.rules.core.act import Act, Objection, Verdict
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.files import FileRef
from jospar.rules.core.further import FURTHER, cells_of
from jospar.rules.core.further import Field as FurtherField
from jospar.rules.core.nouns import Keyed
from jospar.rules.core.offices import OF_ONE_BODY, OF_PAST_DAYS
from jospar.rules.reference.facts import OpenCycle, SetCalendar
from jospar.web.visitor import Seat

from .fields import fields_of
from .reading import Reading, as_typed, blank, read

OWN_BODY = frozenset({"body", "recipient"})
"""Fields that an office of one body fills with that body, and with no other."""
DAYS = frozenset({"on", "received_at"})
"""Fields that say the day of effect; who records no past days leaves them alone."""
KEYED = {noun.value: "key" for noun in Keyed}
"""The fields that name records which objections call by their nouns."""
PAPERS = ("document", "number")
"""Fields of a filing that name the paper which proves a past day."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a person typed for an act, completed by what the desk knows.

    ``offered`` is what the record says already; what is typed comes before it.
    ``proof`` is the number of the paper that proves a past day, for acts that have
    none of their own; ``files`` came with the act, and are kept already.
    """

    act: Act[Any, Any]
    seat: Seat
    typed: Mapping[str, str]
    act_id: UUID
    offered: Mapping[str, str] = field(default_factory=dict)
    acknowledged: Collection[str] = ()
    proof: str = ""
    files: tuple[FileRef, ...] = ()
    known: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        """Complete what was typed."""
        names = {part.name for part in fields_of(self.act.filing)}
        names |= {f"{FURTHER}{cell}" for cell in cells_of(self.further_fields)}
        fixed = {name: value for name, value in self._fixed().items() if name in names}
        offered = {
            name: value for name, value in self._offered().items() if name in names
        }
        object.__setattr__(self, "known", offered | dict(self.typed) | fixed)

    @property
    def automatic(self) -> frozenset[str]:
        """The names of the fields that the desk fills in by itself."""
        return frozenset(self._fixed())

    @property
    def further_fields(self) -> tuple[FurtherField, ...]:
        """What the ruleset asks for beside the fields of the filing."""
        if all(part.name != "further" for part in fields(self.act.filing)):
            return ()
        return tuple(self.seat.ruleset.fields.values())

    @property
    def takes_files(self) -> bool:
        """Whether the act records a paper, whose scan may come with it."""
        names = {part.name for part in fields_of(self.act.filing)}
        return not names.isdisjoint(PAPERS)

    def read(self) -> Reading:
        """Return the filing that was typed, or its faults."""
        reading = read(self.act.filing, self.known)
        if not self.further_fields or reading.filing is None:
            return reading
        return Reading(replace(reading.filing, further=self._further()), {})

    def why_not(self) -> tuple[Objection, ...]:
        """Return what refuses the act whatever is filled in."""
        order = self.order(blank(self.act.filing, self.known))
        return tuple(
            objection
            for objection in why_not(order, self.seat.visitor.clock)
            # What is still to be typed is not in the record for that reason.
            if objection.code != "in_the_record"
            or self.known.get(KEYED.get(objection.field, objection.field))
        )

    def assess(self, filing: object) -> Verdict:
        """Return what speaks against the filing."""
        return assess(self.order(filing), self.seat.visitor.clock)

    def perform(self, filing: object) -> Performed:
        """Perform the act.

        Raises:
            ActRefusedError: with every reason.
            ActIdTakenError: when the form was sent before with other words.
        """
        return perform(self.order(filing), self.seat.visitor.clock)

    def order(self, filing: object) -> Order:
        """Return the order that the filing becomes at this seat."""
        return Order(
            act_id=self.act_id,
            filing=filing,
            year=self.seat.year,
            on=self._day(filing),
            actor=self.seat.actor,
            ruleset=self.seat.ruleset,
            document=self._document(filing),
            acknowledged=self.acknowledged,
            files=self.files,
        )

    def _further(self) -> dict[str, str]:
        """Return the further fields that were filled in, by their cells."""
        typed = {
            cell: self.known.get(f"{FURTHER}{cell}", "").strip()
            for cell in cells_of(self.further_fields)
        }
        return {cell: text for cell, text in typed.items() if text}

    def _day(self, filing: object) -> date:
        received_at: datetime | None = getattr(filing, "received_at", None)
        if received_at is not None:
            return day_in_astana(received_at)
        on: date = getattr(filing, "on", self.seat.visitor.today)
        return on

    def _document(self, filing: object) -> str:
        for name in PAPERS:
            if number := getattr(filing, name, ""):
                return str(number)
        return self.proof

    def _fixed(self) -> dict[str, str]:
        """Return what the person has no say in."""
        fixed: dict[str, str] = {}
        if self.seat.actor.office not in OF_PAST_DAYS:
            fixed |= self._now()
        if self.act.filing is OpenCycle:
            fixed |= {"year": str(self.seat.year), "ruleset": self.seat.ruleset.code}
        if self.act.filing is SetCalendar:
            fixed["edition"] = self.typed.get("edition", "")
        if self.seat.actor.office in OF_ONE_BODY:
            fixed |= dict.fromkeys(OWN_BODY, self.seat.actor.body)
        return fixed

    def _offered(self) -> dict[str, str]:
        """Return what stands in the form until the person types something else."""
        name = self.seat.visitor.person.name if self.seat.visitor.person else ""
        known = self._now() | {"signed_by": name}
        if self.seat.actor.office in OF_ONE_BODY:
            known["proposers"] = self.seat.actor.body
        return known | dict(self.offered)

    def _now(self) -> dict[str, str]:
        return {
            "on": as_typed(self.seat.visitor.today),
            "received_at": as_typed(self.seat.visitor.clock.now()),
        }
