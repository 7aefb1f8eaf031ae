"""Fills an installation up to the last day of intake, as `prepared` starts it.

The cycle of 2024 is performed from its workbook; that of 2025 is opened, has bodies
and people, and concepts that came in the weeks before. All of it are acts.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from uuid import UUID, uuid5

from django.contrib.auth.hashers import make_password

from jospar.accounts.models import Person
from jospar.exchange.example_cycles import example_cycle
from jospar.exchange.year import YearRun
from jospar.management.schema import ensure_schema
from jospar.management.simulation.titles import MadeTitle, made_titles
from jospar.procedure.clock import Clock
from jospar.procedure.days import calendar_of
from jospar.procedure.perform import Order, perform
from jospar.procedure.rulesets import ruleset
from jospar.records.models import ListedBody
from jospar.rules.core.deadlines import ASTANA, deadline_in
from jospar.rules.core.nouns import Entry, Procedure, Term, Text, Wording
from jospar.rules.core.offices import COMMAND_LINE, Actor, Office
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.intake.facts import SubmitConcept
from jospar.rules.reference.facts import Appoint, ListBody, OpenCycle
from jospar.web.writing.drafts import new_draft

from .people import PASSWORD, YEAR, Account
from .shifted import move

_WEEKS, _MORNING = timedelta(days=28), time(10)
_ACTS = UUID("c8a30cbb-5b44-4a4e-9a34-7e1c4a8a4f0d")
"""The name space of the ids of the acts here."""
_FURTHER_BODIES = (
    ListBody(
        "arrfr",
        Text(
            "Қазақстан Республикасының Қаржы нарығын реттеу және дамыту агенттігі",
            "Агентство Республики Казахстан по регулированию и развитию "
            "финансового рынка",
        ),
        "Agency for Regulation and Development of the Financial Market",
        answers=True,
    ),
    ListBody(
        "afm",
        Text(
            "Қазақстан Республикасының Қаржылық мониторинг агенттігі",
            "Агентство Республики Казахстан по финансовому мониторингу",
        ),
        "Financial Monitoring Agency",
        answers=True,
    ),
    ListBody(
        "azrk",
        Text(
            "Қазақстан Республикасының Бәсекелестікті қорғау және дамыту агенттігі",
            "Агентство по защите и развитию конкуренции Республики Казахстан",
        ),
        "Agency for Protection and Development of Competition",
        answers=True,
    ),
)
"""To the bodies of the workbook, so that there are thirty."""
_ADMINISTRATOR = Actor(COMMAND_LINE, Office.ADMINISTRATOR)


def fill(file: Path, accounts: Sequence[Account], concepts: int, drafts: int) -> None:
    """Fill the database; ``file`` says in the end that it is the last morning."""
    rules = ruleset(DEFAULT)
    ensure_schema()
    last = deadline_in(rules, "concepts.deadline", YEAR, calendar_of(YEAR)).late_after
    move(file, _morning(last - _WEEKS))
    YearRun(example_cycle(YEAR - 1), Clock()).run(lambda _done, _of: None)
    _open()
    _appoint(accounts)
    officers = [one for one in accounts if one.office == Office.BODY_OFFICER]
    titles = made_titles(Random(1))  # noqa: S311 - no secret
    for number, title in enumerate(islice(titles, concepts)):
        passed = 1 + number * (_WEEKS.days - 1) // concepts
        move(file, _morning(last - _WEEKS + timedelta(days=passed)))
        _bring(officers[number % len(officers)], title, number)
    move(file, _morning(last))
    for number, title in enumerate(islice(titles, drafts)):
        _begin(officers[number % len(officers)], title)


def _open() -> None:
    """Open the cycle, with the bodies of the year before and some more."""
    _perform(OpenCycle(YEAR, DEFAULT))
    for body in (*_bodies(), *_FURTHER_BODIES):
        _perform(body)


def _bodies() -> Iterator[ListBody]:
    for one in ListedBody.objects.filter(cycle_id=YEAR - 1).order_by("position"):
        name = Text(one.name_kk, one.name_ru)
        yield ListBody(one.code, name, one.name_en, one.answers)


def _appoint(accounts: Sequence[Account]) -> None:
    """Appoint everybody; all have one password, which is hashed once."""
    password = make_password(PASSWORD)
    for one in accounts:
        office, name = Office(one.office), f"{one.code.title()} Сынақов"
        _perform(Appoint(one.code, name, office, one.body, date(YEAR, 1, 6)))
        Person.objects.create(
            code=one.code,
            name=name,
            password=password,
            language=one.language,
            email=f"{one.code}@example.kz",
        )


def _bring(officer: Account, title: MadeTitle, number: int) -> None:
    filing = SubmitConcept(
        key=f"{officer.body}-early-{number}",
        proposers=(officer.body,),
        wording=Wording(
            title=title.title,
            purpose=Text("Ынтымақтастықты дамыту.", "Развитие сотрудничества."),
            note=Text(),
            level=title.level,
            conclude=Term(date(YEAR + 1, 4, 1), date(YEAR + 1, 9, 30)),
            procedure=Procedure.NONE,
        ),
        entry=Entry.NEW,
        received_at=Clock().now(),
        document="11-2/1",
        counterparties=("UZ",),
    )
    _perform(filing, Actor(officer.code, Office.BODY_OFFICER, officer.body))


def _begin(officer: Account, title: MadeTitle) -> None:
    """Begin a draft that has its titles alone."""
    actor = Actor(officer.code, Office.BODY_OFFICER, officer.body)
    new_draft(actor, YEAR, {"title_kk": title.title.kk, "title_ru": title.title.ru})


def _perform(filing: object, actor: Actor = _ADMINISTRATOR) -> None:
    clock = Clock()
    order = Order(
        act_id=uuid5(_ACTS, repr(filing)),
        filing=filing,
        year=YEAR,
        on=clock.today(),
        actor=actor,
        ruleset=ruleset(DEFAULT),
        document="1-1",
        acknowledged=None,
        imported=actor is _ADMINISTRATOR,
    )
    perform(order, clock)


def _morning(day: date) -> datetime:
    return datetime.combine(day, _MORNING, tzinfo=ASTANA)
