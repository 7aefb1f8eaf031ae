"""An independent walk over a journal, cycle by cycle: has every step its ground?

It reads the texts of the entries alone, knows the Rules by its own tables, and
imports nothing of what it judges.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

CLOCKS_BACK = datetime(2024, 2, 29, 18, tzinfo=UTC)
"""Since then Astana is five hours ahead of UTC; for long before it was six."""

PRACTICE = (
    *("reference.", "intake.mark_handling", "intake.register_paper", "intake.remind"),
    *("review.answer_clarification", "review.give_opinion", "commission.answer_remark"),
    *("agreement.acknowledge", "amendment.acknowledge", "amendment.send_out"),
    *("outbox.", "treaty."),
)
"""What no paragraph asks for: reference data, receipts, the Ministry's own order."""

OFFICES = {
    "reference.explain": {"reviewer", "head", "planner"},
    "reference": {"administrator"},
    "intake.submit_concept": {"body_officer", "registrar"},
    "intake.report_none": {"body_officer", "registrar"},
    "intake.supplement_concept": {"body_officer", "registrar"},
    "intake.withdraw_concept": {"body_officer", "registrar"},
    "intake.return_late": {"registrar", "head"},
    "review.conclude": {"head"},
    "review.notify": {"registrar", "head"},
    "drafting.settle": {"planner", "head"},
    "drafting.place": {"planner"},
    "drafting.register_agreement": {"planner"},
    "drafting.register_event": {"planner"},
    "commission.send_to_commission": {"head"},
    "commission.decide": {"commission_secretary", "registrar"},
    "commission.decide_row": {"commission_secretary", "registrar"},
    "agreement.send_to_president": {"head"},
    "agreement.record_reply": {"administration_officer", "registrar"},
    "agreement.distribute": {"registrar", "head"},
    "agreement.acknowledge": {"recipient", "body_officer", "registrar"},
    "intake.mark_handling": {"body_officer", "registrar"},
    "intake.register_paper": {"registrar"},
    "intake.remind": {"registrar", "head"},
    "outbox.send_reminder": {"registrar", "head"},
    "review.ask_opinion": {"reviewer", "head"},
    "review.give_opinion": {"reviewer", "head"},
    "review.ask_clarification": {"reviewer", "head"},
    "review.answer_clarification": {"body_officer", "registrar"},
    "review.prepare_conclusion": {"reviewer", "head"},
    "review.agree_conclusion": {"reviewer", "head"},
    "drafting.move": {"planner"},
    "drafting.consider": {"planner"},
    "drafting.ask_for_concept": {"planner", "head"},
    "commission.remark": {"commission_secretary", "registrar"},
    "commission.answer_remark": {"planner", "head"},
    "amendment.bring_grounds": {"body_officer", "registrar"},
    "amendment.bring_concept": {"body_officer", "registrar"},
    "amendment.conclude": {"head"},
    "amendment.request": {"body_officer", "registrar", "administration_officer"},
    "amendment.record_instruction": {"administration_officer", "registrar"},
    "amendment.decide": {"commission_secretary", "registrar"},
    "amendment.record_consent": {"administration_officer", "registrar"},
    "amendment.amend_row": {"planner"},
    "amendment.drop_change": {"planner"},
    "amendment.make_revision": {"planner", "head"},
    "amendment.send_out": {"registrar", "head"},
    "amendment.acknowledge": {"recipient", "body_officer", "registrar"},
    "carrying_out.report": {"body_officer", "registrar", "controller"},
    "carrying_out.plan_stage": {"body_officer", "controller"},
    "carrying_out.request_report": {"controller"},
    "carrying_out.put_forward": {"body_officer", "controller"},
    "carrying_out.record_signing": {"body_officer", "registrar", "controller"},
    "carrying_out.record_name": {"controller"},
    "carrying_out.correct_name": {"controller"},
    "treaty.link": {"planner", "controller", "registrar", "body_officer"},
    "treaty": {"planner", "controller", "body_officer"},
}
"""Who may do what, as the table of offices has it."""


class Entry(Protocol):
    """An entry of a journal, as its texts."""

    @property
    def header(self) -> str:
        """What the entry says of itself, and the digests of its parts."""

    @property
    def filing(self) -> str:
        """What was filed, with its salt."""

    @property
    def effects(self) -> str:
        """What legally happened, with its salt."""

    @property
    def cautions(self) -> str:
        """What was said against it, with its salt."""

    @property
    def hash(self) -> str:
        """The hash of the header."""


@dataclass(slots=True)
class Concept:
    """What the walk knows of a concept; days are ISO texts."""

    received_on: str
    in_time: bool
    proposers: list[str]
    wording: dict[str, Any]
    expedient_since: str = ""
    concluded: bool = False
    withdrawn: bool = False
    returned: bool = False
    plan: str = ""


