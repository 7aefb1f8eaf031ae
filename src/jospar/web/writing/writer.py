"""Who writes: an office that files concepts, in a cycle that is open."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from jospar.rules.core.offices import OF_ONE_BODY, Sight
from jospar.web.models import Draft
from jospar.web.visitor import NotSeenError, Seat

from .drafts import drafts_of, filed_as, may_write


@dataclass(frozen=True, slots=True)
class Writer:
    """The seat at which drafts are written, and those of its body."""

    seat: Seat

    @property
    def on_paper(self) -> bool:
        """Whether a concept is recorded that came on paper."""
        return self.seat.actor.office not in OF_ONE_BODY

    def draft(self, uuid: UUID) -> tuple[Draft, int | None]:
        """Return a draft of the writer's body, and its entry if it was filed.

        Raises:
            Http404: when the body has no such draft.
        """
        draft = drafts_of(self.seat.actor, self.seat.year).filter(uuid=uuid).first()
        if draft is None:
            raise Http404
        return draft, filed_as([draft]).get(uuid)


def writer_of(seat: Seat) -> Writer:
    """Return who writes at the seat.

    Raises:
        NotSeenError: when the visitor's office files no concepts.
    """
    if not may_write(seat.actor):
        raise NotSeenError((Sight.OWN_PAPERS,))
    return Writer(seat)
