"""The mark “for official use” on pages, and the record of who was shown it."""

from collections.abc import Mapping
from datetime import timedelta
from functools import cached_property

from django.http import HttpRequest

from jospar.accounts.models import Reading
from jospar.queries.official_use import (
    MarkedConcept,
    marked_concepts,
    marked_entries,
)
from jospar.queries.readings import ReadingKind

from .visitor import note_reading, visitor_of


class Marks:
    """The marked concepts of a cycle, asked for once a page shows its first concept.

    They remember which of them the page tells something of.
    """

    def __init__(self, year: int | None) -> None:
        """Take the year of the page; a page of no cycle shows no concept."""
        self._year = year
        self._shown: set[int] = set()

    @cached_property
    def _known(self) -> Mapping[str, MarkedConcept]:
        return marked_concepts(self._year) if self._year else {}

    def on(self, key: str) -> bool:
        """Tell whether the concept of that key bears the mark."""
        return key in self._known

    def shows(self, key: str) -> bool:
        """Tell the same where the page says more of the concept than its key."""
        if not self.on(key):
            return False
        self._shown.add(self._known[key].entry)
        return True

    @cached_property
    def _of_all_cycles(self) -> frozenset[int]:
        return marked_entries()

    def on_entry(self, entry: int) -> bool:
        """Tell whether that concept of any cycle bears the mark."""
        return entry in self._of_all_cycles

    def shows_entry(self, entry: int) -> bool:
        """Tell the same where the page says more of the concept than its key."""
        if not self.on_entry(entry):
            return False
        self._shown.add(entry)
        return True

    def note(self, request: HttpRequest) -> None:
        """Record that the visitor was shown what the page told of marked concepts."""
        note_reading(request, *self._told(request))

    def note_part(self, request: HttpRequest) -> None:
        """Record the same of a part of a page that comes anew while somebody types.

        What the visitor was shown on the page within the hour is recorded already.
        """
        visitor, told = visitor_of(request), self._told(request)
        before = Reading.objects.filter(
            person=visitor.person.code if visitor.person else "",
            what__in=told,
            at__gt=visitor.clock.now() - timedelta(hours=1),
        )
        known = set(before.values_list("what", flat=True)) if told else set()
        note_reading(request, *(one for one in told if one not in known))

    def _told(self, request: HttpRequest) -> list[str]:
        match = request.resolver_match
        page = (match.url_name or "").partition("-")[0] if match else ""
        return [f"{ReadingKind.SHOWN} {entry} {page}" for entry in sorted(self._shown)]
