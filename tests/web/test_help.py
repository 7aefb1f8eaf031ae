"""The pages of help: their offices, their languages, and the labels that they name."""

import re
from importlib.resources import files

import pytest

from jospar.rules.core.offices import Office
from jospar.web.texts import table
from jospar.web.views.guide import written

HELP = files("jospar.web") / "help"
LANGUAGES = ("kk", "ru", "en")
PAGES = [(language, office.value) for office in Office for language in LANGUAGES]

each_page = pytest.mark.parametrize(("language", "office"), PAGES)


def page(language: str, office: str) -> str:
    """Return the source of a page of help."""
    return HELP.joinpath(language, f"{office}.md").read_text("utf-8")


def labels(language: str) -> set[str]:
    """Return every text of the pages in ``language``, each form of a number apart."""
    texts = (text[language] for text in table().values())
    return {
        form
        for forms in texts
        for form in ([forms] if isinstance(forms, str) else forms)
    }


def headings(language: str, office: str) -> list[str]:
    """Return the marks of the headings, in their order."""
    return re.findall(r"^#+(?= )", page(language, office), flags=re.MULTILINE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_office_has_its_page(language: str) -> None:
    """Nothing but the pages of the offices stands in the folder."""
    names = {file.name for file in HELP.joinpath(language).iterdir()}
    assert names == {f"{office.value}.md" for office in Office}


@each_page
def test_every_label_in_bold_is_on_a_page(language: str, office: str) -> None:
    """Who looks for a button finds it under the very words of the help."""
    bold = re.findall(r"\*\*(.+?)\*\*", page(language, office), flags=re.DOTALL)
    assert [label for label in bold if label not in labels(language)] == []
    assert bold != []


@pytest.mark.parametrize("office", Office)
def test_the_languages_have_the_same_parts(office: Office) -> None:
    """One title and the same parts in the same order; every list has as many steps."""
    parts = [headings(language, office) for language in LANGUAGES]
    assert parts[0].count("#") == 1
    assert parts[0] == parts[1] == parts[2]
    steps = [
        re.findall(r"^(?:\d+\.|-)(?= )", page(language, office), flags=re.MULTILINE)
        for language in LANGUAGES
    ]
    assert steps[0] == steps[1] == steps[2]


@each_page
def test_a_page_is_rendered_with_its_labels(language: str, office: str) -> None:
    """Bold words arrive as bold words, and no mark of the source is left."""
    html = written(office, language)
    assert html.count("<h1>") == 1
    assert html.count("<strong>") == page(language, office).count("**") // 2
    assert "**" not in html
