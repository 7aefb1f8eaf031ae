"""The commands, in the order in which they are listed."""

from importlib import import_module
from typing import Any

COMMANDS = (
    *("year", "plan", "verify", "evidence", "control", "law", "laboratory", "days"),
    *("journal", "backup", "restore", "move", "repair", "check"),
    *("notices", "person", "treaties", "demo", "simulate", "serve"),
)


def load(name: str) -> Any:
    """Return the module of a command; the others are not needed to run one."""
    return import_module(f".{name}", __name__)
