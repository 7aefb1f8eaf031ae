"""What ``evidence.json`` of an evidence file says, and how the files beside it lie."""

import re
from datetime import date
from typing import Annotated

import msgspec

from jospar.procedure.checkpoints import Checkpoint
from jospar.queries.evidence_subjects import SubjectKind

FORMAT = 1
EVIDENCE, RULESET = "evidence.json", "ruleset.toml"
LANGUAGES = ("kk", "ru", "en")
PAGES = {language: f"readme.{language}.html" for language in LANGUAGES}
"""The page for people, in each language."""
MOST_POINTS = 2
"""The last signed checkpoint, and the end of the journal."""
MOST_YEARS = 20
"""A calendar of more years was never needed."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\/\x00-\x1f]')
_Number = Annotated[int, msgspec.Meta(ge=1, le=2**53 - 1)]
_Year = Annotated[int, msgspec.Meta(ge=1900, le=9000)]
_Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the file is about; ``name`` is a key, the kind of a plan, or ""."""

    kind: SubjectKind
    year: _Year
    name: str


class Reader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """For whose eyes it was made."""

    office: str
    body: str


class Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """That an entry stands in the journal: its hash, and its path to a point's tree.

    ``parts`` are those that the file holds, none of an entry that is withheld; ``own``
    entries are of the subject, the others say what those refer to.
    """

    number: _Number
    hash: _Digest
    point: int
    path: tuple[_Digest, ...]
    parts: tuple[str, ...]
    own: bool


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper that came with an entry, or a revision of a plan that it fixed.

    ``position`` counts the papers of the entry; ``name`` is what people called it.
    """

    entry: _Number
    position: int
    name: str
    sha256: _Digest

    @property
    def path(self) -> str:
        """Where it lies in the file."""
        return f"papers/{self.entry}-{self.position}-{_FORBIDDEN.sub('_', self.name)}"


class RulesetUsed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The Rules that the cycle keeps to; their text lies beside."""

    code: str
    digest: _Digest


class CalendarUsed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The part of a calendar that days were counted with; see ``Calendar``."""

    edition: str
    first_year: _Year
    last_year: _Year
    known_years: tuple[int, ...]
    days_off: dict[date, str]
    working_weekends: tuple[date, ...]
    texts: dict[str, dict[str, str]]


class Met(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act by which a deadline was met, and whether in time."""

    entry: _Number
    on: date
    in_time: bool
    days_late: int


class Day(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A deadline with all that makes it that day; see the kernel's ``Deadline``.

    ``counted_from`` are the entries that set working days off.
    """

    provision: str
    counted_from: tuple[int, ...]
    start: date
    due: date
    outer: date
    late_after: date
    working_days: int
    before: bool
    first_counts: bool
    skipped: tuple[tuple[date, str], ...]
    known: bool
    met: tuple[Met, ...]


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of it. ``journal`` is the hash of the journal's first entry.

    ``points`` are signed checkpoints, or the end of the journal as it was, which bears
    no signature. ``calendar`` is None where no day was counted. ``official_use`` says
    that it told of a concept with that mark when it was made.
    """

    format: int
    version: str
    about: About
    decision: _Number
    reader: Reader
    official_use: bool
    journal: _Digest
    points: Annotated[tuple[Checkpoint, ...], msgspec.Meta(max_length=MOST_POINTS)]
    entries: tuple[Proof, ...]
    papers: tuple[Paper, ...]
    ruleset: RulesetUsed
    calendar: CalendarUsed | None
    days: tuple[Day, ...]

    def names(self) -> list[str]:
        """Return the names of all files, in the order in which they are packed."""
        entries = [
            entry_path(one.number, part)
            for one in self.entries
            if one.parts
            for part in ("header", *one.parts)
        ]
        papers = [paper.path for paper in self.papers]
        return [EVIDENCE, *sorted((*entries, *papers, RULESET, *PAGES.values()))]


def revision_name(plan: str, number: int | str) -> str:
    """Return what the content of a revision is called."""
    return f"plan-{plan}-{number}.json"


def entry_path(number: int, part: str) -> str:
    """Return where the exact text of a part of an entry lies."""
    return f"entries/{number}/{part}.json"
