"""Earlier treaties come from a list, and the journal gives them back."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from openpyxl import Workbook

from jospar.exchange.faults import WorkbookError
from jospar.exchange.treaties import Listed, list_treaties, read_treaties
from jospar.procedure import journal
from jospar.procedure.clock import Clock
from jospar.procedure.replay import check_records
from jospar.queries.look_alikes import Place, look_alikes
from jospar.queries.sentences import sentence
from jospar.records.listed_treaties import listed_as
from jospar.records.models import Treaty
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Actor, Office
from tests.queries.made_record import open_cycle

pytestmark = [
    pytest.mark.django_db(databases=["default", "past"]),
    pytest.mark.provision("record.reference"),
]

REAL = Path(__file__).parents[1] / "data" / "treaties.csv"
CLOCK = Clock(date(2024, 12, 31))
HEADINGS = ("title_kk", "title_ru", "signed_on")


def made(path: Path, *lines: tuple[object, ...]) -> Path:
    """Make a list of these lines, the first of which are its headings."""
    if path.suffix == ".csv":
        text = "".join(";".join(map(str, line)) + "\n" for line in lines)
        path.write_text(text, "utf-8-sig")
    else:
        book = Workbook()
        assert book.active is not None
        for line in lines:
            book.active.append(list(line))
        book.save(path)
    return path


def listed(path: Path) -> Listed:
    """List what the file holds."""
    return list_treaties(read_treaties(path), CLOCK)


def told(found: Listed) -> list[str]:
    """Return the refused rows with what is said of them."""
    return [
        f"{number} {objection.field}: {sentence(objection, 'en')}"
        for number, objection in found.refused
    ]


@pytest.mark.slow
def test_a_real_list() -> None:
    """Each treaty is listed once, is found by its title, and is in the journal."""
    open_cycle()
    found = read_treaties(REAL)
    assert found.unused == ("title_en", "level", "counterparties", "source_url")
    assert list_treaties(found, CLOCK) == Listed(new=210)
    assert list_treaties(found, CLOCK) == Listed(known=210)
    treaty = Treaty.objects.exclude(signed_on=None).order_by("number")[0]
    alike = look_alikes(treaty.title_kk, "", Actor("a", Office.HEAD))
    assert (alike[0].place, alike[0].score, alike[0].signed_on) == (
        *(Place.TREATY, 100),
        treaty.signed_on,
    )
    last = journal.latest()
    assert last is not None
    assert (last.act, last.read().document) == (
        "reference.list_treaty",
        f"sha256:{found.sha256}",
    )
    check_records()


@pytest.mark.parametrize("name", ["list.xlsx", "list.csv"])
def test_a_list_that_grew_adds_what_is_new(tmp_path: Path, name: str) -> None:
    """One language is enough, and the day may be unknown."""
    first = ("Келісім", "Соглашение", date(2019, 12, 30))
    path = made(tmp_path / name, HEADINGS, first, first)
    assert listed(path) == Listed(new=1, known=1)
    others = [("Хаттама", "", ""), ("", "Меморандум", "")]
    path = made(tmp_path / name, HEADINGS, *others, first)
    assert listed(path) == Listed(new=2, known=1)
    kept = Treaty.objects.order_by("-number")
    assert list(kept.values_list("title_kk", "title_ru", "signed_on")) == [
        first,
        ("Хаттама", "", None),
        ("", "Меморандум", None),
    ]


def test_a_treaty_is_completed_by_its_day(tmp_path: Path) -> None:
    """Not listed twice, whichever came first; another day is another treaty."""
    known, later = ("Келісім", "Соглашение"), date(2021, 6, 1)
    path = made(tmp_path / "list.csv", HEADINGS, (*known, ""), ("Хаттама", "", ""))
    assert listed(path) == Listed(new=2)
    day = date(2019, 12, 30)
    path = made(tmp_path / "list.csv", HEADINGS, (*known, day), (*known, later))
    assert listed(path) == Listed(dated=1, new=1)
    days = Treaty.objects.filter(title_kk="Келісім").order_by("-number")
    assert list(days.values_list("signed_on", flat=True)) == [day, later]
    path = made(tmp_path / "list.csv", HEADINGS, (*known, ""))
    assert listed(path) == Listed(known=1)
    alike = look_alikes("Келісім", "", Actor("a", Office.HEAD))
    assert {one.signed_on for one in alike} == {day, later}
    check_records()


def test_a_treaty_with_its_day_is_not_listed_without(tmp_path: Path) -> None:
    """Who does not know the day means the one that is there."""
    day = date(2019, 12, 30)
    listed(made(tmp_path / "list.csv", HEADINGS, ("Келісім", "Соглашение", day)))
    path = made(tmp_path / "list.csv", HEADINGS, ("Келісім", "Соглашение", ""))
    (said,) = told(listed(path))
    assert said.startswith("2 title_kk: ")
    assert Treaty.objects.count() == 1


def test_each_row_is_told_what_is_wrong_with_it(tmp_path: Path) -> None:
    """The rest is listed."""
    path = made(
        tmp_path / "list.csv",
        ("title_kk", "title_ru", "signed", "note"),
        ("Келісім", "Соглашение", "30.12.2019", ""),
        ("", "", "2019-12-30", ""),
        ("Х" * 10_001, "", "", ""),
        ("", "", "", "–"),
        ("Келісім", "Соглашение", "2019-12-30", ""),
    )
    found = listed(path)
    assert (found.new, found.known) == (1, 0)
    assert told(found) == [
        "2 signed_on: “30.12.2019” is not a day; write it as 2024-09-25 (year, month, "
        "day) or format the cell as a date. Correct the row and run the workbook "
        "again; the rest is not lost.",
        "3 title_kk: The treaty has no title. Write its title in Kazakh, in Russian, "
        "or in both.",
        f"4 title_kk: “{'Х' * 59}…” has 10001 letters; write 10000 at most. Correct "
        "the row and run the workbook again; the rest is not lost.",
    ]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("list.csv", b"title,signed\n", "has no titles; write “title_kk” and"),
        ("list.csv", b"", "has no titles; write “title_kk” and"),
        (
            "list.csv",
            "title_kk\nӘ".encode("utf-16"),
            "“list.csv” is not text in UTF-8.",
        ),
        ("list.csv", b'title_kk\n"a', "is damaged or cut off"),
        ("list.xlsx", b"title_kk\n", "is not an XLSX workbook"),
    ],
)
def test_what_is_no_list(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    """One sentence says so, and nothing is listed."""
    (tmp_path / name).write_bytes(content)
    with pytest.raises(WorkbookError) as error:
        read_treaties(tmp_path / name)
    assert said in str(error.value)


def test_a_treaty_is_looked_up_by_an_index() -> None:
    """A long list is not read again for each of its rows."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:  # it would read what is so short anyway
            cursor.execute("SET LOCAL enable_seqscan = off")
    assert "treaty_digest" in listed_as(Text("Келісім", "Соглашение")).explain()
