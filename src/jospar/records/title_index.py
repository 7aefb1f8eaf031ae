"""The index of titles: which of them have a word, and how many have it.

The database keeps it in step itself, by triggers, so that it follows every way into
the record. SQLite searches by FTS5, PostgreSQL by a column of its own kind for texts
that are searched, which needs no extension; what is found is the same.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

COMMON = 4000
"""Where counting stops: of a word that so many titles have, no more is asked."""

TITLES = "records_titlewords"
INDEX = f"{TITLES}_index"
COUNTS = f"{TITLES}_counts"
WORDS = "words"
"""PostgreSQL's column of all words of a title, which it makes itself."""

_COLUMNS = "words_kk, words_ru"
_COUNT = f"""
INSERT INTO {COUNTS} (word, titles)
SELECT DISTINCT words.value, 1 FROM {{words}} WHERE words.value <> ''
ON CONFLICT (word) DO UPDATE SET titles = {COUNTS}.titles + 1
WHERE {COUNTS}.titles < {COMMON};
"""  # noqa: S608 - names of our own
_DISCOUNT = f"""
UPDATE {COUNTS} SET titles = titles - 1
WHERE titles < {COMMON} AND word IN (SELECT words.value FROM {{words}});
"""  # noqa: S608 - names of our own
_EVENTS = {
    "insert": "AFTER INSERT",
    "delete": "AFTER DELETE",
    "update": f"AFTER UPDATE OF {_COLUMNS}",
}


def create(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Make the index, and fill it from the titles that are there."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    schema_editor.execute(
        f"CREATE TABLE {COUNTS} (word text PRIMARY KEY, titles int NOT NULL)", None
    )
    for statement in _sqlite() if sqlite else _postgresql():
        schema_editor.execute(statement, None)
    recount(schema_editor.connection)


def drop(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take the index away; a migration that remakes the titles makes it again."""
    sqlite = schema_editor.connection.vendor == "sqlite"
    for event in _EVENTS:
        on = "" if sqlite else f" ON {TITLES}"
        schema_editor.execute(f"DROP TRIGGER {TITLES}_{event}{on}", None)
    if sqlite:
        schema_editor.execute(f"DROP TABLE {INDEX}", None)
    else:
        schema_editor.execute("DROP FUNCTION count_title_words()", None)
        schema_editor.execute(f"DROP INDEX {INDEX}", None)
        column = f"ALTER TABLE {TITLES} DROP COLUMN IF EXISTS {WORDS}"
        schema_editor.execute(column, None)
    schema_editor.execute(f"DROP TABLE {COUNTS}", None)


def recount(connection: BaseDatabaseWrapper) -> None:
    """Fill the index anew from the titles, whatever it says."""
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {COUNTS}")  # noqa: S608 - names of our own
        sqlite = connection.vendor == "sqlite"
        for statement in _recount_sqlite() if sqlite else _recount_postgresql():
            cursor.execute(statement)


def _recount_sqlite() -> Iterator[str]:
    # What FTS5 has counted itself; splitting a million titles takes minutes.
    words = f"temp.{INDEX}_words"
    yield f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')"  # noqa: S608 - names of our own
    yield f"CREATE VIRTUAL TABLE {words} USING fts5vocab(main, {INDEX}, row)"
    yield f"INSERT INTO {COUNTS} SELECT term, min(doc, {COMMON}) FROM {words}"  # noqa: S608 - the same
    yield f"DROP TABLE {words}"


def _recount_postgresql() -> Iterator[str]:
    yield (
        f"INSERT INTO {COUNTS} SELECT value, least(count(*), {COMMON}) "  # noqa: S608 - names of our own
        f"FROM {TITLES}, LATERAL {_unnest(TITLES)} GROUP BY value"
    )


def _unnest(row: str) -> str:
    """Return the words of ``row`` as a table of PostgreSQL."""
    return f"unnest(tsvector_to_array({row}.{WORDS})) AS words (value)"


def _split(row: str) -> str:
    """Return the words of ``row`` as a table of SQLite.

    SQLite's own json_each would do, but crashes where a database was deserialized.
    """
    return (
        "(WITH RECURSIVE split (value, rest) AS "  # noqa: S608 - names of our own
        f"(SELECT '', {row}.words_kk || ' ' || {row}.words_ru || ' ' UNION ALL "
        "SELECT substr(rest, 1, instr(rest, ' ') - 1), "
        "substr(rest, instr(rest, ' ') + 1) FROM split WHERE rest <> '') "
        "SELECT value FROM split) AS words"
    )


def _sqlite() -> Iterator[str]:
    put = (
        f"INSERT INTO {INDEX} (rowid, {_COLUMNS}) "  # noqa: S608 - names of our own
        "VALUES (new.number, new.words_kk, new.words_ru);"
    ) + _COUNT.format(words=_split("new"))
    take = (
        f"INSERT INTO {INDEX} ({INDEX}, rowid, {_COLUMNS}) "  # noqa: S608 - names of our own
        "VALUES ('delete', old.number, old.words_kk, old.words_ru);"
    ) + _DISCOUNT.format(words=_split("old"))
    does = {"insert": put, "delete": take, "update": take + put}
    yield (
        f"CREATE VIRTUAL TABLE {INDEX} USING fts5({_COLUMNS}, content='{TITLES}', "
        "content_rowid='number', tokenize='unicode61 remove_diacritics 0', "
        "detail=none, columnsize=0)"
    )
    for event, when in _EVENTS.items():
        yield (
            f"CREATE TRIGGER {TITLES}_{event} {when} ON {TITLES} "
            f"BEGIN {does[event]} END"
        )


def _postgresql() -> Iterator[str]:
    all_words = "string_to_array(trim(words_kk || ' ' || words_ru), ' ')"
    yield (
        f"ALTER TABLE {TITLES} ADD COLUMN {WORDS} tsvector "
        f"GENERATED ALWAYS AS (array_to_tsvector({all_words})) STORED"
    )
    yield f"CREATE INDEX {INDEX} ON {TITLES} USING gin ({WORDS})"
    put, take = (
        statement.format(words=_unnest(row))
        for statement, row in ((_COUNT, "new"), (_DISCOUNT, "old"))
    )
    yield (
        "CREATE FUNCTION count_title_words() RETURNS trigger LANGUAGE plpgsql AS $$ "
        f"BEGIN IF TG_OP <> 'INSERT' THEN {take} END IF; "
        f"IF TG_OP <> 'DELETE' THEN {put} END IF; RETURN NULL; END $$"
    )
    for event, when in _EVENTS.items():
        yield (
            f"CREATE TRIGGER {TITLES}_{event} {when} ON {TITLES} "
            "FOR EACH ROW EXECUTE FUNCTION count_title_words()"
        )
