"""What an amendment did to a plan, as its sheet says it."""

import pytest
from pytest_django import DjangoAssertNumQueries

from jospar.documents.amendment_sheet import (
    CELLS,
    GROUP,
    AmendmentSheet,
    SheetCell,
    SheetLine,
)
from jospar.queries.amendment_grounds import grounds
from jospar.queries.amendment_sheets import draft_sheet, made_sheet, without_reasons
from jospar.rules.amendment.nouns import ChangeOutcome
from jospar.rules.core.nouns import Changes, Level, Text
from tests.queries.made_amended import (
    add,
    agreed_plan,
    december,
    decide,
    decided,
    instruct,
    make,
    remove,
    stage,
)
from tests.queries.made_record import do
from tests.rules import made
from tests.rules.made import CURRENT, LONG_TERM, RULES, YEAR

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.provision("amendments.revision"),
]


def amended() -> None:
    """Change C-1 and add N-1 on an instruction, then remove C-2 by a decision."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9)
    add("1", 9, "N-1")
    make("1", 9)
    decide("5", 10, 11)
    remove("5", 11, "C-2", **decided("5"))
    make("5", 11, **decided("5"))


def sheet(number: int) -> AmendmentSheet:
    """Return the sheet of a revision."""
    found = made_sheet(RULES, YEAR, CURRENT, number)
    assert found is not None
    return found


def said(cells: tuple[SheetCell, ...], language: str) -> dict[str, str]:
    """Return what cells say, those words in brackets that are changed."""
    return {
        cell.heading[language]: "".join(
            f"[{part.text}]" if part.changed else part.text
            for part in cell.words[language]
        )
        for cell in cells
    }


def by_outcome(found: AmendmentSheet) -> dict[ChangeOutcome, SheetLine]:
    """Return the lines of a sheet by what became of their rows."""
    return {line.outcome: line for line in found.lines}


def test_a_sheet_names_its_ground_and_both_revisions() -> None:
    """The instruction alone, or the decision with its consent."""
    amended()
    plan, first, second = sheet(2).plan, sheet(2).amended, sheet(3).amended
    assert (first.before, first.revision, first.made_on, first.since) == (
        1,
        2,
        december(9),
        december(9),
    )
    assert first.ground.ru.endswith("9 декабря 2024 года, № 1")
    assert (second.before, second.revision) == (2, 3)
    assert second.ground == Text(
        "Комиссияның шешімі, 2024 жылғы 10 желтоқсан, № 5; Қазақстан Республикасының "
        "Президенті Әкімшілігінің келісімі, 2024 жылғы 11 желтоқсан, № 5-c",
        "решение Комиссии, 10 декабря 2024 года, № 5; согласие Администрации "
        "Президента Республики Казахстан, 11 декабря 2024 года, № 5-c",
    )
    assert second.since == december(11)
    assert plan.ru.endswith("на 2025 год")


def test_a_changed_row_shows_its_title_and_what_changed() -> None:
    """The words that came are marked, in both languages; the reason stands beside."""
    amended()
    line = by_outcome(sheet(2))[ChangeOutcome.CHANGE]
    title = made.wording().title
    for language, note in (("kk", "Сапарға"), ("ru", "К визиту")):
        heading = [cell[language] for cell in CELLS]
        assert said(line.was, language) == {heading[1]: title[language], heading[4]: ""}
        assert said(line.became, language) == {
            heading[1]: title[language],
            heading[4]: "[" + " ".join(note.split()) + "]",
        }
    assert line.reason != Text()
    assert (line.number_was, line.number) == (1, 1)


def test_an_added_row_has_no_side_before_and_a_removed_one_none_after() -> None:
    """The other side says all of the row, with its group, and nothing is marked."""
    amended()
    added = by_outcome(sheet(2))[ChangeOutcome.ADD]
    removed = by_outcome(sheet(3))[ChangeOutcome.REMOVE]
    assert (added.was, removed.became) == ((), ())
    for whole in (added.became, removed.was):
        found = said(whole, "ru")
        assert list(found)[:2] == [GROUP.ru, CELLS[0].ru]
        assert not any("[" in text for text in found.values())
    assert (added.number_was, removed.number) == (None, None)


def test_a_row_of_another_group_says_both() -> None:
    """Its level changed, and so the group in which it stands."""
    agreed_plan()
    instruct("1", 9)
    stage("1", 9, changes=Changes(level=Level.INTERSTATE))
    make("1", 9)
    line = by_outcome(sheet(2))[ChangeOutcome.CHANGE]
    was, became = (said(side, "ru")[GROUP.ru] for side in (line.was, line.became))
    assert ("межправительственные" in was, "межгосударственные" in became) == (
        True,
        True,
    )
    assert was.startswith("[")


def test_what_waits_is_a_draft_on_the_plan_as_it_stands() -> None:
    """It has no day; what another ground did already is not in it."""
    amended()
    instruct("7", 12)
    remove("7", 12, "C-1")
    (ground,) = [one for one in grounds(YEAR) if one.number == "7"]
    draft = draft_sheet(RULES, YEAR, CURRENT, ground)
    assert (draft.draft, draft.amended.before, draft.amended.revision) == (True, 3, 4)
    assert [line.outcome for line in draft.lines] == [ChangeOutcome.REMOVE]
    other = draft_sheet(RULES, YEAR, CURRENT, grounds(YEAR)[0])
    assert other.lines == ()


def test_only_revisions_that_amended_have_a_sheet() -> None:
    """The agreed one has none, nor one that was never made, nor another plan's."""
    amended()
    found = [made_sheet(RULES, YEAR, CURRENT, number) for number in (1, 4)]
    assert [*found, made_sheet(RULES, YEAR, LONG_TERM, 2)] == [None, None, None]


def test_a_sheet_of_a_marked_row_is_for_official_use() -> None:
    """The mark on the concept is enough; that of another row is not."""
    agreed_plan()
    do(made.mark_handling(key="C-2", on=december(3)))
    instruct("1", 9)
    stage("1", 9)
    make("1", 9)
    instruct("2", 10)
    remove("2", 10, "C-2")
    make("2", 10)
    assert [sheet(number).official_use for number in (2, 3)] == [False, True]


def test_reasons_can_be_left_out() -> None:
    """For who does not see why; the rows stay."""
    amended()
    found = sheet(2)
    bare = without_reasons(found)
    assert {line.reason for line in bare.lines} == {Text()}
    assert [line.became for line in bare.lines] == [one.became for one in found.lines]


@pytest.mark.parametrize("rows", [1, 30])
def test_the_number_of_queries_is_fixed(
    rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """One change or thirty, as many queries."""
    agreed_plan()
    instruct("1", 9)
    for number in range(rows):
        add("1", 9, f"N-{number}")
    make("1", 9)
    with django_assert_num_queries(5):
        assert len(sheet(2).lines) == rows
