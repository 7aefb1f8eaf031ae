"""What Jospar writes is read back the same, in both languages and both formats."""

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.exchange.annexes.pairing import pair_tables
from jospar.exchange.annexes.reading import read_annex_tables
from jospar.exchange.annexes.values import AnnexTable, KnownBody
from jospar.rules.core.forms import (
    FORM_LANGUAGES,
    Body,
    PlanEdition,
    Standing,
    lay_out,
)
from jospar.rules.core.nouns import (
    Language,
    Level,
    PlanKind,
    PlanStage,
    Procedure,
    Term,
    Text,
    Wording,
)
from jospar.rules.core.ruleset import load
from tests.documents.editions import TITLES, cells, make
from tests.exchange.annexes.treaties import BODIES

HEADINGS = load("kz-2023").headings
KNOWN: Mapping[str, Body] = {
    body.code: Body(body.code, body.names[0], place)
    for place, body in enumerate(BODIES, start=1)
}
NOTES = (
    Text(),
    Text("Жоба келісу сатысында", "Проект на согласовании"),
    Text("Құны – 5 млн ₸,\n№ 12 хат", "Стоимость – 5 млн ₸,\nписьмо № 12"),
)


def read(edition: PlanEdition) -> list[AnnexTable]:
    """Return what is read from each document of the edition."""
    files = {
        f"{language}.docx": plan_docx(edition, language) for language in ("kk", "ru")
    }
    files["plan.xlsx"] = plan_xlsx(edition)
    return [
        table
        for name, data in files.items()
        for table in read_annex_tables(data, name, HEADINGS, BODIES)
    ]


def terms() -> st.SearchStrategy[Term]:
    """Return terms of whole months, of days and of years."""
    day = st.dates(date(2025, 1, 1), date(2028, 12, 31))
    return st.one_of(
        st.builds(
            lambda first, days: Term(first, first + timedelta(days)),
            day,
            st.integers(0, 400),
        ),
        st.builds(
            lambda year, month, count: Term(
                date(year, month, 1),
                date(year + (month + count) // 13, (month + count - 1) % 12 + 1, 1)
                - timedelta(days=1),
            ),
            st.integers(2025, 2027),
            st.integers(1, 12),
            st.integers(1, 12),
        ),
    )


def standings() -> st.SearchStrategy[list[Standing]]:
    """Return up to twelve rows with real titles and any terms."""
    wording = st.builds(
        Wording,
        title=st.sampled_from(TITLES),
        purpose=st.just(Text()),
        note=st.sampled_from(NOTES),
        level=st.sampled_from(Level),
        conclude=terms(),
        procedure=st.sampled_from(Procedure),
        procedure_from=st.just(date(2026, 1, 1)),
        procedure_to=st.sampled_from([None, date(2026, 6, 30)]),
    )
    proposers = st.lists(
        st.sampled_from(list(KNOWN)), min_size=1, max_size=2, unique=True
    )
    row = st.builds(Standing, st.uuids().map(str), proposers.map(tuple), wording)
    return st.lists(row, max_size=12)


def laid_out(rows: list[Standing]) -> PlanEdition:
    """Return the plan of these rows."""
    form = lay_out(
        kind=PlanKind.LONG_TERM,
        years=(2025, 2026, 2027, 2028),
        ruleset="kz-2023",
        headings=HEADINGS,
        standings=rows,
        bodies=KNOWN,
    )
    return PlanEdition(form, PlanStage.DRAFT, 3, "0" * 64, rehearsal=True)


@settings(max_examples=12, deadline=None)
@given(standings())
def test_any_plan_is_read_back(rows: list[Standing]) -> None:
    """The same cells, groups, bodies and terms come back, and nothing is doubtful."""
    edition = laid_out(rows)
    by_key = {row.concept: row for row in rows}
    expected = [
        (group.level, row.number, by_key[row.concept])
        for group in edition.form.groups
        for row in group.rows
    ]
    tables = read(edition)
    assert [table.language for table in tables] == [*FORM_LANGUAGES, *FORM_LANGUAGES]
    for table in tables:
        assert table.doubts == ()
        assert [row.cells for row in table.rows] == cells(edition, table.language)
        for found, (level, number, row) in zip(table.rows, expected, strict=True):
            wording = row.wording
            assert (found.level, found.number) == (level, number)
            assert set(found.bodies) == set(row.proposers)
            assert found.term == wording.conclude
            assert found.procedure == wording.procedure


@pytest.mark.parametrize("count", [0, 1, 120])
def test_plans_of_every_size(count: int) -> None:
    """An empty plan, one row with the longest title, and many rows come back."""
    edition = make(count)
    headings = HEADINGS
    for language in FORM_LANGUAGES:
        data = plan_docx(edition, language)
        (table,) = read_annex_tables(data, "plan.docx", headings)
        assert (table.language, table.doubts) == (language, ())
        assert [row.cells for row in table.rows] == cells(edition, language)
    for table in read_annex_tables(plan_xlsx(edition), "plan.xlsx", headings):
        assert table.doubts == ()
        assert [row.cells for row in table.rows] == cells(edition, table.language)


def test_both_languages_go_together() -> None:
    """The two documents of a plan are put together row by row without a doubt."""
    kk, ru = read_annex_tables(plan_xlsx(make(120)), "plan.xlsx", HEADINGS)
    paired = pair_tables(kk, ru)
    numbers = [
        (row.kk and row.kk.number, row.ru and row.ru.number) for row in paired.rows
    ]
    assert numbers == [(number, number) for number in range(1, 121)]
    assert [doubt for doubt in paired.doubts if doubt.code != "pair_titles"] == []


def test_a_former_name_reads_back_as_its_body() -> None:
    """A plan of a past year prints the name of then, which is a body's former one."""
    renamed = (KnownBody("mid", (Text("Жаңа", "Новое"), BODIES[0].names[0])),)
    edition = laid_out(
        [
            Standing(
                "C-1",
                ("mid",),
                Wording(
                    TITLES[1],
                    Text(),
                    Text(),
                    Level.INTERSTATE,
                    Term(date(2025, 1, 1), date(2025, 12, 31)),
                    Procedure.NONE,
                ),
            )
        ]
    )
    (table,) = read_annex_tables(
        plan_docx(edition, Language.RU), "a.docx", HEADINGS, renamed
    )
    assert [row.bodies for row in table.rows] == [("mid",)]
    assert [doubt.code for doubt in table.doubts] == ["body_former"]
