"""``jospar simulate``: many planning years in a database of their own."""

from collections.abc import Callable

import pytest

from tests.installation import Installation, Said

SMALL = ("simulate", "--concepts", "4", "--bodies", "2")


@pytest.mark.slow
def test_years_are_played_and_told(empty_jospar: Installation) -> None:
    """Anew each time, and never in the database of real work."""
    own = Installation(empty_jospar.data / "simulation")
    for seed in (1, 2):
        status, said, err = empty_jospar(*SMALL, "--years", "1", "--seed", seed)
        assert (status, err) == (0, "")
        told = int(said.split("│ All")[1].split("│")[1])
        assert own.entries() == told > 20
    assert "under the ruleset kz-2023" in said
    assert f"JOSPAR_DATA={own.data} jospar serve" in " ".join(said.split())
    assert not (empty_jospar.data / "jospar.sqlite3").exists()
    with own.database() as sql:
        assert sql("SELECT day FROM accounts_rehearsal") == [("2024-12-31",)]


@pytest.mark.slow
def test_a_day_to_stop_at_and_years_without_a_calendar(jospar: Installation) -> None:
    """What is not known of the years is said; the rehearsal stands at the day."""
    options = ("--years", "2", "--first-year", "2026", "--day", "2027-02-01")
    status, said, _err = jospar(*SMALL, *options, "--lang", "en")
    assert status == 0
    assert "counted without them: 2027." in " ".join(said.split())
    with Installation(jospar.data / "simulation").database() as sql:
        assert sql("SELECT day FROM accounts_rehearsal") == [("2027-02-01",)]


@pytest.mark.slow
def test_real_work_is_left_alone(jospar: Installation) -> None:
    """Where somebody works in that directory, nothing is played."""
    own = Installation(jospar.data / "simulation")
    office = ("--office", "administrator")
    appointed = own("person", "--add", "a.ospanova", "--name", "А. Оспанова", *office)
    assert appointed.status == 0, appointed
    status, _out, err = jospar(*SMALL, "--years", "1")
    assert (status, own.entries()) == (2, 1)
    assert "holds real work" in err


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        (("--years", "0"), "“0” is not a number from 1 to 100"),
        (("--years", "101"), "“101” is not a number from 1 to 100"),
        (("--concepts", "0"), "“0” is not a number from 1 to 2000"),
        (("--bodies", "1e3"), "“1e3” is not a number from 1 to 200"),
        (("--seed", "-1"), "“-1” is not a number from 0 to 999999999"),
        (("--unlawful", "51"), "“51” is not a number from 0 to 50"),
        (("--first-year", "1999"), "“1999” is not a year from 2000 to 2099"),
        (("--years", "78"), "would be that of 2100; ask for --first-year 2022"),
        (("--day", "2022-12-31"), "the first day is"),
    ],
)
def test_what_cannot_be_played(
    command: Callable[..., Said], asked: tuple[str, str], why: str
) -> None:
    """One line says what the bounds are; nothing is begun."""
    status, _out, err = command("simulate", *asked)
    assert (status, why in err) == (2, True)
