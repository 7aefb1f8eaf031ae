"""What the index of titles is asked."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from django.db import connections, models
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from .models import Concept, TitleWords
from .past import database
from .title_index import COUNTS, INDEX, TITLES, WORDS


@dataclass(frozen=True, slots=True)
class _Search:
    """A table whose rows are titles, their numbers, and which of them are meant."""

    table: str
    number: str
    condition: str


def with_words(groups: Sequence[Collection[str]]) -> QuerySet[TitleWords]:
    """Return the titles that have, of each group, one word at least.

    The words are folded.
    """
    search = _search(groups)
    if search.table == TITLES:
        return TitleWords.objects.extra(where=[search.condition])  # noqa: S610 - names of our own, and letters
    sql = f"SELECT {search.number} FROM {search.table} WHERE {search.condition}"  # noqa: S608 - the same
    numbers = RawSQL(sql, [], models.BigIntegerField())  # noqa: S611 - the same
    return TitleWords.objects.filter(number__in=numbers)


def titled(
    concepts: QuerySet[Concept], groups: Sequence[Collection[str]], after: int
) -> QuerySet[Concept]:
    """Return those after entry ``after`` that have, of each group, one word at least.

    They come in the order of their entries. Titles are read in that order, as far as
    a page goes: of a common word, the numbers of all titles would be too many.
    """
    search = _search(groups)
    entry = f"{Concept._meta.db_table}.entry"  # noqa: SLF001 - Django documents it
    return concepts.extra(  # noqa: S610 - names of our own
        tables=[search.table],
        where=[
            search.condition,
            f"{search.number} = {entry}",
            f"{search.number} > %s",
        ],
        params=[after],
        order_by=[search.number],
    )


def _search(groups: Sequence[Collection[str]]) -> _Search:
    """Return the search of titles with a word of each group.

    The words stand in the statement itself: which way is short hangs on how common
    they are, and PostgreSQL plans a statement with parameters once for all of them.
    Folded words are letters and digits alone, without a quote or a sign.
    """
    if connections[database()].vendor == "sqlite":
        # The operators of FTS5 are capitals, which no folded word is.
        match = " AND ".join(f"({' OR '.join(group)})" for group in groups)
        return _Search(INDEX, f"{INDEX}.rowid", f"{INDEX} MATCH '{match}'")
    query = " & ".join(f"({' | '.join(group)})" for group in groups)
    return _Search(
        TITLES, f"{TITLES}.number", f"{TITLES}.{WORDS} @@ '{query}'::tsquery"
    )


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
