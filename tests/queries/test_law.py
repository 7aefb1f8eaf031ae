"""The law beside what carries it out, and the tests that are marked to prove it."""

from pathlib import Path

from jospar.queries.law import law
from jospar.rules.core.provisions import Source
from tests.rules.made import RULES

MARKED = """
import pytest

@pytest.mark.slow
@pytest.mark.provision("concepts.late")
@pytest.mark.provision("plans.kinds")
def test_return_late():
    def inner():
        pass

def test_without_a_mark():
    pass
"""


def test_marks_are_found(tmp_path: Path) -> None:
    """A test proves every provision that it is marked with, wherever it stands."""
    (tmp_path / "intake").mkdir()
    (tmp_path / "intake" / "test_late.py").write_text(MARKED)
    (tmp_path / "late.py").write_text(MARKED)
    tests = {
        line.provision.code: line.tests for line in law(RULES, tmp_path) if line.tests
    }
    name = "intake/test_late.py::test_return_late"
    assert tests == {"concepts.late": (name,), "plans.kinds": (name,)}


def test_a_gap_is_a_provision_of_the_law_without_act_or_test(tmp_path: Path) -> None:
    """With no tests at all, everything that acts carry out is a gap."""
    for line in law(RULES, tmp_path):
        of_law = line.provision.source is Source.LAW
        assert line.is_gap is (of_law and not line.provision.outside)


def test_tests_that_are_not_installed(tmp_path: Path) -> None:
    """Where there are no tests to look at, only missing acts are gaps."""
    lines = law(RULES, tmp_path / "none")
    assert {line.tests for line in lines} == {None}
    assert [line.provision.code for line in lines if line.is_gap] == []


def test_the_law_comes_first() -> None:
    """Provisions of the law stand in its order, practice after them."""
    sources = [line.provision.source is Source.LAW for line in law(RULES)]
    assert sources == sorted(sources, reverse=True)
