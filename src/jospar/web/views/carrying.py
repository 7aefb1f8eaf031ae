"""How the plans in force are carried out: overdue rows, quarters, what lies ahead."""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from jospar.queries.carrying_desk import (
    CarryingDesk,
    Chosen,
    Quarter,
    carrying_desk,
    code_of,
)
from jospar.queries.carrying_out import Cause
from jospar.queries.control_report import Span
from jospar.queries.responsible import latest_bodies
from jospar.queries.row_states import RowState
from jospar.queries.scorecards import Scorecard
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import ProgressStage
from jospar.rules.core.offices import Actor, Sight
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.registry import BY_CODE
from jospar.web.acts.addresses import own_address
from jospar.web.acts.offers import ON_ROWS
from jospar.web.asked import number_asked
from jospar.web.pages import page
from jospar.web.paging import part_of
from jospar.web.views.control import ENDINGS
from jospar.web.visitor import needs, repealed_for, visitor_of

AHEAD = (30, 60, 90)
"""How many days the page looks ahead."""
AHEAD_MOST = 8
"""How many of what lies ahead are named; the others are among the rows."""
ROWS = 30
"""Rows of a page: each says much more than one of a plan."""
_NARROWING = ("body", "plan", "stage", "quarter", "ahead")
"""What an address may ask of the page, but for one of its parts."""
UNTIL_SIGNED = frozenset({"carrying_out.put_forward", "carrying_out.record_signing"})
"""Acts that a signed treaty has behind it."""


@require_safe
@needs(Sight.CARRYING_OUT, Sight.OWN_PAPERS)
def show(request: HttpRequest, language: str) -> HttpResponse:
    """Show the rows of the plans in force; to a body those that it answers for."""
    visitor, asked = visitor_of(request), request.GET
    if (actor := visitor.actor) is None:
        raise Http404
    chosen, days = _chosen(asked), _days(asked)
    own = "" if visitor.sees(Sight.CARRYING_OUT) else actor.body
    desk = carrying_desk(visitor.today, own, chosen, days)
    bodies = _named(desk, latest_bodies())
    return page(
        request,
        "carrying.html",
        language,
        desk=desk,
        part=part_of(desk.groups, asked.get("page", ""), ROWS),
        chosen=chosen,
        days=days,
        every_ahead=AHEAD,
        ahead_most=AHEAD_MOST,
        own=own,
        bodies=bodies,
        scorecards=_in_order(desk.scorecards, bodies),
        stages=tuple(ProgressStage),
        states=tuple(RowState),
        causes=tuple(Cause),
        codes=[(code_of(plan), plan) for plan in desk.plans],
        repealed=repealed_for(request, _rules(desk)),
        acts=_acts(actor),
        until_signed=UNTIL_SIGNED,
        spans=tuple(Span),
        endings=ENDINGS,
        may_ask=_may("carrying_out.request_report", actor),
        back=own_address(request),
        pages=own_address(request, "page"),
        look={one: _look(asked, ahead=one) for one in AHEAD},
        quarters={one: _look(asked, quarter=one) for one in _quarters(desk)},
        every_quarter=_look(asked, quarter=""),
    )


def _rules(desk: CarryingDesk) -> Ruleset | None:
    """Return the Rules that the first of the plans was made under."""
    return ruleset_of(desk.plans[0].year) if desk.plans else None


def _chosen(asked: QueryDict) -> Chosen:
    """Return what the address narrows the page to; what is unknown narrows nothing."""
    stage = asked.get("stage", "")
    return Chosen(
        body=asked.get("body", ""),
        plan=asked.get("plan", ""),
        stage=ProgressStage(stage) if stage in set(ProgressStage) else None,
        quarter=_quarter(asked.get("quarter", "")),
    )


def _quarter(text: str) -> Quarter | None:
    """Return the quarter that ``2025-3`` asks for, if it is one."""
    year, _dash, quarter = text.partition("-")
    if re.fullmatch("20[0-9]{2}-[1-4]", text):
        return int(year), int(quarter)
    return None


def _quarters(desk: CarryingDesk) -> list[str]:
    """Return the quarters of the timeline, as an address asks for them."""
    return [f"{year}-{quarter}" for year, quarter in desk.timeline.quarters]


def _days(asked: QueryDict) -> int:
    days = number_asked(asked.get("ahead", ""))
    return days if days in AHEAD else AHEAD[0]


def _look(asked: QueryDict, **changed: object) -> str:
    """Return the query of the page that is narrowed alike but for what is changed."""
    kept = {name: asked[name] for name in _NARROWING if asked.get(name)}
    return urlencode({name: of for name, of in (kept | changed).items() if of})


def _named(desk: CarryingDesk, bodies: Mapping[str, Body]) -> Mapping[str, Body]:
    """Return the bodies that answer for rows, in the order of the last list."""
    shown = {card.body for card in desk.scorecards}
    shown |= {code for line in desk.every_line for code in line.row.answering}
    return {code: body for code, body in bodies.items() if code in shown}


def _in_order(
    cards: Iterable[Scorecard], bodies: Mapping[str, Body]
) -> list[Scorecard]:
    """Return the scorecards in the official order of their bodies."""

    def place(card: Scorecard) -> tuple[int, str]:
        body = bodies.get(card.body)
        return (body.position if body else 0, card.body)

    return sorted(cards, key=place)


def _acts(actor: Actor) -> tuple[str, ...]:
    return tuple(code for code in ON_ROWS if _may(code, actor))


def _may(code: str, actor: Actor) -> bool:
    return actor.office in BY_CODE[code].by
