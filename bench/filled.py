"""A record of as many concepts as are asked for, put there past ``perform``.

There is no journal behind it: the tables have what lists and look-alikes read, and are
filled as fast as each database can be, so that a million of them is a few minutes.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import chain, islice
from random import Random

from django.db import connection, transaction
from django.db.models import Model

from jospar.records import title_index
from jospar.records.listed_treaties import digest_of
from jospar.records.models import Concept, Cycle, ListedBody, Plan, TitleWords, Treaty
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import Level, PlanKind, PlanStage, Text
from jospar.rules.core.ruleset import load
from jospar.rules.core.titles import fold

from .generated_titles import SEED

YEAR = 2024
RULES = load()
BODIES = 30
BATCH = 10_000
_LEVELS = [level.value for level in Level]
_FIRST = datetime(YEAR, 8, 25, 9, 0, tzinfo=ASTANA)
_DAYS = 33
"""Days in which the concepts come; on the last ones they are late."""
Record = dict[str, int | str]

_PROPOSERS = """
INSERT INTO records_proposer (concept_id, position, body)
SELECT entry, 0, 'body' || (entry * 7919 % 30) FROM records_concept
"""
_PREPARED = """
INSERT INTO records_preparedconclusion (concept_id, entry, "on", expedient, reasons_kk,
    reasons_ru, "by", agreed_on, agreed_by)
SELECT entry, entry, '2024-10-08', entry % 11 <> 0, '', '', '',
CASE WHEN entry % 150 <> 75 THEN complete_on END, ''
FROM records_concept WHERE entry % 5 <> 0 OR entry % 3 = 0
"""
_CONCLUSIONS = """
INSERT INTO records_conclusion
    (concept_id, entry, "on", expedient, number, reasons_kk, reasons_ru, signed_by)
SELECT entry, entry, '2024-10-10', entry % 11 <> 0, '1', '', '', ''
FROM records_concept WHERE entry % 5 <> 0
"""
_NOTICES = """
INSERT INTO records_notice (concept_id, entry, "on", document)
SELECT entry, entry, '2024-10-11', '2' FROM records_concept WHERE entry % 5 IN (1, 2)
"""
_WITHDRAWALS = """
INSERT INTO records_withdrawal (concept_id, entry, "on", document)
SELECT entry, entry, '2024-10-12', '3' FROM records_concept WHERE entry % 50 = 0
"""
_ROWS = """
INSERT INTO records_row (concept_id, entry, plan_id, placed_on, reason, progress,
    place)
SELECT entry, entry, CASE WHEN entry % 3 = 0 THEN '2024.current' ELSE '2024.long_term'
END, '2024-10-20', '', 'not_begun', 0
FROM records_concept WHERE entry % 5 = 1 AND entry % 11 <> 0
"""
_BECAME = (_PROPOSERS, _PREPARED, _CONCLUSIONS, _NOTICES, _WITHDRAWALS, _ROWS)


def fill(titles: Sequence[Text], *, searched: bool) -> None:
    """Put a concept into the cycle for each title, with what became of it.

    ``searched`` says that they can be found by their titles.
    """
    with connection.schema_editor() as editor:
        title_index.drop(editor)
    with transaction.atomic():
        _open_cycle()
        _put(Concept, _concepts(titles))
        if searched:
            _put(TitleWords, _words(enumerate(titles, start=1)))
        with connection.cursor() as cursor:
            for statement in _BECAME:
                cursor.execute(statement)
    with connection.schema_editor() as editor:
        title_index.create(editor)
    with connection.cursor() as cursor:
        # PostgreSQL does it by and by itself; until then it cannot count by an index.
        cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")


def add_treaties(titles: Iterable[Text]) -> None:
    """Put earlier treaties beside the concepts."""
    numbered = [(-number, title) for number, title in enumerate(titles, start=1)]
    _put(
        Treaty,
        (
            {
                "number": number,
                "title_kk": title.kk,
                "title_ru": title.ru,
                "digest": digest_of(title.kk, title.ru),
            }
            for number, title in numbered
        ),
    )
    _put(TitleWords, _words(numbered))


def _open_cycle() -> None:
    Cycle.objects.create(
        year=YEAR, entry=0, ruleset=RULES.code, digest="", content=RULES.content
    )
    ListedBody.objects.bulk_create(
        ListedBody(
            entry=-number,
            cycle_id=YEAR,
            code=f"body{number}",
            position=number,
            name_kk=f"{number}-министрлік",
            name_ru=f"Министерство {number}",
            name_en=f"Ministry {number}",
            answers=True,
        )
        for number in range(BODIES)
    )
    Plan.objects.bulk_create(
        Plan(
            id=f"{YEAR}.{kind.value}",
            cycle_id=YEAR,
            kind=kind.value,
            stage=PlanStage.DRAFT.value,
        )
        for kind in PlanKind
    )


def _concepts(titles: Iterable[Text]) -> Iterator[Record]:
    chance = Random(SEED)  # noqa: S311 - no secret
    texts = ("purpose_kk", "purpose_ru", "note_kk", "note_ru", "document")
    blank: Record = dict.fromkeys(texts, "")
    for entry, title in enumerate(titles, start=1):
        moment = _FIRST + timedelta(minutes=chance.randrange(_DAYS * 24 * 60))
        day = f"{moment:%Y-%m-%d}"
        quarter = chance.randrange(16)
        begins = date(YEAR + 1 + quarter // 4, 1 + quarter % 4 * 3, 1)
        yield blank | {
            "entry": entry,
            "cycle_id": YEAR,
            "key": f"C-{entry:07}",
            "title_kk": title.kk,
            "title_ru": title.ru,
            "level": chance.choice(_LEVELS),
            "conclude_from": f"{begins}",
            "conclude_to": f"{begins + timedelta(days=89)}",
            "procedure": "none",
            "entry_kind": "new",
            "counterparties": "[]",
            "further": "{}",
            "received_at": f"{moment.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
            "received_on": day,
            "complete_on": day,
            "term_on": day,
            "changed_on": day,
            "treaty": entry,
        }


def _words(numbered: Iterable[tuple[int, Text]]) -> Iterator[Record]:
    for number, title in numbered:
        yield {
            "number": number,
            "words_kk": fold(title.kk),
            "words_ru": fold(title.ru),
        }


def _put(model: type[Model], records: Iterable[Record]) -> None:
    """Write the records, as the database spells their values, which have one shape."""
    rows = iter(records)
    first = next(rows)
    table, columns = model._meta.db_table, ", ".join(first)  # noqa: SLF001 - Django documents it
    values = (tuple(record.values()) for record in chain([first], rows))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            places = ", ".join(["%s"] * len(first))
            sql = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608 - names of our own
            while batch := list(islice(values, BATCH)):
                cursor.executemany(sql, batch)
            return
        with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
            for value in values:
                copy.write_row(value)
