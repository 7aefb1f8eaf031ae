"""What a person is told when a command cannot be done: one line, and the status."""

import argparse
import sys
from collections.abc import Callable

from django.db import Error as DatabaseError
from django.utils.translation import gettext

from jospar.documents.pdf_compiler import PdfError
from jospar.procedure.perform import ActIdTakenError, ActRefusedError
from jospar.queries.sentences import fill, sentence
from jospar.records.driver import driver
from jospar.rules.core.sentences import ToldError, _

from .cli import INTERRUPTED, NOT_DONE


def run_told(
    command: Callable[[argparse.Namespace], int], options: argparse.Namespace
) -> int:
    """Run ``command``; tell in one line why it could not be done."""
    try:
        return command(options)
    except BrokenPipeError:
        sys.stderr.close()
        return NOT_DONE
    except (
        ToldError,
        ActRefusedError,
        ActIdTakenError,
        PdfError,
        DatabaseError,
        driver().Error,
        OSError,
    ) as error:
        return tell(_said(error, options.lang))
    except KeyboardInterrupt:
        print(  # noqa: T201 - the command line speaks
            gettext("Stopped. What was performed stands; run it again to go on."),
            file=sys.stderr,
        )
        return INTERRUPTED


def _said(error: Exception, language: str) -> str:
    """Return what a person is told of ``error``."""
    match error:
        case ToldError():
            text, values = error.message, error.values
        case ActRefusedError():
            return " ".join(sentence(said, language) for said in error.objections)
        case ActIdTakenError():
            text = _("Entry {number} of the journal has this name and other content.")
            values = {"number": error.number}
        case PdfError():
            text = _("There is no PDF; try again, or use another form. {reason}")
            values = {"reason": error}
        case OSError():
            text = _("“{file}” cannot be used: {reason}.")
            reason = error.strerror or error
            values = {"file": error.filename or "–", "reason": reason}
        case _other:
            text = _(
                "The database failed: {error}. What was performed before stands; run "
                "the command again when the cause is mended."
            )
            values = {"error": str(error).strip()}
    return fill(text, values, language)


def tell(text: str) -> int:
    """Print why something was not done, in one line, and return the status of that."""
    print(f"jospar: {' '.join(text.split())}", file=sys.stderr)  # noqa: T201 - the command line speaks
    return NOT_DONE
