"""The Ministry concludes on a dossier, and a body asks for the instruction."""

from dataclasses import replace
from datetime import date

import pytest

from jospar.rules.amendment.conclude import conclude
from jospar.rules.amendment.effects import DossierConcluded, InstructionRequested
from jospar.rules.amendment.nouns import Dossier
from jospar.rules.amendment.request import request
from jospar.rules.core.nouns import Conclusion, Text
from jospar.rules.core.offices import Office
from tests.rules import made, made_amendments
from tests.rules.made import AFTER, BEFORE, CURRENT, DAY

NO_GROUNDS = "amendments.grounds: grounds_there"
NO_CONCEPT = "amendments.grounds: concept_there"


@pytest.mark.provision("amendments.conclusion")
def test_a_conclusion_is_given() -> None:
    """The conclusion stands with its number and reasons, favourable or not."""
    filing = made_amendments.conclude(expedient=False)
    assert made.effect_of(
        conclude, made_amendments.whole_facts(), filing
    ) == DossierConcluded(
        plan=CURRENT,
        key="D-001",
        expedient=False,
        on=DAY,
        number="11-2/31",
        reasons=filing.reasons,
        signed_by="Б. Оспанов",
    )


@pytest.mark.provision("amendments.grounds")
@pytest.mark.parametrize(
    ("grounds_on", "concept_on", "refused"),
    [
        (BEFORE, DAY, ()),
        (DAY, BEFORE, ()),
        (AFTER, BEFORE, (NO_GROUNDS,)),
        (BEFORE, AFTER, (NO_CONCEPT,)),
        (None, BEFORE, (NO_GROUNDS,)),
        (BEFORE, None, (NO_CONCEPT,)),
        (None, None, (NO_GROUNDS, NO_CONCEPT)),
    ],
)
def test_both_papers_are_there(
    grounds_on: date | None, concept_on: date | None, refused: tuple[str, ...]
) -> None:
    """Grounds and concept have both come by the day of the conclusion."""
    dossier = made_amendments.dossier(grounds_on=grounds_on, concept_on=concept_on)
    facts = made_amendments.whole_facts(dossier=dossier)
    assert made.grounds(conclude.why_not(facts)) == refused


@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize(
    "dossier",
    [
        made_amendments.dossier(concept_whole=False),
        made_amendments.dossier(grounds=Text(kk="Сапар")),
        made_amendments.dossier(grounds=Text(ru="Визит")),
    ],
)
def test_both_papers_are_whole(dossier: Dossier) -> None:
    """Both stand in both languages before anything is concluded."""
    facts = made_amendments.whole_facts(dossier=dossier)
    assert made.grounds(conclude.why_not(facts)) == (
        "concepts.languages: dossier_whole",
    )


@pytest.mark.provision("amendments.conclusion")
def test_a_dossier_is_concluded_on_once() -> None:
    """A second conclusion is refused, with the day of the first."""
    dossier = made_amendments.dossier(conclusion=made_amendments.FAVOURABLE)
    facts = made_amendments.whole_facts(dossier=dossier)
    assert made.grounds(conclude.why_not(facts)) == (
        "amendments.conclusion: not_concluded",
    )


def test_a_conclusion_of_an_earlier_day_than_the_request() -> None:
    """A conclusion that turns up after the request is recorded with its day."""
    dossier = made_amendments.dossier(requested_on=AFTER)
    facts = made_amendments.whole_facts(dossier=dossier)
    assert made.said(conclude.verdict(facts, made_amendments.conclude())) == ((), ())


@pytest.mark.parametrize("reasons", [Text(kk="Сапар"), Text(ru="Визит")])
def test_reasons_stand_in_both_languages(reasons: Text) -> None:
    """Reasons in one language are a caution."""
    filing = made_amendments.conclude(reasons=reasons)
    verdict = conclude.verdict(made_amendments.whole_facts(), filing)
    assert made.said(verdict) == (
        (),
        ("amendments.conclusion: reasons_in_both_languages",),
    )


@pytest.mark.provision("review.four_eyes")
@pytest.mark.parametrize(
    ("person", "imported", "cautions"),
    [
        ("a.akhmetova", False, ("review.four_eyes: signed_by_another",)),
        ("b.ospanov", False, ()),
        ("a.akhmetova", True, ()),
    ],
)
def test_who_filed_does_not_sign(
    person: str, cautions: tuple[str, ...], *, imported: bool
) -> None:
    """Who brought grounds or concept does not sign; a file brings what was signed."""
    dossier = made_amendments.dossier(brought_by=("c.sarsen", person))
    case = replace(made.acting(Office.HEAD), imported=imported)
    facts = made_amendments.whole_facts(case=case, dossier=dossier)
    verdict = conclude.verdict(facts, made_amendments.conclude())
    assert made.said(verdict) == ((), cautions)


@pytest.mark.provision("amendments.instruction")
def test_an_instruction_is_asked_for() -> None:
    """The request is in the record with its day."""
    filing = made_amendments.request()
    assert made.effect_of(
        request, made_amendments.request_facts(), filing
    ) == InstructionRequested(CURRENT, "D-001", DAY, "7-1/33")


@pytest.mark.provision("amendments.conclusion")
@pytest.mark.parametrize(
    ("given_on", "found"),
    [
        (BEFORE, ()),
        (DAY, ()),
        (AFTER, ("amendments.conclusion: has_conclusion",)),
        (None, ("amendments.conclusion: has_conclusion",)),
    ],
)
def test_a_request_without_a_conclusion(
    given_on: date | None, found: tuple[str, ...]
) -> None:
    """It is irregular on paper, and waits at the body's own desk."""
    conclusion = Conclusion(False, given_on) if given_on else None
    dossier = made_amendments.dossier(conclusion=conclusion)
    paper = made_amendments.request_facts(dossier=dossier)
    desk = replace(paper, case=made.acting(Office.BODY_OFFICER, "trade"))
    filing = made_amendments.request()
    assert made.said(request.verdict(paper, filing)) == ((), found)
    assert made.said(request.verdict(desk, filing)) == (found, ())


def test_an_instruction_is_asked_for_once() -> None:
    """A second request is refused, with the day of the first."""
    dossier = made_amendments.dossier(requested_on=BEFORE)
    facts = made_amendments.request_facts(dossier=dossier)
    assert made.grounds(request.why_not(facts)) == (
        "amendments.instruction: not_requested",
    )


@pytest.mark.provision("offices.table")
def test_a_body_asks_on_its_own_dossier() -> None:
    """An officer of another body asks for nothing on this dossier."""
    desk = made.acting(Office.BODY_OFFICER, "mid")
    facts = made_amendments.request_facts(case=desk)
    assert made.grounds(request.why_not(facts)) == ("offices.table: own_dossier",)
