"""The tables of the control report, in words."""

from collections.abc import Iterable
from dataclasses import dataclass

from jospar.documents.control_paper import Column, Foreign, Table, Value
from jospar.queries.carried_rows import CarriedRow
from jospar.queries.carrying_out import Overdue
from jospar.queries.control_report import ControlReport
from jospar.queries.scorecards import Scorecard
from jospar.rules.core.forms import years_phrase
from jospar.rules.core.terms import day_phrase

from .texts import Texts
from .wording import body_name, form_language_of

_KEY, _TITLE, _BODY, _DAY, _FIGURE = 20, 106, 40, 28, 20
"""Widths of columns, as shares of a page."""


@dataclass(frozen=True, slots=True)
class ControlTables:
    """A report, in the words of a language."""

    report: ControlReport
    language: str

    @property
    def t(self) -> Texts:
        """The texts of that language."""
        return Texts(self.language)

    def bodies(self) -> Table:
        """Return how each body carries out its rows, in the official order."""
        t = self.t

        def cells(card: Scorecard) -> tuple[Value, ...]:
            figures = (card.rows, card.signed, card.in_force)
            asked = (card.due, card.received, card.on_time)
            late = sum(card.overdue.values())
            return (
                self._bodies_of([card.body]),
                *figures,
                late,
                *asked,
                card.unreported,
            )

        columns = (
            Column(t("field.body"), 86),
            Column(t("carrying.rows"), 20, True),
            Column(t("control.concluded"), 24, True),
            Column(t("control.in_force"), 23, True),
            Column(t("control.overdue"), 24, True),
            Column(t("control.due"), 28, True),
            Column(t("control.received"), 22, True),
            Column(t("control.on_time"), 24, True),
            Column(t("control.unreported"), 27, True),
        )
        cards = sorted(self.report.scorecards, key=self._place)
        rows = map(cells, cards)
        by_body = t("carrying.bodies")
        return Table(by_body, by_body, columns, tuple(rows), t("control.no_rows"))

    def overdue(self) -> Table:
        """Return what is overdue, the longest first, with its causes."""
        t = self.t

        def cells(row: CarriedRow, found: tuple[Overdue, ...]) -> tuple[Value, ...]:
            first = min(found, key=lambda one: one.due_on)
            causes = "; ".join(
                t(
                    "overdue." + one.cause,
                    stage=t("to_reach." + one.stage),
                    day=day_phrase(one.due_on, self.language),
                )
                for one in found
            )
            days = first.days(self.report.day)
            return (*self._who(row), first.due_on, days, causes)

        columns = (
            *self._who_columns(),
            Column(t("control.due_on"), _DAY),
            Column(t("control.days"), _FIGURE, True),
            Column(t("control.cause"), 62),
        )
        rows = (cells(*one) for one in self.report.overdue)
        return Table(
            sheet=t("control.overdue"),
            heading=t("control.overdue_rows"),
            columns=columns,
            rows=tuple(rows),
            empty=t("control.none_overdue"),
        )

    def ahead(self) -> Table:
        """Return what is to be reached within thirty, sixty and ninety days."""
        t = self.t
        columns = (
            Column(t("control.ahead_on"), _DAY),
            Column(t("control.within"), _FIGURE, True),
            Column(t("control.to_reach"), 48),
            *self._who_columns(),
        )
        rows = (
            (one.on, one.within, t("to_reach." + one.stage), *self._who(one.row))
            for one in self.report.ahead
        )
        heading = t("carrying.ahead")
        return Table(heading, heading, columns, tuple(rows), t("control.none_ahead"))

    def rows(self) -> Table:
        """Return the rows with what each body answered last, overdue ones first."""
        t = self.t

        def cells(row: CarriedRow) -> tuple[Value, ...]:
            return (
                *self._who(row),
                f"{t('short.' + row.plan.kind)} {years_phrase(row.plan.years)}",
                row.wording.conclude.last_day,
                t("choice.progress_stage_" + row.stage),
                row.stage_on,
                row.reported_on,
                *self._said(row),
            )

        columns = (
            *self._who_columns(),
            Column(t("field.plan"), 26),
            Column(t("control.term"), _DAY),
            Column(t("field.stage"), 40),
            Column(t("control.since"), _DAY),
            Column(t("control.said_on"), _DAY),
            Column(t("control.said"), 40),
            Column(t("field.note"), 32),
        )
        late = [row for row, _found in self.report.overdue]
        known = {row.entry for row in late}
        rows = [*late, *(row for row in self.report.rows if row.entry not in known)]
        return Table(
            sheet=t("control.rows_sheet"),
            heading=t("control.rows"),
            columns=columns,
            rows=tuple(map(cells, rows)),
            empty=t("control.no_rows"),
        )

    def _said(self, row: CarriedRow) -> tuple[str, Value]:
        """Return what the body answered last, or that nothing changed, and its note."""
        if not row.said:
            return self.t("control.never"), None
        last = row.said[-1]
        shown = form_language_of(self.language)
        note = Foreign(last.note[shown], shown) if last.note[shown] else None
        if last.stage is None:
            return self.t("control.unchanged"), note
        return self.t("choice.progress_stage_" + last.stage), note

    def _who_columns(self) -> tuple[Column, ...]:
        t = self.t
        return (
            Column(t("control.key"), _KEY),
            Column(t("field.title"), _TITLE),
            Column(t("field.body"), _BODY),
        )

    def _who(self, row: CarriedRow) -> tuple[Value, ...]:
        """Return the key, the title as agreed and as it is now, and the bodies."""
        shown = form_language_of(self.language)
        title = row.wording.title[shown]
        if row.name is not None:
            title = f"{title} ({self.t('carrying.called')} {row.name[shown]})"
        key = row.key
        if row.entry in self.report.marked:
            key = f"{key} ({self.t('official_use.short')})"
        return key, Foreign(title, shown), self._bodies_of(row.answering)

    def _bodies_of(self, codes: Iterable[str]) -> Value:
        names = [self.body(code) for code in codes]
        text = "; ".join(name for name, _language in names)
        return Foreign(text, names[0][1])

    def body(self, code: str) -> tuple[str, str]:
        """Return the name of a body and the language that it is in."""
        body = self.report.bodies.get(code)
        if body is None:
            return code, self.language
        name = body_name(body, self.language)
        return name.text, name.language

    def _place(self, card: Scorecard) -> tuple[int, str]:
        body = self.report.bodies.get(card.body)
        return (body.position if body else 0, card.body)
