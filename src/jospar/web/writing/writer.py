"""Who writes: an office that files concepts, in a cycle whose Rules are known."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpRequest

from jospar.accounts.models import Person
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Sight
from jospar.rules.core.ruleset import Ruleset
from jospar.web.models import Draft
from jospar.web.visitor import NotSeenError, Visitor, visitor_of

from .drafts import drafts_of, filed_as, may_write


@dataclass(frozen=True, slots=True)
class Writer:
    """The visitor, the office that writes, and the Rules of the cycle."""

    visitor: Visitor
    actor: Actor
    ruleset: Ruleset
    year: int

    @property
    def on_paper(self) -> bool:
        """Whether a concept is recorded that came on paper."""
        return self.actor.office not in OF_ONE_BODY

    def draft(self, uuid: UUID) -> tuple[Draft, int | None]:
        """Return a draft of the writer's body, and its entry if it was filed.

        Raises:
            Http404: when the body has no such draft.
        """
        draft = drafts_of(self.actor, self.year).filter(uuid=uuid).first()
        if draft is None:
            raise Http404
        return draft, filed_as([draft]).get(uuid)


def writer_of(request: HttpRequest, year: int) -> Writer:
    """Return who writes in the cycle of ``year``.

    Raises:
        Http404: when there is no such cycle.
        NotSeenError: when the visitor's office files no concepts.
    """
    visitor, ruleset = visitor_of(request), ruleset_of(year)
    if ruleset is None or visitor.actor is None:
        raise Http404
    if not may_write(visitor.actor):
        raise NotSeenError((Sight.OWN_PAPERS,))
    return Writer(visitor, visitor.actor, ruleset, year)


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """Return the names of persons by their codes; one query."""
    found = set(codes)
    known = Person.objects.filter(code__in=found).values_list("code", "name")
    return {code: code for code in found} | dict(known)
