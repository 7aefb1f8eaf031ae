"""Agreed plans of as many rows as are asked for, put there past ``perform``.

The cycle is opened through the journal; the rows have stood since the agreement and
were reported on, signed, put off and renamed since. Equal numbers give equal records.
"""

import csv
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random

from jospar.records.fields import plain, wording_columns
from jospar.records.models import (
    Concept,
    HandlingMark,
    Plan,
    PlannedStage,
    Progress,
    Proposer,
    PutForward,
    ReportRequest,
    Row,
    TreatyName,
)
from jospar.rules.carrying_out.stages import has_reached
from jospar.rules.core.nouns import (
    Level,
    PlanStage,
    Procedure,
    ProgressStage,
    Term,
    Text,
    Wording,
)
from tests.queries.made_record import do, open_cycle
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, YEAR

TODAY = date(2025, 9, 15)
"""A day on which the rows have gone through much."""
AGREED_ON = date(2024, 12, 2)
BODIES = {
    "trade": None,
    "energy": None,
    "culture": Text("Мәдениет және ақпарат министрлігі", "Министерство культуры"),
    "transport": Text("Көлік министрлігі", "Министерство транспорта"),
    "health": Text("Денсаулық сақтау министрлігі", "Министерство здравоохранения"),
    "justice": Text("Әділет министрлігі", "Министерство юстиции"),
    "finance": Text("Қаржы министрлігі", "Министерство финансов"),
    "ecology": Text(
        "Экология және табиғи ресурстар министрлігі",
        "Министерство экологии и природных ресурсов",
    ),
}
"""The bodies of the rows; the first two are of every made record."""
_FIRST = 10_000
"""The number of the first made entry: far above those of the journal."""
_TREATIES = Path(__file__).parents[1] / "data" / "treaties.csv"
_NOTE = Text("Тараптар мәтінді нақтылауда", "Стороны уточняют текст")
_ASKED = (date(2025, 1, 27), date(2025, 5, 5), date(2025, 7, 3))
_QUARTERS = {CURRENT: range(2025 * 4, 2026 * 4), LONG_TERM: range(2026 * 4, 2029 * 4)}


def many_rows(count: int) -> None:
    """Fill both plans with ``count`` rows, three in five of them in the current one."""
    open_cycle()
    for code, name in BODIES.items():
        if name is not None:
            do(made.list_body(code=code, name=name, name_en=""))
    Plan.objects.update(stage=PlanStage.AGREED.value, stage_on=AGREED_ON)
    chance = Random(count)  # noqa: S311 - no secret
    made_rows = [_Made(number, chance) for number in range(count)]
    Concept.objects.bulk_create(one.concept() for one in made_rows)
    Proposer.objects.bulk_create(one.proposer() for one in made_rows)
    Row.objects.bulk_create(one.row() for one in made_rows)
    Progress.objects.bulk_create(
        report for one in made_rows for report in one.reports()
    )
    _said_besides(made_rows)
    ReportRequest.objects.bulk_create(_requests())


