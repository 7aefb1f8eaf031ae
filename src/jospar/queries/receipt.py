"""One receipt, for whoever may see what it proves."""

from jospar.documents.papers import Receipt
from jospar.records.models import LetterOfNone
from jospar.rules.core.offices import Actor, Sight, sees
from jospar.rules.core.ruleset import Ruleset

from .papers import receipts
from .visible import concepts_seen_by


def receipt_seen_by(
    actor: Actor, ruleset: Ruleset, year: int, entry: int
) -> tuple[str, Receipt] | None:
    """Return the receipt with the stem of its file, or None where none is seen."""
    letters = LetterOfNone.objects.filter(cycle_id=year, entry=entry)
    if not sees(actor.office, Sight.ALL_CONCEPTS):
        letters = letters.filter(body=actor.body)
    concepts = concepts_seen_by(actor, year).filter(
        entry=entry, cycle__brought_in=False
    )
    if not (concepts.exists() or letters.exists()):
        return None
    [(stem, paper)] = receipts(ruleset, year, entry=entry)
    return (stem, paper) if isinstance(paper, Receipt) else None
