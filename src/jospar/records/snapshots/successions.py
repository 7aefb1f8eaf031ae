"""Which body answers for what another one proposed, after reorganisations."""

from collections.abc import Iterable, Mapping
from datetime import date

from jospar.records.models import Succession


def successors(day: date) -> dict[str, str]:
    """Return the bodies that were succeeded by ``day``, and by whom; one query."""
    found = Succession.objects.filter(on__lte=day)
    return dict(found.values_list("body", "successor"))


def in_the_end(body: str, known: Mapping[str, str]) -> str:
    """Return the body that answers for ``body``, in however many steps."""
    while body in known:
        body = known[body]
    return body


def answering(bodies: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the bodies that answer for what ``bodies`` proposed, each once."""
    return tuple(dict.fromkeys(in_the_end(body, known) for body in bodies))


def answered_for(body: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the bodies that ``body`` answers for: itself unless it was succeeded."""
    return tuple(code for code in (body, *known) if in_the_end(code, known) == body)
