"""What others bring to the Ministry, as the workbook has it: ¶¶4 to 7."""

from datetime import date
from typing import Any

import pytest

from tests.exchange.workbooks import concept, cycle, row
from tests.exchange.years import Year, body


def test_a_lawful_concept_is_performed_without_a_word(year: Year) -> None:
    """Nothing speaks against the example, and it is received, in time, complete."""
    ran = year()
    assert (ran.performed, *ran.said) == (1, [], [])
    assert ran.report["concepts"] == {
        "C-001": {
            "in_time": True,
            "complete": True,
            "stage": "received",
            "plan": None,
        }
    }


@pytest.mark.provision("concepts.term")
@pytest.mark.parametrize(
    ("changes", "times"),
    [
        ({"conclude_from": "2025-01-01", "conclude_to": "2028-12-31"}, 0),
        ({"conclude_from": "2024-12-31", "conclude_to": "2025-01-31"}, 1),
        ({"conclude_from": "2028-12-01", "conclude_to": "2029-01-01"}, 1),
        ({"conclude_from": "2030-01-01", "conclude_to": "2030-12-31"}, 1),
        ({"procedure": "ratification"}, 1),
        ({"procedure": "approval", "procedure_from": "2025-07-01"}, 1),
        ({"procedure": "acceptance", "procedure_to": "2025-12-31"}, 1),
        (
            {
                "procedure": "ratification",
                "procedure_from": "2029-01-01",
                "procedure_to": "2031-12-31",
            },
            0,
        ),
        (
            {
                "procedure": "accession",
                "procedure_from": "2025-04-01",
                "procedure_to": "2025-04-30",
            },
            0,
        ),
        (
            {
                "procedure": "accession",
                "procedure_from": "2025-03-31",
                "procedure_to": "2025-04-30",
            },
            1,
        ),
        ({"procedure_from": "2025-01-01", "procedure_to": "2025-01-31"}, 0),
        ({"conclude_from": "2024-04-01", "procedure": "ratification"}, 2),
    ],
)
def test_terms_that_are_irregular_are_cautions(
    year: Year, changes: dict[str, Any], times: int
) -> None:
    """A term outside the cycle is one caution, procedures without theirs another."""
    ran = year(concepts=[concept(**changes)])
    assert ran.said == ([], ["concepts 2 ¶4"] * times)


@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize("cell", ["title_kk", "title_ru", "purpose_kk", "purpose_ru"])
def test_a_missing_text_makes_a_concept_incomplete(year: Year, cell: str) -> None:
    """Each empty text is a caution, and the concept is in time but not complete."""
    ran = year(concepts=[concept(**{cell: ""})])
    assert ran.said == ([], ["concepts 2 ¶5"])
    assert ran.report["cautions"][0]["column"] == cell
    found = ran.report["concepts"]["C-001"]
    assert (found["in_time"], found["complete"]) == (True, False)


@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize(
    ("changes", "columns"),
    [
        ({"purpose_kk": "Сауда"}, ["purpose_kk"]),
        ({"purpose_ru": "Білім"}, ["purpose_ru"]),
        ({"purpose_kk": "САУДАНЫ ДАМЫТУ Ң"}, []),
        ({"purpose_ru": "Ң"}, ["purpose_ru"]),
        ({"purpose_kk": "Развитие", "purpose_ru": None}, ["purpose_ru", "purpose_kk"]),
        ({"note_kk": "Ескертпе"}, ["note_ru"]),
        ({"note_ru": "Примечание"}, ["note_kk"]),
        ({"note_kk": "Карта", "note_ru": "Ң"}, []),
    ],
)
def test_texts_of_the_wrong_letters_are_cautions(
    year: Year, changes: dict[str, Any], columns: list[str]
) -> None:
    """Letters of the other language are a caution a cell; of a note only a gap is."""
    ran = year(concepts=[concept(**changes)])
    assert ran.said == ([], ["concepts 2 ¶5"] * len(columns))
    assert [found["column"] for found in ran.report["cautions"]] == columns


@pytest.mark.provision("titles.grammar")
def test_titles_that_disagree_are_a_caution_without_paragraph(year: Year) -> None:
    """A level that the titles contradict is a caution of practice."""
    ran = year(concepts=[concept(level="interstate")])
    assert ran.said == ([], ["concepts 2 –"])
    assert ran.report["cautions"][0]["provision"] == "titles.grammar"


def test_a_supplement_completes_a_concept(year: Year) -> None:
    """What was missing is filled in, and a conclusion can be given from that day on."""
    ran = year(
        concepts=[concept(title_kk=None)],
        supplements=[row("supplements", title_kk="Ынтымақтастық туралы келісім")],
        conclusions=[row("conclusions")],
    )
    assert (ran.refused, ran.performed) == ([], 3)
    assert ran.report["concepts"]["C-001"]["complete"] is True


