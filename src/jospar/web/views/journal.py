"""The journal: its entries by what is asked for, and one of them whole."""

from collections.abc import Mapping

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from jospar.procedure import journal, replay
from jospar.queries.journal_chain import FURTHER, Chain, chain
from jospar.queries.journal_page import (
    JournalFilter,
    acts_of,
    journal_page,
    person_names,
)
from jospar.queries.sentences import fill
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.offices import Office, Sight
from jospar.web.asked import day_asked, number_asked
from jospar.web.downloads import download
from jospar.web.journal_content import MANY, beginning, caution, said, when
from jospar.web.pages import page
from jospar.web.paging import older_page
from jospar.web.visitor import Seat, in_cycle, note_reading

_RAW = 6_000
"""Letters of each exact text that the page of an entry shows."""


@require_safe
@in_cycle(Sight.JOURNAL)
def entries(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show the acts of the cycle, the newest first, and how far the chain holds.

    Each look verifies some entries more; ``?verify`` asks for many at once.
    """
    year, asked = seat.year, request.GET
    chosen = _filter(asked)
    found = journal_page(year, chosen, number_asked(asked.get("before", "")))
    proven = chain(FURTHER) if "verify" in asked else chain()
    return page(
        request,
        "journal.html",
        language,
        chosen=chosen,
        found=found,
        chain=proven,
        fault=_fault(proven, language),
        grounds=seat.ruleset.provisions,
        acts=acts_of(year),
        offices=list(Office),
        bodies=bodies_of(year),
        older=older_page(asked, found.older),
        when=when,
        year=year,
    )


@require_safe
@in_cycle(Sight.JOURNAL)
def entry(request: HttpRequest, seat: Seat, language: str, number: int) -> HttpResponse:
    """Show an entry with its grounds, its content and its place in the chain."""
    found = _numbered(request, seat, number)
    header = found.read()
    proven = chain()
    filing = [said(found.value("filing"), language)]
    effects = [said(_plain(one), language) for one in found.value("effects")]
    shown_filing, shown_effects = beginning(filing), beginning(effects)
    return page(
        request,
        "journal_entry.html",
        language,
        entry=found,
        header=header,
        names=person_names((header,)),
        grounds=seat.ruleset.provisions,
        filing=shown_filing[0],
        key=found.value("filing").get("key", ""),
        effects=shown_effects,
        is_whole=(filing, effects) == (shown_filing, shown_effects),
        raw_letters=_RAW,
        many=MANY,
        cautions=[caution(one, language) for one in found.value("cautions")],
        bodies=bodies_of(seat.year),
        chain=proven,
        fault=_fault(proven, language),
        last=proven.last,
        when=when,
        year=seat.year,
    )


@require_safe
@in_cycle(Sight.JOURNAL)
def whole_entry(request: HttpRequest, seat: Seat, number: int) -> HttpResponse:
    """Send an entry as the line that it is in the exported journal."""
    found = _numbered(request, seat, number)
    return download(replay.line_of(found), f"journal-{number}.json")


def _numbered(request: HttpRequest, seat: Seat, number: int) -> journal.Entry:
    """Return the entry of the cycle, and record that it is read.

    Raises:
        Http404: when the cycle has none of that number.
    """
    asked = number_asked(str(number))
    found = journal.numbered(asked) if asked else None
    if found is None or found.year != seat.year:
        raise Http404
    note_reading(request, f"entry {number}")
    return found


def _plain(effect: Mapping[str, object]) -> dict[str, object]:
    """Return an effect without its name, which is the journal's own."""
    return {name: value for name, value in effect.items() if name != "effect"}


def _fault(proven: Chain, language: str) -> str:
    """Return the sentence that names the first entry that does not hold."""
    fault = proven.fault
    return fill(fault.message, fault.values, language) if fault else ""


def _filter(asked: QueryDict) -> JournalFilter:
    def text(name: str) -> str:
        return asked.get(name, "").strip()[:200]

    return JournalFilter(
        act=text("act"),
        person=text("person"),
        office=text("office"),
        body=text("body"),
        record=text("record"),
        first_day=day_asked(text("first_day")),
        last_day=day_asked(text("last_day")),
    )
