"""The rulesets of this installation, each read once."""

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from django.conf import settings

from jospar.rules.core.ruleset import (
    DEFAULT,
    DeadlineRule,
    Ruleset,
    RulesetError,
    load,
    read,
)
from jospar.rules.core.sentences import _
from jospar.rules.core.varied import MOST_WORKING_DAYS
from jospar.rules.registry import ACTS

_LARGEST = 1_000_000
"""Bytes of a ruleset: ours has a fortieth of them."""
_FAR = 50
"""A plan for years later than so many after its cycle is none."""


def ruleset(code: str) -> Ruleset:
    """Return the ruleset, an administrator's file before our own.

    Raises:
        RulesetError: when there is none of this name, or it is not in order.
    """
    return _load(code, settings.RULESETS)


def rulesets() -> list[Ruleset]:
    """Return the rulesets that are in order, ours and the administrator's, by code."""
    found = []
    for place in (files("jospar.rules") / "rulesets", settings.RULESETS):
        if place.is_dir():
            found += [Path(file.name).stem for file in place.iterdir()]
    return [rules for code in sorted(set(found)) if (rules := _in_order(code))]


def ruleset_in(path: Path) -> Ruleset:
    """Return the ruleset that a file states: a draft that is not installed.

    Raises:
        RulesetError: when it is not in order.
        OSError: when the file cannot be read.
    """
    with path.open("rb") as file:
        content = file.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise RulesetError(
            _("{file} is larger than a ruleset is; give its TOML file."),
            file=path.name,
        )
    return _whole(read(content))


def countable(found: Ruleset) -> Ruleset:
    """Return the ruleset, if every year can be counted by it: a draft may lack a part.

    Raises:
        RulesetError: naming what is missing or out of bounds.
    """
    if faults := sorted(_faults(found)):
        raise RulesetError(
            _("No year can be counted by the ruleset “{code}”: put right {names}."),
            code=found.code,
            names=tuple(faults),
        )
    return found


def _faults(found: Ruleset) -> Iterator[str]:
    """Yield the names of what years are counted by, where it cannot be done."""
    own = ruleset(DEFAULT)
    yield from own.deadlines.keys() - found.deadlines.keys()
    yield from own.readings.keys() - found.readings.keys()
    for code, rule in own.deadlines.items():
        if not _can_be_counted(found.deadlines.get(code, rule), rule):
            yield code
    for kind, (_first, last) in found.horizons.items():
        if last > _FAR:
            yield kind.value


def _can_be_counted(rule: DeadlineRule, own: DeadlineRule) -> bool:
    """Tell whether a deadline is of the same kind as ours, and every year has it."""
    if own.working_days:
        return 1 <= rule.working_days <= MOST_WORKING_DAYS
    return not rule.working_days and (rule.month, rule.day) != (2, 29)


def _in_order(code: str) -> Ruleset | None:
    try:
        return ruleset(code)
    except RulesetError:
        return None


@lru_cache
def _load(code: str, directory: Path) -> Ruleset:
    return _whole(load(code, directory))


def _whole(ruleset: Ruleset) -> Ruleset:
    """Return the ruleset, if it has every provision that an act stands on."""
    named = {provision for act in ACTS for provision in act.provisions}
    if missing := sorted(named - ruleset.provisions.keys()):
        raise RulesetError(
            _("The ruleset “{code}” lacks the provisions {names}."),
            code=ruleset.code,
            names=tuple(missing),
        )
    return ruleset
