"""What a crowd did and saw: pages and their times, acts, and what went wrong."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

SIGN_IN, STATIC = "sign-in", "static file"
"""Kinds that are no pages: what is slow on purpose, and what browsers keep."""


class Request(msgspec.Struct, frozen=True):
    """A request that was answered: its kind, its status, and seconds to the end."""

    kind: str
    status: int
    seconds: float


class Accepted(msgspec.Struct, frozen=True):
    """An act that somebody was told of as done: the entry that they were shown."""

    act: str
    act_id: str
    entry: int
    person: str


class Tally(msgspec.Struct):
    """All of it, in the order in which it came; several threads add to it.

    ``refusals`` are told with a reason by the application, as the law has it.
    ``retried`` are requests without an answer, or with a failure of the server, that
    were sent again; ``failures`` is everything else that is not as it should be.
    """

    requests: list[Request] = []
    accepted: list[Accepted] = []
    refusals: list[str] = []
    retried: list[str] = []
    failures: list[str] = []

    def __add__(self, other: "Tally") -> "Tally":
        """Return what both saw."""
        return Tally(*(getattr(self, n) + getattr(other, n) for n in _PARTS))

    def pages(self) -> list[Request]:
        """Return the requests for pages: all but signing in and static files."""
        return [one for one in self.requests if one.kind not in {SIGN_IN, STATIC}]

    def of_act(self, act: str) -> list[Accepted]:
        """Return the accepted acts that have this code."""
        return [one for one in self.accepted if one.act == act]


_PARTS = Tally.__struct_fields__


def percentile(
    requests: Sequence[Request], share: float, like: Sequence[Request] = ()
) -> float:
    """Return the seconds within which so great a share of the requests was answered.

    With ``like`` it is what it would be if kinds were as frequent as they are there.
    """
    kinds = Counter(one.kind for one in requests)
    mix = Counter(one.kind for one in like) or kinds
    times = sorted((one.seconds, mix[one.kind] / kinds[one.kind]) for one in requests)
    left = share * sum(weight for _seconds, weight in times)
    for seconds, weight in times:
        left -= weight
        if left <= 0:
            return seconds
    return times[-1][0]


def by_kind(requests: Iterable[Request]) -> Mapping[str, Sequence[Request]]:
    """Return the requests by their kinds, the most frequent kind first."""
    found: dict[str, list[Request]] = defaultdict(list)
    for one in requests:
        found[one.kind].append(one)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))
