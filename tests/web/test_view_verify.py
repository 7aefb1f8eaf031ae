"""A plan checked by its fingerprint or its file."""

import html
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from jospar.accounts.models import Reading
from jospar.procedure.rehearsal import rehearse_on
from jospar.rules.core.forms import PlanEdition
from jospar.rules.core.offices import Office
from tests.exchange.verification.made_files import (
    KINDS,
    amended_twice,
    forged,
    the_draft,
    with_cell,
    with_row,
)
from tests.queries.made_record import agree, open_cycle, place
from tests.rules.made import LONG_TERM, YEAR_2026, wording
from tests.web.seats import seat

pytestmark = pytest.mark.django_db

DAY = "2024-12-20"


@pytest.fixture
def editions() -> list[PlanEdition]:
    """Amend a plan twice; it is the twentieth of December."""
    made = amended_twice()
    rehearse_on(date(2024, 12, 20))
    return made


def said(page: str) -> list[str]:
    """Return the verdict and its sentences."""
    found = re.search(r'<section class="panel verdict.+?</section>', page, re.DOTALL)
    assert found is not None
    texts = re.findall(r"<(h2|p)\b[^>]*>(.+?)</\1>", found[0], re.DOTALL)
    plain = (html.unescape(re.sub("<[^>]+>", " ", text)) for _tag, text in texts)
    return [" ".join(text.split()) for text in plain]


def asked(client: Client, digits: str, language: str = "en", day: str = DAY) -> str:
    """Return the page that a fingerprint is typed into."""
    answer = client.get(f"/{language}/verify/", {"fingerprint": digits, "day": day})
    assert answer.status_code == 200
    return answer.content.decode()


def sent(client: Client, data: bytes, name: str, **more: str) -> str:
    """Return the page that a file is sent to."""
    upload = SimpleUploadedFile(name, data)
    answer = client.post("/en/verify/", {"file": upload, "day": DAY} | more)
    assert answer.status_code == (422 if "fault" in answer.content.decode() else 200)
    return answer.content.decode()


@pytest.mark.parametrize(
    ("language", "headline", "sentences"),
    [
        (
            "en",
            "Result: The plan in force",
            [
                "Current plan for concluding international treaties of the Republic of "
                "Kazakhstan for 2025, revision 3.",
                "20 December 2024: this revision is in force.",
                "Amended by the Commission’s decision No. 5 with the Administration’s "
                "consent, in force since 12 December 2024.",
                "Its last day is 31 December 2025.",
            ],
        ),
        (
            "ru",
            "Результат: Действующий план",
            [
                "Текущий план заключения международных договоров Республики Казахстан "
                "на 2025 год, редакция № 3.",
                "20 декабря 2024 года: эта редакция действует.",
                "Изменена решением Комиссии № 5 с согласия Администрации, действует с "
                "12 декабря 2024 года.",
                "Последний день – 31 декабря 2025 года.",
            ],
        ),
        (
            "kk",
            "Нәтижесі: Қолданыстағы жоспар",
            [
                "Қазақстан Республикасының халықаралық шарттарын жасасудың 2025 жылға "
                "арналған ағымдағы жоспары, 3-редакция.",
                "2024 жылғы 20 желтоқсан: бұл редакция қолданыста.",
                "Комиссияның № 5 шешімі бойынша Әкімшіліктің келісімімен өзгертілген, "
                "2024 жылғы 12 желтоқсан күнінен қолданылады.",
                "Қолданылатын соңғы күні – 2025 жылғы 31 желтоқсан.",
            ],
        ),
    ],
)
def test_the_plan_in_force(
    editions: list[PlanEdition], language: str, headline: str, sentences: list[str]
) -> None:
    """In three languages, with its ground and its last day."""
    page = asked(seat(Office.PLANNER), editions[2].fingerprint[:16], language)
    assert said(page)[:5] == [headline, *sentences]
    assert f"/{language}/2024/current/revisions/?on={DAY}" in page


def test_a_typed_fingerprint_says_nothing_of_the_page(
    editions: list[PlanEdition],
) -> None:
    """That is told with every answer to one, and not with a file's."""
    planner = seat(Office.PLANNER)
    caution = "The fingerprint tells only whose it is."
    assert asked(planner, editions[2].fingerprint).count(caution) == 1
    assert sent(planner, KINDS["ru.docx"](editions[2]), "p.docx").count(caution) == 0


@pytest.mark.parametrize(
    ("which", "day", "expected"),
    [
        (0, DAY, "since 9 December 2024 revision 2 stands in its place."),
        (0, DAY, "Amended on instruction No. 1, in force since 9 December 2024."),
        (0, "2024-12-08", "The President agreed it on 2 December 2024 (No. 37-1)."),
        (2, "2024-12-11", "is not in force yet; it is from 12 December 2024."),
        (2, "2026-01-01", "no longer in force; its last day was 31 December 2025."),
    ],
)
def test_another_day(
    editions: list[PlanEdition], which: int, day: str, expected: str
) -> None:
    """Which revision replaced it, since when and by which ground."""
    page = asked(seat(Office.PLANNER), editions[which].fingerprint, day=day)
    assert [one for one in said(page) if one.endswith(expected)] != []


