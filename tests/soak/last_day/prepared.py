"""An installation on the morning of the last day of intake."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import django

from tests.installation import Installation

from .people import Account, accounts_of
from .shifted import shift

_ROOT = Path(__file__).parents[3]
_CONCEPTS, _DRAFTS = 60, 40


@dataclass(frozen=True, slots=True)
class Prepared:
    """An installation, who works there, and the file that its clock follows."""

    jospar: Installation
    accounts: tuple[Account, ...]
    clock: Path

    def start(
        self,
        *arguments: object,
        within: Sequence[object] = (),
        environment: Mapping[str, str] = MappingProxyType({}),
        **options: Any,
    ) -> subprocess.Popen[str]:
        """Start the command line on that day; ``within`` is a command that it is for.

        ``Installation.start`` says what the others are.
        """
        module = (sys.executable, "-m", f"{__package__}.shifted", self.clock)
        return _start(
            self.jospar, (*within, *module, *arguments), environment, **options
        )


def prepare(jospar: Installation, people: int, data: Path) -> Prepared:
    """Fill an installation for so many people; ``data`` is where its clock is kept.

    Raises:
        RuntimeError: when it cannot be filled, with what was said.
    """
    data.mkdir(parents=True, exist_ok=True)
    prepared = Prepared(jospar, accounts_of(people), data / "clock")
    module = (sys.executable, "-m", __spec__.name, prepared.clock, people)
    with _start(jospar, module) as process:
        out, err = process.communicate()
    if process.returncode != 0:
        raise RuntimeError(f"The installation is not filled: {out}{err}")
    return prepared


def _start(
    jospar: Installation,
    command: Sequence[object],
    environment: Mapping[str, str] = MappingProxyType({}),
    **options: Any,
) -> subprocess.Popen[str]:
    program, *arguments = command
    return jospar.start(
        *arguments,
        program=Path(str(program)),
        environment=environment,
        cwd=_ROOT,
        **options,
    )


def _fill(clock: str, people: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "jospar.config.settings"
    django.setup()
    from .filling import fill  # noqa: PLC0415 - after Django is set up

    shift(Path(clock))
    fill(Path(clock), accounts_of(int(people)), _CONCEPTS, _DRAFTS)


if __name__ == "__main__":
    _fill(*sys.argv[1:])
