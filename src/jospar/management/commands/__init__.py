"""The commands, in the order in which they are listed."""

from typing import Any

from . import (
    backup,
    check,
    control,
    days,
    demo,
    journal,
    laboratory,
    law,
    notices,
    person,
    plan,
    restore,
    serve,
    simulate,
    treaties,
    verify,
    year,
)

COMMANDS: tuple[Any, ...] = (
    *(year, plan, verify, control, law, laboratory, days, journal),
    *(backup, restore, check),
    *(notices, person, treaties, demo, simulate, serve),
)
