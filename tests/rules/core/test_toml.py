"""TOML of strangers: what would take minutes, or end the program, is refused."""

from tomllib import TOMLDecodeError

import pytest

from jospar.rules.core.toml import read_toml


def test_what_is_written_as_people_write_it() -> None:
    """A text with a hundred dots in a line is as good as any."""
    assert read_toml(f'a.b = "{"." * 99}"') == {"a": {"b": "." * 99}}


def test_a_key_of_thousands_of_parts() -> None:
    """It is refused before it is read, with its line."""
    with pytest.raises(TOMLDecodeError, match=r"^Too many dots \(at line 2\)$"):
        read_toml("a = 1\n" + "b." * 101 + "c = 1")


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a=", "}")])
def test_what_is_nested_too_deep(opening: str, closing: str) -> None:
    """It is not TOML for us, and the program goes on."""
    with pytest.raises(TOMLDecodeError, match=r"^Nested too deep$"):
        read_toml("a = " + opening * 5_000 + "1" + closing * 5_000)
    assert read_toml("a = " + opening * 50 + "1" + closing * 50) != {}
