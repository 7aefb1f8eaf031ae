"""Names of provisions."""

import pytest

from jospar.rules.core.provisions import check_code


@pytest.mark.parametrize("code", ["plans.kinds", "offices.table", "a_b.c_d"])
def test_names_of_provisions(code: str) -> None:
    """A name is an area and a rule in small letters, and is returned as it is."""
    assert check_code(code) == code


@pytest.mark.parametrize(
    "code", ["", "4", "16 1)", "plans", "Plans.kinds", "plans.kinds ", "a.b.c", ".b"]
)
def test_other_texts_are_no_names(code: str) -> None:
    """Whatever else it is, a paragraph's number first of all, is no name."""
    with pytest.raises(ValueError, match=r"^“.*” is not a name of a provision"):
        check_code(code)
