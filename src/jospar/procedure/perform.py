"""``perform``: the only way to change a record, and ``assess``, the same asked only."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from importlib.metadata import version
from typing import Any
from uuid import UUID

from django.db import transaction

from jospar.accounts import snapshots as _snapshots  # noqa: F401 - registers its snapshots
from jospar.accounts import stores as _accounts_stores  # noqa: F401 - registers its stores
from jospar.accounts.appointments import not_appointed
from jospar.records.fields import plain
from jospar.records.files import check_kept
from jospar.records.past import database
from jospar.records.rulesets import is_brought_in
from jospar.records.snapshots import NotInRecordError, facts_for
from jospar.records.stores import store
from jospar.records.stores.dispatch import At
from jospar.rules.core.act import Act, Case, HasCase, Kind, Objection, Verdict
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.files import FileRef, FilesAttached
from jospar.rules.core.offices import Actor
from jospar.rules.core.planning import plans
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.reference.facts import SetCalendar
from jospar.rules.registry import BY_FILING

from . import acts_log, journal
from .clock import Clock
from .days import against_calendar, calendar_of
from .locking import lock_for_act
from .moments import Place, next_place
from .who_acts import may_act

VERSION = version("jospar")


@dataclass(frozen=True, slots=True)
class Order:
    """An act to be performed, once for each ``act_id``.

    ``on`` is the day of effect; ``document`` proves a past day. ``acknowledged``
    holds the codes of cautions that are acknowledged, or is None for all of them.
    ``imported`` says that a file acts for the office, not a person who holds it.
    ``files`` came with the act, and are kept already.
    """

    act_id: UUID
    filing: object
    year: int
    on: date
    actor: Actor
    ruleset: Ruleset
    document: str = ""
    acknowledged: Collection[str] | None = ()
    imported: bool = False
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Performed:
    """An act that stands in the journal; ``new`` unless it stood there before."""

    number: int
    new: bool
    cautions: tuple[Objection, ...] = ()


class ActRefusedError(Exception):
    """An act that may not be performed, with everything that speaks against it.

    Attributes:
        objections: the refusals, and cautions that were not acknowledged.
    """

    def __init__(self, objections: tuple[Objection, ...]) -> None:
        super().__init__(", ".join(objection.code for objection in objections))
        self.objections = objections


class ActIdTakenError(Exception):
    """Another filing was performed under this act's id.

    Attributes:
        number: the entry that has the id.
    """

    def __init__(self, number: int) -> None:
        super().__init__(f"Entry {number} of the journal has this act id.")
        self.number = number


def perform(order: Order, clock: Clock) -> Performed:
    """Ask the kernel, store what legally happens, write the journal: all or nothing.

    The same order sent twice is one act.

    Raises:
        ActRefusedError: with every reason and its provision.
        ActIdTakenError: when another filing was performed under the same id.
        FileError: when one of the files is not kept.
    """
    return perform_all((order,), clock)[0]


def perform_all(orders: Iterable[Order], clock: Clock) -> tuple[Performed, ...]:
    """Perform what one press brings about, in its order: all of the acts, or none.

    Raises what ``perform`` does, of the first act that may not be performed.
    """
    orders = tuple(orders)
    with transaction.atomic(using=database(), durable=True):
        lock_for_act()
        performed = tuple(_perform(order, clock) for order in orders)
    for order, one in zip(orders, performed, strict=True):
        if one.new:
            acts_log.tell_performed(*_named(order), one.number)
    return performed


def _perform(order: Order, clock: Clock) -> Performed:
    if (known := journal.find(order.act_id)) is not None:
        return _performed_before(known, order)
    place = next_place(order.filing)
    try:
        effects, cautions = _effects_there(place, order, clock)
    except ActRefusedError as error:
        acts_log.tell_refused(*_named(order), error.objections)
        raise
    if order.files:
        check_kept(order.files)
        effects = (*effects, FilesAttached(order.files))
    for effect in effects:
        store(effect, At(place.number, order.year, order.on))
    _record(order, effects, cautions, place, clock)
    return Performed(place.number, new=True, cautions=cautions)


def _effects_there(
    place: Place, order: Order, clock: Clock
) -> tuple[tuple[object, ...], tuple[Objection, ...]]:
    if behind := place.behind(order.filing, clock.now()):
        raise ActRefusedError(behind)
    return legal_effects(order, clock)


def _named(order: Order) -> tuple[str, str, str]:
    """Return the act's code, its id, and who performs it."""
    return BY_FILING[type(order.filing)].code, str(order.act_id), order.actor.person


