"""Acts: who may perform one, what speaks against it and what legally happens.

The words that acts are written with are all here; the checks come from ``checks``.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from .bounds import signs_are_seen, texts_in_bounds
from .checks import (
    Check,
    Condition,
    Kind,
    Objection,
    Unmet,
    Verdict,
    check,
    condition,
    unmet,
)
from .offices import OF_PAST_DAYS, Actor, Office, offices_of
from .planning import plans
from .provisions import check_code
from .ruleset import Ruleset
from .sentences import _

__all__ = [
    "Act",
    "Case",
    "Check",
    "Condition",
    "HasCase",
    "Kind",
    "Objection",
    "Unmet",
    "Verdict",
    "_",
    "act",
    "check",
    "condition",
    "unmet",
]


@dataclass(frozen=True, slots=True)
class Case:
    """What every act stands in: who acts, for which day, known on which day.

    ``on`` is the day of legal effect, ``today`` the day in Astana when the act is
    recorded, ``document`` the number of the paper that proves a past day. Acts that
    are ``imported`` have effect in the order of their kinds on one day. Of a year that
    was ``brought_in`` nothing is planned here.
    """

    actor: Actor
    on: date
    today: date
    year: int
    ruleset: Ruleset
    document: str = ""
    imported: bool = False
    brought_in: bool = False


class HasCase(Protocol):
    """Facts of any kind: they say which case they belong to."""

    @property
    def case(self) -> Case:
        """The case of the act."""


F = TypeVar("F", bound=HasCase)
G = TypeVar("G")


@dataclass(frozen=True, slots=True)
class Act(Generic[F, G]):
    """An act of the Rules: who may perform it, what speaks against it, what it does.

    ``records`` says that the act records somebody else's paper as it came.
    """

    code: str
    provision: str
    by: frozenset[Office]
    filing: type[G]
    effect: Callable[[F, G], tuple[object, ...]]
    records: bool = False
    conditions: tuple[Condition[Any], ...] = ()
    requirements: tuple[Check[Any, Any], ...] = ()
    cautions: tuple[Check[Any, Any], ...] = ()
    provisions: tuple[str, ...] = field(default=())

    def why_not(self, facts: F) -> tuple[Objection, ...]:
        """Return what refuses the act before anything is filled in.

        An office that may not perform the act is told nothing else of the facts, nor
        is who would plan a year whose plans were brought in.
        """
        return self.against(facts.case) or tuple(
            found for part in self.conditions for found in part.objections(facts)
        )

    def against(self, case: Case) -> tuple[Objection, ...]:
        """Return what refuses the act in this case, whatever the facts are."""
        return tuple(_office(self, case)) or tuple(_year(self, case))

    def verdict(self, facts: F, filing: G) -> Verdict:
        """Return everything that speaks against performing ``filing`` on ``facts``."""

        def found(checks: tuple[Check[F, G], ...], kind: Kind) -> tuple[Objection, ...]:
            return tuple(
                objection
                for part in checks
                for objection in part.objections(kind, facts, filing)
            )

        if facts.case.actor.office not in self.by:
            return Verdict(self.why_not(facts), ())
        refusals = (
            *self.why_not(facts),
            *_day(facts.case),
            *found(self.requirements, Kind.REFUSAL),
        )
        own_desk = facts.case.actor.office is Office.BODY_OFFICER
        if self.records and not own_desk:
            return Verdict(refusals, found(self.cautions, Kind.IRREGULARITY))
        mend = tuple(part for part in self.cautions if part.mend and own_desk)
        others = tuple(part for part in self.cautions if part not in mend)
        return Verdict(
            (*refusals, *found(mend, Kind.REFUSAL)), found(others, Kind.CAUTION)
        )


def act(
    code: str,
    provision: str,
    *,
    filing: type[G],
    also: tuple[str, ...] = (),
    records: bool = False,
    conditions: tuple[Condition[F], ...] = (),
    requirements: tuple[Check[F, G], ...] = (),
    cautions: tuple[Check[F, G], ...] = (),
) -> Callable[[Callable[[F, G], tuple[object, ...]]], Act[F, G]]:
    """Turn the function that states what legally happens into an act.

    ``provision`` is what the act stands on, ``also`` what it carries out besides; the
    offices that may perform it stand in ``offices.toml``.
    """
    requirements = (texts_in_bounds, signs_are_seen, *requirements)
    grounds = (provision, *also, *(part.provision for part in conditions))
    grounds += tuple(part.provision for part in (*requirements, *cautions))
    for code_of_ground in grounds:
        check_code(code_of_ground)

    def name(effect: Callable[[F, G], tuple[object, ...]]) -> Act[F, G]:
        return Act(
            code=code,
            provision=provision,
            by=offices_of(code),
            filing=filing,
            effect=effect,
            records=records,
            conditions=conditions,
            requirements=requirements,
            cautions=cautions,
            provisions=tuple(dict.fromkeys(grounds)),
        )

    return name


def _refusal(
    code: str, provision: str, message: str, cure: str, **values: object
) -> Objection:
    return Objection(Kind.REFUSAL, code, provision, message, cure, "", values)


def _office(act: Act[Any, Any], case: Case) -> Iterator[Objection]:
    if case.actor.office not in act.by:
        yield _refusal(
            "office_may",
            "offices.table",
            _("This act is not for the office “{office}”."),
            _("Ask one of: {offices}."),
            office=case.actor.office,
            offices=tuple(sorted(act.by)),
        )


def _year(act: Act[Any, Any], case: Case) -> Iterator[Objection]:
    if case.brought_in and plans(act.code):
        yield _refusal(
            "planned_here",
            "plans.brought_in",
            _("The plans of {year} were brought in; nothing is planned in that year."),
            _("Amend the agreed plan, or choose another year."),
            year=str(case.year),
        )


def _day(case: Case) -> Iterator[Objection]:
    if case.on > case.today:
        yield _refusal(
            "day_has_come",
            "record.day",
            _("The day {on} has not come yet; today is {today}."),
            _("Correct the day, or record the act when the day has come."),
            on=case.on,
            today=case.today,
        )
    elif case.on < case.today and not (
        case.imported or case.actor.office in OF_PAST_DAYS
    ):
        yield _refusal(
            "past_day_by_ministry",
            "record.day",
            _("The day {on} is past; only the Ministry records acts of past days."),
            _("Send the paper to the registrar of the Ministry."),
            on=case.on,
        )
    elif case.on < case.today and not case.document:
        yield _refusal(
            "past_day_is_proven",
            "record.day",
            _("The day {on} is past, and no document proves it."),
            _("Give the number of the document that proves the day."),
            on=case.on,
        )
