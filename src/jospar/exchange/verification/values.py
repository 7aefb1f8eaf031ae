"""What is found where a file and a revision of a plan do not say alike."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jospar.exchange.annexes.comparison import Difference, Kind
from jospar.exchange.annexes.values import Doubt, Place
from jospar.rules.core.sentences import ToldError
from jospar.rules.core.titles import WordChange, compare_words

from .letters import LetterPair, alike_letters


class VerificationError(ToldError):
    """A file that cannot be checked, with the cure."""


class FileKind(StrEnum):
    """The kinds of files that Jospar writes plans in."""

    PDF = "pdf"
    DOCX = "docx"
    XLSX = "xlsx"
    JSON = "json"
    XML = "xml"


class Part(StrEnum):
    """What differs."""

    CLAIM = "claim"
    """The file says another fingerprint than what it holds gives."""
    PLAN = "plan"
    """The kind of the plan, its years, its ruleset or the order of its rows."""
    LANGUAGE = "language"
    """The plan in a language is missing."""
    TITLE = "title"
    COLUMN = "column"
    HEADING = "heading"
    MISSING = "missing"
    ADDED = "added"
    GROUND = "ground"
    """The ground of the amendment that made the revision."""
    GROUP = "group"
    KEY = "key"
    """The key of a row's concept, or the code of its body: what people do not see."""
    CELL = "cell"
    SIGNS = "signs"
    """A cell differs in blanks, quotes and dashes alone."""
    OUTSIDE = "outside"
    """Text of a document that does not stand in its table."""
    HIDDEN = "hidden"
    """Text that a document holds and does not show."""
    DOUBT = "doubt"
    """How a table was made: something is struck out, merged, in a box."""


_PARTS: Mapping[Kind, Part] = {
    Kind.MISSING: Part.MISSING,
    Kind.ADDED: Part.ADDED,
    Kind.GROUP: Part.GROUP,
    Kind.WORDS: Part.CELL,
    Kind.SIGNS: Part.SIGNS,
}


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a file departs from a revision: what ``was`` in it, what is ``now``.

    ``number`` is the row's in the revision, 0 where it is about none; what is new has
    its ``place`` in the file. ``concept`` is the key behind the row of the revision,
    ``field`` the column, ``language`` "" for both.
    """

    part: Part
    language: str = ""
    number: int = 0
    concept: str = ""
    field: str = ""
    was: str = ""
    now: str = ""
    place: Place | None = None
    doubt: Doubt | None = None

    @property
    def words(self) -> list[WordChange]:
        """Which words of the revision went, and which came."""
        return compare_words(self.was, self.now)

    @property
    def letters(self) -> list[LetterPair]:
        """Letters that only look like those of the revision."""
        return alike_letters(self.was, self.now)


def departure(found: Difference, language: str) -> Departure:
    """Return a difference of an annex table in ``language`` as a departure."""
    return Departure(
        part=_PARTS[found.kind],
        language=language,
        number=found.number,
        concept=found.concept,
        field=found.field,
        was=found.revision,
        now=found.original,
        place=found.place,
    )