@dataclass(slots=True)
class Plan:
    """What the walk knows of a plan: its stage, and its rows while it is no draft."""

    stage: str = "draft"
    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    approved: dict[str, dict[str, Any]] = field(default_factory=dict)
    sent: str = ""


class Chain:
    """Follows the hashes from entry to entry."""

    def __init__(self) -> None:
        self._previous, self._number = "0" * 64, 0

    def header(self, entry: Entry) -> Mapping[str, Any]:
        """Return what the next entry says of itself, if the chain holds."""
        header: Mapping[str, Any] = json.loads(entry.header)
        assert _sha256(entry.header) == entry.hash
        assert (header["previous"], header["number"]) == (
            self._previous,
            self._number + 1,
        )
        for part in ("filing", "effects", "cautions"):
            assert _sha256(getattr(entry, part)) == header["digests"][part]
        self._previous, self._number = entry.hash, header["number"]
        return header


class Walk:
    """Walks through a cycle; ``agreed`` leads from plans to their fingerprints."""

    def __init__(self, year: int) -> None:
        self.concepts: dict[str, Concept] = {}
        self.plans = {"current": Plan(), "long_term": Plan()}
        self.agreed: dict[str, str] = {}
        self.years = {
            "current": {year + 1},
            "long_term": {year + 2, year + 3, year + 4},
        }
        self._deadline = datetime(year, 9, 26, tzinfo=UTC)

    def over(self, entries: Iterable[Entry]) -> "Walk":
        """Walk over all entries, and stop at the first without a ground."""
        chain = Chain()
        for entry in entries:
            self.take(chain.header(entry), json.loads(entry.effects)["value"])
        return self

    def take(self, header: Mapping[str, Any], effects: list[Any]) -> None:
        """Take one step: what an act of this cycle did."""
        _grounded(header)
        for effect in effects:
            getattr(self, f"_{effect['effect'].lower()}", _nothing)(effect, header)
            self._nothing_stands_twice()

    def _nothing_stands_twice(self) -> None:
        for kind, plan in self.plans.items():
            if plan.stage != "draft":
                for key in plan.rows:
                    assert self.concepts[key].plan == kind
                    assert self.concepts[key].in_time

    def _conceptreceived(self, effect: Any, header: Any) -> None:
        assert effect["key"] not in self.concepts
        moment = datetime.fromisoformat(effect["received_at"])
        assert effect["received_on"] == header["on"] == _day(moment)
        self.concepts[effect["key"]] = Concept(
            received_on=effect["received_on"],
            in_time=_in_astana(moment) < self._deadline,
            proposers=effect["proposers"],
            wording=effect["wording"],
        )
        _own_desk(header, effect["proposers"])

    def _nonereported(self, effect: Any, header: Any) -> None:
        _own_desk(header, [effect["body"]])

    def _of(self, effect: Any, header: Any) -> Concept:
        concept = self.concepts[effect["key"]]
        assert concept.received_on <= effect["on"] == header["on"]
        return concept

    def _conceptsupplemented(self, effect: Any, header: Any) -> None:
        concept = self._of(effect, header)
        concept.wording = effect["wording"]
        _own_desk(header, concept.proposers)

    def _conceptwithdrawn(self, effect: Any, header: Any) -> None:
        concept = self._of(effect, header)
        assert not concept.withdrawn
        concept.withdrawn = True
        _own_desk(header, concept.proposers)

    def _conceptreturned(self, effect: Any, header: Any) -> None:
        concept = self._of(effect, header)
        assert not concept.in_time
        assert not concept.returned
        concept.returned = True

    def _conclusiongiven(self, effect: Any, header: Any) -> None:
        concept = self._of(effect, header)
        assert concept.in_time
        assert not concept.concluded
        assert all(concept.wording[text][code] for text, code in _TEXTS)
        concept.concluded = True
        concept.expedient_since = effect["on"] if effect["expedient"] else ""

    def _conclusionnotified(self, effect: Any, header: Any) -> None:
        assert self._of(effect, header).concluded

    def _conceptsettled(self, effect: Any, header: Any) -> None:
        concept = self._of(effect, header)
        assert concept.in_time
        assert not concept.returned
        assert not concept.plan or self.plans[concept.plan].stage == "draft"
        concept.wording = effect["wording"]

    def _conceptplaced(self, effect: Any, header: Any) -> None:
        concept, plan = self._of(effect, header), effect["plan"]
        assert concept.in_time
        assert concept.expedient_since
        assert concept.expedient_since <= effect["on"]
        assert not concept.plan
        assert self.plans[plan].stage == "draft"
        first, last = _years(concept.wording)
        years = set(range(first, last + 1))
        assert years <= self.years["current"] | self.years["long_term"]
        assert years & self.years[plan]
        assert years <= self.years[plan] or effect["reason"]
        concept.plan = plan

    def _rowmoved(self, effect: Any, header: Any) -> None:
        concept = self._of(effect, header)
        assert concept.plan not in {"", effect["plan"]}
        assert {plan.stage for plan in self.plans.values()} == {"draft"}
        concept.plan = effect["plan"]

    def _draftsent(self, effect: Any, header: Any) -> None:
        plan = self.plans[effect["plan"]]
        assert plan.stage == "draft"
        plan.stage, plan.sent = "before_commission", effect["fingerprint"]
        plan.rows = {
            key: concept.wording
            for key, concept in self.concepts.items()
            if concept.plan == effect["plan"] and not concept.withdrawn
        }

    def _plandecided(self, effect: Any, header: Any) -> None:
        plan = self.plans[effect["plan"]]
        assert plan.stage == "before_commission"
        plan.stage = "approved" if effect["outcome"] == "approved" else "draft"
        plan.approved = dict(plan.rows)

    def _rowdecided(self, effect: Any, header: Any) -> None:
        kind, key, wording = effect["plan"], effect["key"], effect["wording"]
        plan, concept = self.plans[kind], self.concepts[key]
        assert key in plan.rows
        if wording is None:
            assert plan.stage == "draft"
            return
        assert plan.stage == "approved"
        concept.wording = _changed(concept.wording, plan.rows[key], wording)
        if effect["outcome"] in {"change", "keep"}:
            plan.rows[key] = plan.approved[key] = wording
            return
        del plan.rows[key], plan.approved[key]
        concept.plan = ""
        if effect["outcome"] == "move":
            concept.plan = "long_term" if kind == "current" else "current"
            other = self.plans[concept.plan]
            assert other.stage in {"draft", "before_commission"}
            if other.stage == "before_commission":
                other.rows[key] = wording

    def _plansenttopresident(self, effect: Any, header: Any) -> None:
        plan = self.plans[effect["plan"]]
        assert plan.stage == "approved"
        assert plan.rows == plan.approved
        plan.stage, plan.sent = "before_president", effect["fingerprint"]

    def _planreplied(self, effect: Any, header: Any) -> None:
        plan = self.plans[effect["plan"]]
        assert plan.stage == "before_president"
        assert plan.rows == plan.approved
        plan.stage = "draft"
        if effect["outcome"] == "agreed":
            plan.stage, self.agreed[effect["plan"]] = "agreed", plan.sent

    def _plandistributed(self, effect: Any, header: Any) -> None:
        assert self.plans[effect["plan"]].stage == "agreed"


