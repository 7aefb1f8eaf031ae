"""Each kind of file in each state: in force, older, a draft, altered, foreign."""

import json
import re
from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.exchange.verification.values import Part
from jospar.exchange.verification.verify import Outcome
from jospar.queries.fingerprints import Standing
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.sentences import ToldError
from jospar.web.pdf import shared_plan_pdf
from tests.documents.editions import make
from tests.exchange.verification.made_files import (
    BEFORE_ALL,
    KINDS,
    MACHINES,
    PLAN_OVER,
    READ,
    rewritten,
    the_draft,
    verified,
    with_cell,
)

pytestmark = pytest.mark.django_db


def told(data: bytes, name: str) -> str:
    """Return what is told of a file that cannot be checked."""
    with pytest.raises(ToldError) as error:
        verified(data, name)
    return str(error.value)


@pytest.mark.parametrize("name", KINDS)
def test_a_file_as_jospar_made_it(editions: list[PlanEdition], name: str) -> None:
    """In force, replaced, and a draft: whatever language, nothing departs."""
    found = [verified(KINDS[name](one), name) for one in (*editions, the_draft())]
    assert [(one.outcome, one.standing) for one in found] == [
        (Outcome.STANDS, Standing.REPLACED),
        (Outcome.STANDS, Standing.REPLACED),
        (Outcome.STANDS, Standing.IN_FORCE),
        (Outcome.STANDS, Standing.DRAFT),
    ]
    assert [one.in_force for one in found] == [False, False, True, False]


def test_how_it_stood_on_another_day(editions: list[PlanEdition]) -> None:
    """The file is whole whatever the day; its standing changes."""
    data = KINDS["plan.json"](editions[2])
    found = [verified(data, "plan.json", day=day) for day in (BEFORE_ALL, PLAN_OVER)]
    assert [(one.outcome, one.standing) for one in found] == [
        (Outcome.STANDS, Standing.NOT_YET),
        (Outcome.STANDS, Standing.OVER),
    ]


@pytest.mark.parametrize("name", READ)
def test_another_fingerprint(editions: list[PlanEdition], name: str) -> None:
    """One that nobody knows: where the content can tell, the file is altered."""
    found = verified(KINDS[name](replace(editions[2], fingerprint="ab" * 32)), name)
    assert found.digits == "ab" * 32
    if name in MACHINES:
        assert (found.outcome, found.standing) == (
            Outcome.ALTERED,
            Standing.IN_FORCE,
        )
        (one,) = found.departures
        digits = editions[2].fingerprint
        assert (one.part, one.was, one.now) == (Part.CLAIM, digits, "ab" * 32)
    else:
        assert (found.outcome, found.known) == (Outcome.UNKNOWN, None)


def test_two_fingerprints(editions: list[PlanEdition]) -> None:
    """The foot of the page says another one than the properties."""
    data = KINDS["kk.docx"](editions[2])
    core = editions[2].fingerprint
    footers = rewritten(
        data,
        lambda name, text: (
            text.replace(core[:4], "0000") if name == "word/footer1.xml" else text
        ),
    )
    found = verified(footers, "kk.docx")
    assert found.outcome is Outcome.ALTERED
    assert [one.part for one in found.departures] == [Part.CLAIM]
    none = rewritten(footers, lambda _name, text: text.replace(core, ""))
    assert verified(none, "kk.docx").outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("name", MACHINES)
def test_neither_content_nor_fingerprint_is_known(
    editions: list[PlanEdition], name: str
) -> None:
    """A plan made elsewhere: unknown if it is whole, altered if it is not."""
    elsewhere = make(3)
    assert verified(KINDS[name](elsewhere), name).outcome is Outcome.UNKNOWN
    broken = verified(KINDS[name](replace(elsewhere, fingerprint="0" * 64)), name)
    assert (broken.outcome, broken.known) == (Outcome.ALTERED, None)


def test_a_pdf_that_was_altered(editions: list[PlanEdition]) -> None:
    """It cannot be read, so that it is not proven; nothing is said of its cells."""
    other = shared_plan_pdf(with_cell(editions[2], 0, "kk", 3, "2026 жыл"), "kk")
    for data in (other, shared_plan_pdf(editions[2], "kk") + b"\n"):
        found = verified(data, "kk.pdf")
        assert (found.outcome, found.standing, found.departures) == (
            Outcome.UNPROVEN,
            Standing.IN_FORCE,
            (),
        )


def test_a_pdf_made_at_another_stage(editions: list[PlanEdition]) -> None:
    """What the page bore then is no alteration: the stage, and an official-use mark."""
    for stage in ("before_president", "draft"):
        early = replace(editions[0], stage=type(editions[0].stage)(stage))
        found = verified(shared_plan_pdf(early, "ru"), "ru.pdf")
        assert (found.outcome, found.standing) == (Outcome.STANDS, Standing.REPLACED)


