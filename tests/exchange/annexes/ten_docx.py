"""Documents of office programs for texts, each as untidy as its like really are."""

from docx.document import Document
from docx.table import Table

from tests.exchange.annexes.builder import (
    KK,
    RU,
    counted,
    deleted,
    filled,
    heading,
    in_paragraph,
    merged,
    put,
    row_mark,
    struck,
    table,
    text_box,
    word,
    written,
)
from tests.exchange.annexes.treaties import (
    BORDER,
    EDUCATION,
    ENERGY,
    INDUSTRY,
    INTERAGENCY,
    INTERGOVERNMENTAL,
    INTERSTATE,
    JUSTICE,
    MID,
    MINJUST,
    PLAN,
    POWER,
    ROADS,
    SCHOOLS,
    TRANSPORT,
)

NUMBERS = tuple("123456")


def foreign_affairs() -> bytes:
    """Return bodies merged over rows, hand-typed terms, headings on each page."""

    def merge(into: Table) -> None:
        merged(into, (3, 1), (4, 1))

    return word(
        heading("Утвержден"),
        heading(PLAN.ru),
        table(
            RU,
            NUMBERS,
            [INTERSTATE.ru],
            ["1.", "МИД РК", BORDER.ru, "II кв. 2022 г.", "ратификация", ""],
            ["2.", "", ROADS.ru, "до конца 2022 года", "не требуется", "-"],
            RU,
            [INTERGOVERNMENTAL.ru],
            ["3.", "Минэнерго", POWER.ru, "май-июнь 2022", "утверждение, 2023 год", ""],
            [INTERAGENCY.ru],
            ["4.", "МЮ РК", JUSTICE.ru, "1-е полугодие", "нет", "по согласованию"],
            then=merge,
        ),
    )


def energy() -> bytes:
    """Return headings in two rows, a misspelt group, a former name of a body."""

    def merge(into: Table) -> None:
        for column in (0, 1, 2, 5):
            merged(into, (0, column), (1, column))
        merged(into, (0, 3), (0, 4))

    first = [KK[0], KK[1], KK[2], "Болжамды мерзімдері", "", KK[5]]
    second = ["", "", "", "жасасудың", "мемлекетішілік рәсімдердің", ""]
    return word(
        heading(PLAN.kk),
        table(
            first,
            second,
            ["Мемлекетаралық шарттар"],
            ["1", "ҚР СІМ", BORDER.kk, "2022 ж. 2-тоқсан", "ратификациялау", ""],
            ["Үкиметаралық келісімдер"],
            ["2", INDUSTRY.kk, ROADS.kk, "2022 ж. сәуір-мамыр", "талап етілмейді", ""],
            ["3", ENERGY.kk, POWER.kk, "2022 жылдың соңына дейін", "бекіту", "жоба"],
            ["Ведомствоаралық"],
            ["4", MINJUST.kk, JUSTICE.kk, "2022 жылғы маусм", "қажет емес", ""],
            then=merge,
        ),
    )


def one_after_another() -> bytes:
    """Return a Kazakh table and a Russian one that lacks a row."""
    return word(
        heading(PLAN.kk),
        table(
            KK,
            [INTERSTATE.kk],
            ["1", MID.kk, BORDER.kk, "2022 жыл", "2023 жыл (ратификациялау)", ""],
            [INTERGOVERNMENTAL.kk],
            ["2", EDUCATION.kk, SCHOOLS.kk, "2022 жылғы мамыр", "талап етілмейді", ""],
            ["3", ENERGY.kk, POWER.kk, "2022 жылғы I тоқсан", "талап етілмейді", ""],
            [INTERAGENCY.kk],
            ["4", MINJUST.kk, JUSTICE.kk, "2022 жылғы мамыр", "талап етілмейді", ""],
        ),
        heading(PLAN.ru),
        table(
            RU,
            [INTERSTATE.ru],
            ["1", MID.ru, BORDER.ru, "2022 год", "2023 год (ратификация)", ""],
            [INTERGOVERNMENTAL.ru],
            ["2", ENERGY.ru, POWER.ru, "II квартал 2022 года", "не требуются", ""],
            [INTERAGENCY.ru],
            ["3", MINJUST.ru, JUSTICE.ru, "май 2022 года", "не требуются", ""],
        ),
    )


