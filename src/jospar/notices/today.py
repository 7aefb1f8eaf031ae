"""What a pass knows of its day: who holds which office, and what must be done."""

from dataclasses import dataclass
from datetime import date, datetime

from jospar.procedure.clock import Clock
from jospar.procedure.days import calendar_of
from jospar.queries.cycle import Answer, body_answers, concept_outcomes
from jospar.queries.deadline_lines import DeadlineLine, DeadlineState, deadline_lines
from jospar.records.rulesets import is_brought_in, ruleset_of
from jospar.rules.core.offices import Office

from .staff import Post, Staff
from .whom import DEADLINES, NEAR

_OPEN = frozenset({DeadlineState.OVERDUE, DeadlineState.DUE, DeadlineState.AHEAD})


@dataclass(frozen=True, slots=True)
class YearLines:
    """The deadlines of a cycle, and the bodies that must still answer."""

    year: int
    lines: tuple[DeadlineLine, ...]
    silent: frozenset[str]

    @property
    def open_lines(self) -> list[DeadlineLine]:
        """The deadlines that are not met and have something to be done for."""
        return [line for line in self.lines if line.state in _OPEN]

    @property
    def answers_due(self) -> date:
        """The last day for the bodies to answer ("concepts.deadline")."""
        return next(
            line.deadline.due
            for line in self.lines
            if line.deadline.provision == "concepts.deadline"
        )

    def concerns(self, line: DeadlineLine, post: Post) -> bool:
        """Tell whether the holder of ``post`` has to see to the open deadline."""
        if post.office not in DEADLINES[line.deadline.provision]:
            return False
        return post.office is not Office.BODY_OFFICER or post.body in self.silent


@dataclass(frozen=True, slots=True)
class Today:
    """A moment, its day in Astana, the people of that day and the cycles' deadlines.

    ``works`` tells whether it is a working day; a deadline is near up to ``near``.
    """

    moment: datetime
    day: date
    works: bool
    near: date
    staff: Staff
    years: tuple[YearLines, ...]

    def open_for(self, person: str) -> list[DeadlineLine]:
        """Return the open deadlines that the person has to see to, by their days."""
        posts = self.staff.posts(person)
        lines = [
            line
            for year in self.years
            for line in year.open_lines
            if any(year.concerns(line, post) for post in posts)
        ]
        return sorted(lines, key=lambda line: line.deadline.due)


def look(clock: Clock) -> Today:
    """Return what is known of the present day.

    A cycle's last deadline falls in the year after its own at the latest.
    """
    moment, day = clock.now(), clock.today()
    calendar = calendar_of(day.year)
    years = (year_lines(year, day) for year in (day.year - 1, day.year))
    return Today(
        moment=moment,
        day=day,
        works=calendar.is_working(day),
        near=calendar.add_working_days(day, NEAR),
        staff=Staff(day),
        years=tuple(year for year in years if year),
    )


def year_lines(year: int, day: date) -> YearLines | None:
    """Return the deadlines of the cycle on ``day``; None where none is planned here."""
    ruleset = ruleset_of(year)
    if ruleset is None or is_brought_in(year):
        return None
    concepts = concept_outcomes(ruleset, year)
    answers = body_answers(ruleset, year, concepts)
    silent = (
        body.code
        for body in answers
        if body.must_answer and body.answer is Answer.SILENT
    )
    lines = deadline_lines(ruleset, year, concepts, answers, day)
    return YearLines(year, lines, frozenset(silent))
