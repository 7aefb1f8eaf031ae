"""Texts that look otherwise than they are: turned about, mixed, or too slow to read."""

from collections.abc import Callable
from contextlib import suppress
from time import perf_counter
from urllib.parse import urlencode

import pytest

from jospar.exchange.annexes.comparison import plain
from jospar.exchange.annexes.grids import GridCell, GridLine
from jospar.exchange.annexes.headings import columns_of
from jospar.exchange.annexes.values import Place
from jospar.exchange.verification.claims import pdf_properties, stated_in
from jospar.exchange.verification.letters import alike_letters
from jospar.exchange.verification.values import FileKind
from jospar.procedure.perform import ActRefusedError
from jospar.queries.look_alikes import look_alikes
from jospar.records.file_types import FileError, type_of
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.titles import compare_words
from tests.procedure.made_orders import perform_act
from tests.queries.made_record import open_cycle, submit
from tests.records.made_files import zipped
from tests.rules import made
from tests.rules.made import YEAR
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

TITLE = Text("Көлік туралы келісім", "Соглашение о транспорте")
MIXED = Text("Kөлiк турaлы кeлісім", "Coглaшeниe о трaнcпoртe")
"""The same titles, with Latin letters among the Cyrillic ones."""
UNSEEN = Text("Кө\u200bлік туралы ке\u00adлісім", "Согла\u200dшение о транс\ufeffпорте")
"""The same, with signs that nobody sees."""
SEARCHES = (
    *("' OR 1=1 --", "'; DROP TABLE records_concept; --", '" OR ""="', "%", "_"),
    *("көлік*", "NEAR(көлік келісім)", "көлік NOT келісім", "words_kk:көлік", "^көлік"),
    *('"көлік', "(көлік", "-көлік", "{көлік}", "\\", ":*", "&|!", "<->", "a AND"),
)
PLACE = Place(1, 1)
SLOW = 4.0
"""Seconds; undisturbed each takes a fraction of one."""


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\x1b", "\U000e0041"])
def test_no_title_reads_otherwise_than_it_is_kept(sign: str) -> None:
    """The act is refused, and the sentence shows where the sign stands."""
    open_cycle()
    title = Text(f"Келісім{sign}мисілек", "Соглашение")
    with pytest.raises(ActRefusedError) as refused:
        perform_act(made.submit_concept(wording=made.wording(title=title)))
    (objection,) = refused.value.objections
    assert (objection.code, objection.field) == ("signs_are_seen", "title_kk")
    assert dict(objection.values) == {
        "value": "Келісім□мисілек",
        "sign": f"U+{ord(sign):04X}",
    }


@pytest.mark.parametrize("disguised", [MIXED, UNSEEN], ids=["mixed", "unseen"])
def test_a_disguised_title_is_found_out(disguised: Text) -> None:
    """Among the look-alikes it stands as wholly alike, and a search finds it."""
    open_cycle()
    submit("C-1", wording=made.wording(title=TITLE))
    head = Actor("head", Office.HEAD)
    found = look_alikes(disguised.kk, disguised.ru, head)
    assert [(one.score, one.title) for one in found] == [(100, TITLE)]
    client = seat(Office.HEAD)
    query = urlencode({"text": disguised.ru})
    assert ">C-1<" in client.get(f"/en/{YEAR}/concepts/?{query}").content.decode()


@pytest.mark.parametrize("text", SEARCHES)
def test_a_search_is_only_words(text: str) -> None:
    """No sign of the database's languages is one here; nothing more is found."""
    open_cycle()
    submit("C-1", wording=made.wording(title=TITLE))
    submit("C-2", proposers=("energy",))
    client = seat(Office.BODY_OFFICER, "energy")
    answer = client.get(f"/en/{YEAR}/concepts/?{urlencode({'text': text})}")
    assert (answer.status_code, ">C-1<" in answer.content.decode()) == (200, False)


@pytest.mark.parametrize("office", [Office.HEAD, Office.ADMINISTRATOR])
def test_people_and_journal_are_searched_by_words_too(office: Office) -> None:
    """Whatever is asked with: the page stands."""
    open_cycle()
    client = seat(office)
    for text in SEARCHES:
        for path in ("/en/people/?q=", f"/en/{YEAR}/journal/?text=", "/en/verify/?q="):
            assert client.get(path + text).status_code in {200, 403}


def test_nothing_typed_takes_long() -> None:
    """Texts at their bounds, of the kind that searches and comparisons stumble on."""
    open_cycle()
    for number in range(3):
        submit(f"C-{number}", wording=made.wording(title=TITLE))
    client = seat(Office.HEAD)
    words = " ".join(f"көлі{number}к" for number in range(900))
    began = perf_counter()
    for text in (words, "аа" * 3_500, "а\u0301" * 3_000, "[([([" * 1_000):
        query = urlencode({"text": text})
        assert client.get(f"/en/{YEAR}/concepts/?{query}").status_code == 200
        look_alikes(text, text, Actor("head", Office.HEAD))
    compare_words("a b " * 1_000, "b a c " * 700)
    assert perf_counter() - began < SLOW


@pytest.mark.parametrize(
    "read",
    [
        lambda: type_of(b" " * 2_000_000 + b"\0", "x"),
        lambda: pdf_properties(b"%PDF-" + b"<x:xmpmeta " * 500_000),
        lambda: list(stated_in(FileKind.XLSX, _sheet("<oddFooter " * 500_000), "x")),
        lambda: columns_of([GridLine(PLACE, (GridCell("-" * 399 + "x", 0),))]),
        lambda: plain(" " * 20_000),
        lambda: alike_letters("ab" * 10_000, "ba" * 10_000),
    ],
    ids=["signature", "properties", "footer", "heading", "dashes", "letters"],
)
def test_no_pattern_stumbles(read: Callable[[], object]) -> None:
    """A file made of beginnings without ends is read, or refused, at once."""
    began = perf_counter()
    with suppress(FileError):
        read()
    assert perf_counter() - began < SLOW


def _sheet(content: str) -> bytes:
    """Return a package that has ``content`` where a sheet of a workbook stands."""
    return zipped({"xl/worksheets/sheet1.xml": f"headerFooter{content}"})
