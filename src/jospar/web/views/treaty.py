"""One treaty through the years: its line of time, its names, what can be done."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.queries.responsible import latest_bodies
from jospar.queries.treaty_life import ConceptLife, TreatyLife, treaty_life
from jospar.records.numbers import entry_of
from jospar.records.rulesets import ruleset_of
from jospar.records.snapshots.successions import answering, successors
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import OF_ONE_BODY, Sight
from jospar.rules.core.titles import WordChange, compare_words
from jospar.rules.treaty.unlink import unlink
from jospar.web.acts.offers import OF_TREATIES, ON_ROWS, Offer, offers
from jospar.web.pages import page
from jospar.web.treaty_events import events_of, life_line
from jospar.web.visitor import Seat, Visitor, needs, repealed_for, visitor_of


@dataclass(frozen=True, slots=True)
class NamePair:
    """The agreed name in a language, and the way from it to the present one."""

    language: str
    agreed: str
    words: tuple[WordChange, ...]


@require_safe
@needs(Sight.ALL_CONCEPTS, Sight.AGREED_PLANS)
def show(request: HttpRequest, language: str, entry: int) -> HttpResponse:
    """Show the treaty of a concept that the reader may know of, whichever of its."""
    visitor = visitor_of(request)
    if (actor := visitor.actor) is None:
        raise Http404
    life = treaty_life(actor, entry, visitor.today)
    if life is None:
        raise Http404
    events = events_of(life)
    last = life.concepts[-1]
    known = successors(visitor.today)
    return page(
        request,
        "treaty.html",
        language,
        life=life,
        last=last,
        is_planned=not last.amends and entry_of(last.entry) == last.entry,
        repealed=repealed_for(request, ruleset_of(last.year)),
        title=_present_name(life),
        names=tuple(_names(life)),
        events=events,
        line=life_line(life, events, visitor.today),
        bodies=latest_bodies(),
        answers=answering(last.bodies, known),
        opens=_opens(visitor),
        offers=_offers(visitor, language, last, known, request.path),
        undoes=_undoes(visitor, life, known),
        back=request.path,
    )


def _present_name(life: TreatyLife) -> Text:
    """Return what the treaty is called: as signed, as last named, or as agreed."""
    for concept in reversed(life.concepts):
        if (row := concept.row) is None:
            continue
        if row.signing:
            return row.signing.name
        if row.names:
            return row.names[-1].name
        if row.wording:
            return row.wording.title
    return life.concepts[-1].title


def _names(life: TreatyLife) -> Iterator[NamePair]:
    """Return the agreed name and the present one where they differ, by language."""
    agreed = [one.row.wording for one in life.concepts if one.row and one.row.wording]
    if not agreed:
        return
    present = _present_name(life)
    if present == agreed[-1].title:
        return
    for language in ("kk", "ru"):
        old, new = agreed[-1].title[language], present[language]
        yield NamePair(language, old, tuple(compare_words(old, new)))


def _opens(visitor: Visitor) -> dict[str, object]:
    """Return whose concepts open to the reader: everybody's, or those of a body."""
    body = visitor.actor.body if visitor.actor and visitor.actor.body else ""
    return {
        "carrying": visitor.sees(Sight.CARRYING_OUT, Sight.OWN_PAPERS),
        "all": visitor.sees(Sight.ALL_CONCEPTS),
        "body": body if visitor.sees(Sight.OWN_PAPERS) else "",
    }


def _offers(
    visitor: Visitor,
    language: str,
    concept: ConceptLife,
    known: Mapping[str, str],
    back: str,
) -> list[Offer]:
    """Return what the reader can do on the treaty's last concept and its row."""
    actor, ruleset = visitor.actor, ruleset_of(concept.year)
    if actor is None or ruleset is None:
        return []
    own = actor.body in answering(concept.bodies, known)
    if actor.office in OF_ONE_BODY and not own:
        return []
    seat = Seat(visitor, actor, ruleset, concept.year)
    found: list[Offer] = []
    if concept.row and concept.row.wording:
        known = {"plan": concept.row.plan.value, "key": concept.key}
        found += offers(seat, language, ON_ROWS, back, **known)
    # What is undone is one of the links: each has that beside it.
    linking = [code for code in OF_TREATIES if code != unlink.code]
    found += offers(seat, language, linking, back, key=concept.key)
    return sorted(found, key=lambda offer: bool(offer.closed_by))


def _undoes(
    visitor: Visitor, life: TreatyLife, known: Mapping[str, str]
) -> frozenset[int]:
    """Return the concepts whose links the reader may undo."""
    actor = visitor.actor
    if actor is None or actor.office not in unlink.by:
        return frozenset()
    return frozenset(
        concept.entry
        for concept in life.concepts
        if actor.acts_for(*answering(concept.bodies, known))
    )
