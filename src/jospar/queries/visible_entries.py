"""Which parts of the journal's entries a reader may see: as the pages show acts."""

from collections.abc import Iterable
from dataclasses import dataclass

from jospar.procedure.journal import PARTS, Entry
from jospar.rules.core.offices import OF_ONE_BODY, Actor, Sight, sees

from .concept_page import BODY_SEES
from .dossiers import dossiers_seen_by
from .evidence_subjects import Subject, SubjectKind
from .visible import concepts_seen_by
from .visible_plans import plan_seen_by, revisions_seen_by

_SAID = ("filing", "effects")
_OF_ROWS = ("amendment.amend_row", "amendment.drop_change")
_TO_RECIPIENTS = frozenset(
    {
        "agreement.distribute",
        "agreement.acknowledge",
        "amendment.send_out",
        "amendment.acknowledge",
    }
)
_SENT = frozenset(
    {
        "commission.send_to_commission",
        "agreement.send_to_president",
        "amendment.make_revision",
    }
)
"""Acts that fix a revision: no secret from who sees that."""
_BY_PART = {
    "intake": (Sight.REVIEW_PAPERS,),
    "review": (Sight.REVIEW_PAPERS,),
    "drafting": (Sight.DRAFT_PLANS,),
    "commission": (Sight.COMMISSION_PAPERS,),
    "agreement": (Sight.PRESIDENT_PAPERS,),
    "carrying_out": (Sight.CARRYING_OUT,),
    "treaty": (Sight.ALL_CONCEPTS,),
    "amendment": (Sight.DRAFT_PLANS,),
}
"""What opens an act on what the reader sees, by the part of the Rules."""
_OF_BODIES = frozenset({"intake.report_none", "carrying_out.request_report"})
"""Acts on no concept, which the body that they name sees."""
_GROUNDS = (Sight.ALL_CONCEPTS, Sight.COMMISSION_PAPERS, Sight.PRESIDENT_PAPERS)
_ON_OWN = frozenset({"intake", "amendment", "carrying_out"})
"""Parts of the Rules whose acts on a dossier are seen with it."""
_ON_GROUNDS = frozenset(
    {"amendment.record_instruction", "amendment.decide", "amendment.record_consent"}
)


@dataclass(frozen=True, slots=True)
class EntrySight:
    """What a reader who sees the subject may see of its entries.

    ``notified`` says that the conclusion was sent to the body, ``revisions`` are those
    of the plan that the reader sees.
    """

    actor: Actor
    subject: Subject
    notified: bool
    revisions: frozenset[int]

    def parts(self, entry: Entry) -> tuple[str, ...]:
        """Return the parts that the reader may see; none where the act is withheld."""
        if sees(self.actor.office, Sight.JOURNAL):
            return PARTS
        if not self._opens(entry):
            return ()
        return PARTS if self._sees(Sight.REVIEW_PAPERS) else _SAID

    def names_persons(self) -> bool:
        """Tell whether pages tell the reader the names of persons, not codes alone."""
        return self._sees(Sight.REVIEW_PAPERS)

    def _opens(self, entry: Entry) -> bool:
        part = entry.act.partition(".")[0]
        if self._sees(*_BY_PART.get(part, (Sight.JOURNAL,))):
            return True
        match self.subject.kind:
            case SubjectKind.CONCEPT:
                told = entry.act == "review.conclude" and self.notified
                own = part == "carrying_out" and self._sees(Sight.OWN_PAPERS)
                return told or own or entry.act in BODY_SEES
            case SubjectKind.DOSSIER:
                return part in _ON_OWN and entry.act not in _OF_ROWS
            case SubjectKind.PLAN:
                return self._opens_of_plan(entry)
        if entry.act in _OF_BODIES:
            return self._is_own(entry.value("filing")["body"])
        return entry.act in _ON_GROUNDS and self._sees(*_GROUNDS)

    def _opens_of_plan(self, entry: Entry) -> bool:
        if entry.act in _TO_RECIPIENTS:
            return self._is_own(entry.value("filing")["recipient"])
        if entry.act in _SENT:
            effects = entry.value("effects")
            return any(one.get("revision") in self.revisions for one in effects)
        if entry.act == "agreement.record_reply":
            return bool(entry.value("filing")["outcome"] == "agreed")
        return False

    def _sees(self, *sights: Sight) -> bool:
        return any(sees(self.actor.office, sight) for sight in sights)

    def _is_own(self, body: str) -> bool:
        """Tell whether the reader sees what that body filed, or was sent."""
        if self.actor.office in OF_ONE_BODY:
            return self.actor.body == body
        return self._sees(Sight.ALL_CONCEPTS)


def sight_of(
    actor: Actor, subject: Subject, entries: Iterable[Entry]
) -> EntrySight | None:
    """Return what the actor may see of the entries of a subject.

    None where the subject itself is not there for them; six queries at most.
    """
    if not _sees(actor, subject):
        return None
    revisions: frozenset[int] = frozenset()
    if subject.kind is SubjectKind.PLAN:
        seen = revisions_seen_by(actor, subject.year, subject.plan)
        revisions = frozenset(seen.values_list("number", flat=True))
    notified = any(entry.act == "review.notify" for entry in entries)
    return EntrySight(actor, subject, notified, revisions)


def _sees(actor: Actor, subject: Subject) -> bool:
    if sees(actor.office, Sight.JOURNAL):
        return True
    of_key = {"key": subject.name}
    match subject.kind:
        case SubjectKind.CONCEPT:
            return concepts_seen_by(actor, subject.year).filter(**of_key).exists()
        case SubjectKind.DOSSIER:
            return dossiers_seen_by(actor, subject.year).filter(**of_key).exists()
        case SubjectKind.PLAN:
            return plan_seen_by(actor, subject.year, subject.plan)
    return True  # of one act its own sight decides
