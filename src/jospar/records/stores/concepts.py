"""How a concept is kept as it came, for a cycle or to amend an agreed plan."""

from collections.abc import Iterable
from typing import Any

from jospar.records.models import Proposer
from jospar.rules.amendment.effects import DossierConceptBrought
from jospar.rules.intake.effects import ConceptReceived


def received_columns(effect: ConceptReceived | DossierConceptBrought) -> dict[str, Any]:
    """Return what the paper says beside the wording, and the days it begins."""
    return {
        "entry_kind": effect.entry.value,
        "counterparties": list(effect.counterparties),
        "further": dict(effect.further),
        "sent_on": effect.sent_on,
        "received_at": effect.received_at,
        "received_on": effect.received_on,
        "document": effect.document,
        "complete_on": effect.received_on if effect.complete else None,
        "term_on": effect.received_on,
        "changed_on": effect.received_on,
    }


def keep_proposers(concept: int, bodies: Iterable[str]) -> None:
    """Keep who proposes a concept that has no proposers yet, in their order."""
    Proposer.objects.bulk_create(
        Proposer(concept_id=concept, position=position, body=body)
        for position, body in enumerate(bodies)
    )
