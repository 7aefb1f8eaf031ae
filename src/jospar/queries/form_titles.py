"""What plans are called, in their papers and as files."""

from jospar.rules.core.forms import PlanForm, lay_out
from jospar.rules.core.horizon import plan_years
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.ruleset import Ruleset


def empty_form(ruleset: Ruleset, year: int, kind: PlanKind) -> PlanForm:
    """Return the plan's form without rows: its title and the name of its files."""
    return lay_out(
        kind=kind,
        years=plan_years(ruleset, kind, year),
        ruleset=ruleset.code,
        headings=ruleset.headings,
        standings=(),
        bodies={},
    )


def form_title(form: PlanForm) -> Text:
    """Return the plan's title as its form prints it."""
    return Text(form.title["kk"], form.title["ru"])
