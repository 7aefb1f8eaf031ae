"""``jospar``: the command line."""

import argparse
import gettext as plain_gettext
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

LANGUAGES = ("kk", "ru", "en")
OWN_DATABASES = {"demo": "demo", "simulate": "simulation"}
"""Commands that rehearse, and the directory that each has under that of the rest."""
OF_THE_INSTALLATION = ("JOSPAR_DATABASE_URL", "JOSPAR_FILES", "CREDENTIALS_DIRECTORY")
"""What leads to the database and the files in use, where no rehearsal may go."""
DONE, SOME_REFUSED, NOT_DONE, INTERRUPTED = 0, 1, 2, 130
"""Exit statuses; INTERRUPTED is what shells give a program stopped by Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status."""
    arguments = list(sys.argv[1:] if arguments is None else arguments)
    language, others = _language(arguments)
    try:
        _prepare(language, (others or [""])[0])
    except (OSError, ValueError) as error:
        # Neither the settings nor the catalogues can be read yet.
        print(f"jospar: {error}", file=sys.stderr)  # noqa: T201 - the command line speaks
        return NOT_DONE
    from django.utils import translation  # noqa: PLC0415 - needs the settings

    from .commands import COMMANDS, load  # noqa: PLC0415 - needs the settings
    from .told import run_told  # noqa: PLC0415 - needs the settings

    translation.activate(language)
    asked = [name for name in others[:1] if name in COMMANDS]
    parser = _parser({name: load(name) for name in asked or COMMANDS})
    options = parser.parse_args(others)
    options.lang = language
    return run_told(options.run, options)


def _language(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """Return the language, and the arguments that do not ask for it.

    It is the one asked for, wherever that stands; that of the terminal; or Kazakh.
    One that we do not have stays among the arguments, so that it is refused.
    """
    finder = argparse.ArgumentParser(add_help=False)
    finder.add_argument("--lang", nargs="?")
    found, others = finder.parse_known_args(arguments)
    if found.lang in LANGUAGES:
        return found.lang, others
    terminal = (os.environ.get("LC_ALL") or os.environ.get("LANG") or "")[:2]
    return terminal if terminal in LANGUAGES else LANGUAGES[0], list(arguments)


def _prepare(language: str, command: str) -> None:
    """Set Django up; some commands have a directory and database of their own."""
    if command in OWN_DATABASES:
        data = Path(os.environ.get("JOSPAR_DATA") or "var")
        # A directory that is made on the way to another would be open to others.
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ["JOSPAR_DATA"] = str(data / OWN_DATABASES[command])
        for name in OF_THE_INSTALLATION:
            os.environ.pop(name, None)
        os.environ.setdefault("JOSPAR_LOGS", "none")  # nobody watches over a rehearsal
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jospar.config.settings")
    # argparse's own words come from the same catalogues.
    os.environ["LANGUAGE"] = language
    plain_gettext.bindtextdomain("django", str(Path(__file__).parents[1] / "locale"))
    plain_gettext.textdomain("django")
    import django  # noqa: PLC0415 - after the environment is settled

    django.setup()


def _parser(commands: Mapping[str, Any]) -> argparse.ArgumentParser:
    from django.utils.translation import gettext  # noqa: PLC0415 - needs the settings

    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--lang",
        choices=LANGUAGES,
        help=gettext("language of what is printed; default: that of the terminal"),
    )
    parser = argparse.ArgumentParser(
        prog="jospar",
        parents=[shared],
        description=gettext("The system in which a state plans its treaties."),
        epilog=gettext(
            "Exit status: 0 done; 1 some rows were refused, or the journal does not "
            "hold; 2 not done, and one line says why."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=version("jospar"),
        help=gettext("show program's version number and exit"),
    )
    names = parser.add_subparsers(
        dest="command", required=True, metavar=gettext("COMMAND")
    )
    for name, command in commands.items():
        one = names.add_parser(
            name,
            parents=[shared],
            help=gettext(command.PURPOSE),
            description=gettext(command.PURPOSE),
            epilog=gettext("Examples:") + "\n" + command.EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.arguments(one)
        one.set_defaults(run=command.run)
    return parser
