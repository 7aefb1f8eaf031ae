"""What the letters of a cycle refer to: bodies, wordings, approvals, numbers.

Read it after what the letters are about, so that an act performed meanwhile disturbs
nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jospar.documents.papers import Letter
from jospar.records.models import Proposer, Registration
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.nouns import PaperKind, PlanKind, Text
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.signatories import Signatory

from .approvals import Approval, Approvals
from .official_use import marked_concepts
from .wordings import Wordings


@dataclass(frozen=True, slots=True)
class KnownLetter:
    """A letter of the outbox, made the same way before it is sent and after.

    ``name`` is what its file is called by, ``subjects`` what it is approved by,
    ``plan`` the plan that goes with it. ``sent_on`` is empty while it waits.
    """

    kind: PaperKind
    name: str
    subjects: tuple[str, ...]
    recipient: str
    paper: Letter
    approval: Approval | None
    sent_on: date | None
    plan: PlanKind | None = None


class LetterSources:
    """What letters refer to; seven queries."""

    def __init__(self, ruleset: Ruleset, year: int) -> None:
        """Read what the letters of the cycle may refer to."""
        self.ruleset = ruleset
        self.year = year
        self.bodies = bodies_of(year)
        self.proposers = first_proposers(year)
        self.wordings = Wordings(year)
        self.approvals = Approvals(year)
        self.marked = marked_concepts(year)
        registered = Registration.objects.filter(cycle_id=year)
        self._registered = {paper.paper: paper for paper in registered}

    def addressee(self, code: str) -> Mapping[str, str]:
        """Return the name of a body or another recipient, by language."""
        always = self.ruleset.recipients.always
        if code in always:
            return always[code]
        body = self.bodies[code]
        return {"kk": body.name.kk, "ru": body.name.ru, "en": body.name_en}

    def head(
        self,
        kind: PaperKind,
        recipient: str,
        text: Text,
        approval: Approval | None,
        concepts: Iterable[str] = (),
    ) -> dict[str, Any]:
        """Return what every letter has, beside its number and day.

        Words approved with it stand before ``text``, those that it was written with.
        ``concepts`` are the keys of those that the letter is about.
        """
        name = self.addressee(recipient)
        signatory = self.ruleset.signatories.get(kind, Signatory(Text()))
        return {
            "addressee": Text(name["kk"], name["ru"]),
            "through": signatory.through,
            "text": approval.text if approval and approval.text != Text() else text,
            "signatory_post": signatory.post,
            "signatory": signatory.name,
            "official_use": not self.marked.keys().isdisjoint(concepts),
        }

    def registration(self, paper: int, before: int | None = None) -> dict[str, Any]:
        """Return the Ministry's own number and day of a paper that came, if it has any.

        Only those that were given before the entry ``before`` stand on what it sent.
        """
        found = self._registered.get(paper)
        if found is None or (before is not None and found.entry > before):
            return {}
        return {"registered_number": found.number, "registered_day": found.on}


def first_proposers(year: int) -> dict[int, str]:
    """Return the code of the body that brought each concept."""
    proposers = Proposer.objects.filter(concept__cycle_id=year, position=0)
    return dict(proposers.values_list("concept_id", "body"))