def test_what_was_never_agreed() -> None:
    """Where it was sent, and that the President has not agreed the plan; a draft."""
    open_cycle()
    place("C-1", LONG_TERM, wording=wording(conclude=YEAR_2026))
    digits, planner = the_draft().fingerprint, seat(Office.PLANNER)
    assert said(asked(planner, digits))[0] == "Result: A draft"
    agree(LONG_TERM)
    assert said(asked(planner, digits))[0] == "Result: The plan in force"


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("ab12 cd34", "8 signs are typed, and sixteen at least are needed"),
        ("ab12 cd34 ef56 78zz", "No fingerprint has these signs: z."),
        ("a" * 65, "65 signs are typed, and a fingerprint has sixty-four"),
    ],
)
def test_a_slip_of_the_hand(typed: str, fault: str) -> None:
    """It is told what is wrong, and what was typed stays."""
    open_cycle()
    answer = seat(Office.PLANNER).get("/en/verify/", {"fingerprint": typed})
    page = answer.content.decode()
    assert (answer.status_code, page.count(fault)) == (422, 1)
    assert f'value="{typed}"' in page
    assert "verdict" not in page


def test_a_wrong_letter_is_unknown_and_not_altered(editions: list[PlanEdition]) -> None:
    """The answer says the difference."""
    right = editions[2].fingerprint[:16]
    wrong = ("0" if right[0] != "0" else "1") + right[1:]
    headline, sentence, *_digits = said(asked(seat(Office.PLANNER), wrong))
    assert headline == "Result: Unknown"
    assert "That does not mean that the document is altered" in sentence


def test_nobody_learns_of_what_they_do_not_see(editions: list[PlanEdition]) -> None:
    """To a body the draft is unknown, and to who was not sent the plan all of it."""
    body = seat(Office.BODY_OFFICER, "trade")
    assert said(asked(body, editions[2].fingerprint))[0] == "Result: The plan in force"
    assert said(asked(body, the_draft().fingerprint))[0] == "Result: Unknown"
    recipient = seat(Office.RECIPIENT, "parliament")
    data = KINDS["plan.json"](editions[2])
    assert said(sent(recipient, data, "a.json"))[0] == "Result: Unknown"


def test_an_altered_file(editions: list[PlanEdition]) -> None:
    """Each cell with its words marked; twins of letters by their numbers."""
    other = with_cell(editions[2], 0, "kk", 5, "Сaпарға әзір")
    other = with_cell(other, 1, "ru", 3, "2026 год")
    data = KINDS["plan.xlsx"](forged(other, with_row))
    page = sent(seat(Office.PLANNER), data, "p.xlsx")
    assert said(page)[0] == "Result: Altered"
    assert "4 differences from the revision" in page
    assert "<del>Сапарға</del> <ins>Сaпарға</ins> әзір" in page
    assert "a (U+0061) stands for а (U+0430), which looks the same" in page
    assert "<b>in Russian · Row 2 · term</b>" in page
    assert "<b>in Kazakh · sheet “Қазақша”, row 8</b>" in page
    assert '<p lang="ru"><del>2025</del> <ins>2026</ins> год</p>' in page


def test_a_file_that_cannot_be_checked(editions: list[PlanEdition]) -> None:
    """The field says why; without any, that one is needed."""
    planner = seat(Office.PLANNER)
    page = sent(planner, b"PK\x03\x04", "cut.docx")
    assert "“cut.docx” is damaged" in page
    answer = planner.post("/en/verify/", {"day": DAY})
    assert "Type a fingerprint or choose a file." in answer.content.decode()
    assert answer.status_code == 422


def test_a_pdf(editions: list[PlanEdition]) -> None:
    """Byte for byte it is proven; saved anew it is not."""
    data, planner = KINDS["ru.pdf"](editions[2]), seat(Office.PLANNER)
    assert said(sent(planner, data, "p.pdf"))[0] == "Result: The plan in force"
    assert said(sent(planner, data + b"\n", "p.pdf"))[0] == "Result: Not proven"


def test_readings_are_recorded_as_of_downloads(editions: list[PlanEdition]) -> None:
    """Of what is not agreed, or has rows for official use; nothing else is kept."""
    planner = seat(Office.PLANNER)
    draft = the_draft()
    sent(planner, KINDS["plan.json"](editions[2]), "p.json")
    asked(planner, editions[2].fingerprint)
    asked(planner, "0" * 16)
    assert list(Reading.objects.values_list("what", flat=True)) == []
    sent(planner, KINDS["plan.json"](draft), "p.json")
    assert list(Reading.objects.values_list("what", flat=True)) == [
        "plan 2024 long_term 1"
    ]


def test_the_number_of_queries_is_fixed() -> None:
    """As many for a plan of thirty rows, each of them altered, as for one."""
    open_cycle()
    planner = seat(Office.PLANNER)
    counts = []
    for number in (0, *range(1, 31)):
        place(f"L-{number}", LONG_TERM, wording=wording(conclude=YEAR_2026))
        if number in {0, 30}:
            other = with_all_terms(the_draft())
            data = KINDS["plan.json"](other)
            sent(planner, data, "p.json")
            with CaptureQueriesContext(connection) as queries:
                page = sent(planner, data, "p.json")
            assert said(page)[0] == "Result: Altered"
            counts.append(len(queries))
    assert counts[0] == counts[1]


def with_all_terms(edition: PlanEdition) -> PlanEdition:
    """Return the edition with another term in every row."""
    for row in range(len(edition.form.groups[1].rows)):
        edition = with_cell(edition, row, "ru", 3, "2031 год")
    return edition
