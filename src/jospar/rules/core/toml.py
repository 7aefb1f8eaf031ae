"""TOML that a stranger may have written."""

import tomllib
from typing import Any

_MOST_DOTS = 100
"""Dots of a line: a key of thousands of parts takes minutes to read."""


def read_toml(text: str) -> dict[str, Any]:
    """Return what a text says in TOML; what is nested beyond all use is refused.

    Raises:
        TOMLDecodeError: naming what is wrong.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > _MOST_DOTS:
            raise tomllib.TOMLDecodeError(f"Too many dots (at line {number})")
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise tomllib.TOMLDecodeError("Nested too deep") from error
