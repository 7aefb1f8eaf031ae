"""A record of as many concepts as are asked for, put there past ``perform``."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from random import Random

from django.db import connection, transaction

from jospar.records import title_index
from jospar.records.models import Concept, Cycle, ListedBody, Plan, TitleWords, Treaty
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import Level, PlanKind, PlanStage, Text
from jospar.rules.core.ruleset import load
from jospar.rules.core.titles import fold

from .generated_titles import SEED

YEAR = 2024
RULES = load()
BODIES = 30
BATCH = 5_000
_LEVELS = [level.value for level in Level]
_FIRST = datetime(YEAR, 8, 25, 9, 0, tzinfo=ASTANA)
_DAYS = 33
"""Days in which the concepts come; on the last ones they are late."""

_PROPOSERS = """
INSERT INTO records_proposer (concept_id, position, body)
SELECT entry, 0, 'body' || (entry * 7919 % 30) FROM records_concept
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
INSERT INTO records_row (concept_id, entry, plan_id, placed_on, reason)
SELECT entry, entry, CASE WHEN entry % 3 = 0 THEN '2024.current' ELSE '2024.long_term'
END, '2024-10-20', '' FROM records_concept WHERE entry % 5 = 1 AND entry % 11 <> 0
"""


def fill(titles: Iterable[Text], *, searched: bool) -> None:
    """Put a concept into the cycle for each title, with what became of it.

    ``searched`` says that they can be found by their titles.
    """
    with connection.schema_editor() as editor:
        title_index.drop(editor)
    with transaction.atomic():
        _open_cycle()
        numbered = enumerate(titles, start=1)
        chance = Random(SEED)  # noqa: S311 - no secret
        while batch := list(islice(numbered, BATCH)):
            Concept.objects.bulk_create(_concepts(batch, chance))
            if searched:
                TitleWords.objects.bulk_create(_words(batch))
        with connection.cursor() as cursor:
            for statement in (_PROPOSERS, _CONCLUSIONS, _NOTICES, _WITHDRAWALS, _ROWS):
                cursor.execute(statement)
    with connection.schema_editor() as editor:
        title_index.create(editor)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def add_treaties(titles: Iterable[Text]) -> None:
    """Put earlier treaties beside the concepts."""
    numbered = [(-number, title) for number, title in enumerate(titles, start=1)]
    Treaty.objects.bulk_create(
        Treaty(number=number, title_kk=title.kk, title_ru=title.ru)
        for number, title in numbered
    )
    TitleWords.objects.bulk_create(_words(numbered))


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


def _concepts(batch: Iterable[tuple[int, Text]], chance: Random) -> Iterator[Concept]:
    for entry, title in batch:
        moment = _FIRST + timedelta(minutes=chance.randrange(_DAYS * 24 * 60))
        quarter = chance.randrange(16)
        begins = date(YEAR + 1 + quarter // 4, 1 + quarter % 4 * 3, 1)
        yield Concept(
            entry=entry,
            cycle_id=YEAR,
            key=f"C-{entry:07}",
            title_kk=title.kk,
            title_ru=title.ru,
            level=chance.choice(_LEVELS),
            conclude_from=begins,
            conclude_to=begins + timedelta(days=89),
            procedure="none",
            entry_kind="new",
            counterparties=[],
            received_at=moment,
            received_on=moment.date(),
            complete_on=moment.date(),
            term_on=moment.date(),
            changed_on=moment.date(),
        )


def _words(batch: Iterable[tuple[int, Text]]) -> Iterator[TitleWords]:
    for number, title in batch:
        yield TitleWords(
            number=number, words_kk=fold(title.kk), words_ru=fold(title.ru)
        )
