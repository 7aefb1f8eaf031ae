"""What docs/security.md says is shown, is shown; what Jospar stands on is named."""

import ast
import re
import tomllib
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


def test_the_page_names_every_package() -> None:
    """Those asked for have their reason in the decisions, the others are named here."""
    locked = (ROOT / "requirements" / "run.txt").read_text()
    packages = set(re.findall(r"^([a-z0-9-]+)==", locked, re.MULTILINE))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    asked = {re.split(r"[\[<>=~]", one)[0].lower() for one in project["dependencies"]}
    text = PAGE.read_text()
    others = sorted(packages - asked - {"psycopg", "django-allauth"})
    assert [name for name in others if f"`{name}`" not in text] == []


def _functions(path: str) -> set[str]:
    file = ROOT / path
    if not file.exists():
        return set()
    tree = ast.parse(file.read_text())
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
