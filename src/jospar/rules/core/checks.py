"""Conditions and checks, and what they say against an act.

A condition speaks against an act on the facts alone, so that a button can say why
it is grey before anything is filled in; a requirement looks at the filing too. A
caution is acknowledged and the act goes through. An irregularity is a caution on a
paper of somebody else: it is recorded, and the paper stands. At the body's own desk
it has to be acknowledged, or mended first where the body can mend it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from .nouns import Values
from .provisions import check_code

# A check of wider facts serves an act on narrower ones.
Facts_contra = TypeVar("Facts_contra", contravariant=True)
Filing_contra = TypeVar("Filing_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Unmet:
    """What a check found: the field that causes it and the values to show."""

    values: Values
    field: str = ""


def unmet(field: str = "", **values: object) -> Unmet:
    """Return the finding of a check that does not hold."""
    return Unmet(values, field)


class Kind(StrEnum):
    """How heavy an objection is."""

    REFUSAL = "refusal"
    CAUTION = "caution"
    IRREGULARITY = "irregularity"


@dataclass(frozen=True, slots=True)
class Objection:
    """Something that speaks against an act.

    ``code`` is the name of the check, ``provision`` names its ground, ``message``
    and ``cure`` are sentences to be translated and filled with ``values``.
    """

    kind: Kind
    code: str
    provision: str
    message: str
    cure: str
    field: str
    values: Values


@dataclass(frozen=True, slots=True)
class Verdict:
    """All that speaks against an act at once; it is open when nothing refuses it."""

    refusals: tuple[Objection, ...]
    cautions: tuple[Objection, ...]

    @property
    def is_open(self) -> bool:
        """Whether nothing refuses the act."""
        return not self.refusals


@dataclass(frozen=True, slots=True)
class Check(Generic[Facts_contra, Filing_contra]):
    """A named check of facts and filing with its ground, sentence and cure.

    ``mend`` says that a body mends what was found before it files the paper.
    """

    provision: str
    message: str
    cure: str
    find: Callable[[Facts_contra, Filing_contra], Iterable[Unmet]]
    mend: bool = False

    @property
    def code(self) -> str:
        """The name of the check: that of its function."""
        return self.find.__name__

    def objections(
        self, kind: Kind, facts: Facts_contra, filing: Filing_contra
    ) -> Iterator[Objection]:
        """Yield what the check finds as objections of ``kind``."""
        for found in self.find(facts, filing):
            yield _objection(kind, self, found)


def check(
    provision: str, message: str, cure: str, *, mend: bool = False
) -> Callable[
    [Callable[[Facts_contra, Filing_contra], Iterable[Unmet]]],
    Check[Facts_contra, Filing_contra],
]:
    """Turn a generator of findings into a check that stands on ``provision``."""
    check_code(provision)

    def name(
        find: Callable[[Facts_contra, Filing_contra], Iterable[Unmet]],
    ) -> Check[Facts_contra, Filing_contra]:
        return Check(provision, message, cure, find, mend)

    return name


@dataclass(frozen=True, slots=True)
class Condition(Generic[Facts_contra]):
    """A true statement about the facts that an act needs, with its ground."""

    provision: str
    message: str
    cure: str
    holds: Callable[[Facts_contra], Unmet | None]

    @property
    def code(self) -> str:
        """The name of the condition: that of its function."""
        return self.holds.__name__

    def objections(self, facts: Facts_contra) -> Iterator[Objection]:
        """Yield the refusal where the condition does not hold."""
        if (found := self.holds(facts)) is not None:
            yield _objection(Kind.REFUSAL, self, found)


def condition(
    provision: str, message: str, cure: str
) -> Callable[[Callable[[Facts_contra], Unmet | None]], Condition[Facts_contra]]:
    """Turn a statement about facts into a condition that stands on ``provision``."""
    check_code(provision)

    def name(holds: Callable[[Facts_contra], Unmet | None]) -> Condition[Facts_contra]:
        return Condition(provision, message, cure, holds)

    return name


def _objection(
    kind: Kind, part: Check[Any, Any] | Condition[Any], found: Unmet
) -> Objection:
    return Objection(
        kind,
        part.code,
        part.provision,
        part.message,
        part.cure,
        found.field,
        found.values,
    )
