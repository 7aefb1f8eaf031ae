"""The act that a reviewed plan makes, or what is still to be put right in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import (
    Entry,
    Language,
    Level,
    PlanKind,
    Procedure,
    Term,
    Text,
    Wording,
)
from jospar.rules.core.sentences import _
from jospar.rules.plans.facts import BringIn, BroughtBody, BroughtRow

from .review import Review, ReviewRow

_YEARS = range(1990, 2100)


@dataclass(frozen=True, slots=True)
class Fault:
    """What keeps the plan from being brought in; ``row`` is -1 for its head."""

    row: int
    cell: str
    message: str


_NO_PLAN = _("Say which of the two plans it is.")
_NO_YEAR = _("Write the year in which the plan was made, such as 2021.")
_NO_DAY = _("Write the day on which the plan was agreed.")
_NO_NUMBER = _("Write the number of the paper by which it was agreed.")
_NO_LANGUAGE = _("Say whether the plan is in both languages, or in which one.")
_NO_TITLE = _(
    "Write it from the document, or say that the plan exists in one language only."
)
_NO_LEVEL = _("Say in whose name the treaty is concluded.")
_NO_TERM = _("Write the first and the last day of the term, such as 2023-03-31.")
_NO_PROCEDURE = _("Say which domestic procedure is needed, or that none is.")
_ODD_DAY = _("This is no day; write it as 2023-03-31.")
_NO_BODY = _("Name the body that proposes the treaty.")
_UNKNOWN_BODY = _("Choose the body, or enter it with a code and the name that it had.")
_ODD_ENTRY = _("Say whether the treaty is new or is joined.")


def faults_of(review: Review) -> list[Fault]:
    """Return everything in the review that no act can be made of."""
    return [*_head_faults(review), *_row_faults(review), *_body_faults(review)]


def filing_of(review: Review) -> BringIn:
    """Return the act of a review without faults.

    Raises:
        ValueError: when it has faults.
    """
    codes = {body.written: body.code for body in review.bodies}
    bodies = {
        body.code: BroughtBody(body.code, Text(body.name_kk, body.name_ru))
        for body in review.bodies
    }
    return BringIn(
        plan=PlanKind(review.plan),
        on=date.fromisoformat(review.on),
        number=review.number,
        bodies=tuple(bodies.values()),
        rows=tuple(_row(row, codes) for row in review.rows),
        only=Language(review.only) if review.only else None,
    )


def day_typed(text: str) -> date | None:
    """Return the day that was typed, if it is one of our times."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return None
    return day if day.year in _YEARS else None


def year_typed(text: str) -> int | None:
    """Return the year that was typed, if it is one of our times."""
    known = text.isascii() and text.isdecimal() and len(text) == len("2021")
    return int(text) if known and int(text) in _YEARS else None


def codes_in(text: str) -> tuple[str, ...]:
    """Return what semicolons part."""
    return tuple(filter(None, (part.strip() for part in text.split(";"))))


def _head_faults(review: Review) -> Iterator[Fault]:
    if review.plan not in set(PlanKind):
        yield Fault(-1, "plan", _NO_PLAN)
    if year_typed(review.year) is None:
        yield Fault(-1, "year", _NO_YEAR)
    if day_typed(review.on) is None:
        yield Fault(-1, "on", _NO_DAY)
    if review.only not in {"", *FORM_LANGUAGES}:
        yield Fault(-1, "only", _NO_LANGUAGE)
    if not review.number:
        yield Fault(-1, "number", _NO_NUMBER)


def _row_faults(review: Review) -> Iterator[Fault]:
    for place, row in enumerate(review.rows):
        yield from _title_faults(review, place, row)
        if row.level not in set(Level):
            yield Fault(place, "level", _NO_LEVEL)
        if not codes_in(row.proposers):
            yield Fault(place, "proposers", _NO_BODY)
        if row.procedure not in set(Procedure):
            yield Fault(place, "procedure", _NO_PROCEDURE)
        if row.entry not in set(Entry):
            yield Fault(place, "entry", _ODD_ENTRY)
        for cell in ("conclude_from", "conclude_to"):
            if day_typed(getattr(row, cell)) is None:
                yield Fault(place, cell, _NO_TERM)
        for cell in ("procedure_from", "procedure_to"):
            if (text := getattr(row, cell)) and day_typed(text) is None:
                yield Fault(place, cell, _ODD_DAY)


def _title_faults(review: Review, place: int, row: ReviewRow) -> Iterator[Fault]:
    """Yield a fault for each language of the plan in which a row has no title."""
    for language in FORM_LANGUAGES:
        if review.only in {"", language} and not getattr(row, f"title_{language}"):
            yield Fault(place, f"title_{language}", _NO_TITLE)


def _body_faults(review: Review) -> Iterator[Fault]:
    known = {
        body.written
        for body in review.bodies
        if body.code and (body.name_kk or body.name_ru)
    }
    for place, row in enumerate(review.rows):
        if any(one not in known for one in codes_in(row.proposers)):
            yield Fault(place, "proposers", _UNKNOWN_BODY)


def _row(row: ReviewRow, codes: dict[str, str]) -> BroughtRow:
    bodies = (codes[one] for one in codes_in(row.proposers))
    return BroughtRow(
        key=row.key,
        proposers=tuple(dict.fromkeys(bodies)),
        wording=Wording(
            title=Text(row.title_kk, row.title_ru),
            purpose=Text(),
            note=Text(row.note_kk, row.note_ru),
            level=Level(row.level),
            conclude=Term(
                date.fromisoformat(row.conclude_from),
                date.fromisoformat(row.conclude_to),
            ),
            procedure=Procedure(row.procedure),
            procedure_from=day_typed(row.procedure_from),
            procedure_to=day_typed(row.procedure_to),
        ),
        entry=Entry(row.entry),
        counterparties=codes_in(row.counterparties),
    )
