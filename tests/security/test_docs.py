"""What docs/security.md says is shown, is shown; what Jospar stands on is named."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "security.md"
SHOWN = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def test_every_test_that_the_page_names_exists() -> None:
    """And each of the twenty attacks names one."""
    text = PAGE.read_text()
    named = SHOWN.findall(text)
    missing = [(path, name) for path, name in named if name not in _functions(path)]
    assert missing == []
    rows = re.findall(r"^\| (\d+) \|.*$", text, re.MULTILINE)
    assert rows == [str(number) for number in range(1, 21)]
    lines = [line for line in text.splitlines() if re.match(r"\| \d+ \|", line)]
    assert [line for line in lines if not SHOWN.search(line)] == []


def test_every_package_has_its_reason() -> None:
    """What Jospar asks for in the decisions, what that brings here; and no other."""
    brings = _brings()
    asked = {name for name, by in brings.items() if not by}
    decided = _rows((ROOT / "docs" / "decisions" / "0008-packages.md").read_text())
    assert sorted(name for names, *_others in decided for name in names) == sorted(
        asked
    )
    shown = _rows(PAGE.read_text().partition("\n## Packages\n")[2])
    named = [name for names, *_others in shown for name in names]
    assert sorted(named) == sorted(brings.keys() - asked)
    for names, by, reason in shown:
        assert set(by) == set().union(*(brings[name] for name in names)), names
        assert reason


def _rows(text: str) -> list[tuple[list[str], list[str], str]]:
    """Return the names in the first two columns of the tables, and the third one."""
    lines = re.findall(r"^\| (`.*) \| (.*) \| (.*) \|$", text, re.MULTILINE)
    name = re.compile("`([A-Za-z0-9-]+)`")
    return [
        ([one.lower() for one in name.findall(first)], name.findall(second), third)
        for first, second, third in lines
    ]


def _brings() -> dict[str, set[str]]:
    """Return every locked package, with those asked for that bring it in the end."""
    direct: dict[str, set[str]] = {}
    for lock in ("run.txt", "s3.txt"):
        text = (ROOT / "requirements" / lock).read_text()
        for part in re.split(r"\n(?=[a-z])", text):
            name, by = part.partition("==")[0], part.partition("# via")[2]
            direct.setdefault(name, set()).update(re.findall(r"[\w.-]+", by))
    asked = {name for name, by in direct.items() if by & {"jospar", "s3.in"}}

    def whole(name: str) -> set[str]:
        brought = (whole(by) for by in direct[name] if by in direct)
        return {name} if name in asked else set().union(*brought)

    return {name: set() if name in asked else whole(name) for name in direct}


def _functions(path: str) -> set[str]:
    file = ROOT / path
    if not file.exists():
        return set()
    tree = ast.parse(file.read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
