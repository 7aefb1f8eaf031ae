"""Further fields of a concept, filed and completed."""

from dataclasses import replace
from typing import Any

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.further import fields_from
from jospar.rules.core.nouns import Changes
from jospar.rules.core.offices import Office
from jospar.rules.intake.facts import ConceptFacts, FilingFacts
from jospar.rules.intake.submit_concept import submit_concept
from jospar.rules.intake.supplement_concept import supplement_concept
from tests.rules import made

pytestmark = pytest.mark.provision("concepts.fields")

NAMED = {"kk": "Қаржы", "ru": "Финансы", "en": "Money"}
RULES = replace(
    made.RULES,
    fields=fields_from(
        {"label": NAMED, "help": NAMED, **field}
        for field in (
            {"code": "cost", "kind": "number", "required": True},
            {"code": "budget", "kind": "text", "both_languages": True},
        )
    ),
)
WHOLE = {"cost": "5", "budget_kk": "Бюджеттен", "budget_ru": "Из бюджета"}


def facts_of(office: Office, of: Any) -> Any:
    """Return facts of a kind under rules with further fields, at an office."""
    body = "trade" if office is Office.BODY_OFFICER else ""
    return of(case=replace(made.acting(office, body), ruleset=RULES))


def at(office: Office) -> FilingFacts:
    """Return the facts about a new concept."""
    facts: FilingFacts = facts_of(office, made.filing_facts)
    return facts


def known(office: Office, **further: str) -> ConceptFacts:
    """Return the facts about a concept of the record with those fields."""
    facts: ConceptFacts = facts_of(office, made.concept_facts)
    return replace(facts, concept=made.concept(further=further))


def test_submit_with_further_fields() -> None:
    """What is filled in is in the record as it came."""
    filing = made.submit_concept(further=WHOLE)
    assert submit_concept.verdict(at(Office.REGISTRAR), filing) == Verdict((), ())
    effect = made.effect_of(submit_concept, at(Office.REGISTRAR), filing)
    assert effect.further == WHOLE


@pytest.mark.parametrize(
    ("further", "code", "cell"),
    [
        ({}, "fields_filled", "cost"),
        ({**WHOLE, "budget_ru": ""}, "fields_filled", "budget_ru"),
        ({**WHOLE, "cost": "five"}, "fields_of_their_kind", "cost"),
    ],
)
def test_submit_with_fields_that_are_wrong(
    further: dict[str, str], code: str, cell: str
) -> None:
    """A paper is recorded as it came; at the own desk it is mended first."""
    filing, ground = made.submit_concept(further=further), (f"concepts.fields: {code}",)
    verdict = submit_concept.verdict(at(Office.REGISTRAR), filing)
    assert made.said(verdict) == ((), ground)
    assert verdict.cautions[0].field == f"further.{cell}"
    assert verdict.cautions[0].values["label"] == NAMED
    own_desk = submit_concept.verdict(at(Office.BODY_OFFICER), filing)
    assert made.said(own_desk) == (ground, ())


def test_submit_with_a_field_that_there_is_not() -> None:
    """What the ruleset has no field for makes no sense."""
    filing = made.submit_concept(further={**WHOLE, "colour": "red"})
    verdict = submit_concept.verdict(at(Office.REGISTRAR), filing)
    assert made.said(verdict) == (("concepts.fields: fields_known",), ())
    assert verdict.refusals[0].field == "further.colour"


def test_supplement_further_fields() -> None:
    """Filled cells are put in, the others stay; nothing is required anew."""
    facts = known(Office.REGISTRAR, budget_kk="Қарыз", budget_ru="Заём")
    filing = made.supplement_concept(
        further={"budget_ru": "Из бюджета", "budget_kk": ""}, changes=Changes()
    )
    assert supplement_concept.verdict(facts, filing) == Verdict((), ())
    effect = made.effect_of(supplement_concept, facts, filing)
    assert effect.further == {"budget_kk": "Қарыз", "budget_ru": "Из бюджета"}


@pytest.mark.parametrize(
    ("further", "ground"),
    [
        ({"budget_kk": "Қарыз"}, "concepts.fields: begun_fields_filled"),
        ({"cost": "five"}, "concepts.fields: fields_of_their_kind"),
    ],
)
def test_supplement_with_fields_that_are_wrong(
    further: dict[str, str], ground: str
) -> None:
    """A field that is begun stands in both languages, and takes what is of its kind."""
    filing = made.supplement_concept(further=further)
    verdict = supplement_concept.verdict(known(Office.REGISTRAR), filing)
    assert made.said(verdict) == ((), (ground,))
    own_desk = supplement_concept.verdict(known(Office.BODY_OFFICER), filing)
    assert made.said(own_desk) == ((ground,), ())


def test_supplement_with_a_field_that_there_is_not() -> None:
    """What the ruleset has no field for makes no sense here either."""
    filing = made.supplement_concept(further={"colour": "red"})
    verdict = supplement_concept.verdict(known(Office.REGISTRAR), filing)
    assert made.said(verdict) == (("concepts.fields: fields_known",), ())
