"""Receipts prove what was filed, when, and whether it is all there."""

from dataclasses import replace
from datetime import datetime
from io import BytesIO

import docx
import pytest

from jospar.documents.letters import render
from jospar.rules.core.nouns import Text
from tests.documents.made_papers import ASTANA, FINGERPRINT, concept_receipt, lines

LETTER_OF_NONE = replace(concept_receipt(), concept="", title=Text(), missing=())


def test_a_receipt_for_a_concept_in_kazakh() -> None:
    """It is numbered and dated, and says what is missing."""
    assert lines(render("receipt", concept_receipt(), "kk")) == [
        "ҚАЗАҚСТАН РЕСПУБЛИКАСЫНЫҢ\nСЫРТҚЫ ІСТЕР МИНИСТРЛІГІ",
        "ҚАБЫЛДАУ ТУРАЛЫ ҚОЛХАТ",
        "№ 17, 2024 жылғы 6 қыркүйек",
        "Мемлекеттік орган: | Көлік министрлігі",
        "Ұсынылғаны: | халықаралық шарт жасасу тұжырымдамасы",
        "Тұжырымдама: | C-066",
        "Шарттың атауы: | Көлік туралы келісім",
        "Органның хаты: | № 2-2/340",
        "Жоспарлау циклі: | 2024 жыл",
        "Алынған уақыты: | 2024 жылғы 6 қыркүйек, 15:11 (Астана уақыты)",
        "Қабылдаудың соңғы күні: | 2024 жылғы 25 қыркүйек",
        "Мерзімі: | мерзімінде ұсынылды",
        "Толықтығы: | толық емес; жетіспейтіні:\n– қазақша мақсаты\n– орысша мақсаты",
        f"Бақылау сомасы (SHA-256): | {FINGERPRINT}",
        "Тұжырымдама бойынша қорытынды жетіспейтіні толықтырылғаннан кейін беріледі.",
        "Бақылау сомасы ұсынылғанның мазмұны бойынша есептелген: мазмұн өзгерсе, ол да "
        "өзгереді.",
    ]


def test_a_receipt_for_a_concept_in_russian() -> None:
    """It says the same in Russian."""
    assert lines(render("receipt", concept_receipt(), "ru")) == [
        "МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ\nРЕСПУБЛИКИ КАЗАХСТАН",
        "РАСПИСКА О ПРИЕМЕ",
        "№ 17, 6 сентября 2024 года",
        "Государственный орган: | Министерство транспорта",
        "Представлено: | концепция заключения международного договора",
        "Концепция: | C-066",
        "Название договора: | Соглашение о транспорте",
        "Письмо органа: | № 2-2/340",
        "Цикл планирования: | 2024 год",
        "Получено: | 6 сентября 2024 года, 15:11 (время Астаны)",
        "Последний день приема: | 25 сентября 2024 года",
        "Срок: | представлено в срок",
        "Комплектность: | неполная; недостает:\n– цель на казахском языке\n"
        "– цель на русском языке",
        f"Контрольная сумма (SHA-256): | {FINGERPRINT}",
        "Заключение по концепции дается после того, как недостающее будет "
        "представлено.",
        "Контрольная сумма вычислена по содержанию представленного: при любом "
        "изменении содержания она будет другой.",
    ]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", "Толықтығы: | толық"),
        ("ru", "Комплектность: | полная"),
    ],
)
def test_a_complete_concept(language: str, expected: str) -> None:
    """Its receipt says so, and promises nothing more."""
    text = lines(render("receipt", replace(concept_receipt(), missing=()), language))
    assert (text[12], len(text)) == (expected, 15)


def test_a_late_incomplete_concept() -> None:
    """No conclusion is promised: a late concept has none coming."""
    receipt = replace(
        concept_receipt(),
        received_at=datetime(2024, 9, 26, 0, 0, tzinfo=ASTANA),
        in_time=False,
    )
    text = lines(render("receipt", receipt, "ru"))
    assert (text[9], text[11], len(text)) == (
        "Получено: | 26 сентября 2024 года, 00:00 (время Астаны)",
        "Срок: | представлено с опозданием",
        15,
    )
    assert lines(render("receipt", receipt, "kk"))[11] == (
        "Мерзімі: | мерзімі өткен соң ұсынылды"
    )


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", "Ұсынылғаны: | ұсыныстардың жоқ екені туралы хат"),
        ("ru", "Представлено: | письмо об отсутствии предложений"),
    ],
)
def test_a_receipt_for_a_letter_of_none(language: str, expected: str) -> None:
    """It names no treaty and says nothing of completeness."""
    text = lines(render("receipt", LETTER_OF_NONE, language))
    assert (text[4], len(text)) == (expected, 12)


def test_every_page_of_a_receipt_bears_its_number_and_fingerprint() -> None:
    """They stand in the footer."""
    document = docx.Document(BytesIO(render("receipt", concept_receipt(), "ru")))
    assert [each.text for each in document.sections[0].footer.paragraphs] == [
        f"Составлено системой Jospar · №\N{NO-BREAK SPACE}17 · SHA-256 {FINGERPRINT}"
    ]
