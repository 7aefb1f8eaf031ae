"""What the program says of its own work: a line for each thing, on standard error.

A line holds codes, numbers and names of our own, never what people wrote. Of what went
wrong it has the kind and the places in the code: messages of errors may hold texts, so
only those of the machine around us are kept. No line can be forged by what is in it.
"""

import logging
import logging.config
import sys
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import structlog
from django.conf import settings
from django.db import OperationalError
from structlog.typing import EventDict, Processor, WrappedLogger

FORMS = ("text", "json", "none")
_LEVELS = {"": "WARNING", "none": "WARNING", "text": "INFO", "json": "INFO"}
_LONGEST = 1000
"""Letters of one value."""
_OF_THE_MACHINE = (OSError, OperationalError)
"""Errors whose messages speak of disks, networks and servers."""
_SILENT = {"handlers": ["nowhere"], "propagate": False}


def configure(given: Mapping[str, str]) -> None:
    """Let lines be written in the ``form`` of the settings.

    ``text`` and ``json`` write all, ``none`` what went wrong alone. Empty it is text,
    and commands are as with ``none``; the pages write all.

    Raises:
        ValueError: when there is no such form.
    """
    form = given["form"] or FORMS[0]
    if form not in FORMS:
        raise ValueError("JOSPAR_LOGS is text, json or none, and nothing else.")
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"line": {"()": lambda: formatter(form)}},
            "handlers": {
                "lines": {"class": "logging.StreamHandler", "formatter": "line"},
                "nowhere": {"class": "logging.NullHandler"},
            },
            "root": {"handlers": ["lines"], "level": "WARNING"},
            "loggers": {
                "jospar": {"level": _LEVELS[given["form"]]},
                # Django's own lines of a request hold its address, and an address may
                # be somebody's personal link. Ours stand in their place.
                "django": {"handlers": [], "propagate": True},
                "django.request": _SILENT,
                "django.security.csrf": _SILENT,
            },
        }
    )


def tell_all() -> None:
    """Let every line of ours be written, as the pages do, unless none is wanted."""
    if settings.LOGGING["form"] != "none":
        logging.getLogger("jospar").setLevel(logging.INFO)


def formatter(form: str) -> logging.Formatter:
    """Return what makes lines in that form."""
    last: Processor = (
        structlog.processors.JSONRenderer()
        if form == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(), timestamp_key="time"
        )
    )
    remove = structlog.stdlib.ProcessorFormatter.remove_processors_meta
    return structlog.stdlib.ProcessorFormatter(
        processors=[remove, _failure, _printable, last], foreign_pre_chain=_shared()
    )


def _shared() -> list[Processor]:
    """Return what every line gets: whence, how bad, when, and within which request."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
    ]


def _failure(logger: WrappedLogger, name: str, line: EventDict) -> EventDict:
    """Put in the place of an error what it was, and where in the code."""
    raised = line.pop("exc_info", None)
    line.pop("stack_info", None)
    error = sys.exc_info()[1] if raised is True else raised
    if isinstance(error, tuple):
        error = error[1]
    if isinstance(error, BaseException):
        line["failure"] = _told(error)
    return line


def _told(error: BaseException) -> str:
    """Return the kinds of an error and of its causes, each with its way in the code."""
    told, known = [], set[int]()
    one: BaseException | None = error
    while one is not None and id(one) not in known:
        known.add(id(one))
        kind = type(one).__name__
        said = f" ({one})" if isinstance(one, _OF_THE_MACHINE) else ""
        way = (
            f"{'/'.join(Path(frame.filename).parts[-3:])}:{frame.lineno}"
            for frame in traceback.extract_tb(one.__traceback__)
        )
        told.append(f"{kind}{said}: {' > '.join(way)}")
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return " because of ".join(told)


def _printable(logger: WrappedLogger, name: str, line: EventDict) -> EventDict:
    """Write every value so that it stays in its line, and is not endless."""
    return {key: _safe(value) for key, value in line.items()}


def _safe(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        return [_safe(one) for one in value]
    if not isinstance(value, str):
        return value
    text = value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…"
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in text
    )
