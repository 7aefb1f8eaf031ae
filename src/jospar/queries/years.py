"""The cycles of planning work that the record holds."""

from jospar.records.models import Cycle


def cycle_years() -> list[int]:
    """Return the years of all cycles, the latest first; one query."""
    return list(Cycle.objects.order_by("-year").values_list("year", flat=True))