_TEXTS = [(text, code) for text in ("title", "purpose") for code in ("kk", "ru")]


def _grounded(header: Mapping[str, Any]) -> None:
    """Every act has its provisions, its office, and a day that has come."""
    allowed = OFFICES.get(header["act"]) or OFFICES[header["act"].split(".")[0]]
    assert header["office"] in allowed
    assert header["provisions"]
    assert header["paragraphs"] or header["act"].startswith(PRACTICE)
    recorded = datetime.fromisoformat(header["recorded_at"])
    assert header["on"] <= _day(recorded)
    assert header["on"] == _day(recorded) or header["document"]


def _own_desk(header: Mapping[str, Any], bodies: list[str]) -> None:
    assert header["office"] != "body_officer" or header["body"] in bodies


def _years(wording: Mapping[str, Any]) -> tuple[int, int]:
    term = wording["conclude"]
    return int(term["first_day"][:4]), int(term["last_day"][:4])


def _changed(wording: Any, before: Any, after: Any) -> Any:
    """Return ``wording`` with what differs between ``before`` and ``after``."""
    new = dict(wording)
    for name, value in after.items():
        if name in {"title", "purpose", "note"}:
            new[name] = {
                code: text if text != before[name][code] else wording[name][code]
                for code, text in value.items()
            }
        elif value != before[name]:
            new[name] = value
    return new


def _day(moment: datetime) -> str:
    """Return the day in Astana."""
    return _in_astana(moment).date().isoformat()


def _in_astana(moment: datetime) -> datetime:
    """Return what the clocks of Astana showed, as if they were in UTC."""
    hours = 6 if moment < CLOCKS_BACK else 5
    return moment.astimezone(UTC) + timedelta(hours=hours)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _nothing(effect: Any, header: Any) -> None:
    """What the walk asks no ground for: reference data, registers, receipts."""
