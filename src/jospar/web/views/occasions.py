"""Agreements and events: what is linked, what is considered, what is not."""

from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.concept_list import Asked, ConceptLine, concept_list
from jospar.queries.occasions import OccasionLine, occasion_lines
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.offices import Actor, Sight
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.drafting.facts import Register
from jospar.rules.registry import BY_CODE
from jospar.web.acts.addresses import own_address
from jospar.web.pages import page
from jospar.web.paging import part_of
from jospar.web.visitor import needs, visitor_of

STATES = ("neither", "linked", "considered")
FOUND = 10
"""How many concepts a search for one to link shows."""


@require_safe
@needs(Sight.OCCASIONS)
def occasions(request: HttpRequest, language: str, year: int) -> HttpResponse:
    """Show both registers; ``?link=7&find=text`` looks for a concept to link."""
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    if ruleset is None or visitor.actor is None:
        raise Http404
    actor, asked = visitor.actor, request.GET
    lines = occasion_lines(year)
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
        year=year,
        today=visitor.today,
        part=part_of(groups, asked.get("page", "")),
        show=asked.get("show", ""),
        register=asked.get("register", ""),
        registers=tuple(Register),
        states=STATES,
        counts={state: sum(line.state == state for line in lines) for state in STATES},
        total=len(lines),
        opens_concepts=visitor.sees(Sight.ALL_CONCEPTS),
        back=own_address(request, "link", "find"),
        pages=own_address(request, "link", "find", "page"),
        may=_may(actor),
        **_search(actor, ruleset, year, asked.get("link", ""), asked.get("find", "")),
    )


class _Register:
    """One of the two registers with its lines."""

    def __init__(self, register: Register, rows: list[OccasionLine]) -> None:
        self.register, self.rows = register, rows


def _may(actor: Actor) -> Mapping[str, bool]:
    verbs = ("consider", "ask_for_concept", "register_agreement", "register_event")
    return {verb: actor.office in BY_CODE[f"drafting.{verb}"].by for verb in verbs}


def _search(
    actor: Actor, ruleset: Ruleset, year: int, link: str, find: str
) -> Mapping[str, Any]:
    """Return which entry is to be linked, what was looked for, and what was found."""
    found: tuple[ConceptLine, ...] = ()
    if link and find.strip():
        wanted = Asked(text=find)
        found = concept_list(actor, ruleset, year, wanted, size=FOUND).lines
    return {"link": link, "find": find.strip(), "found": found}
