"""The Ministry explains why something was late or not done."""

from dataclasses import replace

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import Text
from jospar.rules.reference.effects import LatenessExplained
from jospar.rules.reference.explain import explain
from tests.rules import made

REFUSED = "record.explanation: "


@pytest.mark.provision("record.explanation")
def test_explain() -> None:
    """The explanation is kept with what it explains, in both languages."""
    facts, filing = made.explain_facts(), made.explain(subject=7)
    assert explain.verdict(facts, filing) == Verdict((), ())
    assert explain.effect(facts, filing) == (
        LatenessExplained(
            provision="conclusions.deadline",
            subject=7,
            on=made.DAY,
            text=Text("Құжаттар кеш келді", "Документы поступили поздно"),
        ),
    )


@pytest.mark.provision("record.explanation")
@pytest.mark.parametrize(
    ("provision", "refused"),
    [
        ("conclusions.deadline", ()),
        ("no.provision", ("of_the_law",)),
        ("record.day", ("of_the_law",)),
    ],
)
def test_explain_under_a_provision(provision: str, refused: tuple[str, ...]) -> None:
    """Nothing unknown is explained, no practice, and nothing that is not done here."""
    verdict = explain.verdict(made.explain_facts(), made.explain(provision=provision))
    assert made.said(verdict) == (tuple(REFUSED + code for code in refused), ())


@pytest.mark.provision("record.explanation")
def test_explain_what_is_not_carried_out() -> None:
    """A provision of the law that no act carries out is not explained."""
    facts = made.explain_facts()
    rules = facts.case.ruleset
    left = replace(rules.provisions["conclusions.deadline"], outside={"en": "Later."})
    rules = replace(rules, provisions={left.code: left})
    facts = made.explain_facts(case=replace(facts.case, ruleset=rules))
    verdict = explain.verdict(facts, made.explain())
    assert made.said(verdict) == ((f"{REFUSED}of_the_law",), ())


@pytest.mark.provision("record.explanation")
@pytest.mark.parametrize(
    ("subject", "recorded", "refused"),
    [
        (None, False, ()),
        (7, True, ()),
        (7, False, ("subject_is_recorded",)),
    ],
)
def test_explain_an_entry(
    subject: int | None, recorded: bool, refused: tuple[str, ...]
) -> None:
    """An entry that is explained is one of the cycle; none need be named."""
    facts = made.explain_facts(subject_is_recorded=recorded)
    verdict = explain.verdict(facts, made.explain(subject=subject))
    assert made.said(verdict) == (tuple(REFUSED + code for code in refused), ())


@pytest.mark.provision("record.explanation")
@pytest.mark.parametrize(
    ("text", "refused"),
    [
        (Text("Себебі", "Причина"), ()),
        (Text("Себебі", ""), ("in_both_languages",)),
        (Text("", "Причина"), ("in_both_languages",)),
    ],
)
def test_explain_in_both_languages(text: Text, refused: tuple[str, ...]) -> None:
    """The report is printed in Kazakh and in Russian."""
    verdict = explain.verdict(made.explain_facts(), made.explain(text=text))
    assert made.said(verdict) == (tuple(REFUSED + code for code in refused), ())