@pytest.mark.parametrize(
    ("changes", "cautions"),
    [
        ({}, []),
        ({"title_kk": "Развитие"}, ["¶5", "–"]),
        ({"purpose_ru": "Білім"}, ["¶5"]),
        ({"note_kk": "Ескертпе"}, ["¶5"]),
        ({"note_kk": "Ескертпе", "note_ru": "Примечание"}, []),
        ({"conclude_to": date(2029, 1, 1)}, ["¶4"]),
        ({"procedure_from": date(2025, 7, 1)}, ["¶4"]),
        (
            {"procedure_from": date(2025, 7, 1), "procedure_to": date(2025, 7, 31)},
            [],
        ),
        (
            {"procedure_from": date(2025, 3, 1), "procedure_to": date(2025, 7, 31)},
            ["¶4"],
        ),
    ],
)
def test_a_supplement_has_the_cautions_of_what_it_fills(
    year: Year, changes: dict[str, Any], cautions: list[str]
) -> None:
    """Only filled cells are looked at, as the concept reads with them."""
    irregular = concept(procedure="ratification", purpose_kk="Сауда")
    ran = year(concepts=[irregular], supplements=[row("supplements", **changes)])
    of_supplement = [line for line in ran.cautions if line.startswith("supplements")]
    assert ran.refused == []
    assert of_supplement == [f"supplements 2 {found}" for found in cautions]


@pytest.mark.provision("proposals.none")
@pytest.mark.parametrize(
    ("concepts", "letters", "cautions"),
    [
        ([concept()], [row("no_proposals")], ["no_proposals 2 ¶7"]),
        (
            [concept(), concept("C-002")],
            [row("no_proposals")],
            ["no_proposals 2 ¶7"],
        ),
        (
            [concept(), concept("C-002", received_at="2024-09-20")],
            [row("no_proposals")],
            ["concepts 3 ¶7", "no_proposals 2 ¶7"],
        ),
        (
            [concept(received_at="2024-09-18T23:00")],
            [row("no_proposals")],
            ["no_proposals 2 ¶7"],
        ),
        (
            [concept(body="mps", joint="mid", received_at="2024-09-20")],
            [row("no_proposals")],
            ["concepts 2 ¶7"],
        ),
        (
            [concept(body="mps", joint="mid")],
            [row("no_proposals")],
            ["no_proposals 2 ¶7"],
        ),
        ([concept(body="mps")], [row("no_proposals")], []),
    ],
)
def test_none_and_a_concept_of_one_body_contradict_each_other(
    year: Year,
    concepts: list[dict[str, Any]],
    letters: list[dict[str, Any]],
    cautions: list[str],
) -> None:
    """The caution stands on the later row, one a row; on one day that is the letter."""
    ran = year(
        bodies=[body("mid"), body("mps")], concepts=concepts, no_proposals=letters
    )
    assert ran.said == ([], cautions)


def test_what_no_longer_stands_contradicts_no_letter(year: Year) -> None:
    """After a withdrawal, and after a return, the body may say that it has none."""
    ran = year(
        concepts=[concept(), concept("C-002", received_at="2024-09-26")],
        withdrawals=[row("withdrawals", on=date(2024, 9, 20))],
        returns=[row("returns", concept="C-002")],
        no_proposals=[row("no_proposals", received_at="2024-09-28")],
    )
    assert ran.said == ([], [])


@pytest.mark.provision("concepts.deadline")
@pytest.mark.parametrize(
    ("planned_in", "received_at", "in_time"),
    [
        (2024, "2024-09-25T23:59:59", True),
        (2024, "2024-09-26T00:00:00", False),
        (2024, "2024-09-25", True),
        (2024, "2024-09-26", False),
        (2024, "2024-09-25T18:30Z", True),
        (2024, "2024-09-25T18:59:59.999Z", True),
        (2024, "2024-09-25T19:00Z", False),
        (2023, "2023-09-25T18:30Z", False),
        (2023, "2023-09-25T17:59:59Z", True),
        (2025, "2025-09-25T23:59:59+05:00", True),
    ],
)
def test_lateness_goes_by_the_moment_in_astana(
    year: Year, planned_in: int, received_at: str, in_time: bool
) -> None:
    """The day ends at Astana's midnight: UTC+6 in 2023, UTC+5 since March 2024."""
    ran = year(
        cycle=cycle(year=planned_in),
        concepts=[
            concept(
                received_at=received_at,
                conclude_from=date(planned_in + 1, 1, 1),
                conclude_to=date(planned_in + 1, 12, 31),
            )
        ],
    )
    assert ran.said == ([], [])
    assert ran.report["concepts"]["C-001"]["in_time"] is in_time


