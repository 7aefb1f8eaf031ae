"""Acts that are performed while something is read, between two of its queries."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def before_query(number: int, act: Callable[[], object]) -> Iterator[None]:
    """Let an act be performed before the query of that number, from 1 on.

    Within a transaction of the reader it waits for the end of that.
    """
    asked, is_done, outside = 0, False, len(connection.savepoint_ids)

    def ask(
        execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        nonlocal asked, is_done
        asked += 1
        is_outside = len(connection.savepoint_ids) == outside
        if asked >= number and is_outside and not is_done:
            is_done = True
            act()
        return execute(sql, params, many, context)

    with connection.execute_wrapper(ask):
        yield
