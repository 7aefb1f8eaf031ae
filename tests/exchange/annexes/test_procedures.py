"""The cell of the domestic procedures, as printed and as typed."""

from datetime import date

import pytest

from jospar.exchange.annexes.procedures import ProcedureFound, named, read_procedure
from jospar.rules.core.nouns import Language, Level, Procedure, Term, Text, Wording
from jospar.rules.core.terms import procedure_phrase

YEAR = Term(date(2023, 1, 1), date(2023, 12, 31))
RATIFICATION = Procedure.RATIFICATION


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
@pytest.mark.parametrize("procedure", Procedure)
@pytest.mark.parametrize("term", [None, YEAR])
def test_what_plans_print(
    language: Language, procedure: Procedure, term: Term | None
) -> None:
    """Every cell of a plan is read for certain."""
    wording = Wording(
        Text(),
        Text(),
        Text(),
        Level.INTERSTATE,
        YEAR,
        procedure,
        term.first_day if term else None,
        term.last_day if term else None,
    )
    expected = None if procedure is Procedure.NONE else term
    found = read_procedure(procedure_phrase(wording, language))
    assert found == ProcedureFound(procedure, expected, certain=True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("нет", ProcedureFound(Procedure.NONE, certain=True)),
        ("не требует ратификации", ProcedureFound(Procedure.NONE, certain=True)),
        ("қажет емес", ProcedureFound(Procedure.NONE, certain=True)),
        ("не требуется, уточнить", ProcedureFound(Procedure.NONE)),
        ("ратификация, 2023 г.", ProcedureFound(RATIFICATION, YEAR, certain=True)),
        ("Закон РК о ратификации", ProcedureFound(RATIFICATION, certain=True)),
        ("ратификация до конца 2023 г.", ProcedureFound(RATIFICATION, YEAR)),
        ("ратификация, если нужна", ProcedureFound(RATIFICATION)),
        ("ратификация, принятие", ProcedureFound(RATIFICATION)),
        ("2023 год", ProcedureFound(None, YEAR)),
        ("по результатам", ProcedureFound(None)),
        ("—", ProcedureFound(None)),
        ("", ProcedureFound(None)),
    ],
)
def test_what_people_type(text: str, found: ProcedureFound) -> None:
    """A procedure is certain where nothing is left of the cell but a certain term."""
    assert read_procedure(text) == found


@pytest.mark.parametrize(
    ("found", "ru"),
    [
        (ProcedureFound(RATIFICATION, YEAR), "2023 год (ратификация)"),
        (ProcedureFound(RATIFICATION), "ратификация"),
        (ProcedureFound(None, YEAR), "2023 год"),
    ],
)
def test_words_of_what_was_found(found: ProcedureFound, ru: str) -> None:
    """What was found is said as the form words it."""
    assert named(found)["ru"] == ru