@pytest.mark.parametrize("name", ["kk.docx", "plan.xlsx"])
def test_marks_are_no_alteration(editions: list[PlanEdition], name: str) -> None:
    """Rows that were for official use when the file was made, and its stage."""
    marked = replace(editions[0], marked=frozenset({"C-1"}))
    early = replace(marked, stage=type(marked.stage).BEFORE_COMMISSION)
    for edition in (marked, early):
        found = verified(KINDS[name](edition), name)
        assert (found.outcome, found.departures) == (Outcome.STANDS, ())


def test_a_file_saved_anew_by_an_office_program(editions: list[PlanEdition]) -> None:
    """Another package with the same texts stands."""
    source = BytesIO(KINDS["plan.xlsx"](editions[2]))
    book, target = openpyxl.load_workbook(source), BytesIO()
    book.save(target)
    assert verified(target.getvalue(), "plan.xlsx").in_force
    packed = rewritten(KINDS["ru.docx"](editions[2]))
    assert verified(packed, "ru.docx").in_force


def test_only_what_is_seen_is_known(editions: list[PlanEdition]) -> None:
    """To who does not see the plan its file is unknown."""
    data = KINDS["kk.docx"](editions[2])
    stranger = Actor("recipient", Office.RECIPIENT, "parliament")
    found = verified(data, "kk.docx", actor=stranger)
    assert (found.outcome, found.known) == (Outcome.UNKNOWN, None)
    assert verified(data, "kk.docx", actor=Actor("p", Office.PLANNER)).in_force


def test_a_foreign_document() -> None:
    """It states no fingerprint: a signed original, or a PDF of somebody else."""
    digits = re.compile("(?:[0-9a-f]{4} ?){16}")
    package = plan_docx(make(3), "kk")
    without = rewritten(package, lambda _name, text: digits.sub("", text))
    for data, name in ((without, "a.docx"), (b"%PDF-1.7\n%%EOF", "a.pdf")):
        assert verified(data, name).outcome is Outcome.FOREIGN


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "a.pdf", "“a.pdf” is empty"),
        (b"GIF89a", "a.gif", "“a.gif” is of no kind that Jospar writes plans in"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.doc", "“a.doc” is of the old kind"),
        (b"PK\x03\x04cut off", "a.docx", "“a.docx” is damaged"),
        (b"{", "a.json", "“a.json” is damaged or is no plan"),
        (b'{"plan": "current"}', "a.json", "“a.json” is damaged or is no plan"),
        (b"[" * 10, "a.json", "“a.json” is of no kind"),
        (b'{"a":' + b"[" * 600_000, "a.json", "“a.json” is damaged or is no plan"),
        (b'{"a":' + b'{"a":' * 9_000, "a.json", "“a.json” is damaged or is no plan"),
        (b"<html></html>", "a.xml", "“a.xml” is damaged or is no plan"),
        (
            b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
            "a.xml",
            "“a.xml” is damaged or is no plan",
        ),
        (
            b"%PDF-1.7 <x:xmpmeta <broken></x:xmpmeta>",
            "a.pdf",
            "“a.pdf” is damaged or cut off",
        ),
        (b"{" + b" " * 26_214_400, "a.json", "“a.json” is far too large"),
    ],
)
def test_what_cannot_be_checked(data: bytes, name: str, sentence: str) -> None:
    """One sentence names the file and the cure."""
    assert told(data, name).startswith(sentence)


@pytest.mark.parametrize("name", MACHINES)
def test_a_file_with_something_more(editions: list[PlanEdition], name: str) -> None:
    """What Jospar does not write is not read over."""
    data = KINDS[name](editions[2])
    if name == "plan.json":
        more = data.replace(b'"plan":', b'"comment": "a", "plan":', 1)
    else:
        more = data.replace(b"</plan>", b"<comment/></plan>")
    assert told(more, name).startswith(f"“{name}” is damaged or is no plan")


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 10**30},
        {"number": "1"},
        {"concept": "\ud800"},
        {"cells": {"kk": ["1"] * 6}},
        {"cells": {"kk": ["1"] * 6, "ru": ["1"] * 5}},
        {"cells": dict.fromkeys(("kk", "ru", "en"), ["1"] * 6)},
    ],
)
def test_a_json_with_wrong_shapes(wrong: dict[str, object]) -> None:
    """A number beyond all bounds, half a letter, a cell or a language too few."""
    plan = json.loads(plan_json(make(1)))
    plan["groups"][0]["rows"][0] |= wrong
    data = json.dumps(plan).encode()
    assert told(data, "plan.json").startswith("“plan.json” is damaged")
