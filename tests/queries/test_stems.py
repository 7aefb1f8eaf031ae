"""Names of files."""

from jospar.queries.stems import stems


def test_a_plain_name_stays() -> None:
    """Latin letters, digits and hyphens are kept, capitals too."""
    assert stems(["return-C-084"]) == ["return-C-084"]


def test_what_a_file_system_minds_becomes_one_hyphen() -> None:
    """No path leads out of the directory, and no name has a sign that it may not."""
    names = ["receipt-none-msh-5-1/214", "notice-../x", 'a:*?"<>|b', "a. \t\n.c ", "№5"]
    assert stems(names) == ["receipt-none-msh-5-1-214", "notice-x", "a-b", "a-c", "No5"]


def test_kazakh_and_russian_letters_become_latin() -> None:
    """A key in Cyrillic can still be read in the name of its file."""
    assert stems(["return-Ұсыныс-ҒӨ-Ё1", "Щука й объезд", "é-ǰ-中"]) == [
        "return-Usynys-GO-E1",
        "Shchuka-i-obezd",
        "e-j",
    ]


def test_no_two_are_equal_on_any_system() -> None:
    """Names that fall together are numbered, in capitals or small letters."""
    assert stems(["a/1", "A-1", "a-1", "a-1-2", "/", "?"]) == [
        "a-1",
        "A-1-2",
        "a-1-3",
        "a-1-2-2",
        "",
        "-2",
    ]


def test_a_long_name_is_cut() -> None:
    """Names stay within what file systems hold, and apart from each other."""
    assert stems(["x" * 300, "x" * 301, "y" * 99 + "-z"]) == [
        "x" * 100,
        "x" * 100 + "-2",
        "y" * 99,
    ]
