"""The Rules provision by provision: what carries each out, and which tests prove it."""

import ast
from dataclasses import dataclass
from pathlib import Path

import jospar
from jospar.rules.core.provisions import Provision, Source
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.registry import ACTS

TESTS = Path(jospar.__file__).parents[2] / "tests"
"""Where the tests stand in a checkout; an installed program has none."""


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """A provision with the codes of its acts and the names of its tests.

    ``tests`` is None where the tests are not installed.
    """

    provision: Provision
    acts: tuple[str, ...]
    tests: tuple[str, ...] | None

    @property
    def is_gap(self) -> bool:
        """Whether a provision of the law lacks an act, or a test that is looked for."""
        if self.provision.source is not Source.LAW or self.provision.outside:
            return False
        return not self.acts or self.tests == ()


def law(ruleset: Ruleset, tests: Path = TESTS) -> list[ProvisionLine]:
    """Return every provision of the ruleset, the law's first, in its order."""
    marks = _marks(tests) if tests.is_dir() else None
    lines = [
        ProvisionLine(
            provision=provision,
            acts=tuple(act.code for act in ACTS if provision.code in act.provisions),
            tests=None if marks is None else tuple(marks.get(provision.code, ())),
        )
        for provision in ruleset.provisions.values()
    ]
    return sorted(lines, key=lambda line: line.provision.source is not Source.LAW)


def _marks(tests: Path) -> dict[str, list[str]]:
    """Return the names of the tests that are marked as proving a provision."""
    marks: dict[str, list[str]] = {}
    for path in sorted(tests.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef):
                for provision in map(_marked, node.decorator_list):
                    name = f"{path.relative_to(tests)}::{node.name}"
                    marks.setdefault(provision, []).append(name)
    return marks


def _marked(decorator: ast.expr) -> str:
    """Return the provision of ``@pytest.mark.provision("…")``, or nothing."""
    match decorator:
        case ast.Call(
            func=ast.Attribute(attr="provision"), args=[ast.Constant(value=str(code))]
        ):
            return code
    return ""
