"""The texts of notices and mails: whole, in three languages, none left over."""

import re
from pathlib import Path
from string import Formatter

import pytest

import jospar.notices
from jospar.notices.texts import table
from jospar.notices.whom import TELLINGS
from jospar.rules.core.nouns import PlanKind

PACKAGE = Path(jospar.notices.__file__).parent
KINDS = {telling.kind for telling in TELLINGS}
REMINDERS = {"answer_awaited", "drafts_unfiled", "day_before"}
AT_ONCE = {telling.kind for telling in TELLINGS if telling.at_once} | REMINDERS
KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)


def forms(key: str, language: str) -> list[str]:
    """Return the forms of a text in a language."""
    text = table()[key][language]
    return [text] if isinstance(text, str) else text


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    """Each kind has its sentence, and what is told at once its subject."""
    code = "".join(file.read_text("utf-8") for file in PACKAGE.glob("*.py"))
    asked = set(re.findall(r'\bt\(\s*"([a-z]+\.[a-z_]+)"', code))
    asked |= {f"notice.{kind}" for kind in KINDS | REMINDERS}
    asked |= {f"subject.{kind}" for kind in AT_ONCE}
    asked |= {
        f"plan_{case}.{kind.value}" for case in ("of", "whom") for kind in PlanKind
    }
    asked |= {"deadline.overdue", "deadline.last_day"}
    assert set(table()) == asked


@pytest.mark.parametrize("key", sorted(table()))
def test_a_text_stands_in_three_languages_with_the_same_values(key: str) -> None:
    """A text that counts has one form in Kazakh, three in Russian, two in English."""
    assert list(table()[key]) == ["kk", "ru", "en"]
    shape = tuple(len(forms(key, language)) for language in ("kk", "ru", "en"))
    counted = isinstance(table()[key]["kk"], list)
    assert shape == ((1, 3, 2) if counted else (1, 1, 1))
    values = {
        tuple(sorted(name for _, name, _, _ in Formatter().parse(form) if name))
        for language in ("kk", "ru", "en")
        for form in forms(key, language)
    }
    assert len(values) == 1


def test_each_language_is_in_its_letters() -> None:
    """Russian has no Kazakh letters, English none of Cyrillic."""
    for key in table():
        assert not any(KAZAKH.search(form) for form in forms(key, "ru")), key
        assert not any(re.search("[а-яё]", form) for form in forms(key, "en")), key
