"""The Commission's decision row by row: one form, then an act for each row not kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from uuid import UUID, uuid5

from django.http import QueryDict

from jospar.queries.approved_plan import DecidableRow
from jospar.queries.commission import DecidedRow, DecisionLine
from jospar.rules.commission.decide import decide
from jospar.rules.commission.decide_row import decide_row
from jospar.rules.commission.facts import DecideRow, RowOutcome
from jospar.rules.core.nouns import PlanKind
from jospar.web.visitor import Seat

from .attempt import Attempt
from .form import ActForm, act_form
from .many import Result
from .reading import as_typed
from .scans import Scans


class Choice(StrEnum):
    """What is chosen for a row: a row may be kept with a remark."""

    KEEP = "keep"
    REMARK = "remark"
    CHANGE = "change"
    MOVE = "move"
    EXCLUDE = "exclude"

    @property
    def outcome(self) -> RowOutcome:
        """What was decided on the row."""
        return RowOutcome.KEEP if self is Choice.REMARK else RowOutcome(self.value)


_REMARK = frozenset({"remark_kk", "remark_ru"})
_CHANGES = frozenset({"title_kk", "title_ru", "note_kk", "note_ru", "level"}) | {
    f"{term}_{end}" for term in ("conclude", "procedure") for end in ("from", "to")
}
"""What a row of the form shows and the Commission may change; a purpose it does not."""
_FIELDS: Mapping[Choice, frozenset[str]] = {
    Choice.KEEP: frozenset(),
    Choice.REMARK: _REMARK,
    Choice.CHANGE: _REMARK | _CHANGES,
    Choice.MOVE: _REMARK | _CHANGES,
    Choice.EXCLUDE: _REMARK,
}


@dataclass(frozen=True, slots=True)
class RowForm:
    """A row with what was chosen for it; ``form`` is empty for a row that is kept.

    ``recorded`` is what stands in the record already; nothing more is asked then.
    """

    row: DecidableRow
    prefix: str
    choice: Choice
    form: ActForm | None
    recorded: DecidedRow | None


@dataclass(frozen=True, slots=True)
class DecisionForm:
    """The form as it was sent; ``decision`` stands in the record already, if any.

    Each act's id is made of the form's and of its row, so that sending twice is once.
    """

    seat: Seat
    kind: PlanKind
    sent: QueryDict
    form_id: UUID
    decision: DecisionLine | None
    scans: Scans

    def of_plan(self) -> Attempt:
        """Return the attempt at the decision on the plan."""
        names = ("on", "number", "outcome", "present")
        return Attempt(
            act=decide,
            seat=self.seat,
            typed=self._typed(names) | {"plan": self.kind.value},
            act_id=uuid5(self.form_id, "decision"),
            offered={"outcome": "approved"},
            files=self.scans.files,
        )

    def of_rows(self, rows: list[DecidableRow]) -> Iterator[tuple[int, Attempt]]:
        """Return an attempt for each row that is not simply kept, after its entry."""
        recorded = self.recorded()
        for row in rows:
            choice = self.choice(row)
            if choice is not Choice.KEEP and row.entry not in recorded:
                yield row.entry, self._of_row(row, choice)

    def choice(self, row: DecidableRow) -> Choice:
        """Return what was chosen for the row."""
        chosen = self.sent.get(f"{row.entry}.choice", "")
        return Choice(chosen) if chosen in set(Choice) else Choice.KEEP

    def recorded(self) -> dict[int, DecidedRow]:
        """Return the rows of the decision that stand in the record, by concepts."""
        rows = self.decision.rows if self.decision else ()
        return {row.concept: row for row in rows}

    def row_form(
        self, row: DecidableRow, result: Result | None, language: str
    ) -> RowForm:
        """Return the row as the page shows it, with the fields that its choice asks."""
        choice, prefix = self.choice(row), f"{row.entry}."
        recorded = self.recorded().get(row.entry)
        if choice is Choice.KEEP or recorded is not None:
            return RowForm(row, prefix, choice, None, recorded)
        result = result or Result(self._of_row(row, choice))
        form = act_form(
            result.attempt, language, faults=result.faults, objections=result.objections
        )
        fields = tuple(
            part for part in form.fields if part.field.name in _FIELDS[choice]
        )
        return RowForm(row, prefix, choice, replace(form, fields=fields), None)

    def _of_row(self, row: DecidableRow, choice: Choice) -> Attempt:
        prefix = f"{row.entry}."
        typed = {
            name: self.sent.get(prefix + name, "").strip() for name in _FIELDS[choice]
        }
        number, day = self._paper()
        return Attempt(
            act=decide_row,
            seat=self.seat,
            typed={name: text for name, text in typed.items() if text}
            | {
                "plan": self.kind.value,
                "decision": number,
                "on": day,
                "key": row.row.concept,
                "outcome": choice.outcome.value,
            },
            act_id=uuid5(self.form_id, row.row.concept),
            proof=number,
        )

    def _paper(self) -> tuple[str, str]:
        """Return the decision's number and day, recorded or typed."""
        if self.decision is not None:
            return self.decision.number, as_typed(self.decision.on)
        known = self.of_plan().known
        return known.get("number", ""), known.get("on", "")

    def _typed(self, names: tuple[str, ...]) -> dict[str, str]:
        return {
            name: self.sent.get(name, "").strip() for name in names if name in self.sent
        }


def filings_of(attempts: list[Attempt]) -> list[DecideRow]:
    """Return the filings of the attempts that can be read."""
    return [
        filing
        for attempt in attempts
        if isinstance(filing := attempt.read().filing, DecideRow)
    ]
