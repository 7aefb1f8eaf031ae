"""``jospar laboratory``: a year under its own rules and under others."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from jospar.procedure import journal
from jospar.rules.core.ruleset import DEFAULT
from tests.exchange.workbooks import build, concept, year_2024
from tests.exchange.years import placed
from tests.installation import Said
from tests.rules.made import RULES
from tests.web.made_year import agreed_year

pytestmark = pytest.mark.django_db(databases=["default", "past"])

Command = Callable[..., Said]
EARLIER = ("--deadline", "concepts.deadline=09-01")


def test_an_earlier_intake(command: Command) -> None:
    """The figures, the sentences with their lists, and where nothing differs."""
    agreed_year()
    before = journal.last()
    said = command("laboratory", "2024", *EARLIER)
    assert (said.status, said.err) == (0, "")
    assert "2 concepts of 1 body would be late." in said.out
    assert "“Sign the conclusion”: 2 acts would be refused." in said.out
    assert "Current plan – rows: 1 → 0." in said.out
    assert "No difference under: ¶ 2, " in said.out
    assert journal.last() == before


def test_no_difference(command: Command) -> None:
    """It is said too."""
    agreed_year()
    said = command("laboratory", "2024", "--late-after", "concepts.deadline=due")
    assert "All that was done would stand, in time or late as it was." in said.out
    assert "“" not in said.out


def test_everything_as_json(command: Command) -> None:
    """The same sentences stand in it, with values that programs read."""
    agreed_year()
    said = command("laboratory", "2024", *EARLIER, "--json")
    found = json.loads(said.out)
    assert (found["year"], found["totals"]["rows_would"]["current"]) == (2024, 0)
    assert found["was"] == {"ruleset": DEFAULT, "digest": RULES.digest}
    sentences = [line["said"] for line in found["sentences"]]
    assert "2 concepts of 1 body would be late." in sentences
    (late,) = (
        finding
        for part in found["compared"]
        for finding in part["findings"]
        if finding["what"] == "late_concepts"
    )
    assert late["subjects"] == ["C-1", "C-2"]
    days = [pair["would"]["due"] for pair in found["deadlines"]]
    assert days[0] == "2024-09-01"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("kk", "1 органның 2 тұжырымдамасы кешіккен болар еді."),
        ("ru", "2 концепции 1 органа опоздали бы."),
    ],
)
def test_in_other_languages(command: Command, language: str, told: str) -> None:
    """A sentence for each difference."""
    agreed_year()
    assert told in command("laboratory", "2024", *EARLIER, "--lang", language).out


def test_a_workbook_and_a_draft(command: Command, tmp_path: Path) -> None:
    """Neither has to be in the installation; nothing is recorded."""
    late = concept(received_at="2024-09-26T09:00:00+05:00")
    workbook = build(tmp_path / "year.xlsx", **year_2024(concepts=[late], **placed()))
    draft = tmp_path / "draft.toml"
    own = 'month = 9, day = 25, late_after = "due"'
    text = RULES.content.replace(own, 'month = 9, day = 30, late_after = "due"')
    draft.write_text(text, "utf-8")
    said = command("laboratory", workbook, "--ruleset", draft)
    assert (said.status, said.err) == (0, "")
    assert "“Place in a plan”: 1 refused act would stand." in said.out
    assert journal.last()[0] == 0


def spoilt(text: str) -> bytes:
    """Return a ruleset in which one thing is wrong."""
    changes = {
        "missing": ('"president.deadline" = {', '"president.other" = {'),
        "day": ("month = 9, day = 25", "month = 2, day = 29"),
        "kind": ("month = 11, day = 10", "working_days = 10"),
        "count": ("working_days = 10, late", "working_days = 100000, late"),
        "far": ("first = 2, last = 4", "first = 2, last = 1000000000"),
        "reading": ('code = "straddling"', 'code = "straddled"'),
    }
    return RULES.content.replace(*changes[text], 1).encode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "is not TOML in UTF-8"),
        (b"= nothing", "is not TOML in UTF-8"),
        (b"code = 'x'", "The ruleset lacks"),
        (b"#" * 1_000_001, "draft.toml is larger than a ruleset is"),
        (spoilt("missing"), "no provision is named president.other"),
        (spoilt("day"), "put right concepts.deadline."),
        (spoilt("kind"), "put right commission.deadline."),
        (spoilt("count"), "put right distribution.deadline."),
        (spoilt("far"), "put right long_term."),
        (spoilt("reading"), "put right straddling."),
    ],
)
def test_a_hostile_draft(
    command: Command, tmp_path: Path, content: bytes, told: str
) -> None:
    """It is refused in one line, before anything is compared."""
    agreed_year()
    draft = tmp_path / "draft.toml"
    draft.write_bytes(content)
    status, out, err = command("laboratory", "2024", "--ruleset", draft)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert told in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("2023",), "The cycle of 2023 is not open."),
        (("2024", "--ruleset", "never"), "There is no ruleset “never”."),
        (("2024", "--ruleset", "practice"), "The ruleset lacks"),
        (("2024", "--reading", "receipt=never"), "it has: received, sent."),
        (("2024", "--deadline", "concepts.deadline=soon"), "a day that every year has"),
        (("2024", "--deadline", "concepts.deadline=13-01"), "a day that every year"),
        (("2024", "--reading", "receipt"), "lacks its “=”"),
        (("none.xlsx",), "none.xlsx"),
        (("2024", "--ruleset", "none.toml"), "none.toml"),
    ],
)
def test_what_cannot_be_compared(
    command: Command, arguments: tuple[str, ...], told: str
) -> None:
    """One line names it."""
    agreed_year()
    status, out, err = command("laboratory", *arguments)
    assert (status, out) == (2, "")
    assert told in err
