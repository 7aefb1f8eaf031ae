"""The commands, in the order in which they are listed."""

from typing import Any

from . import days, demo, journal, law, notices, person, plan, serve, treaties, year

COMMANDS: tuple[Any, ...] = (
    *(year, plan, law, days, journal),
    *(notices, person, treaties, demo, serve),
)
