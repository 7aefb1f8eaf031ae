"""An evidence file as it reads: what it says, and the exact texts of its entries."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from jospar.exchange.verification.contents import Content
from jospar.procedure.journal import PARTS, Header
from jospar.queries.evidence_subjects import SubjectKind
from jospar.records.fingerprints import canonical
from jospar.rules.core.calendar import Calendar
from jospar.rules.core.ruleset import Ruleset, RulesetError, load, read
from jospar.rules.core.sentences import _

from .calendar_used import calendar_from
from .contents import EVIDENCE, FORMAT, PAGES, RULESET, Evidence, Proof, entry_path
from .days import Effects
from .package import EvidenceError

_LARGEST = 2**23
"""Bytes of all that is read and not only hashed: two thousand entries have them."""
_DEEPEST = 50
"""So deep no entry is nested: what walks through one would go too deep itself."""
_TOO_MUCH = _(
    "The file says more than Jospar ever writes of one decision: get it again from the "
    "office that gave it."
)
_UNREADABLE = (msgspec.MsgspecError, ValueError, TypeError, RecursionError)
NO_VALUE = (LookupError, ValueError, TypeError, AttributeError, ArithmeticError)
"""What computing ends in with values that Jospar never writes."""


class _Filing(msgspec.Struct):
    value: dict[str, Any]


class _Effect(msgspec.Struct):
    effect: str


class _Named(msgspec.Struct):
    value: list[_Effect]


class _Effects(msgspec.Struct):
    value: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class EntryRead:
    """An entry of the file; of a withheld one only its proof is there."""

    proof: Proof
    header: Header | None = None
    filing: Mapping[str, Any] | None = None
    effects: tuple[dict[str, Any], ...] | None = None
    cautions: tuple[dict[str, Any], ...] | None = None


@dataclass(frozen=True, slots=True)
class EvidenceRead:
    """A file that could be read; whether it holds is another question.

    ``plan`` is what the last revision of a plan says, where the file is about one.
    """

    evidence: Evidence
    entries: tuple[EntryRead, ...]
    ruleset: Ruleset
    calendar: Calendar | None
    plan: Content | None

    @property
    def decision(self) -> EntryRead | None:
        """The entry that the file was asked for."""
        number = self.evidence.decision
        found = (one for one in self.entries if one.proof.number == number)
        return next(found, None)

    @property
    def own(self) -> list[EntryRead]:
        """The entries of the subject."""
        return [one for one in self.entries if one.proof.own]

    @property
    def withheld(self) -> int:
        """How many entries the reader may not see."""
        return sum(one.header is None for one in self.entries)


def read_evidence(parts: Mapping[str, bytes]) -> EvidenceRead:
    """Return what the parts of a file say.

    Raises:
        EvidenceError: naming the part that cannot be read, is missing or too many.
    """
    evidence = _evidence(parts.get(EVIDENCE, b""))
    _check_names(evidence.names(), list(parts))
    _check_size(evidence, parts)
    entries = tuple(_entry(proof, parts) for proof in evidence.entries)
    try:
        kept = read(parts[RULESET])
    except RulesetError as error:
        raise _cannot_be_read(RULESET, error) from error
    used = evidence.calendar
    try:
        calendar = calendar_from(used) if used else None
    except (ValueError, OverflowError) as error:
        raise _cannot_be_read(EVIDENCE, error) from error
    plan = _plan(parts, _plan_path(evidence))
    return EvidenceRead(evidence, entries, _completed(kept), calendar, plan)


def effects_of(entries: Iterable[EntryRead]) -> Effects:
    """Return the effects that the file shows, by the numbers of their entries."""
    return [(one.proof.number, one.effects) for one in entries if one.effects]


def _plan_path(evidence: Evidence) -> str:
    """Return where the last revision lies, "" where the file is not about a plan."""
    if evidence.about.kind is not SubjectKind.PLAN or not evidence.papers:
        return ""
    path = evidence.papers[-1].path
    return path if path.endswith(".json") else ""


def _check_size(evidence: Evidence, parts: Mapping[str, bytes]) -> None:
    """Raise that there is more to read than any decision has."""
    hashed = {*PAGES.values(), *(paper.path for paper in evidence.papers)}
    hashed.discard(_plan_path(evidence))
    size = sum(len(content) for name, content in parts.items() if name not in hashed)
    if size > _LARGEST:
        raise EvidenceError(_TOO_MUCH)


def _plan(parts: Mapping[str, bytes], path: str) -> Content | None:
    if not path:
        return None
    try:
        return msgspec.json.decode(parts[path], type=Content)
    except _UNREADABLE as error:
        raise _cannot_be_read(path, error) from error


def _evidence(content: bytes) -> Evidence:
    if len(content) > _LARGEST:
        raise EvidenceError(_TOO_MUCH)
    try:
        evidence = msgspec.json.decode(content, type=Evidence)
        again = canonical(msgspec.to_builtins(evidence))
    except _UNREADABLE as error:
        raise _cannot_be_read(EVIDENCE, error) from error
    if evidence.format != FORMAT:
        raise EvidenceError(
            _("The file was made by Jospar {version}, which is later than this one."),
            version=evidence.version,
        )
    if again != content:
        raise EvidenceError(
            _("“{part}” is not written as Jospar writes it: it was changed."),
            part=EVIDENCE,
        )
    return evidence


def _check_names(named: list[str], found: list[str]) -> None:
    for part in named:
        if part not in found:
            raise EvidenceError(_("“{part}” is missing from the file."), part=part)
    for part in found:
        if part not in named:
            raise EvidenceError(_("“{part}” does not belong in the file."), part=part)
    if named != found:
        raise EvidenceError(_("The parts of the file are not in their order."))


def _entry(proof: Proof, parts: Mapping[str, bytes]) -> EntryRead:
    if not proof.parts:
        return EntryRead(proof)
    if not set(proof.parts) <= set(PARTS):
        raise _cannot_be_read(EVIDENCE, ", ".join(proof.parts))

    def text(part: str) -> bytes:
        return parts[entry_path(proof.number, part)]

    decoded: dict[str, Any] = {}
    part = "header"
    try:
        header = msgspec.json.decode(text(part), type=Header)
        for part in proof.parts:
            decoded |= dict(_decoded(part, text(part)))
            if _is_deep(decoded[part]):
                raise ValueError(_DEEPEST)
    except _UNREADABLE as error:
        raise _cannot_be_read(entry_path(proof.number, part), error) from error
    return EntryRead(proof, header, **decoded)


def _decoded(part: str, text: bytes) -> Iterator[tuple[str, Any]]:
    if part == "filing":
        yield part, msgspec.json.decode(text, type=_Filing).value
        return
    if part == "effects":
        msgspec.json.decode(text, type=_Named)  # each has a name
    yield part, tuple(msgspec.json.decode(text, type=_Effects).value)


def _is_deep(value: object, levels: int = _DEEPEST) -> bool:
    """Tell whether a value is nested in more levels than these."""
    match value:
        case dict():
            inner: Iterable[object] = value.values()
        case list() | tuple():
            inner = value
        case _:
            return False
    return not levels or any(_is_deep(one, levels - 1) for one in inner)


def _completed(kept: Ruleset) -> Ruleset:
    """Return a kept text with what later releases do that it does not speak of."""
    try:
        return kept.completed(load(kept.code))
    except RulesetError:
        return kept


def _cannot_be_read(part: str, error: object) -> EvidenceError:
    return EvidenceError(
        _("“{part}” in the file cannot be read: {error}."), part=part, error=error
    )
