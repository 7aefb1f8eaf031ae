"""An evidence file checked on the page that plans are checked on."""

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from jospar.accounts.models import Reading
from jospar.rules.core.offices import Office
from jospar.web.views import verify
from tests.exchange.evidence.made_evidence import (
    NAME,
    OFFICER,
    Parts,
    agreed_plan,
    altered,
    evidence,
    reviewed_concept,
    sign,
)
from tests.procedure.made_chains import let_go, sql, write_anew
from tests.procedure.made_orders import perform_act
from tests.rules import made
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

AGREES = "Up to there the journal of this system is the one that the file names."
KEY_HERE = "It is signed by the key that this system signs its checkpoints with."


@pytest.fixture
def decision(settings: Settings, tmp_path: Path) -> int:
    """Perform what leads to a conclusion; its entry."""
    settings.CHECKPOINTS = tmp_path / "checkpoints.jsonl"
    return reviewed_concept()


def sent(
    data: bytes, language: str = "en", client: Client | None = None, status: int = 200
) -> str:
    """Return the page that a file is sent to."""
    upload = SimpleUploadedFile(NAME, data)
    client = client or seat(Office.PLANNER)
    answer = client.post(f"/{language}/verify/", {"file": upload, "day": "2024-12-20"})
    assert answer.status_code == status
    return answer.content.decode()


def sections(page: str) -> dict[str, list[str]]:
    """Return what was found and what is shown, by the names of their sections."""
    found = re.findall(
        r'<section class="panel (?:verdict \w+|proven)" '
        r'aria-labelledby="(?:proven-)?(\w+)"'
        r".*?>(.+?)</section>",
        page,
        re.DOTALL,
    )
    return {name: texts(section) for name, section in found}


def texts(section: str) -> list[str]:
    """Return the texts between the tags, on lines of their own."""
    blocks = re.split(r"</?(?:p|li|h\d|dt|dd|dl|ul|article|br)\b[^>]*>", section)
    plain = (" ".join(re.sub("<[^>]+>", " ", one).split()) for one in blocks)
    return [unescape(one) for one in plain if one]


def test_what_was_proven(decision: int, tmp_path: Path) -> None:
    """The decision, why each day is that day, papers, entries and the proof."""
    sign(tmp_path)
    shown = sections(sent(evidence(decision)))
    assert list(shown) == ["found", "decision", "days", "papers", "entries", "proof"]
    assert shown["found"][0] == "Result: The evidence holds"
    assert shown["found"][2:6] == [
        "Concept C-001, 2024. Conclusion signed: 10 October 2024.",
        "6 entries are shown and proven in the chain.",
        "1 paper is unchanged.",
        "2 deadlines were counted anew by the Rules and the calendar.",
    ]
    assert shown["found"][-2:] == [KEY_HERE, AGREES]
    assert shown["decision"][0] == "Decision: Conclusion signed"
    assert shown["decision"][-2:] == ["Made for", "auditor"]
    assert shown["days"][-7:-3] == [
        "25 October 2024 – Republic Day",
        "26 October 2024 – weekend",
        "27 October 2024 – weekend",
        "Reading",
    ]
    assert shown["days"][-1] == "10 October 2024 – in time (Entry 7: Conclusion signed)"
    assert shown["papers"][1] == "Хат: 1.pdf (Entry 5)"
    assert shown["entries"][1:3] == [
        "Entry 3: Body listed, 9 January 2024",
        "Entry 4: Days off entered, 9 January 2024",
    ]
    assert shown["proof"][5] == "Signed on 31 December 2024."


@pytest.mark.parametrize(
    ("language", "headline", "said"),
    [
        (
            "kk",
            "Нәтижесі: Файл өзгертілмеген, бірақ бәрі дәлелденген жоқ",
            "Осы жүйенің журналы дәл осы жерге дейін файл көрсететін журналмен бірдей.",
        ),
        (
            "ru",
            "Результат: Файл не изменён, но доказано не всё",
            "Журнал этой системы до этого места тот же, на который указывает файл.",
        ),
        ("en", "Result: The evidence holds, but not everything is proven", AGREES),
    ],
)
def test_what_nobody_signed(
    decision: int, language: str, headline: str, said: str
) -> None:
    """The journal of this system agrees, and no command is named to ask it by."""
    page = sent(evidence(decision), language)
    found = sections(page)["found"]
    assert (found[0], found[-1]) == (headline, said)
    assert "jospar journal tree" not in page


def test_what_is_withheld_is_proven(decision: int) -> None:
    """It is told of each entry, and of how many; nothing of it is shown."""
    officer = seat(Office.BODY_OFFICER, "energy")
    shown = sections(sent(evidence(decision, OFFICER), client=officer))
    assert "1 entry is withheld, still proven in the chain." in shown["found"]
    withheld = "Entry 6: withheld from this reader, still proven in the chain"
    assert shown["entries"].count(withheld) == 1


