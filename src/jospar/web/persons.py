"""The names of persons, whom the record knows by their codes."""

from collections.abc import Iterable, Iterator

from jospar.accounts.models import Person
from jospar.queries.concept_page import Happened


def names_of(codes: Iterable[str]) -> dict[str, str]:
    """Return the names of persons by their codes; one query."""
    found = set(codes)
    known = Person.objects.filter(code__in=found).values_list("code", "name")
    return {code: code for code in found} | dict(known)


def persons_in(happened: Iterable[Happened]) -> Iterator[str]:
    """Yield the codes of who acted, and of whom they stood in for."""
    for one in happened:
        yield one.person
        if one.standing_in_for:
            yield one.standing_in_for
