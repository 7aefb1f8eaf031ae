"""What the index of titles is asked."""

from collections.abc import Collection, Iterable, Sequence

from django.db import connections, models
from django.db.models.expressions import RawSQL

from .past import database
from .title_index import COUNTS, INDEX, TITLES, array_of


def with_words(groups: Sequence[Collection[str]], most: int = 0) -> RawSQL:
    """Return the numbers of titles that have, of each group, one word at least.

    The words are folded. ``most`` limits how many numbers there are, if it is given.
    """
    limit = f" LIMIT {most:d}" if most else ""
    if connections[database()].vendor == "sqlite":
        # Folded words have no quotes, and the operators of FTS5 are capitals.
        match = " AND ".join(f"({' OR '.join(group)})" for group in groups)
        sql = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s{limit}"  # noqa: S608 - names of our own
        return RawSQL(sql, [match], models.BigIntegerField())  # noqa: S611 - the same
    having = " AND ".join([f"{array_of('t')} && %s::text[]"] * len(groups))
    sql = f"SELECT number FROM {TITLES} AS t WHERE {having}{limit}"  # noqa: S608 - names of our own
    return RawSQL(sql, list(map(list, groups)), models.BigIntegerField())  # noqa: S611 - the same


def counts(words: Iterable[str]) -> dict[str, int]:
    """Return how many titles have each word, of those words that any title has.

    Counting stops at ``title_index.COMMON``; one query.
    """
    asked = list(words)
    places = ", ".join(["%s"] * len(asked)) or "NULL"
    return _counted(f"word IN ({places})", *asked)


def vocabulary(shortest: int = 1, longest: int = 1000) -> dict[str, int]:
    """Return the words of so many letters, and how many titles have each; one query.

    The commonest come first.
    """
    where = "length(word) BETWEEN %s AND %s ORDER BY titles DESC, word"
    return _counted(where, shortest, longest)


def _counted(where: str, *values: str | int) -> dict[str, int]:
    sql = f"SELECT word, titles FROM {COUNTS} WHERE titles > 0 AND {where}"  # noqa: S608 - conditions of our own
    with connections[database()].cursor() as cursor:
        cursor.execute(sql, values)
        return dict(cursor.fetchall())
