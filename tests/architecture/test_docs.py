"""What the documents say is true of the program."""

import re
import tomllib
from pathlib import Path

import pytest

from jospar.config import settings
from jospar.rules.core.offices import table
from jospar.rules.core.ruleset import load
from jospar.rules.registry import ACTS
from tools import update_offices

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every link to a file of the project leads to one."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text())
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


def test_every_reading_has_its_page() -> None:
    """A reading of the ruleset has a page of its name, and no page is left over."""
    pages = {page.stem for page in (ROOT / "docs" / "readings").glob("*.md")}
    assert pages - {"README"} == set(load().readings)


def test_pages_of_readings_name_provision_and_choice() -> None:
    """A reading's page names its provision and the option that is chosen."""
    for reading in load().readings.values():
        text = (ROOT / "docs" / "readings" / f"{reading.code}.md").read_text()
        assert f"`{reading.provision}`" in text
        assert f"`{reading.chosen}`" in text


def test_glossary_has_the_words_of_acts() -> None:
    """Every word in the name of an act stands in the glossary."""
    lines = (ROOT / "docs" / "glossary.md").read_text().splitlines()
    rows = [line.split("|")[1] for line in lines if line.startswith("| ")]
    known = {word for row in rows for word in re.findall(r"[a-z]+", row)}
    plain = {"to", "of", "open", "set", "register", "list", "late", "none", "report"}
    plain |= {"record", "send", "president", "order", "bodies"}
    words = {word for act in ACTS for word in act.code.split(".")[1].split("_")}
    assert words - known - plain == set()


def test_offices_page_shows_the_table() -> None:
    """The page says of every office what the table says."""
    assert update_offices.PAGE.read_text() == update_offices.written()


def test_every_act_of_the_table_exists() -> None:
    """The table names every act, and no other."""
    named = {act for line in table().values() for act in line.does}
    assert named == {act.code for act in ACTS}


def test_readme_names_licence_and_python() -> None:
    """The README says the licence and the Python that the metadata say."""
    text = (ROOT / "README.md").read_text()
    assert PROJECT["license"] in text
    assert f"Python {PROJECT['requires-python'].removeprefix('>=')}" in text


def test_readme_has_every_setting() -> None:
    """Every variable that the settings read stands in the README."""
    code = Path(settings.__file__).read_text()
    text = (ROOT / "README.md").read_text()
    variables = set(re.findall(r"JOSPAR_[A-Z_]+", code))
    assert {name for name in variables if f"`{name}`" not in text} == set()


def test_every_package_is_reviewed() -> None:
    """Every package that Jospar stands on has its reason in the decisions."""
    reasons = (ROOT / "docs" / "decisions" / "0008-packages.md").read_text().lower()
    names = [re.split(r"[\[<>=~]", name)[0] for name in PROJECT["dependencies"]]
    assert [name for name in names if name.lower() not in reasons] == []


def test_packages_are_locked_by_hash_alone() -> None:
    """The lock files hold hashes, and no address of an index."""
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()
        pinned = re.findall(r"^[a-zA-Z][^\s=]*==", text, flags=re.MULTILINE)
        assert text.count("--hash=sha256:") >= len(pinned) > 0
        assert "://" not in text
