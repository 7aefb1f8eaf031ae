"""Documents of spreadsheet programs, each as untidy as its like really are."""

from datetime import date

from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.annexes.builder import KK, RU, sheets
from tests.exchange.annexes.treaties import (
    BORDER,
    EDUCATION,
    ENERGY,
    INTERAGENCY,
    INTERGOVERNMENTAL,
    JUSTICE,
    MID,
    MINJUST,
    PLAN,
    POWER,
    ROADS,
    SCHOOLS,
    TRANSPORT,
)


def transport() -> bytes:
    """Return merged cells, hidden rows and sheets, terms as dates."""

    def plan(sheet: Worksheet) -> None:
        sheet.append(["", "", "", "", "", "Приложение 1"])
        sheet.append([PLAN.ru])
        sheet.merge_cells("A2:F2")
        sheet.append([])
        sheet.append(list(RU))
        sheet.append([INTERGOVERNMENTAL.ru])
        sheet.merge_cells("A5:F5")
        sheet.append(
            [1, TRANSPORT.ru, ROADS.ru, date(2022, 5, 1), "не требуются", None]
        )
        sheet.append([2, None, POWER.ru, date(2022, 5, 15), "не требуются", None])
        sheet.merge_cells("B6:B7")
        sheet.append([3, EDUCATION.ru, SCHOOLS.ru, 2022, "не требуются", None])
        sheet.row_dimensions[8].hidden = True
        sheet.append([INTERAGENCY.ru])
        sheet.append([4, MINJUST.ru, JUSTICE.ru, "не определены", None, "перенос"])
        sheet.merge_cells("D10:E10")

    def old(sheet: Worksheet) -> None:
        sheet.append(["Черновик"])
        sheet.sheet_state = "hidden"

    return sheets(("План", plan), ("старое", old))


def finance() -> bytes:
    """Return no groups, a title in the other language, gaps, a formula, a total."""

    def plan(sheet: Worksheet) -> None:
        sheet.append([PLAN.kk])
        sheet.append([*KK, "Жауапты"])
        sheet.append([1, MID.kk, BORDER.kk, "2022 жыл", "2022 жыл (ратификациялау)"])
        sheet.append(
            [2, ENERGY.kk, POWER.ru, "II квартал 2022 года", "талап етілмейді"]
        )
        sheet.append([4, "ҚР Оқу ағарту министрлігі", SCHOOLS.kk, "=1+1"])
        sheet.append([4, MINJUST.kk, JUSTICE.kk, "күз 2022", "жоқ", "", "Б. Әлімов"])
        sheet.append([None, None, None, None, None, "Барлығы 4"])

    def notes(sheet: Worksheet) -> None:
        sheet.append(["Байланыс", "74-20-33"])

    return sheets(("2022", plan), ("Анықтама", notes))
