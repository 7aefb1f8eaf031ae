"""The bodies of a review: as the plan writes them, by their codes and names of then."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jospar.exchange.annexes.bodies import Bodies
from jospar.exchange.annexes.pairing import PairedRow
from jospar.exchange.annexes.values import AnnexRow, KnownBody, squeezed

from .filing import codes_in
from .review import Review, ReviewBody, ReviewRow


def proposers_of(halves: Sequence[AnnexRow], bodies: Bodies) -> list[str]:
    """Return the bodies of the half of which most are known, unknown ones as written.

    Both halves name the same bodies; where they do not, that is a doubt of its own.
    """
    found = [
        [one.body.code if one.body else one.text for one in bodies.find(half.cells[1])]
        or [part for part in (squeezed(half.cells[1]),) if part]
        for half in halves
    ]
    known = [len({*half.bodies}) for half in halves]
    best = max(range(len(halves)), key=lambda at: (known[at], -at))
    return list(dict.fromkeys(found[best]))


def bodies_of(
    rows: Sequence[ReviewRow],
    pairs: Sequence[PairedRow],
    bodies: Bodies,
    known: tuple[KnownBody, ...],
) -> Iterator[ReviewBody]:
    """Yield the bodies of the rows once each, with the names that the plan gives."""
    names = {body.code: body.names for body in known}
    written = {
        squeezed(found.text).casefold()
        for pair in pairs
        for half in (pair.kk, pair.ru)
        if half
        for found in bodies.find(half.cells[1])
    }
    for code in dict.fromkeys(
        one for row in rows for one in row.proposers.split("; ") if one
    ):
        if code not in names:
            yield ReviewBody(code)
            continue
        name = next(
            (
                name
                for name in names[code]
                if {name.kk.casefold(), name.ru.casefold()} & written
            ),
            names[code][0],
        )
        yield ReviewBody(code, code, name.kk, name.ru)


def with_bodies(review: Review, known: tuple[KnownBody, ...]) -> Review:
    """Return the review with every body that its rows name among its bodies, once.

    A body that a person has written is looked for among those that are known; one
    that has a code of its own gets the names that are known of it.
    """
    names = {body.code: body.names for body in known}
    listed = {body.written: body for body in review.bodies}
    bodies = Bodies(known)
    used = dict.fromkeys(one for row in review.rows for one in codes_in(row.proposers))

    def of(written: str) -> ReviewBody:
        body = listed.get(written, ReviewBody(written))
        code = body.code
        if written not in listed:
            found = bodies.find(written)
            sure = len(found) == 1 and found[0].how in {"exact", "former"}
            code = written if written in names else ""
            if sure and found[0].body:
                code = found[0].body.code
        if code in names and not (body.name_kk or body.name_ru):
            name = names[code][0]
            return ReviewBody(written, code, name.kk, name.ru)
        return replace(body, code=code)

    return replace(review, bodies=tuple(map(of, used)))