def legal_effects(
    order: Order, clock: Clock
) -> tuple[tuple[object, ...], tuple[Objection, ...]]:
    """Return what would legally happen, and the cautions; nothing is stored.

    Raises:
        ActRefusedError: with every reason and its provision.
    """
    act, facts, verdict = _consider(order, clock)
    if objections := _against(verdict, order):
        raise ActRefusedError(objections)
    return act.effect(facts, order.filing), verdict.cautions


def assess(order: Order, clock: Clock) -> Verdict:
    """Return what speaks against the order, without performing it."""
    try:
        return _consider(order, clock)[2]
    except ActRefusedError as error:
        return Verdict(error.objections, ())


def why_not(order: Order, clock: Clock) -> tuple[Objection, ...]:
    """Return what refuses the act whatever is filled in; the filing may be blank."""
    try:
        act, facts = _meet(order, clock)
    except ActRefusedError as error:
        return error.objections
    return act.why_not(facts)


def _performed_before(known: journal.Entry, order: Order) -> Performed:
    # A filing says its own day where it has one, so days are not compared.
    came = journal.encode([known.value("filing"), _files_of(known)])
    if (known.act, known.year, came) == (
        BY_FILING[type(order.filing)].code,
        order.year,
        journal.encode([plain(order.filing), plain(order.files)]),
    ):
        return Performed(known.number, new=False)
    raise ActIdTakenError(known.number)


def _files_of(known: journal.Entry) -> Any:
    """Return the files that came with an act, as plain values."""
    effects, name = known.value("effects"), FilesAttached.__name__
    return next((one["files"] for one in effects if one["effect"] == name), [])


def _consider(order: Order, clock: Clock) -> tuple[Act[Any, Any], HasCase, Verdict]:
    if _day_of(order.filing) not in {None, order.on}:
        raise ValueError(f"The filing's own day is not {order.on}, that of its order.")
    act, facts = _meet(order, clock)
    verdict = act.verdict(facts, order.filing)
    if isinstance(order.filing, SetCalendar):
        against = against_calendar(order.filing)
        verdict = replace(verdict, refusals=(*verdict.refusals, *against))
    return act, facts, verdict


def _meet(order: Order, clock: Clock) -> tuple[Act[Any, Any], HasCase]:
    act = BY_FILING[type(order.filing)]
    today = clock.today()
    if not order.imported and not may_act(order.actor, order.filing, order.year, today):
        raise ActRefusedError((not_appointed(order.actor, today),))
    case = Case(
        actor=order.actor,
        on=order.on,
        today=today,
        year=order.year,
        ruleset=order.ruleset,
        document=order.document,
        imported=order.imported,
        brought_in=plans(act.code) and is_brought_in(order.year),
    )
    if case.brought_in:  # its records are not such as the facts are read from
        raise ActRefusedError(act.against(case))
    try:
        facts = facts_for(order.filing, case, calendar_of(order.year))
    except NotInRecordError as error:
        raise ActRefusedError((error.objection,)) from error
    return act, facts


def _day_of(filing: object) -> date | None:
    """Return the day of effect that a filing itself says, if it says one."""
    received_at: datetime | None = getattr(filing, "received_at", None)
    return day_in_astana(received_at) if received_at else getattr(filing, "on", None)


def _against(verdict: Verdict, order: Order) -> tuple[Objection, ...]:
    if order.acknowledged is None:
        return verdict.refusals
    unacknowledged = tuple(
        caution
        for caution in verdict.cautions
        if caution.kind is Kind.CAUTION and caution.code not in order.acknowledged
    )
    return (*verdict.refusals, *unacknowledged)


def _record(
    order: Order,
    effects: tuple[object, ...],
    cautions: tuple[Objection, ...],
    place: Place,
    clock: Clock,
) -> None:
    act, rules = BY_FILING[type(order.filing)], order.ruleset
    parts = (
        journal.salted(plain(order.filing)),
        journal.salted(
            [{"effect": type(effect).__name__, **plain(effect)} for effect in effects]
        ),
        journal.salted([plain(caution) for caution in cautions]),
    )
    paragraphs = dict.fromkeys(map(rules.paragraph, act.provisions))
    header = journal.Header(
        number=place.number,
        act_id=str(order.act_id),
        act=act.code,
        rehearsal=clock.rehearsed is not None,
        provisions=list(act.provisions),
        paragraphs=[paragraph for paragraph in paragraphs if paragraph],
        ruleset=rules.code,
        ruleset_digest=rules.digest,
        year=order.year,
        person=order.actor.person,
        office=order.actor.office.value,
        body=order.actor.body,
        standing_in_for=order.actor.standing_in_for,
        on=order.on,
        document=order.document,
        recorded_at=place.moment(clock.now()).isoformat(timespec="microseconds"),
        version=VERSION,
        digests=dict(zip(journal.PARTS, map(journal.sha256, parts), strict=True)),
        previous=place.previous,
    )
    journal.write(header, parts)
