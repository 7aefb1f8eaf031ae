"""Papers for tests, and the text of documents as lines."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from io import BytesIO

import docx
from docx.table import Table, _Row

from jospar.documents.official_letter import Reminder
from jospar.documents.papers import (
    ConclusionNotice,
    DispatchLetter,
    LateConcept,
    Receipt,
    ReturnLetter,
)
from jospar.rules.core.nouns import Text

ASTANA = timezone(timedelta(hours=5))
FINGERPRINT = "3f79bb7b435b05321651daefd374cdc681dc06faa65e374e38337b88ca046dea"
BODY = Text("Көлік министрлігі", "Министерство транспорта")
TITLE = Text("Көлік туралы келісім", "Соглашение о транспорте")
PLAN = Text("2025 жылға арналған ағымдағы жоспар", "Текущий план на 2025 год")
RULES = Text("Қағидалар (№ 11-1-4/214 бұйрық)", "Правила (приказ № 11-1-4/214)")
POST = Text("Департамент директоры", "Директор департамента")


def late_concept(key: str = "C-084", title: Text = TITLE) -> LateConcept:
    """Return a concept that came the morning after the last day."""
    return LateConcept(
        key=key,
        title=title,
        document="5-2/135",
        received_at=datetime(2024, 9, 26, 9, 5, tzinfo=ASTANA),
    )


def return_letter(*concepts: LateConcept, number: str = "ҚК/408") -> ReturnLetter:
    """Return a letter that gives ``concepts`` back, or one concept."""
    return ReturnLetter(
        number=number,
        day=date(2024, 9, 27),
        addressee=BODY,
        concepts=concepts or (late_concept(),),
        cycle=2024,
        last_day=date(2024, 9, 25),
        rules=RULES,
        paragraph="6",
        signatory_post=POST,
        signatory="Б. Әлімов",
    )


def expedient_notice() -> ConclusionNotice:
    """Return a notice of an expedient conclusion, with everything known."""
    return ConclusionNotice(
        number="ХБ/164",
        day=date(2024, 10, 16),
        addressee=BODY,
        concept="C-098",
        title=TITLE,
        document="3-2/303",
        conclusion_number="Қ/245",
        conclusion_day=date(2024, 10, 15),
        expedient=True,
        reasons=Text("Ынтымақтастыққа ықпал етеді.", "Поможет сотрудничеству."),
        conclusion_signed_by="Әлімов Б.",
        plan=PLAN,
        signatory_post=POST,
        signatory="Б. Әлімов",
    )


def dispatch_letter() -> DispatchLetter:
    """Return a letter that takes an agreed plan to Parliament."""
    return DispatchLetter(
        number="11-1/702",
        day=date(2024, 12, 6),
        addressee=Text("Парламент", "Парламент"),
        plan=PLAN,
        revision=1,
        fingerprint=FINGERPRINT,
        rows=57,
        reply_number="24-55.7",
        reply_day=date(2024, 12, 2),
        means="paper",
        signatory_post=POST,
        signatory="Б. Әлімов",
    )


def reminder() -> Reminder:
    """Return a letter that reminds a body ten working days before the last day."""
    return Reminder(
        number="11-3/85",
        day=date(2024, 9, 11),
        addressee=BODY,
        cycle=2024,
        last_day=date(2024, 9, 25),
        rules=RULES,
        paragraph="4",
        signatory_post=POST,
        signatory="Б. Әлімов",
    )


def concept_receipt() -> Receipt:
    """Return a receipt for a concept in time that lacks two texts."""
    return Receipt(
        number="17",
        day=date(2024, 9, 6),
        body=BODY,
        concept="C-066",
        title=TITLE,
        document="2-2/340",
        cycle=2024,
        received_at=datetime(2024, 9, 6, 15, 11, tzinfo=ASTANA),
        last_day=date(2024, 9, 25),
        in_time=True,
        missing=(
            Text("қазақша мақсаты", "цель на казахском языке"),
            Text("орысша мақсаты", "цель на русском языке"),
        ),
        fingerprint=FINGERPRINT,
    )


def lines(document: bytes) -> list[str]:
    """Return the text of a document, a line for a paragraph or a row of a table."""
    body = docx.Document(BytesIO(document)).iter_inner_content()
    texts = (
        line
        for block in body
        for line in (
            map(_cells, block.rows) if isinstance(block, Table) else [block.text]
        )
    )
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in texts if text]


def _cells(row: _Row) -> str:
    return " | ".join(_texts(row))


def _texts(row: _Row) -> Iterator[str]:
    """Yield the text of each cell once, however many columns it spans."""
    column = 0
    while column < len(row.cells):
        yield row.cells[column].text
        column += row.cells[column].grid_span
