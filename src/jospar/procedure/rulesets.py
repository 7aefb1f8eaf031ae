"""The rulesets of this installation, each read once."""

from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from django.conf import settings

from jospar.rules.core.ruleset import Ruleset, RulesetError, load
from jospar.rules.core.sentences import _
from jospar.rules.registry import ACTS


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


def _in_order(code: str) -> Ruleset | None:
    try:
        return ruleset(code)
    except RulesetError:
        return None


@lru_cache
def _load(code: str, directory: Path) -> Ruleset:
    ruleset = load(code, directory)
    named = {provision for act in ACTS for provision in act.provisions}
    if missing := sorted(named - ruleset.provisions.keys()):
        raise RulesetError(
            _("The ruleset “{code}” lacks the provisions {names}."),
            code=code,
            names=tuple(missing),
        )
    return ruleset
