"""The control report in words: what its documents print."""

import re
from collections.abc import Iterable, Iterator

from jospar.documents.control_paper import Chart, Column, ControlPaper, Table, Value
from jospar.queries.control_report import ControlReport, LevelFigures
from jospar.rules.core.forms import years_phrase
from jospar.rules.core.terms import day_phrase

from .control_tables import ControlTables
from .repeal_words import repeal_line


def printed(
    report: ControlReport, language: str, *, rehearsal: bool, whole: bool = True
) -> ControlPaper:
    """Return the report as it is printed in ``language``.

    If it is not ``whole`` only its first page is. That page names no row, so that no
    mark of a row stands on it.
    """
    words = _Words(report, language)
    tables = (words.bodies(), words.overdue(), words.ahead(), words.rows())
    return words.paper(tables if whole else (), rehearsal=rehearsal)


class _Words(ControlTables):
    """The report with its first page."""

    def paper(self, tables: tuple[Table, ...], *, rehearsal: bool) -> ControlPaper:
        """Return the first page, with ``tables`` after it."""
        t = self.t
        marks = {
            t("official_use.mark"): bool(tables and self.report.marked),
            t("site.rehearsal"): rehearsal,
        }
        pages = t("report.page", page="{page}", pages="{pages}")
        return ControlPaper(
            language=self.language,
            title=t("control.heading"),
            lead=tuple(self._lead()),
            mark=" · ".join(mark for mark, stands in marks.items() if stands),
            front=(self._figures(), self._levels()),
            charts=(self._stages(), self._causes()),
            tables=tables,
            pages=tuple(re.split(r"\{page\}|\{pages\}", pages)),
        )

    def _lead(self) -> Iterator[str]:
        t, report = self.t, self.report
        first, last = (
            day_phrase(day, self.language) for day in (report.first_day, report.day)
        )
        period = t("control.period", first=first, last=last)
        yield f"{t('report.as_of', day=last)} {period}"
        plans = [
            f"{t('plan.' + plan.kind)} {years_phrase(plan.years)}"
            for plan in report.plans
        ]
        if plans:
            yield t("control.plans", plans=", ".join(plans))
        else:
            yield t("control.no_rows")
        if report.body:
            yield t("control.of_body", body=self.body(report.body)[0])
        if line := repeal_line(report.ruleset, report.day, self.language):
            yield line

    def _figures(self) -> Table:
        t = self.t
        columns = (
            Column(t("control.what"), 110),
            Column(t("control.on_day"), 32, True),
            Column(t("control.in_period"), 32, True),
        )
        rows = (
            (self.t("control_count." + one.count), one.rows, one.in_period)
            for one in self.report.figures
        )
        heading = t("control.figures")
        return Table(heading, heading, columns, tuple(rows))

    def _levels(self) -> Table:
        def cells(one: LevelFigures) -> tuple[Value, ...]:
            rest = (one.overdue, one.postponed, one.dropped, one.unreported)
            name = self.t("level." + one.level)
            return (name, one.rows, one.concluded, one.in_force, *rest)

        t = self.t
        columns = (
            Column(t("control.level"), 50),
            Column(t("carrying.rows"), 20, True),
            Column(t("control.concluded"), 24, True),
            Column(t("control.in_force"), 20, True),
            Column(t("control.overdue"), 26, True),
            Column(t("control.postponed"), 24, True),
            Column(t("control.dropped"), 28, True),
            Column(t("control.unreported"), 26, True),
        )
        rows = map(cells, self.report.levels)
        heading = t("control.by_level")
        return Table(heading, heading, columns, tuple(rows))

    def _stages(self) -> Chart:
        bars = (
            (self.t("choice.progress_stage_" + stage), count)
            for stage, count in self.report.stages.items()
        )
        return self._chart(self.t("control.by_stage"), bars)

    def _causes(self) -> Chart:
        bars = (
            (self.t("carried_cause." + cause), count)
            for cause, count in self.report.causes.items()
        )
        return self._chart(self.t("control.by_cause"), bars, late=True)

    def _chart(
        self, heading: str, bars: Iterable[tuple[str, int]], *, late: bool = False
    ) -> Chart:
        shown = tuple(bars)
        said = "; ".join(f"{label} – {count}" for label, count in shown)
        return Chart(heading, f"{heading}: {said}.", shown, late)
