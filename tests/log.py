"""Reading what the program writes into its log, and what it has counted."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

from prometheus_client import Counter

from jospar.config.logs import formatter


class Log(StringIO):
    """The lines of a test, as they are written in the form ``json``."""

    def lines(self, logger: str = "") -> list[dict[str, Any]]:
        """Return the lines, of one logger alone where that is named."""
        read = [json.loads(line) for line in self.getvalue().splitlines()]
        return [line for line in read if not logger or line["logger"] == logger]

    def told(self, logger: str, *keys: str) -> list[tuple[Any, ...]]:
        """Return the event of each line of a logger, and those of its values."""
        return [
            (line["event"], *(line.get(key) for key in keys))
            for line in self.lines(logger)
        ]


@contextmanager
def log(form: str = "json") -> Iterator[Log]:
    """Give the log of what happens in the block, as the pages write it."""
    written, ours = Log(), logging.getLogger("jospar")
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter(form))
    level = ours.level
    ours.setLevel(logging.INFO)
    logging.getLogger().addHandler(handler)
    try:
        yield written
    finally:
        logging.getLogger().removeHandler(handler)
        ours.setLevel(level)


def counted(counter: Counter, **labels: str) -> float:
    """Return how often something was counted in this process so far."""
    samples = [one for family in counter.collect() for one in family.samples]
    return sum(
        one.value
        for one in samples
        if one.name.endswith("_total") and one.labels == labels
    )
