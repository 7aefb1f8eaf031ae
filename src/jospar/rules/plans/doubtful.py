"""What is odd about a past plan: it is recorded, for others agreed the plan so."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, check, unmet
from jospar.rules.core.horizon import lies_within
from jospar.rules.core.titles import fold

from .facts import BringIn, BringInFacts


@check(
    "plans.years",
    _("The term of row “{key}” does not lie in the years of the plan."),
    _("Compare the term and the years with the document."),
)
def brought_terms_within_years(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """What the plan says is kept, though a term leaves its years."""
    for row in filing.rows:
        if not lies_within(row.wording.conclude, facts.years):
            yield unmet("rows", key=row.key)


@check(
    "plans.years",
    _("The plan of the cycle of {year} would be agreed on {on}."),
    _("Compare the day and the year with the document."),
)
def agreed_in_its_time(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """A plan is agreed in the year in which it is made, or in the next."""
    year = facts.case.year
    if filing.on.year not in {year, year + 1}:
        yield unmet("on", year=str(year), on=filing.on)


@check(
    "plans.forms",
    _("The plan is known {language} only."),
    _("Add the other text when its document is found."),
)
def exists_in_one_language(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """A plan in one language is brought in as such, and marked."""
    if filing.only:
        yield unmet("only", language=filing.only)


@check(
    "plans.brought_in",
    _("Rows “{key}” and “{other}” have the same title."),
    _("See that no row stands in the plan twice."),
)
def rows_differ(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """The same title twice is most often a row that was copied twice."""
    seen: dict[tuple[str, str], str] = {}
    for row in filing.rows:
        title = row.wording.title
        said = (fold(title.kk), fold(title.ru))
        if said in seen:
            yield unmet("rows", key=seen[said], other=row.key)
        seen.setdefault(said, row.key)