class _Made:
    """A row with its numbers, drawn by chance."""

    def __init__(self, number: int, chance: Random) -> None:
        self.entry = _FIRST + number
        self.key = f"C-{number + 1:03}"
        self.plan = LONG_TERM if number % 5 > 2 else CURRENT
        self.body = chance.choice(list(BODIES))
        self.title = _titles()[number % len(_titles())]
        quarter = chance.choice(_QUARTERS[self.plan])
        self.level = chance.choice(list(Level))
        first_day = date(quarter // 4, 1 + quarter % 4 * 3, 1)
        next_day = date((quarter + 1) // 4, 1 + (quarter + 1) % 4 * 3, 1)
        self.term = Term(first_day, next_day - timedelta(days=1))
        self.stage = chance.choice(
            [*ProgressStage]
            if self.plan is CURRENT
            else [ProgressStage.NOT_BEGUN, ProgressStage.IN_TALKS]
        )
        self.silent = chance.random() < 0.3
        # Every fourth answer comes weeks after the day by which it was asked for.
        after = timedelta(days=30 if number % 4 == 3 else 5)
        self.days = [on + after for on in _ASKED]

    @property
    def wording(self) -> Wording:
        """How the row reads."""
        is_ratified = self.level is Level.INTERSTATE
        ends = self.term.last_day + timedelta(days=90)
        return Wording(
            title=self.title,
            purpose=Text(),
            note=Text(),
            level=self.level,
            conclude=self.term,
            procedure=Procedure.RATIFICATION if is_ratified else Procedure.NONE,
            procedure_from=self.term.last_day if is_ratified else None,
            procedure_to=ends if is_ratified else None,
        )

    def concept(self) -> Concept:
        """Return what was proposed."""
        return Concept(
            entry=self.entry,
            cycle_id=YEAR,
            key=self.key,
            entry_kind="new",
            counterparties=[],
            received_at=datetime(YEAR, 9, 20, 7, tzinfo=UTC),
            received_on=date(YEAR, 9, 20),
            document="1",
            complete_on=date(YEAR, 9, 20),
            term_on=date(YEAR, 9, 20),
            changed_on=date(YEAR, 9, 20),
            treaty=self.entry,
            **wording_columns(self.wording),
        )

    def proposer(self) -> Proposer:
        """Return who proposed it."""
        return Proposer(concept_id=self.entry, position=0, body=self.body)

    def row(self) -> Row:
        """Return its place in the agreed plan."""
        return Row(
            concept_id=self.entry,
            entry=self.entry,
            plan_id=f"{YEAR}.{self.plan}",
            placed_on=date(YEAR, 10, 20),
            reason="",
            fixed=plain(self.wording),
            progress=self.stage.value,
        )

    def reports(self) -> Iterator[Progress]:
        """Yield what was reported: the way, and that nothing changed since."""
        signed = has_reached(self.stage, ProgressStage.SIGNED)
        begun = self.stage is not ProgressStage.NOT_BEGUN
        first = ProgressStage.SIGNED if signed else ProgressStage.IN_TALKS
        stages = dict.fromkeys([first, self.stage]) if begun else {}
        said: list[ProgressStage | None] = [*stages]
        if not self.silent:
            said.append(None)
        for number, (on, stage) in enumerate(zip(self.days, said, strict=False)):
            yield Progress(
                entry=10 * self.entry + number,
                concept_id=self.entry,
                on=on,
                document=f"7-1/{number}",
                stage=stage or "",
                reached_on=on if stage else None,
                note_kk=_NOTE.kk if stage is None else "",
                note_ru=_NOTE.ru if stage is None else "",
            )


def _said_besides(rows: Sequence[_Made]) -> None:
    """Plan stages of every third row, rename and put forward some, and mark one."""
    since = date(2025, 3, 3)
    PlannedStage.objects.bulk_create(
        PlannedStage(
            entry=row.entry,
            concept_id=row.entry,
            on=since,
            stage=ProgressStage.EXAMINED.value,
            planned_on=row.term.first_day + timedelta(days=30),
        )
        for row in rows[::3]
    )
    TreatyName.objects.bulk_create(
        TreatyName(
            entry=row.entry,
            concept_id=row.entry,
            on=date(2025, 8, 4),
            name_kk=f"{row.title.kk} (жаңа)",
            name_ru=f"{row.title.ru} (новый)",
            ground="",
            from_side="",
            judged_by="",
            document="",
            reason_kk="",
            reason_ru="",
        )
        for row in rows[4::20]
    )
    PutForward.objects.bulk_create(
        PutForward(
            entry=row.entry,
            concept_id=row.entry,
            on=since,
            document="",
            reason_kk="",
            reason_ru="",
        )
        for row in rows[3::25]
    )
    HandlingMark.objects.create(
        entry=1, concept_id=rows[1].entry, on=since, reason="Келіссөздер жүріп жатыр"
    )


def _requests() -> Iterator[ReportRequest]:
    for quarter, on in enumerate(_ASKED, start=1):
        for number, body in enumerate(BODIES):
            yield ReportRequest(
                entry=_FIRST * quarter + number,
                cycle_id=YEAR,
                body=body,
                on=on,
                year=2025,
                quarter=quarter,
                answer_by=on + timedelta(days=10),
            )


@cache
def _titles() -> list[Text]:
    with _TREATIES.open(encoding="utf-8", newline="") as file:
        return [Text(row["title_kk"], row["title_ru"]) for row in csv.DictReader(file)]
