"""The ruleset that a cycle keeps to, as the record has it."""

from functools import lru_cache

from jospar.rules.core.ruleset import Ruleset, read

from .models import Cycle


def ruleset_of(year: int) -> Ruleset | None:
    """Return the ruleset of the cycle, or None where it is not open; one query."""
    content = Cycle.objects.filter(year=year).values_list("content", flat=True).first()
    return None if content is None else _read(content)


@lru_cache(maxsize=16)
def _read(content: str) -> Ruleset:
    return read(content.encode())
