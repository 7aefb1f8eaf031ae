"""The rows of a plan: their order, their cells, their JSON."""

import hashlib
import json
from datetime import date
from typing import Any

import pytest
import rfc8785

from jospar.documents.plan_json import plan_json
from tests.exchange.workbooks import TITLE_KK, concept, row
from tests.exchange.years import AGREED, Year, body, placed

BODIES = [body("mtk"), body("mid"), body("mps")]


@pytest.mark.provision("plans.forms")
def test_rows_go_by_level_body_term_title_and_id(year: Year) -> None:
    """Each tie is broken by the next: three levels, official order, days, title, id."""
    january, whole = date(2025, 1, 31), date(2025, 12, 31)
    first = {"conclude_from": date(2025, 1, 1), "conclude_to": january}
    order: list[dict[str, Any]] = [
        {"level": "interstate", "conclude_from": "2025-12-01", "conclude_to": whole},
        {"body": "mtk", "conclude_from": "2025-12-01", "conclude_to": whole},
        {"joint": "mtk", **first},
        {**first, "conclude_to": "2025-02-28"},
        {"conclude_from": "2025-02-01", "conclude_to": "2025-02-28"},
        {"title_kk": "Ә келісімі"},
        {"title_kk": "Б келісімі"},
        {"title_kk": "Б келісімі"},
        {"body": "mps", **first},
        {"level": "interagency", **first},
    ]
    ids = [f"C-{n:03}" for n in range(1, len(order) + 1)]
    concepts = [
        concept(key, **changes) for key, changes in zip(ids, order, strict=True)
    ]
    ran = year(bodies=BODIES, concepts=concepts[::-1], **placed(*ids[::-1]))
    assert ran.refused == []
    assert ran.concepts() == ids
    assert [found.number for found in ran.rows()] == list(range(1, len(ids) + 1))


@pytest.mark.provision("plans.forms")
def test_kazakh_titles_go_by_the_alphabet(year: Year) -> None:
    """Blank, digits, Latin letters, the 42 letters; capitals and marks mean nothing."""
    titles = [
        "«А» 2 туралы",
        "а z",
        "А А",
        "А – Ә",
        "а әз",
        "а2",
        "аz",
        "«аа»",
        "аә",
        "аг",
        "аҒ",
        "аё",
        "ак",
        "ақ",
        "ан",
        "аң",
        "ао",
        "аө",
        "ау",
        "аұ",
        "аү",
        "ах",
        "аһ",
        "аы",
        "аі",
        "аь",
        "ая",
    ]
    ids = [f"C-{len(titles) - n:03}" for n in range(len(titles))]
    ran = year(
        concepts=[
            concept(key, title_kk=title)
            for key, title in sorted(zip(ids, titles, strict=True))
        ],
        **placed(*ids),
    )
    assert [found.cells["kk"][2] for found in ran.rows()] == titles


@pytest.mark.provision("plans.forms")
@pytest.mark.parametrize(
    ("first", "last", "kk", "ru"),
    [
        ("2025-05-01", "2025-05-31", "2025 жылғы мамыр", "май 2025 года"),
        ("2028-02-01", "2028-02-29", "2028 жылғы ақпан", "февраль 2028 года"),
        ("2025-02-01", "2025-02-27", "01.02.2025 – 27.02.2025", None),
        ("2025-04-01", "2025-06-30", "2025 жылғы II тоқсан", "II квартал 2025 года"),
        (
            "2025-04-01",
            "2025-09-30",
            "2025 жылғы II–III тоқсан",
            "II–III кварталы 2025 года",
        ),
        (
            "2025-01-01",
            "2025-09-30",
            "2025 жылғы I–III тоқсан",
            "I–III кварталы 2025 года",
        ),
        (
            "2025-04-01",
            "2025-12-31",
            "2025 жылғы II–IV тоқсан",
            "II–IV кварталы 2025 года",
        ),
        (
            "2025-01-01",
            "2025-06-30",
            "2025 жылғы I жартыжылдық",
            "I полугодие 2025 года",
        ),
        (
            "2025-07-01",
            "2025-12-31",
            "2025 жылғы II жартыжылдық",
            "II полугодие 2025 года",
        ),
        ("2025-01-01", "2025-12-31", "2025 жыл", "2025 год"),
        ("2026-01-01", "2028-12-31", "2026–2028 жылдар", "2026–2028 годы"),
        ("2025-05-15", "2025-05-15", "2025 жылғы 15 мамыр", "15 мая 2025 года"),
        ("2025-05-05", "2025-05-05", "2025 жылғы 5 мамыр", "5 мая 2025 года"),
        ("2025-05-15", "2026-06-30", "15.05.2025 – 30.06.2026", None),
        ("2025-02-01", "2025-04-30", "01.02.2025 – 30.04.2025", None),
        ("2025-07-01", "2026-06-30", "01.07.2025 – 30.06.2026", None),
    ],
)
def test_terms_are_written_as_officials_do(
    year: Year, first: str, last: str, kk: str, ru: str | None
) -> None:
    """The shortest exact phrase; where none fits, both days."""
    plan = "current" if first < "2026" else "long_term"
    sheets = placed(plan=plan)
    sheets["placements"] = [row("placements", plan=plan, reason="Келісілді")]
    ran = year(concepts=[concept(conclude_from=first, conclude_to=last)], **sheets)
    assert ran.cell(4, plan) == (kk, ru or kk)


