"""Workbooks that were spoilt after they were written, in every way that comes up."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jospar.exchange.faults import WorkbookError
from jospar.exchange.workbook import read
from tests.exchange.workbooks import build, year_2024


def test_an_xlsx_that_other_programs_call_damaged(tmp_path: Path) -> None:
    """A workbook that lists a sheet without its part is damaged, not short of it."""
    path = build(tmp_path / "year.xlsx", **year_2024())
    with ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    with ZipFile(path, "w") as file:
        for name, content in parts.items():
            if name != "xl/worksheets/sheet2.xml":
                file.writestr(name, content)
    with pytest.raises(WorkbookError) as caught:
        read(path)
    assert str(caught.value) == (
        f"{path} is damaged or cut off; get it again, or open it in a spreadsheet "
        "program and save it as XLSX."
    )


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the parts of the smallest year, uncompressed."""
    path = build(tmp_path_factory.mktemp("parts") / "year.xlsx", **year_2024())
    with ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_any_damage_is_a_sentence(
    parts: dict[str, bytes],
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    """Whatever a part of the file is changed to, it is read or refused in words."""
    name = data.draw(st.sampled_from(sorted(parts)))
    content = parts[name]
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 40))
    junk = data.draw(
        st.sampled_from([b"", b"<", b"0", b"9" * 20, b"/>", b"\xff", b"A"])
    )
    path = tmp_path_factory.getbasetemp() / "spoilt.xlsx"
    with ZipFile(path, "w") as file:
        for part, whole in parts.items():
            spoilt = content[:start] + junk + content[start + length :]
            file.writestr(part, spoilt if part == name else whole)
    try:
        read(path)
    except WorkbookError as error:
        assert str(error)  # noqa: PT017 -- both outcomes are right
