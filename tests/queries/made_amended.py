"""An agreed plan of two rows for tests, and how it is amended through ``perform``."""

from datetime import date, datetime
from typing import Any

from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import Changes
from tests.queries.made_record import agree, do, open_cycle, place
from tests.rules import made_amendments
from tests.rules.made_amendments import DECISION, INSTRUCTION

AGREED_ON = date(2024, 12, 2)
NOTE = Changes(note_kk="Сапарға", note_ru="К визиту")


def december(day: int) -> date:
    """Return a day of December 2024."""
    return date(2024, 12, day)


def came(day: int) -> datetime:
    """Return a morning of December 2024 in Astana."""
    return datetime(2024, 12, day, 10, tzinfo=ASTANA)


def agreed_plan() -> None:
    """Agree a current plan with the rows C-1 and C-2; it is revision 1."""
    open_cycle()
    place("C-1")
    place("C-2")
    agree()


def instruct(number: str, on: int, **changes: Any) -> None:
    """Record an instruction that nobody asked for."""
    given = {"number": number, "on": december(on), "dossiers": ()} | changes
    do(made_amendments.record_instruction(**given))


def decide(number: str, on: int, consented_on: int | None) -> None:
    """Record a decision of the Commission, and the consent to it if there is one."""
    do(made_amendments.decide(number=number, on=december(on)))
    if consented_on is not None:
        do(
            made_amendments.record_consent(
                decision=number, number=f"{number}-c", on=december(consented_on)
            )
        )


def stage(number: str, on: int, **changes: Any) -> int:
    """Stage a change of C-1 under an instruction, if nothing else is said."""
    given = {
        "route": INSTRUCTION,
        "ground": number,
        "key": "C-1",
        "on": december(on),
        "changes": NOTE,
    }
    return do(made_amendments.amend_row(**(given | changes)))


def add(number: str, on: int, key: str, **changes: Any) -> int:
    """Stage a new row under an instruction, if nothing else is said."""
    given = {"route": INSTRUCTION, "ground": number, "key": key, "on": december(on)}
    return do(made_amendments.add_row(**(given | changes)))


def remove(number: str, on: int, key: str = "C-1", **changes: Any) -> int:
    """Stage the removal of a row under an instruction, if nothing else is said."""
    given = {"route": INSTRUCTION, "ground": number, "key": key, "on": december(on)}
    return do(made_amendments.remove_row(**(given | changes)))


def make(number: str, on: int, **changes: Any) -> int:
    """Make the revision of an instruction, if nothing else is said."""
    given = {"route": INSTRUCTION, "ground": number, "on": december(on)}
    return do(made_amendments.make_revision(**(given | changes)))


def decided(number: str) -> dict[str, Any]:
    """Return what names a decision as the ground."""
    return {"route": DECISION, "ground": number}
