"""The side of viewflow: a step with its record is a transaction."""

from functools import partial
from time import perf_counter
from typing import Any

import msgspec
from django.core.management import call_command
from viewflow.workflow.models import Task

from bench.side import answer
from bench.ways import ways

from .flows import ConceptFlow


def main() -> None:
    """Make the tables and answer."""
    call_command("migrate", verbosity=0)
    filings = [
        [msgspec.to_builtins(ordered.filing) for ordered in way] for way in ways()
    ]
    answer({"acts": partial(_steps, filings)})


def _steps(filings: list[list[Any]]) -> float:
    """Return the steps a second; each looks its task up, as a page would."""
    begun = perf_counter()
    for submitted, *others in filings:
        process = ConceptFlow.start.run(filing=submitted)
        nodes = (ConceptFlow.conclude, ConceptFlow.place)
        for node, filing in zip(nodes, others, strict=True):
            task = Task.objects.get(process_id=process.pk, flow_task=node)
            node.run(task, filing=filing)
    return sum(map(len, filings)) / (perf_counter() - begun)