def in_one_cell() -> bytes:
    """Return a table with both languages in its cells."""
    heads = [f"{kk} / {ru}" for kk, ru in zip(KK, RU, strict=True)]
    none = "талап етілмейді / не требуются"
    return word(
        heading(PLAN.kk),
        heading(PLAN.ru),
        table(
            heads,
            [f"{INTERGOVERNMENTAL.kk} / {INTERGOVERNMENTAL.ru}"],
            [
                "1",
                f"{EDUCATION.kk}\n{EDUCATION.ru}",
                f"{SCHOOLS.kk}\n{SCHOOLS.ru}",
                "2022 ж. II тоқсан / II кв. 2022 г.",
                none,
                "",
            ],
            [
                "2",
                f"{ENERGY.kk}\n{ENERGY.ru}",
                f"{POWER.kk} / {POWER.ru}",
                "15.05.2022",
                none,
                "Жоба келісуде",
            ],
        ),
    )


def corrected() -> bytes:
    """Return tracked changes, and rows and words struck out by hand."""

    def change(into: Table) -> None:
        into.cell(2, 3).paragraphs[0].clear()
        put(
            into.cell(2, 3),
            '<w:del w:id="1" w:author="A"><w:r><w:delText>I</w:delText></w:r></w:del>'
            '<w:ins w:id="2" w:author="A"><w:r><w:t>II</w:t></w:r></w:ins>'
            '<w:r><w:t xml:space="preserve"> квартал 2022 года</w:t></w:r>',
        )
        for cell in into.rows[4].cells:
            struck(cell)
        written(into.cell(5, 5), "Срок уточнить. ")
        struck(into.cell(5, 5))
        written(into.cell(5, 5), "Согласован.")
        row_mark(into, 7, '<w:del w:id="3" w:author="A"/>')
        for cell in into.rows[7].cells:
            deleted(cell)

    return word(
        heading(PLAN.ru),
        table(
            RU,
            [INTERSTATE.ru],
            ["1", MID.ru, BORDER.ru, "", "не требуются", ""],
            [INTERGOVERNMENTAL.ru],
            ["2", EDUCATION.ru, SCHOOLS.ru, "2022 год", "не требуются", ""],
            ["2", ENERGY.ru, POWER.ru, "2022 год", "не требуются", ""],
            [INTERAGENCY.ru],
            ["3", MINJUST.ru, JUSTICE.ru, "2022 год", "не требуются", ""],
            then=change,
        ),
    )


def over_pages() -> bytes:
    """Return a table in a frame, split by pages, with a text box and a table inside."""

    def frame(document: Document) -> None:
        outer = document.add_table(1, 1).cell(0, 0)
        into = filled(
            outer.add_table(0, 6),
            RU,
            [INTERGOVERNMENTAL.ru],
            ["", ENERGY.ru, POWER.ru, "март 2022 года", "не требуются", ""],
            ["", TRANSPORT.ru, ROADS.ru[:92], "2022 год", "не требуются", ""],
        )
        counted(into.cell(2, 0))
        counted(into.cell(3, 0))
        put(into.cell(2, 5), text_box("Перенесен"))
        small = into.cell(3, 5).add_table(0, 2)
        filled(small, ["Приложение", "есть"])

    def rest(into: Table) -> None:
        put(into.cell(1, 2), '<w:r><w:footnoteReference w:id="2"/></w:r>')

    return word(
        heading(PLAN.ru),
        in_paragraph(text_box("Для служебного пользования")),
        frame,
        table(
            ["", "", ROADS.ru[92:].strip(), "", "", ""],
            ["3", EDUCATION.ru, SCHOOLS.ru, "IV квартал 2022 года", "нет", ""],
            then=rest,
        ),
        table(["Согласовано:", "____", "(подпись)"]),
    )


def own_columns() -> bytes:
    """Return columns in another order, one missing, one more, numbers in titles."""
    return word(
        heading(PLAN.ru),
        table(
            [RU[2], RU[3], RU[1], "Ф.И.О. исполнителя, телефон", RU[4]],
            [INTERGOVERNMENTAL.ru],
            [
                f"1. {POWER.ru}",
                "2022 г.",
                "МЭ",
                "Иванов И.И., 74-20-33",
                "не требуется",
            ],
            [f"3) {ROADS.ru}", "осень 2022", "Мин. транспорта РК", "", "Закон РК"],
            ["Всего: 2", "", "", "", ""],
        ),
    )


def bare() -> bytes:
    """Return a table without headings, empty rows, a text in a wrong encoding."""
    garbled = POWER.ru.encode("cp1251").decode("cp1252")
    unknown = "Акимат города Астаны"
    return word(
        heading("План на 2022-2024 годы"),
        table(
            ["1", ENERGY.ru, garbled, "2023-2024 гг.", "не требуются", ""],
            ["", "", "", "", "", ""],
            ["", "", "", "", "", ""],
            ["2", unknown, ROADS.ru, "после визита", "по результатам", ""],
            ["2а", "", SCHOOLS.kk, "", "ратификация, принятие", ""],
            ["6", MID.ru, "", "11 квартал 2023 г.", "—", ""],
            ["Исп. Петров, тел. 72-00-00"],
        ),
    )
