"""The ruleset that a cycle keeps to, as the record has it."""

from functools import lru_cache

from django.conf import settings

from jospar.rules.core.ruleset import Ruleset, RulesetError, load, read

from .models import Cycle
from .prepared import Prepared

_BROUGHT_IN = Prepared(
    lambda year: Cycle.objects.filter(year=year, brought_in=True).values_list("year"),
    year=9999,
)


def ruleset_of(year: int) -> Ruleset | None:
    """Return the ruleset of the cycle, or None where it is not open; one query."""
    content = Cycle.objects.filter(year=year).values_list("content", flat=True).first()
    return None if content is None else _read(content)


def is_brought_in(year: int) -> bool:
    """Tell whether the plans of the year were brought in; one query."""
    return bool(_BROUGHT_IN.rows(year=year))


@lru_cache(maxsize=16)
def _read(content: str) -> Ruleset:
    """Read a kept text, and what later releases do that it does not speak of."""
    kept = read(content.encode())
    try:
        return kept.completed(load(kept.code, settings.RULESETS))
    except RulesetError:
        return kept
