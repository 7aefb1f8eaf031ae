"""The rulesets of this installation, each read once."""

from functools import lru_cache
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
