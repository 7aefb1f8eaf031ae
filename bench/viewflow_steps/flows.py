"""A flow as viewflow's guide writes one, with steps that programs take."""

from typing import Any

from viewflow import this
from viewflow.workflow import flow


class ConceptFlow(flow.Flow):  # type: ignore[misc] # viewflow carries no types
    """A concept is submitted, concluded on and placed.

    The process keeps the record, each task what was filed in it: viewflow's journal.
    """

    start = flow.StartHandle(this.submit).Next(this.conclude)
    conclude = flow.Handle(this.give_conclusion).Next(this.place)
    place = flow.Handle(this.put_into_plan).Next(this.end)
    end = flow.End()

    def submit(self, activation: Any, filing: dict[str, Any]) -> Any:
        """Keep the concept."""
        activation.process.data["concept"] = filing
        activation.task.data["filing"] = filing
        return activation.process

    def give_conclusion(self, activation: Any, filing: dict[str, Any]) -> None:
        """Keep the conclusion."""
        _keep(activation, "conclusion", filing)

    def put_into_plan(self, activation: Any, filing: dict[str, Any]) -> None:
        """Keep the row, if the concept was found expedient."""
        if not activation.process.data["conclusion"]["expedient"]:
            raise ValueError("The concept was not found expedient.")
        _keep(activation, "row", filing)


def _keep(activation: Any, name: str, filing: dict[str, Any]) -> None:
    activation.process.data[name] = filing
    activation.process.save()
    activation.task.data["filing"] = filing
