"""The texts of the pages."""

import re
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

import jospar.web
from jospar.queries.cycle import Answer, ConceptStage
from jospar.queries.deadline_lines import DeadlineState
from jospar.queries.plan_screen import PaperKind, Step, StepState
from jospar.rules.core.nouns import Level, PlanKind
from jospar.web.texts import Texts, table

WEB = Path(jospar.web.__file__).parent
_CALL = re.compile(r"""\b(?:t|form_text)\(\s*["']([a-z_]+\.[a-z_]*)["']( ~)?""")
FAMILIES: dict[str, type[StrEnum]] = {
    "plan.": PlanKind,
    "short.": PlanKind,
    "level.": Level,
    "step.": Step,
    "step_state.": StepState,
    "paper.": PaperKind,
    "answer.": Answer,
    "concept_stage.": ConceptStage,
    "state.": DeadlineState,
}
"""Keys that templates put together, with the values that may end them."""
OTHERS = {
    "language.": {"kk", "ru", "both"},
    "progress.": {"concepts", "conclusions", "distribution"},
    "error.": {"missing", "broken", "pdf", *("missing_cure", "broken_cure")}
    | {"pdf_cure"},
}
COUNTED = {"state.late"}
"""Its text says by how many days: ``deadline.days_late``."""


def used() -> tuple[set[str], set[str]]:
    """Return the keys that pages use, and the beginnings of those put together."""
    files = [*WEB.rglob("*.html"), *WEB.rglob("*.py")]
    calls = [call for file in files for call in _CALL.findall(file.read_text("utf-8"))]
    whole = {key for key, more in calls if not more}
    return whole, {key for key, more in calls if more}


def expected() -> set[str]:
    """Return every key that pages can ask for."""
    whole, begun = used()
    for family, values in FAMILIES.items():
        whole |= {f"{family}{value.value}" for value in values}
    for family, endings in OTHERS.items():
        whole |= {f"{family}{ending}" for ending in endings}
    assert begun == {*FAMILIES, *OTHERS}
    return whole - COUNTED


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    """What no page asks for is taken out of the table."""
    assert set(table()) == expected()


@pytest.mark.parametrize("key", sorted(table()))
def test_a_text_stands_in_three_languages_with_the_same_values(key: str) -> None:
    """A list has one form in Kazakh, three in Russian and two in English."""
    texts = table()[key]
    assert list(texts) == ["kk", "ru", "en"]
    shapes = {
        language: 1 if isinstance(forms, str) else len(forms)
        for language, forms in texts.items()
    }
    counted = isinstance(texts["kk"], list)
    assert shapes == dict(zip(texts, (1, 3, 2) if counted else (1, 1, 1), strict=True))
    values = {
        tuple(sorted(name for _, name, _, _ in Formatter().parse(form) if name))
        for forms in texts.values()
        for form in ([forms] if isinstance(forms, str) else forms)
    }
    assert len(values) == 1


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 договоров"),
        (1, "1 договор"),
        (3, "3 договора"),
        (5, "5 договоров"),
        (11, "11 договоров"),
        (12, "12 договоров"),
        (21, "21 договор"),
        (104, "104 договора"),
        (112, "112 договоров"),
    ],
)
def test_russian_counts_in_three_forms(count: int, text: str) -> None:
    """The last digit decides, except from eleven to fourteen."""
    assert Texts("ru")("plan.rows", count=count) == text


def test_english_counts_in_two_forms_and_kazakh_in_one() -> None:
    """Kazakh nouns keep their form after a number."""
    assert [Texts("en")("plan.rows", count=n) for n in (0, 1, 2)] == [
        "0 treaties",
        "1 treaty",
        "2 treaties",
    ]
    assert [Texts("kk")("plan.rows", count=n) for n in (1, 2)] == ["1 шарт", "2 шарт"]


def test_an_unknown_text_is_an_error() -> None:
    """A misspelt key never reaches a reader as an empty place."""
    with pytest.raises(KeyError):
        Texts("kk")("plan.nothing")