@pytest.mark.provision("plans.forms")
@pytest.mark.parametrize(
    ("changes", "cell"),
    [
        ({}, ("талап етілмейді", "не требуются")),
        (
            {"procedure_from": "2025-07-01", "procedure_to": "2025-07-31"},
            ("талап етілмейді", "не требуются"),
        ),
        ({"procedure": "ratification"}, ("ратификациялау", "ратификация")),
        ({"procedure": "approval"}, ("бекіту", "утверждение")),
        ({"procedure": "acceptance"}, ("қабылдау", "принятие")),
        ({"procedure": "accession"}, ("қосылу", "присоединение")),
        (
            {"procedure": "accession", "procedure_from": "2025-07-01"},
            ("қосылу", "присоединение"),
        ),
        (
            {
                "procedure": "ratification",
                "procedure_from": "2029-01-01",
                "procedure_to": "2029-12-31",
            },
            ("2029 жыл (ратификациялау)", "2029 год (ратификация)"),
        ),
    ],
)
def test_procedures_are_named_with_their_term(
    year: Year, changes: dict[str, str], cell: tuple[str, str]
) -> None:
    """Without a whole term the word stands alone."""
    assert year(concepts=[concept(**changes)], **placed()).cell(5) == cell


@pytest.mark.provision("plans.forms")
def test_proposers_stand_in_the_official_order_after_the_first(year: Year) -> None:
    """Whatever the order in which the concept names them."""
    ran = year(bodies=BODIES, concepts=[concept(joint="mps; mtk")], **placed())
    assert ran.cell(2) == ("mid-kk; mtk-kk; mps-kk", "mid-ru; mtk-ru; mps-ru")
    assert ran.rows()[0].body == "mid"


@pytest.mark.provision("plans.forms")
@pytest.mark.parametrize(
    ("note", "remark", "cell"),
    [
        ((None, None), (None, None), ("", "")),
        (("Ескертпе", "Примечание"), (None, None), ("Ескертпе", "Примечание")),
        ((None, None), ("Мерзім", "Срок"), ("Мерзім", "Срок")),
        (("Ескертпе", None), ("Мерзім", "Срок"), ("Ескертпе; Мерзім", "Срок")),
        (("Ескертпе", "Примечание"), (None, "Срок"), ("Ескертпе", "Примечание; Срок")),
    ],
)
@pytest.mark.parametrize("outcome", ["keep", "change"])
def test_notes_and_the_remarks_of_changes_stand_in_one_cell(
    year: Year,
    note: tuple[str | None, str | None],
    remark: tuple[str | None, str | None],
    cell: tuple[str, str],
    outcome: str,
) -> None:
    """A kept row shows no remark; a changed one shows it in its language."""
    ran = year(
        concepts=[concept(note_kk=note[0], note_ru=note[1])],
        **placed(),
        **AGREED,
        row_decisions=[
            row(
                "row_decisions",
                outcome=outcome,
                remark_kk=remark[0],
                remark_ru=remark[1],
            )
        ],
    )
    kept = (note[0] or "", note[1] or "")
    assert ran.cell(6) == (cell if outcome == "change" else kept)


@pytest.mark.provision("plans.forms")
def test_the_json_of_a_plan_is_what_its_fingerprint_is_of(year: Year) -> None:
    """Three groups with their headings stand even when empty; SHA-256 of RFC 8785."""
    title = TITLE_KK.upper()
    ran = year(
        concepts=[concept(title_kk=f"  {title}\n", level="intergovernmental")],
        **placed(),
        **AGREED,
    )
    found = json.loads(plan_json(ran.plan()))
    content = {name: found[name] for name in ("plan", "years", "ruleset", "groups")}
    assert found["fingerprint"] == hashlib.sha256(rfc8785.dumps(content)).hexdigest()
    assert {
        name: found[name] for name in found if name not in {"fingerprint", "groups"}
    } == {
        "plan": "current",
        "years": [2025],
        "ruleset": "kz-2023",
        "stage": "agreed",
        "revision": 1,
    }
    assert [(group["level"], len(group["rows"])) for group in found["groups"]] == [
        ("interstate", 0),
        ("intergovernmental", 1),
        ("interagency", 0),
    ]
    (only,) = found["groups"][1]["rows"]
    assert (only["number"], only["concept"], only["body"]) == (1, "C-001", "mid")
    assert only["cells"]["kk"][:3] == [
        "1",
        "Қазақстан Республикасының Сыртқы істер министрлігі",
        title,
    ]
    assert [len(only["cells"][language]) for language in ("kk", "ru")] == [6, 6]


@pytest.mark.provision("plans.forms")
def test_both_forms_have_the_same_rows(year: Year) -> None:
    """The Russian form stands in the Kazakh order."""
    ran = year(
        concepts=[
            concept("C-1", title_kk="Ә", title_ru="Я"),
            concept("C-2", title_kk="Б", title_ru="А"),
        ],
        **placed("C-1", "C-2"),
    )
    assert [found.cells["ru"][2] for found in ran.rows()] == ["Я", "А"]
    assert [found.cells["ru"][0] for found in ran.rows()] == ["1", "2"]
