"""A control report for tests of its documents: every kind of value is in it."""

from dataclasses import replace
from datetime import date
from functools import partial

from jospar.documents.control_paper import (
    Chart,
    Column,
    ControlPaper,
    Foreign,
    Table,
)

FIGURES = Table(
    sheet="Көрсеткіштер",
    heading="Көрсеткіштер",
    columns=(Column("Не", 100), Column("Күні", 30, True), Column("Кезең", 30, True)),
    rows=(("Жолдар", 3, None), ("Қол қойылғаны", 1, 0)),
)
ROWS = Table(
    sheet="Жолдар",
    heading="Жолдар және жауаптар",
    columns=(Column("Белгісі", 20), Column("Атауы", 90), Column("Мерзімі", 24)),
    rows=(
        ("C-001", Foreign("Соглашение о торговле", "ru"), date(2025, 12, 31)),
        ("C-002", "Білім туралы келісім", None),
    ),
    empty="Жол жоқ.",
)
EMPTY = replace(ROWS, sheet="Өткен", heading="Мерзімі өткен жолдар", rows=())
STAGES = Chart(
    heading="Кезеңдер",
    said="Кезеңдер: басталмаған – 2; қол қойылған – 1.",
    bars=(("басталмаған", 2), ("қол қойылған", 1), ("бас тартылған", 0)),
)
LATE = replace(STAGES, heading="Себептер", said="Себептер: жоқ.", late=True)

paper = partial(
    replace,
    ControlPaper(
        language="kk",
        title="Бақылау есебі",
        lead=("2025 жылғы 20 мамыр күнгі жағдай бойынша.", "ӘҒҚҢӨҰҮҺІ әғқңөұүһі"),
        mark="Қызмет бабында пайдалану үшін",
        front=(FIGURES,),
        charts=(STAGES, LATE),
        tables=(ROWS, EMPTY),
        pages=("", "-бет, барлығы ", ""),
    ),
)
