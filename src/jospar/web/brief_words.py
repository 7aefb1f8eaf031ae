"""The brief before the President in words: what the page shows and the PDF prints."""

from collections.abc import Iterable
from dataclasses import dataclass

from jospar.documents.president_brief_pdf import PrintedBrief, PrintedList
from jospar.documents.words import page_mark
from jospar.queries.president_brief import Brief, PlanInBrief, Visit
from jospar.queries.treaty_fates import Fate
from jospar.rules.core.forms import years_phrase
from jospar.rules.core.nouns import Language
from jospar.rules.core.terms import day_phrase, term_phrase
from jospar.rules.core.titles import looks_kazakh

from .texts import Texts
from .wording import body_name, written_in
from .writing.countries import country_name

COUNTRIES, BODIES, VISITS, FAILING = 14, 14, 8, 6
"""So many of each stand on the page; how many more there are is said."""
_LONGEST = 110
"""Letters of a name on the page; a longer one is cut at a word."""


@dataclass(frozen=True, slots=True)
class BriefWords:
    """A brief, in the words of a language."""

    brief: Brief
    year: int
    language: str

    @property
    def t(self) -> Texts:
        """The texts of that language."""
        return Texts(self.language)

    def printed(self, *, rehearsal: bool, repealed: str = "") -> PrintedBrief:
        """Return the brief as it is printed on its one page.

        ``repealed`` says that the Rules were, where they were.
        """
        t = self.t
        standings = map(self.standing, self.brief.plans)
        return PrintedBrief(
            language=self.language,
            title=t("president.heading", year=self.year),
            mark=page_mark(
                self.language,
                official_use=any(plan.edition.marked for plan in self.brief.plans),
                rehearsal=rehearsal,
            ),
            lead=tuple(filter(None, (*standings, repealed))),
            table=tuple(self.table()),
            compared=self.compared(),
            lists=(self.countries(), self.bodies()),
            visits=self.visits(),
            failing=self.failing(),
        )

    def standing(self, plan: PlanInBrief) -> str:
        """Return which edition of the plan it is, and when it was sent."""
        values = {"plan": self.name(plan), "revision": plan.edition.revision}
        if plan.sent_on is None:
            return self.t("president.as_it_stands", **values)
        day = day_phrase(plan.sent_on, self.language)
        return self.t("president.sent", **values, day=day, number=plan.document)

    def name(self, plan: PlanInBrief) -> str:
        """Return the plan's name with its years."""
        years = years_phrase(plan.edition.form.years)
        return self.t("plan." + plan.kind) + f" {years}"

    def table(self) -> list[tuple[str, ...]]:
        """Return the figures: a heading, a row for each, a column for each plan."""
        t, plans = self.t, self.brief.plans
        table = [("", *map(self.name, plans))]
        table.append((t("president.all"), *(str(len(plan.rows)) for plan in plans)))
        if self.brief.compared_with:
            for fate in Fate:
                counts = (str(plan.count(fate)) for plan in plans)
                table.append((t("president.fate_" + fate), *counts))
            gone = (str(len(plan.gone)) for plan in plans)
            table.append((t("president.fate_gone"), *gone))
        for place, (level, _count) in enumerate(plans[0].levels if plans else ()):
            counts = (str(plan.levels[place][1]) for plan in plans)
            table.append((t("level." + level), *counts))
        return table

    def compared(self) -> str:
        """Return what the plans are compared with."""
        if not self.brief.compared_with:
            return self.t("president.not_compared")
        plans = "; ".join(
            self.t("plan." + edition.form.kind) + f" {years_phrase(edition.form.years)}"
            for edition in self.brief.compared_with
        )
        return self.t("president.compared", plans=plans)

    def countries(self) -> PrintedList:
        """Return the states and organisations with how many rows."""
        named = (
            (country_name(code, self.language), str(count))
            for code, count in self.brief.countries
        )
        return self._list("countries", named, COUNTRIES)

    def bodies(self) -> PrintedList:
        """Return the bodies with how many rows they brought."""
        named = (
            (body_name(body, self.language).text, str(count))
            for body, count in self.brief.bodies
        )
        return self._list("bodies", named, BODIES)

    def visits(self) -> PrintedList:
        """Return what rows are tied to, with its days and the rows by their numbers."""
        named = (
            (visit.title, f"{self._days(visit)} · {self.rows(visit)}")
            for visit in self.brief.visits
        )
        found = self._list("visits", named, VISITS)
        if found.items:
            return found
        return PrintedList(found.heading, (), self.t("president.no_visits"))

    def rows(self, visit: Visit) -> str:
        """Return the rows that are tied to a visit."""
        found = []
        for plan in self.brief.plans:
            of_plan = sorted(
                number for kind, number, _title in visit.rows if kind is plan.kind
            )
            if of_plan:
                numbers = ", ".join(map(str, of_plan))
                name = self.t("short." + plan.kind)
                found.append(self.t("president.rows", plan=name, numbers=numbers))
        return "; ".join(found)

    def failing(self) -> PrintedList:
        """Return who did not answer in time, and in which cycles."""
        years = ", ".join(map(str, self.brief.cycles))
        named = (
            (
                body_name(one.body, self.language).text,
                "; ".join(
                    self.t("president." + answer, year=year)
                    for year, answer in one.cycles
                ),
            )
            for one in self.brief.failing
        )
        found = self._list("failing", named, FAILING)
        told = self.t("president.failing_cycles", years=years)
        if not found.items:
            told = f"{self.t('president.none_failing')} {told}"
        more = f"{found.more}. {told}" if found.more else told
        return PrintedList(found.heading, found.items, more)

    def language_of(self, what: str) -> str:
        """Return the language of a name: it may stand in another than the brief."""
        if what.isascii():
            return self.language
        foreign = looks_kazakh(what) or self.language == Language.EN
        return written_in(what) if foreign else self.language

    def _days(self, visit: Visit) -> str:
        days = term_phrase(visit.days, self.language)
        return f"{days}, {visit.place}" if visit.place else days

    def _list(
        self, name: str, items: Iterable[tuple[str, str]], most: int
    ) -> PrintedList:
        every = [(_cut(what), _cut(count)) for what, count in items]
        left = len(every) - most
        more = self.t("president.more", count=left) if left > 0 else ""
        heading = self.t("president." + name)
        return PrintedList(heading, tuple(every[:most]), more)


def _cut(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"
