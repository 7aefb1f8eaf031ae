"""How a draft becomes a filing, and what speaks against that."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from itertools import count
from uuid import uuid5

from jospar.procedure.perform import (
    ActIdTakenError,
    ActRefusedError,
    Order,
    perform_all,
)
from jospar.records.models import Concept
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.act import Objection
from jospar.rules.core.further import FURTHER
from jospar.rules.core.horizon import cycle_years
from jospar.rules.core.nouns import ConceptKey, Entry, Level, Procedure, Text
from jospar.rules.core.offices import Actor
from jospar.rules.intake.facts import SubmitConcept
from jospar.rules.intake.submit_concept import submit_concept
from jospar.rules.treaty.facts import How, Link
from jospar.rules.treaty.link import link
from jospar.web.acts.attempt import Attempt
from jospar.web.acts.reading import as_typed
from jospar.web.models import Draft
from jospar.web.visitor import Seat

from .cells import part_of, with_terms
from .countries import counterparties_of
from .drafts import files_of, mark_filed
from .merging import texts_of

_LACKS = frozenset({"texts_in_all_languages", "fields_filled"})
"""Checks that find an empty cell: it is named among what is missing."""
_TRIES = 5
"""How often a key is chosen anew where somebody else has just taken it."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a draft still lacks, and what speaks against filing it.

    ``missing`` are names of cells, ``rivals`` of those with two texts. ``filing`` is
    there when it can be read; of what hangs on a missing cell nothing is said.
    """

    attempt: Attempt
    filing: SubmitConcept | None
    missing: tuple[str, ...]
    rivals: tuple[str, ...]
    refusals: tuple[Objection, ...]
    cautions: tuple[Objection, ...]

    @property
    def is_ready(self) -> bool:
        """Whether nothing but acknowledgements stands before the filing."""
        return not (self.missing or self.rivals or self.refusals)


def examine(draft: Draft, seat: Seat, acknowledged: Collection[str] = ()) -> Examined:
    """Return what the kernel says of the draft as it reads now."""
    texts = texts_of(draft.fields)
    attempt = Attempt(
        act=submit_concept,
        seat=seat,
        typed=typed_of(texts, seat.actor, seat.year),
        act_id=draft.uuid,
        acknowledged=acknowledged,
        files=files_of(draft),
    )
    reading = attempt.read()
    filing = replace(
        reading.filing or _likely(reading.faults, attempt), further=_further(texts)
    )
    verdict = attempt.assess(filing)
    missing = [part_of(name) for name in reading.faults]
    missing += [one.field for one in verdict.refusals if one.code in _LACKS]
    faults = frozenset(reading.faults)

    def told(objections: tuple[Objection, ...]) -> tuple[Objection, ...]:
        return tuple(
            one
            for one in objections
            if one.field not in missing and not _hangs_on(one, faults)
        )

    return Examined(
        attempt=attempt,
        filing=None if reading.faults else filing,
        missing=tuple(dict.fromkeys(missing)),
        rivals=tuple(n for n, cell in draft.fields.items() if "rival" in cell),
        refusals=told(verdict.refusals),
        cautions=told(verdict.cautions),
    )


def file(draft: Draft, seat: Seat, acknowledged: Collection[str]) -> int:
    """File the draft and return the number of its entry; twice is once.

    Raises:
        ActRefusedError: with every reason; with none where a cell is still missing.
    """
    refused = ActRefusedError(())
    for _try in range(_TRIES):
        examined = examine(draft, seat, acknowledged)
        if examined.filing is None or examined.rivals:
            raise refused
        try:
            number = _perform(examined.attempt, examined.filing, draft)
        except ActRefusedError as error:
            if {one.code for one in error.objections} != {"key_of_its_own"}:
                raise
            refused = error
        else:
            mark_filed(draft, number)
            return number
    raise refused


def _perform(attempt: Attempt, filing: SubmitConcept, draft: Draft) -> int:
    orders = [attempt.order(filing)]
    if draft.earlier is not None and draft.reason_kk:
        earlier = Concept.objects.select_related("amends").get(entry=draft.earlier)
        orders.append(_linking(attempt.seat, filing, draft, earlier))
    try:
        return perform_all(orders, attempt.seat.visitor.clock)[0].number
    except ActIdTakenError as error:
        return error.number


def _linking(
    seat: Seat, filing: SubmitConcept, draft: Draft, earlier: Concept
) -> Order:
    """Return the order that links the concept to the one whose row it proposes again.

    Its id is made of the draft's: both acts are done once.
    """
    linking = Link(
        key=filing.key,
        on=seat.visitor.today,
        earlier_year=earlier.year,
        earlier=ConceptKey(earlier.key),
        how=How.CONTINUES if earlier.year < seat.year else How.SAME,
        reason=Text(draft.reason_kk, draft.reason_ru),
    )
    return Order(
        act_id=uuid5(draft.uuid, link.code),
        filing=linking,
        year=seat.year,
        on=linking.on,
        actor=seat.actor,
        ruleset=seat.ruleset,
    )


def typed_of(texts: Mapping[str, str], actor: Actor, year: int) -> dict[str, str]:
    """Return the draft as it would be typed into the fields of the filing."""
    first = actor.body or texts.get("body", "")
    others = texts.get("others", "").split()
    proposers = [first, *(code for code in others if code != first)] if first else []
    return {
        "received_at": "",
        **texts,
        **dict(with_terms(texts)),
        "key": _free_key(first, year),
        "proposers": "\n".join(proposers),
        "counterparties": "\n".join(counterparties_of(texts.get("counterparties", ""))),
    }


def _free_key(body: str, year: int) -> str:
    """Return the next key of the body that no concept of the cycle has."""
    taken = set(
        Concept.objects.filter(cycle_id=year, key__startswith=f"{body}-").values_list(
            "key", flat=True
        )
    )
    numbers = count(len(taken) + 1)
    return next(key for n in numbers if (key := f"{body}-{n}") not in taken)


def _further(texts: Mapping[str, str]) -> dict[str, str]:
    """Return the further fields that are filled in."""
    return {
        name.removeprefix(FURTHER): text
        for name, text in texts.items()
        if name.startswith(FURTHER) and text
    }


def _likely(faults: Collection[str], attempt: Attempt) -> SubmitConcept:
    """Return the filing with something for each missing value.

    So the rest of it can be looked at.
    """
    seat = attempt.seat
    years = cycle_years(seat.ruleset, seat.year)
    likely = {
        "level": Level.INTERSTATE.value,
        "entry": Entry.NEW.value,
        "procedure": Procedure.NONE.value,
        "conclude_from": f"{years[0]}-01-01",
        "conclude_to": f"{years[-1]}-12-31",
        "document": "–",
        "proposers": next(iter(bodies_of(seat.year)), ""),
        "received_at": as_typed(seat.visitor.clock.now()),
    }
    typed = dict(attempt.typed) | {name: likely.get(name, "") for name in faults}
    filing: SubmitConcept = replace(attempt, typed=typed).read().filing
    return filing


def _hangs_on(objection: Objection, faults: Collection[str]) -> bool:
    """Tell whether the objection says something of a value that was not typed."""
    if "level" in faults and objection.values.get("aspect") == "level":
        return True
    if "conclude_from" in faults and objection.field.startswith("procedure"):
        return True
    return part_of(objection.field) in {part_of(name) for name in faults}
