"""What refuses a past plan: it is in the record already, or its rows are not whole."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, check, condition, unmet
from jospar.rules.core.bounds import ROWS
from jospar.rules.core.nouns import Language
from jospar.rules.core.wordings import terms_out_of_order

from .facts import BringIn, BringInFacts


@condition(
    "plans.brought_in",
    _("The cycle of {year} has not come yet; only plans of past years are brought in."),
    _("Open the cycle and plan it in Jospar."),
)
def cycle_has_come(facts: BringInFacts) -> Unmet | None:
    """Plans of a year to come are made, not brought in."""
    case = facts.case
    return unmet(year=str(case.year)) if case.year > case.today.year else None


@condition(
    "plans.brought_in",
    _("The cycle of {year} is planned in Jospar: its plans are in the record."),
    _("Correct the year of the plan."),
)
def cycle_not_worked_on(facts: BringInFacts) -> Unmet | None:
    """What is planned here needs no bringing in."""
    return unmet(year=str(facts.case.year)) if facts.worked_on else None


@condition(
    "plans.brought_in",
    _("{person} brought this plan in already, as entry {entry}, agreed on {on}."),
    _("Amend it, or correct the year or the kind of the plan."),
)
def plan_not_brought_in(facts: BringInFacts) -> Unmet | None:
    """A plan is brought in once."""
    before = facts.before
    if before is None:
        return None
    return unmet(person=before.person, entry=str(before.entry), on=before.on)


@check(
    "plans.brought_in",
    _("The plan has {count} rows; one to {most} are brought in."),
    _("Choose the document with the rows of one plan."),
)
def has_rows(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """A plan without rows is none, and one with far too many is none either."""
    if not 1 <= len(filing.rows) <= ROWS:
        yield unmet("rows", count=len(filing.rows), most=ROWS)


@check(
    "record.key",
    _("The key “{key}” is in use in this cycle, or stands in the plan twice."),
    _("Give every row a key of its own."),
)
def keys_of_their_own(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """A key stands for one row of the cycle."""
    seen = set(facts.keys)
    for row in filing.rows:
        if not row.key or row.key in seen:
            yield unmet("rows", key=row.key)
        seen.add(row.key)


@check(
    "plans.brought_in",
    _("Row “{key}” is of no known body: “{body}”."),
    _("Choose the body, or enter it with the name that it had."),
)
def proposers_known(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """Every row is of bodies whose names of that year are known."""
    known = {body.code for body in filing.bodies if body.code and any_name(body.name)}
    known |= facts.listed
    for row in filing.rows:
        unknown = [code for code in row.proposers if code not in known]
        if unknown or not row.proposers:
            yield unmet("rows", key=row.key, body="; ".join(unknown))


def any_name(name: object) -> bool:
    """Tell whether a text is there in one language at least."""
    return bool(getattr(name, "kk", "") or getattr(name, "ru", ""))


@check(
    "plans.brought_in",
    _("Row “{key}” has no title {language}."),
    _("Write it from the document, or say that the plan exists in one language only."),
)
def titles_in_both_languages(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """A row has its title in every language that the plan exists in."""
    needed = (filing.only,) if filing.only else (Language.KK, Language.RU)
    for row in filing.rows:
        for language in needed:
            if not row.wording.title[language]:
                yield unmet("rows", key=row.key, language=language)


@check(
    "record.terms",
    _("The term of row “{key}” would end on {last_day}, before it begins."),
    _("Correct the days."),
)
def brought_terms_in_order(facts: BringInFacts, filing: BringIn) -> Iterator[Unmet]:
    """No term ends before it begins."""
    for row in filing.rows:
        for found in terms_out_of_order(row.wording):
            yield unmet("rows", key=row.key, last_day=found.values["last_day"])
