"""What earlier versions kept, so that migrations are tried on their data.

A version is a file of lines of JSON: first the migrations that it stood at, then a
record a line: ``[app, model, {column: value}]``. Made and put back by

    python -m tests.records.kept_versions keep 0.1.0
    python -m tests.records.kept_versions put-back 0.1.0

``keep`` fills an empty installation with the small year and what people leave beside
the journal; ``put-back`` brings an empty one to where the version left off.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import django
from django.apps import apps
from django.apps.registry import Apps
from django.db import connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from tests.records.made_files import kept_scan

VERSIONS = Path(__file__).parents[1] / "data" / "versions"
APPS = ("records", "accounts", "notices", "web")
PASSING = frozenset({"SharedCache"})
"""What is not kept: it is made anew at any time."""

_AT = datetime(2024, 9, 20, 9, tzinfo=UTC)
_DRAFT = UUID(int=1)

BESIDE_THE_JOURNAL: tuple[tuple[str, str, dict[str, Any]], ...] = (
    (
        "accounts",
        "Person",
        {"code": "b.ospanov", "name": "Б. Оспанов", "language": "kk", "password": "!"},
    ),
    (
        "accounts",
        "Reading",
        {"person": "b.ospanov", "office": "reviewer", "what": "8", "at": _AT},
    ),
    (
        "web",
        "Draft",
        {
            "uuid": _DRAFT,
            "year": 2024,
            "body": "energy",
            "made_by": "b.ospanov",
            "updated_by": "b.ospanov",
            "updated_at": _AT,
        },
    ),
    (
        "web",
        "DraftFile",
        {"draft_id": _DRAFT, "sha256": "0" * 64, "name": "1.pdf", "size": 1},
    ),
    (
        "notices",
        "Notice",
        {
            "person": "b.ospanov",
            "key": "8",
            "kind": "returned",
            "year": 2024,
            "parameters": {},
            "at_once": False,
            "created_at": _AT,
        },
    ),
)
"""What people leave that is no act."""

Line = tuple[str, str, dict[str, Any]]


def kept() -> list[str]:
    """Return the versions whose data are kept."""
    return sorted(path.stem for path in VERSIONS.glob("*.jsonl"))


def counts(version: str) -> dict[str, int]:
    """Return how many records the version kept in each table."""
    lines = (VERSIONS / f"{version}.jsonl").read_text(encoding="utf-8").splitlines()[1:]
    found = Counter(tuple(json.loads(line)[:2]) for line in lines)
    return {f"{app}_{name.lower()}": count for (app, name), count in found.items()}


def keep(version: str) -> int:
    """Write what this version keeps of the small year; return the number of records."""
    _fill()
    loader = MigrationExecutor(connection).loader
    # Only tables of our own: the others' migrations are theirs to test.
    leaves = [leaf for leaf in loader.graph.leaf_nodes() if leaf[0] in APPS]
    lines = list(_records(loader.project_state().apps))
    VERSIONS.mkdir(exist_ok=True)
    with (VERSIONS / f"{version}.jsonl").open("w", encoding="utf-8") as file:
        for line in (leaves, *lines):
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return len(lines)


def put_back(version: str) -> None:
    """Create the tables as the version had them, and put its records there."""
    with (VERSIONS / f"{version}.jsonl").open(encoding="utf-8") as file:
        leaves = [tuple(leaf) for leaf in json.loads(file.readline())]
        lines: list[Line] = [json.loads(line) for line in file]
    kept_scan()
    with connection.constraint_checks_disabled(), transaction.atomic():
        state = MigrationExecutor(connection).migrate(leaves)
        connection.cursor().execute(
            "SET CONSTRAINTS ALL DEFERRED"
            if connection.vendor == "postgresql"
            else "PRAGMA defer_foreign_keys = ON"
        )
        for app, name, values in lines:
            model = state.apps.get_model(app, name)
            model(
                **{
                    field.attname: field.to_python(values[field.attname])
                    for field in _columns(model)
                }
            ).save(force_insert=True)


def _fill() -> None:
    # Both stand on Django's settings, which are there only now.
    from jospar.management.schema import ensure_schema  # noqa: PLC0415
    from tests.procedure.made_orders import perform_act  # noqa: PLC0415
    from tests.procedure.small_year import YEAR  # noqa: PLC0415

    ensure_schema()
    for filing in YEAR:
        perform_act(filing, date(2024, 12, 31))
    for app, name, values in BESIDE_THE_JOURNAL:
        apps.get_model(app, name)._default_manager.create(**values)  # noqa: SLF001 - Django's public API


def _records(state: Apps) -> Iterator[Line]:
    for app in APPS:
        for model in state.get_app_config(app).get_models():
            name = model.__name__
            if name in PASSING:
                continue
            for found in model._default_manager.order_by("pk"):  # noqa: SLF001 - Django's public API
                columns = _columns(model)
                yield app, name, {each.attname: _plain(each, found) for each in columns}


def _columns(model: type[models.Model]) -> list[Any]:
    return [field for field in model._meta.concrete_fields if field.column]  # noqa: SLF001 - Django's public API


def _plain(field: Any, record: models.Model) -> Any:
    value = getattr(record, field.attname)
    if value is None or isinstance(value, bool | int | str | list | dict):
        return value
    return field.value_to_string(record)


if __name__ == "__main__":
    django.setup()
    if sys.argv[1] == "keep":
        print(keep(sys.argv[2]))  # noqa: T201 - speaks to a person
    else:
        put_back(sys.argv[2])
