"""Bodies are known by their names, their former names, short names and likeness."""

import pytest

from jospar.exchange.annexes.bodies import Bodies
from jospar.exchange.annexes.values import KnownBody
from jospar.rules.core.nouns import Text
from tests.exchange.annexes.treaties import BODIES, ENERGY, INDUSTRY, MID

KNOWN = Bodies(BODIES)


def found(cell: str, bodies: Bodies = KNOWN) -> list[tuple[str, str]]:
    """Return the code of each body that a cell names, or "", and how it was known."""
    return [(one.body.code if one.body else "", one.how) for one in bodies.find(cell)]


@pytest.mark.parametrize(
    ("cell", "bodies"),
    [
        (MID.kk, [("mid", "exact")]),
        (MID.ru.upper(), [("mid", "exact")]),
        (MID.ru.replace(" ", "\n"), [("mid", "exact")]),
        (f"{MID.kk}; {ENERGY.kk}", [("mid", "exact"), ("energy", "exact")]),
        (f"{MID.ru}\n{ENERGY.ru}", [("mid", "exact"), ("energy", "exact")]),
        (f"{MID.ru} совместно с {ENERGY.ru}", [("mid", "exact"), ("energy", "exact")]),
        (INDUSTRY.ru, [("transport", "former")]),
        ("МИД РК", [("mid", "guess")]),
        ("МИД", [("mid", "guess")]),
        ("ҚР СІМ", [("mid", "guess")]),
        ("МИД, МЮ РК", [("mid", "guess"), ("minjust", "guess")]),
        ("Минюст", [("minjust", "guess")]),
        ("Минэнерго РК", [("energy", "guess")]),
        ("Мин-во транспорта РК", [("transport", "guess")]),
        ("Министерство енергетики", [("energy", "guess")]),
        ("Министерство финансов", [("", "unknown")]),
        ("Минфин", [("", "unknown")]),
        ("", []),
        (" ; ", []),
    ],
)
def test_what_a_cell_names(cell: str, bodies: list[tuple[str, str]]) -> None:
    """What is written in full is certain, the rest a guess, or nobody."""
    assert found(cell) == bodies


def test_what_fits_two_is_nobody() -> None:
    """A short name that two bodies have, or a name between two, says none."""
    two = Bodies(
        tuple(
            KnownBody(code, (Text(ru=f"Министерство {name}"),))
            for code, name in (("a", "торговли"), ("b", "транспорта"))
        )
    )
    assert found("МТ", two) == [("", "unknown")]
    assert found("Минт", two) == [("", "unknown")]


def test_nobody_is_looked_for_where_none_is_known() -> None:
    """Without known bodies a cell names none, and there is nothing to doubt."""
    assert Bodies(()).find(MID.ru) == ()
