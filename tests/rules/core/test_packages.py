"""What is looked at in a packed file that a stranger made."""

from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, BadZipFile, ZipFile

import pytest

from jospar.rules.core import packages
from jospar.rules.core.packages import beginning, has_too_many_parts, is_locked


def packed(method: int = ZIP_DEFLATED) -> bytes:
    """Return a package of two parts."""
    file = BytesIO()
    with ZipFile(file, "w", method) as package:
        package.writestr("a", "0123456789")
        package.writestr("b", "")
    return file.getvalue()


@pytest.mark.parametrize(("most", "read"), [(4, b"0123"), (100, b"0123456789")])
def test_a_part_is_read_as_far_as_is_asked(most: int, read: bytes) -> None:
    """A part that ends before is read whole."""
    with ZipFile(BytesIO(packed())) as package:
        assert beginning(package, "a", most) == read


def test_a_part_packed_in_a_strange_way_is_not_read() -> None:
    """No office program packs so."""
    with ZipFile(BytesIO(packed(ZIP_BZIP2))) as package, pytest.raises(BadZipFile):
        beginning(package, "a", 1)


@pytest.mark.parametrize(("flags", "locked"), [(0, False), (1, True)])
def test_one_part_with_a_password_locks_the_package(flags: int, locked: bool) -> None:
    """The others need not have one."""
    with ZipFile(BytesIO(packed())) as package:
        package.infolist()[1].flag_bits |= flags
        assert is_locked(package) is locked


@pytest.mark.parametrize(("most", "too_many"), [(2, False), (1, True)])
def test_parts_are_counted_before_the_package_is_opened(
    monkeypatch: pytest.MonkeyPatch, most: int, too_many: bool
) -> None:
    """As many as are allowed are not too many."""
    monkeypatch.setattr(packages, "MOST_PARTS", most)
    assert has_too_many_parts(packed()) is too_many
