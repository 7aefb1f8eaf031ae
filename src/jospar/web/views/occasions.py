"""Agreements and events: what is linked, what is considered, what is not."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.concept_list import Asked, ConceptLine, concept_list
from jospar.queries.occasions import OccasionLine, occasion_lines
from jospar.rules.core.offices import Actor, Sight
from jospar.rules.drafting.facts import Register
from jospar.rules.registry import BY_CODE
from jospar.web.acts.addresses import own_address
from jospar.web.pages import page
from jospar.web.paging import part_of
from jospar.web.visitor import Seat, in_cycle

STATES = ("neither", "linked", "considered")
FOUND = 10
"""How many concepts a search for one to link shows."""


@require_safe
@in_cycle(Sight.OCCASIONS)
def occasions(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show both registers; ``?link=7&find=text`` looks for a concept to link."""
    asked = request.GET
    lines = occasion_lines(seat.year)
    shown = [
        line
        for line in lines
        if asked.get("show", "") in {"", line.state}
        and asked.get("register", "") in {"", line.register}
    ]
    groups = [
        _Register(register, [line for line in shown if line.register is register])
        for register in Register
    ]
    return page(
        request,
        "occasions.html",
        language,
        year=seat.year,
        today=seat.visitor.today,
        part=part_of(groups, asked.get("page", "")),
        show=asked.get("show", ""),
        register=asked.get("register", ""),
        registers=tuple(Register),
        states=STATES,
        counts={state: sum(line.state == state for line in lines) for state in STATES},
        total=len(lines),
        opens_concepts=seat.visitor.sees(Sight.ALL_CONCEPTS),
        back=own_address(request, "link", "find"),
        pages=own_address(request, "link", "find", "page"),
        may=_may(seat.actor),
        **_search(seat, asked.get("link", ""), asked.get("find", "")),
    )


class _Register:
    """One of the two registers with its lines."""

    def __init__(self, register: Register, rows: list[OccasionLine]) -> None:
        self.register, self.rows = register, rows


def _may(actor: Actor) -> Mapping[str, bool]:
    verbs = ("consider", "ask_for_concept", "register_agreement", "register_event")
    return {verb: actor.office in BY_CODE[f"drafting.{verb}"].by for verb in verbs}


def _search(seat: Seat, link: str, find: str) -> Mapping[str, Any]:
    """Return which entry is to be linked, what was looked for, and what was found."""
    found: tuple[ConceptLine, ...] = ()
    if link and find.strip():
        wanted = Asked(text=find)
        found = concept_list(
            seat.actor, seat.ruleset, seat.year, wanted, size=FOUND
        ).lines
    return {"link": link, "find": find.strip(), "found": found}
