"""The extract that tells a body what the Commission decided on its rows."""

from dataclasses import dataclass
from datetime import date

from jospar.rules.commission.facts import Outcome, RowOutcome
from jospar.rules.core.nouns import Level, Text

from .handled import Handled

_NO_TEXT = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractLine:
    """A row as it lay before the Commission, what was decided on it, and the remark.

    ``row`` is its number in the revision, ``concept`` the key of its concept and
    ``term`` its term as the form writes it. ``outcome`` is empty where a plan was
    returned and nothing said of the row. What the Commission changed stands in the
    fields that are filled in.
    """

    row: int
    concept: str
    title: Text
    term: Text
    outcome: RowOutcome | None = None
    remark: Text = _NO_TEXT
    new_title: Text = _NO_TEXT
    new_level: Level | None = None
    new_from: date | None = None
    new_to: date | None = None
    new_note: Text = _NO_TEXT
    procedure_from: date | None = None
    procedure_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolExtract(Handled):
    """The rows of one ``body`` in a decision, under the title of the ``plan``.

    ``number`` and ``day`` are those of the decision, ``revision`` what it was on.
    """

    number: str
    day: date
    plan: Text
    revision: int
    outcome: Outcome
    present: str = ""
    body: Text
    lines: tuple[ExtractLine, ...]
