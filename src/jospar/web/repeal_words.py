"""What documents say of Rules that were repealed."""

from datetime import date

from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.terms import day_phrase

from .texts import Texts


def repeal_line(ruleset: Ruleset | None, day: date, language: str) -> str:
    """Return that the Rules were repealed by ``day``, as pages say it; else nothing."""
    if ruleset is None or ruleset.repeal is None or day < ruleset.repeal.not_before:
        return ""
    return Texts(language)(
        "site.repealed",
        name=ruleset.name[language],
        by=ruleset.repeal.by,
        day=day_phrase(ruleset.repeal.not_before, language),
    )
