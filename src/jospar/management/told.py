"""What a person is told when a command cannot be done: one line, and the status."""

import argparse
import sys
from collections.abc import Callable

from django.db import Error as DatabaseError
from django.utils.translation import gettext

from jospar.procedure.perform import ActIdTakenError, ActRefusedError
from jospar.queries.sentences import fill, sentence
from jospar.rules.core.sentences import ToldError, _

from .cli import INTERRUPTED, NOT_DONE


def run_told(
    command: Callable[[argparse.Namespace], int], options: argparse.Namespace
) -> int:
    """Run ``command``; tell in one line why it could not be done."""
    try:
        return command(options)
    except ToldError as error:
        return tell(fill(error.message, error.values, options.lang))
    except ActRefusedError as error:
        return tell(" ".join(sentence(said, options.lang) for said in error.objections))
    except ActIdTakenError as error:
        text = _("Entry {number} of the journal has this name and says something else.")
        return tell(fill(text, {"number": error.number}, options.lang))
    except DatabaseError as error:
        return tell(
            gettext(
                "The database failed: {error}. What was performed before stands; run "
                "the command again when the cause is mended."
            ).format(error=str(error).strip())
        )
    except BrokenPipeError:
        sys.stderr.close()
        return NOT_DONE
    except OSError as error:
        values = {"file": error.filename or "–", "reason": error.strerror or error}
        return tell(fill(_("“{file}” cannot be used: {reason}."), values, options.lang))
    except KeyboardInterrupt:
        print(  # noqa: T201 - the command line speaks
            gettext("Stopped. What was performed stands; run it again to go on."),
            file=sys.stderr,
        )
        return INTERRUPTED


def tell(text: str) -> int:
    """Print why something was not done, in one line, and return the status of that."""
    print(f"jospar: {' '.join(text.split())}", file=sys.stderr)  # noqa: T201 - the command line speaks
    return NOT_DONE
