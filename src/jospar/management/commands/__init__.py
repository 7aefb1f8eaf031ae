"""The commands, in the order in which they are listed."""

from typing import Any

from . import (
    days,
    demo,
    journal,
    laboratory,
    law,
    notices,
    person,
    plan,
    serve,
    treaties,
    year,
)

COMMANDS: tuple[Any, ...] = (
    *(year, plan, law, laboratory, days, journal),
    *(notices, person, treaties, demo, serve),
)
