"""Papers as the values that their templates print."""

from dataclasses import replace

from jospar.documents.paper_values import template_names, template_values
from jospar.documents.papers import PlanConsiderations
from jospar.rules.core.nouns import Text
from tests.documents.made_papers import TITLE, late_concept, return_letter


def test_days_and_moments_become_phrases() -> None:
    """A day is written as officials write it, a moment with its hour and minute."""
    values = template_values(return_letter(), "ru")
    (concept,) = values["concepts"]
    assert (values["day"], concept.received_at) == (
        "27 сентября 2024 года",
        "26 сентября 2024 года, 09:05",
    )


def test_a_text_falls_back_to_the_other_language() -> None:
    """What is missing in one language is printed in the other, else left empty."""
    letter = return_letter(
        late_concept(title=TITLE),
        late_concept(title=Text(kk="Тек қазақша")),
        late_concept(title=Text(ru="Только по-русски")),
    )
    titles = {
        language: [
            concept.title for concept in template_values(letter, language)["concepts"]
        ]
        for language in ("kk", "ru")
    }
    assert titles == {
        "kk": ["Көлік туралы келісім", "Тек қазақша", "Только по-русски"],
        "ru": ["Соглашение о транспорте", "Тек қазақша", "Только по-русски"],
    }
    unsigned = replace(letter, signatory_post=Text())
    assert template_values(unsigned, "kk")["signatory_post"] == ""


def test_names_are_fields_and_what_follows_from_them() -> None:
    """A template may use both."""
    assert template_names(PlanConsiderations) == (
        "title",
        "agreements",
        "events",
        "total",
        "linked",
        "considered",
        "open",
    )
