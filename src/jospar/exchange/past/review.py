"""What a person reviews of a past plan: its rows as texts, and what is doubtful.

A review keeps whatever is typed, also what makes no sense yet; ``filing`` makes the act
of it once everything does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from jospar.rules.core.nouns import Level

CELLS = (
    "key",
    "level",
    "proposers",
    "title_kk",
    "title_ru",
    "conclude_from",
    "conclude_to",
    "procedure",
    "procedure_from",
    "procedure_to",
    "note_kk",
    "note_ru",
    "entry",
    "counterparties",
)
"""The cells of a row, as they are typed."""
HEAD = ("plan", "year", "ruleset", "on", "number", "only")
"""What is said of the plan itself."""
BODY = ("written", "code", "name_kk", "name_ru")
"""What is said of a body: how the plan writes it, its code and its names of then."""

QUIET = frozenset(
    {
        "heading_lines",
        "heading_again",
        "columns_order",
        "group_absent",
        "number_automatic",
        "languages_both",
        "body_former",
    }
)
"""Doubts that are told, and need nobody: nothing in the rows hangs on them."""


Shown = str | int | Mapping[str, str] | tuple[Mapping[str, str], ...]
"""What fills a sentence: a text, a number, a text by language, or several of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """A doubt as it is kept: its sentences with their values, and where it is.

    ``place`` is the table, the row and the sheet; ``language`` that of the table.
    """

    code: str
    message: str
    cure: str
    values: Mapping[str, Shown]
    field: str
    language: str
    place: tuple[int, int, str]

    @property
    def needs_person(self) -> bool:
        """Whether somebody has to look at it."""
        return self.code not in QUIET

    @property
    def shown(self) -> Mapping[str, object]:
        """What fills the sentences: a group of the form goes by its name."""
        return {
            name: Level(str(value)) if name == "level" else value
            for name, value in self.values.items()
        }


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row as it is typed: days as 2023-01-31, several bodies parted by semicolons.

    ``proposers`` are codes, or a body as the plan writes it where it is not known.
    ``read_kk`` and ``read_ru`` are the cells of the tables. ``accepted`` says that a
    person has looked at the doubts.
    """

    key: str = ""
    level: str = ""
    proposers: str = ""
    title_kk: str = ""
    title_ru: str = ""
    conclude_from: str = ""
    conclude_to: str = ""
    procedure: str = ""
    procedure_from: str = ""
    procedure_to: str = ""
    note_kk: str = ""
    note_ru: str = ""
    entry: str = "new"
    counterparties: str = ""
    accepted: bool = False
    read_kk: tuple[str, ...] = ()
    read_ru: tuple[str, ...] = ()
    doubts: tuple[Told, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether a doubt waits for somebody."""
        return not self.accepted and any(told.needs_person for told in self.doubts)


@dataclass(frozen=True, slots=True)
class ReviewBody:
    """A body as the plan writes it, which body that is, and its names of then."""

    written: str
    code: str = ""
    name_kk: str = ""
    name_ru: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A past plan under review; ``doubts`` are those of its whole documents."""

    plan: str = ""
    year: str = ""
    ruleset: str = ""
    on: str = ""
    number: str = ""
    only: str = ""
    titles: tuple[str, ...] = ()
    rows: tuple[ReviewRow, ...] = ()
    bodies: tuple[ReviewBody, ...] = ()
    doubts: tuple[Told, ...] = ()
    accepted: bool = False

    @property
    def open_rows(self) -> list[int]:
        """The places of rows with doubts that wait for somebody, from 0."""
        return [at for at, row in enumerate(self.rows) if row.is_open]

    @property
    def waits(self) -> bool:
        """Whether any doubt waits for somebody, of a row or of a document."""
        documents = not self.accepted and any(one.needs_person for one in self.doubts)
        return documents or any(row.is_open for row in self.rows)

    def all_accepted(self) -> "Review":
        """Return the review with everything looked at."""
        rows = tuple(replace(row, accepted=True) for row in self.rows)
        return replace(self, accepted=True, rows=rows)


def exchanged(review: Review, one: int, other: int, language: str) -> Review:
    """Return the review with what two rows say in ``language`` exchanged.

    A row that has nothing left is taken out: so two halves of a row come together.
    """
    rows = list(review.rows)
    names = (f"title_{language}", f"note_{language}", f"read_{language}")
    first = {name: getattr(rows[one], name) for name in names}
    second = {name: getattr(rows[other], name) for name in names}
    rows[one] = replace(rows[one], **second)
    rows[other] = replace(rows[other], **first)
    return replace(review, rows=tuple(row for row in rows if _says(row)))


def without(review: Review, place: int) -> Review:
    """Return the review without the row at ``place``."""
    rows = review.rows[:place] + review.rows[place + 1 :]
    return replace(review, rows=rows)


def with_row(review: Review, place: int) -> Review:
    """Return the review with an empty row before ``place``."""
    keys = {row.key for row in review.rows}
    number = len(review.rows) + 1
    while f"P-{number}" in keys:
        number += 1
    rows = (*review.rows[:place], ReviewRow(f"P-{number}"), *review.rows[place:])
    return replace(review, rows=rows)


def _says(row: ReviewRow) -> bool:
    return bool(row.title_kk or row.title_ru or row.read_kk or row.read_ru)
