"""The same act on many things: each is performed, or refused, on its own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from jospar.procedure.perform import ActIdTakenError, ActRefusedError
from jospar.rules.core.act import Objection

from .attempt import Attempt


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one of them: the number of its entry, or what spoke against it.

    ``faults`` are keys of texts by the names of fields that could not be read.
    """

    attempt: Attempt
    number: int | None = None
    faults: Mapping[str, str] = field(default_factory=dict)
    objections: tuple[Objection, ...] = ()


def perform_many(attempts: Iterable[Attempt]) -> list[Result]:
    """Perform the attempts in their order; one that is refused stops no other."""
    return [_perform(attempt) for attempt in attempts]


def _perform(attempt: Attempt) -> Result:
    reading = attempt.read()
    if reading.filing is None:
        return Result(attempt, faults=reading.faults)
    try:
        return Result(attempt, attempt.perform(reading.filing).number)
    except ActIdTakenError as error:
        return Result(attempt, error.number)
    except ActRefusedError as error:
        return Result(attempt, objections=error.objections)
