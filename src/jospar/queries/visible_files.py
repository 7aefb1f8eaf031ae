"""Which files an actor may open: those of acts whose subject the actor sees."""

from collections.abc import Mapping
from types import MappingProxyType

from jospar.procedure import journal
from jospar.records.models import AttachedFile
from jospar.rules.core.offices import Actor, Sight, sees

from .concept_page import BODY_SEES
from .dossier_page import ON_DOSSIERS
from .dossiers import dossiers_seen_by
from .visible import concepts_seen_by

ON_CONCEPTS = ("intake", "review")
"""Parts of the Rules whose acts are on one concept, but for a letter of none."""
_SEEN_WITH: Mapping[str, tuple[Sight, ...]] = MappingProxyType(
    {
        "commission": (Sight.COMMISSION_PAPERS,),
        "agreement": (Sight.PRESIDENT_PAPERS,),
        "amendment": (
            Sight.ALL_CONCEPTS,
            Sight.COMMISSION_PAPERS,
            Sight.PRESIDENT_PAPERS,
        ),
        "drafting": (Sight.DRAFT_PLANS,),
        "outbox": (Sight.OUTBOX,),
        "reference": (Sight.REFERENCE, Sight.JOURNAL),
    }
)
"""What opens the files of other acts, by the part of the Rules."""


def file_seen_by(
    actor: Actor, year: int, entry: int, sha256: str
) -> AttachedFile | None:
    """Return the file of the act, or None where the actor may not open it."""
    file = AttachedFile.objects.filter(entry=entry, sha256=sha256).first()
    act = journal.numbered(entry) if file else None
    if act is None or act.year != year:
        return None
    part, _dot, _verb = act.act.partition(".")
    filing = act.value("filing")
    if act.act in ON_DOSSIERS:
        key = filing["key"]
        return file if dossiers_seen_by(actor, year).filter(key=key).exists() else None
    if part not in ON_CONCEPTS:
        sights = _SEEN_WITH[part]
        return file if any(sees(actor.office, one) for one in sights) else None
    if "key" not in filing:
        return file if _sees_papers_of(actor, filing.get("body", "")) else None
    told = act.act in BODY_SEES or sees(actor.office, Sight.REVIEW_PAPERS)
    seen = concepts_seen_by(actor, year).filter(key=filing["key"]).exists()
    return file if told and seen else None


def _sees_papers_of(actor: Actor, body: str) -> bool:
    """Tell whether the actor sees what the body filed beside concepts."""
    own = sees(actor.office, Sight.OWN_PAPERS) and actor.body == body
    return own or sees(actor.office, Sight.ALL_CONCEPTS)
