"""The shape of the kernel: acts, checks, provisions, effects and their stores."""

import ast
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from inspect import getmembers, isclass
from pathlib import Path
from typing import Any

import pytest

import jospar.accounts.stores
import jospar.records.stores
import jospar.rules
from jospar.rules.core.act import Act
from jospar.rules.core.checks import Check, Condition
from jospar.rules.core.ruleset import load
from jospar.rules.registry import ACTS

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "jospar"
TESTS = ROOT / "tests"
MODULES = [
    import_module(found.name)
    for found in pkgutil.walk_packages(jospar.rules.__path__, "jospar.rules.")
]
PROVISIONS = load("kz-2023").provisions
OF_THE_SHELL = {"workbook.cell", "workbook.layout", "record.known"}
"""What is checked before the kernel is asked: what can be read, what is recorded."""

each_act = pytest.mark.parametrize("act", ACTS, ids=lambda act: act.code)


def own_checks() -> Iterator[tuple[str, Condition[Any] | Check[Any, Any]]]:
    """Yield every condition and check of the kernel with the part it is written in."""
    for module in MODULES:
        for _name, found in getmembers(module):
            if isinstance(found, Condition | Check):
                function = found.holds if isinstance(found, Condition) else found.find
                if function.__module__ == module.__name__:
                    yield module.__name__.split(".")[2], found


def effects() -> set[type]:
    """Return the classes of everything that legally happens."""
    return {
        found
        for module in MODULES
        if module.__name__.endswith(".effects")
        for _name, found in getmembers(module, isclass)
        if found.__module__ == module.__name__
    }


def marked_provisions() -> Counter[str]:
    """Return the provisions that tests are marked with, by their number of marks."""
    mark = re.compile(r'mark\.provision\(\s*"([^"]+)"')
    return Counter(
        code
        for file in TESTS.rglob("*.py")
        for code in mark.findall(file.read_text("utf-8"))
    )


def test_every_act_is_in_the_registry_once() -> None:
    """What is written as an act can be performed, under a code of its own."""
    found = {
        id(member): member
        for module in MODULES
        for _name, member in getmembers(module)
        if isinstance(member, Act)
    }
    assert {act.code for act in found.values()} == {act.code for act in ACTS}
    assert len(found) == len(ACTS) == len({act.code for act in ACTS})


@each_act
def test_an_act_has_one_name(act: Act[Any, Any]) -> None:
    """Part and file, function and code of an act say the same."""
    module = act.effect.__module__
    assert module == f"jospar.rules.{act.code}"
    assert act.effect.__name__ == act.code.split(".")[1]
    assert getattr(import_module(module), act.effect.__name__) is act


@each_act
def test_an_act_stands_on_provisions_that_there_are(act: Act[Any, Any]) -> None:
    """Everything that an act and its checks cite is in the ruleset, and not outside."""
    assert set(act.provisions) <= PROVISIONS.keys()
    assert [code for code in act.provisions if PROVISIONS[code].outside] == []


def test_every_provision_is_carried_out() -> None:
    """A provision is carried out by an act, or the ruleset says why by none."""
    carried_out = {code for act in ACTS for code in act.provisions}
    left = {
        code
        for code, provision in PROVISIONS.items()
        if not provision.outside and code not in carried_out
    }
    assert left <= OF_THE_SHELL


def test_the_shell_checks_its_own_provisions() -> None:
    """What is checked before the kernel is asked is cited where that is done."""
    cited = {
        node.value
        for folder in ("exchange", "records")
        for file in (SOURCE / folder).rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert cited >= OF_THE_SHELL


def test_every_provision_is_proven_by_a_test() -> None:
    """A provision that is carried out has a test that is marked with its name."""
    marked = marked_provisions()
    assert marked.keys() <= PROVISIONS.keys()
    assert {
        code
        for code, provision in PROVISIONS.items()
        if not provision.outside and code not in marked
    } == set()


def test_checks_have_names_of_their_own() -> None:
    """Within a part of the Rules a name stands for one condition or check."""
    names = Counter((part, found.code) for part, found in own_checks())
    assert [name for name, number in names.items() if number > 1] == []


def test_every_check_serves_an_act() -> None:
    """No condition or check stands in the kernel that no act asks for."""
    asked = {
        id(part)
        for act in ACTS
        for part in (*act.conditions, *act.requirements, *act.cautions)
    }
    assert [found.code for _part, found in own_checks() if id(found) not in asked] == []


def test_every_effect_has_a_store() -> None:
    """Whatever legally happens is put into the record by a store of its own."""
    assert effects() <= jospar.records.stores.store.registry.keys()
    assert len(effects()) > 15


@pytest.mark.parametrize(
    ("folder", "limit"), [(SOURCE, 300), (TESTS, 400)], ids=["src", "tests"]
)
def test_files_stay_short(folder: Path, limit: int) -> None:
    """A file is read at one go; only Django's migrations are as long as they come."""
    assert {
        str(file.relative_to(ROOT))
        for file in folder.rglob("*.py")
        if "migrations" not in file.parts
        and len(file.read_text("utf-8").splitlines()) > limit
    } == set()
