"""How the plans in force are carried out: overdue rows, quarters, what lies ahead."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.views.decorators.http import require_safe

from jospar.queries.carrying_desk import (
    CarryingDesk,
    Chosen,
    RowState,
    carrying_desk,
    code_of,
)
from jospar.queries.carrying_out import Cause
from jospar.queries.responsible import latest_bodies
from jospar.rules.core.forms import Body
from jospar.rules.core.nouns import ProgressStage
from jospar.rules.core.offices import Actor, Sight
from jospar.rules.core.terms import ROMAN
from jospar.rules.registry import BY_CODE
from jospar.web.acts.addresses import own_address
from jospar.web.acts.offers import ON_ROWS
from jospar.web.asked import number_asked
from jospar.web.pages import page
from jospar.web.paging import part_of
from jospar.web.visitor import needs, visitor_of

AHEAD = (30, 60, 90)
"""How many days the page looks ahead."""
AHEAD_MOST = 8
"""How many of what lies ahead are named; the others are among the rows."""
ROWS = 30
"""Rows of a page: each says much more than one of a plan."""
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
        bodies=_named(desk, latest_bodies()),
        stages=tuple(ProgressStage),
        states=tuple(RowState),
        causes=tuple(Cause),
        codes=[(code_of(plan), plan) for plan in desk.plans],
        roman=ROMAN,
        acts=_acts(actor),
        until_signed=UNTIL_SIGNED,
        may_ask=_may("carrying_out.request_report", actor),
        back=own_address(request),
        pages=own_address(request, "page"),
        look={one: _look(asked, one) for one in AHEAD},
    )


def _chosen(asked: QueryDict) -> Chosen:
    """Return what the address narrows the page to; what is unknown narrows nothing."""
    stage = asked.get("stage", "")
    return Chosen(
        body=asked.get("body", ""),
        plan=asked.get("plan", ""),
        stage=ProgressStage(stage) if stage in set(ProgressStage) else None,
    )


def _days(asked: QueryDict) -> int:
    days = number_asked(asked.get("ahead", ""))
    return days if days in AHEAD else AHEAD[0]


def _look(asked: QueryDict, days: int) -> str:
    """Return the query of the page that looks so many days ahead."""
    kept = {name: asked[name] for name in ("body", "plan", "stage") if asked.get(name)}
    return urlencode(kept | {"ahead": days})


def _named(desk: CarryingDesk, bodies: Mapping[str, Body]) -> Mapping[str, Body]:
    """Return the bodies that answer for rows, in the order of the last list."""
    shown = {card.body for card in desk.scorecards}
    shown |= {code for line in desk.lines for code in line.row.answering}
    return {code: body for code, body in bodies.items() if code in shown}


def _acts(actor: Actor) -> tuple[str, ...]:
    return tuple(code for code in ON_ROWS if _may(code, actor))


def _may(code: str, actor: Actor) -> bool:
    return actor.office in BY_CODE[code].by