def test_a_plan(decision: int) -> None:
    """Its revisions are papers, its deadlines those of the Commission and others."""
    shown = sections(sent(evidence(agreed_plan())))
    assert shown["decision"][0] == "Decision: President’s reply recorded"
    assert shown["papers"][1] == "plan-current-1.json (Entry 10)"
    assert shown["days"].count("Due") == 3


def test_what_was_changed_is_named(decision: int) -> None:
    """Each in a sentence, and nothing that the file says is shown."""

    def change(said: Any, parts: Parts) -> None:
        parts["papers/5-1-Хат_ 1.pdf"] += b"x"
        said["days"][0]["due"] = "2024-09-26"

    shown = sections(sent(altered(evidence(decision), change)))
    assert list(shown) == ["found"]
    assert shown["found"] == [
        "Result: The file was altered",
        "The paper “papers/5-1-Хат_ 1.pdf” was changed.",
        "The deadline “concepts.deadline” is not the one that the entries, the ruleset "
        "and the calendar give: counted anew, it is 25 September 2024, at the latest "
        "25 September 2024.",
    ]


@pytest.mark.parametrize(
    ("number", "begins"),
    [
        (1, "The journal that the file names is not that of this system"),
        (6, "The journal of this system begins as the one that the file names, but"),
    ],
)
def test_another_journal(decision: int, number: int, begins: str) -> None:
    """It may be made up: nothing of what it says is shown, were it signed or not."""
    data = evidence(decision)
    write_anew(number)
    shown = sections(sent(data))
    assert list(shown) == ["found"]
    assert shown["found"][0] == (
        "Result: The file is not of the journal of this system"
    )
    assert shown["found"][1].startswith("Fingerprint of the tree up to entry 8: ")
    assert shown["found"][-1].startswith(begins)
    assert "C-001" not in " ".join(shown["found"])


def test_a_journal_that_does_not_reach_so_far(decision: int) -> None:
    """As one that was put back to an earlier state."""
    data, planner = evidence(decision), seat(Office.PLANNER)
    let_go()
    sql("DELETE FROM records_journalentry WHERE number >= 8")
    found = sections(sent(data, client=planner))["found"]
    assert found[-1].startswith("The journal of this system begins as the one")


@pytest.mark.parametrize("lines", [None, "{}\n"])
def test_a_key_that_is_not_known_here(
    decision: int, tmp_path: Path, settings: Settings, lines: str | None
) -> None:
    """It is to be compared with the one on paper; so where no points can be read."""
    sign(tmp_path)
    data = evidence(decision)
    settings.CHECKPOINTS = tmp_path / "other.jsonl"
    if lines is not None:
        settings.CHECKPOINTS.write_text(lines)
    found = sections(sent(data))["found"]
    assert found[0] == "Result: The evidence holds, but not everything is proven"
    assert found[-2].startswith("Fingerprint of the key: ")
    assert found[-1] == AGREES


def test_a_point_that_nobody_signed_gives_no_key(
    decision: int, tmp_path: Path, settings: Settings
) -> None:
    """A line that only names the key does not make it one of this system."""
    sign(tmp_path)
    data, lines = evidence(decision), settings.CHECKPOINTS.read_text()
    signature = re.sub('"signature":"[0-9a-f]', '"signature":"x', lines)
    settings.CHECKPOINTS.write_text(signature)
    assert KEY_HERE not in sections(sent(data))["found"]


def test_a_file_that_cannot_be_read(
    decision: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The field says why: it is damaged, or too large for a page."""
    data = evidence(decision)
    assert "“evidence.zip” is damaged or cut off" in sent(data[:-9], status=422)
    monkeypatch.setattr(verify, "MOST_EVIDENCE", len(data) - 1)
    assert "is too large to be checked on this page" in sent(data, status=422)


def test_the_mark_of_a_file_for_official_use(decision: int) -> None:
    """It stands above what the file holds."""
    perform_act(made.mark_handling(on=date(2024, 12, 21)))
    found = sections(sent(evidence(decision)))["found"]
    assert found[1] == "For official use"


def test_no_reading_is_recorded(decision: int) -> None:
    """Nothing of the record is shown; that the file was given was noted then."""
    sent(evidence(decision))
    assert not Reading.objects.exists()


def test_the_number_of_queries_is_fixed(decision: int) -> None:
    """As many for a file of twenty entries as for one of few."""
    planner, counts = seat(Office.PLANNER), []
    for entry in (4, agreed_plan()):
        data = evidence(entry)
        sent(data, client=planner)
        with CaptureQueriesContext(connection) as queries:
            sent(data, client=planner)
        counts.append(len(queries))
    assert counts[0] == counts[1]
