"""The cycles that the record holds: planned here, or brought in."""

from collections.abc import Mapping

from jospar.records.models import Cycle


def cycles() -> Mapping[int, bool]:
    """Return of each cycle whether it was brought in, the latest first; one query."""
    return dict(Cycle.objects.order_by("-year").values_list("year", "brought_in"))


def cycle_years() -> list[int]:
    """Return the years that are planned here, the latest first; one query."""
    return [year for year, brought_in in cycles().items() if not brought_in]