@pytest.mark.provision("concepts.late")
def test_a_late_concept_is_only_returned(year: Year) -> None:
    """No conclusion, settlement or placement is for it; its return is performed."""
    ran = year(
        concepts=[concept(received_at="2024-09-26")],
        conclusions=[row("conclusions")],
        settlements=[row("settlements")],
        placements=[row("placements")],
        returns=[row("returns", on=date(2024, 11, 1))],
    )
    assert ran.refused == ["conclusions 2 ¶6", "settlements 2 ¶6", "placements 2 ¶10"]
    assert ran.stage() == "returned"


@pytest.mark.provision("concepts.late")
def test_only_what_is_late_and_stands_is_returned(year: Year) -> None:
    """What came in time, was withdrawn or has come back already is not returned."""
    late = "2024-09-26"
    ran = year(
        concepts=[concept(), *(concept(f"C-00{n}", received_at=late) for n in (2, 3))],
        withdrawals=[
            row("withdrawals", concept="C-002", on=date(2024, 9, 27)),
            row("withdrawals", concept="C-003", on=date(2024, 9, 28)),
        ],
        returns=[row("returns", concept=f"C-00{n}") for n in (1, 2, 3, 3)],
    )
    assert ran.refused == [
        "withdrawals 3 ¶6",
        "returns 2 ¶6",
        "returns 3 ¶6",
        "returns 5 –",
    ]
    assert [ran.stage(f"C-00{n}") for n in (1, 2, 3)] == [
        "received",
        "withdrawn",
        "returned",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"body": "mks"},
        {"joint": "mid; mks"},
        {"level": "межправительственный"},
        {"entry": None},
        {"conclude_to": "30.06.2025"},
        {"conclude_from": "2025-07-01"},
        {"procedure_from": "2025-07-02", "procedure_to": "2025-07-01"},
        {"received_at": "кеше"},
        {"document": "  "},
        {"received_at": "2099-09-01"},
    ],
)
def test_what_cannot_be_read_or_makes_no_sense_has_no_paragraph(
    year: Year, changes: dict[str, Any]
) -> None:
    """The row is refused on that one ground, and what names it hangs on it."""
    ran = year(concepts=[concept(**changes)], withdrawals=[row("withdrawals")])
    assert ran.said == (["concepts 2 –", "withdrawals 2 –"], [])
    assert (ran.stage(), ran.performed) == ("refused", 0)


@pytest.mark.parametrize(
    ("changes", "column"), [({"body": "mks"}, "body"), ({"joint": "mks"}, "joint")]
)
def test_an_unknown_body_is_shown_in_its_column(
    year: Year, changes: dict[str, str], column: str
) -> None:
    """The report names the cell in which the unknown body stands."""
    ran = year(concepts=[concept(**changes)])
    assert [found["column"] for found in ran.report["refused"]] == [column]


def test_names_have_a_length_that_every_database_keeps(year: Year) -> None:
    """A code of 40 letters and an id of 200 are kept; one letter more is refused."""
    ran = year(
        bodies=[body("mid"), body("m" * 40), body("m" * 41)],
        concepts=[concept("C" * 200, body="m" * 40), concept("C" * 201)],
        agreements=[row("agreements", id="A" * 201)],
        events=[row("events", id="E" * 201)],
        decisions=[row("decisions", number="1" * 201)],
    )
    assert ran.refused == [
        "bodies 4 –",
        "concepts 3 –",
        "agreements 2 –",
        "events 2 –",
        "decisions 2 –",
    ]


def test_a_paper_cannot_follow_a_later_one(year: Year) -> None:
    """What concerns a concept has effect on the day of its receipt or later."""
    early = date(2024, 9, 9)
    ran = year(
        supplements=[row("supplements", on=early)],
        withdrawals=[row("withdrawals", on=early)],
        conclusions=[row("conclusions", on=early)],
        notifications=[row("notifications", on=early)],
        settlements=[row("settlements", on=early)],
        placements=[row("placements", on=early)],
    )
    assert ran.performed == 1
    assert set(ran.refused) == {
        f"{sheet} 2 –"
        for sheet in (
            "supplements",
            "withdrawals",
            "conclusions",
            "notifications",
            "settlements",
            "placements",
        )
    }
    again = year(
        notifications=[row("notifications", on=early)],
        placements=[row("placements", on=early)],
    )
    assert again.refused == ["notifications 2 –", "placements 2 –"]


def test_a_term_cannot_end_before_it_begins_by_what_is_filled_in(year: Year) -> None:
    """One day of a term is filled into the term as it stands."""
    ran = year(
        supplements=[row("supplements", conclude_from=date(2025, 7, 1))],
        settlements=[row("settlements", conclude_to=date(2025, 3, 31))],
    )
    assert ran.refused == ["supplements 2 –", "settlements 2 –"]
