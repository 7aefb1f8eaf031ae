"""Every finding says what is wrong, why it matters, and how it is mended."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from jospar.management import checks

FOLDER = Path(checks.__file__).parent
MAKERS = {"wrong", "advice", "found"}
"""What findings are made by; the last is one of the first two."""
OF_AN_ERROR = "error.message"
"""A sentence that is the error's own."""


def _sentences(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the place of each finding in a module, and what its sentences are."""
    tree = ast.parse(text)
    named = {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        if node.func.id in MAKERS:
            given = (
                named.get(one.id, one) if isinstance(one, ast.Name) else one
                for one in node.args
            )
            yield f"line {node.lineno}", [_sentence(one) for one in given]


def _sentence(given: ast.expr) -> str:
    """Return a sentence that is marked for translation, or the source of another."""
    match given:
        case ast.Call(func=ast.Name(id="_"), args=[ast.Constant(value=str(text))]):
            return text
    return ast.unparse(given)


MODULES = sorted(set(FOLDER.glob("*.py")) - {FOLDER / "finding.py"})


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_three_sentences(module: Path) -> None:
    """They are three different ones, each for itself; an error's own is the first."""
    found = list(_sentences(module.read_text(encoding="utf-8")))
    assert (not found) == (module.stem == "__init__")
    for place, said in found:
        assert len(said) == len(set(said)) == 3, place
        ours = [one for one in said if one != OF_AN_ERROR]
        assert all(re.fullmatch(r"[^.]+(\.\w[^.]*)*\.", one) for one in ours), place
        assert ours in (said, said[1:]), place
