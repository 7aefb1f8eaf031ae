"""Which characters a document can hold."""

from jospar.documents.characters import printable
from tests.documents.editions import KAZAKH_LETTERS


def test_letters_and_signs_stay() -> None:
    """Kazakh letters, signs, tabs and line breaks are left alone."""
    text = f"{KAZAKH_LETTERS}\t№ ₸ 😀\n«–»"
    assert printable(text) == text


def test_what_xml_cannot_hold_goes() -> None:
    """Control characters, lone surrogates and non-characters are left out."""
    assert printable("а\x00б\x0bв\x1bг\ud800д\uffffе") == "абвгде"


def test_ends_of_lines_become_one_kind() -> None:
    """A carriage return, alone or not, is the end of a line."""
    assert printable("а\r\nб\rв") == "а\nб\nв"
