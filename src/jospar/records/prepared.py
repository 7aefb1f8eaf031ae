"""Queries that every act asks: Django takes longer to build one than to ask it."""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import QuerySet

from .past import database

Value = int | str | date
"""What queries of acts are asked with."""


class _Built(NamedTuple):
    """A query as a database is asked it, and whose value each parameter is."""

    compiler: Any
    sql: str
    names: list[str]
    converters: Any


class Prepared:
    """A query whose SQL is built once for each database.

    ``compose`` makes it, as ``values_list``, of the values that it will be asked
    with; ``stand_ins`` are such values, each unlike any other.
    """

    def __init__(
        self, compose: Callable[..., QuerySet[Any, Any]], **stand_ins: Value
    ) -> None:
        self._compose = compose
        self._stand_ins = stand_ins
        self._built: dict[str, _Built] = {}

    def rows(self, **values: Value) -> list[tuple[Any, ...]]:
        """Return what the database answers, as values of the fields."""
        using = database()
        if using not in self._built:
            self._built[using] = self._build(using)
        compiler, sql, names, converters = self._built[using]
        with connections[using].cursor() as cursor:
            cursor.execute(sql, [values[name] for name in names])
            rows = cursor.fetchall()
        return list(map(tuple, compiler.apply_converters(rows, converters)))

    def _build(self, using: str) -> _Built:
        query = self._compose(**self._stand_ins).query
        compiler = query.get_compiler(using)
        sql, parameters = compiler.as_sql()
        # A database may want its parameters in another type; they read the same.
        names = {str(value): name for name, value in self._stand_ins.items()}
        return _Built(
            compiler=compiler,
            sql=sql,
            names=[names[str(parameter)] for parameter in parameters],
            converters=compiler.get_converters(part for part, *_ in compiler.select),
        )
