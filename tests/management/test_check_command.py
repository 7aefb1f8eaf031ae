"""``jospar check`` tells what is wrong with an installation, and how to mend it."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.management import checks
from jospar.management.checks import Check, database, keeping, surroundings
from jospar.management.checks import journal as of_journal
from jospar.management.checks.finding import Severity
from jospar.procedure import checkpoints, reached
from jospar.procedure.clock import Clock
from jospar.procedure.last_backup import note
from jospar.procedure.perform import perform
from jospar.records.models import Work
from jospar.rules.core.offices import Office
from tests.installation import Said
from tests.notices.made_notices import Standing
from tests.notices.smtp_server import smtp_server
from tests.procedure.made_chains import sql
from tests.procedure.made_orders import order, perform_act
from tests.records.made_files import kept_scan
from tests.rules import made

pytestmark = pytest.mark.django_db

WRONG, ADVICE = Severity.WRONG, Severity.ADVICE
MUCH = 2**60
"""Bytes that no disk has."""


@pytest.fixture(autouse=True)
def in_order(settings: Settings, tmp_path: Path) -> None:
    """Set everything as it is meant to be in an installation in use."""
    settings.DATA = tmp_path / "data"
    settings.DATA.mkdir(mode=0o700)
    settings.FILES = settings.DATA / "files"
    settings.FILES.mkdir()
    settings.MAILBOX = settings.DATA / "mail"
    settings.CHECKPOINTS = settings.DATA / "checkpoints.jsonl"
    settings.CHECKPOINT_KEY = ""
    settings.ALLOWED_HOSTS = ["jospar.example.kz"]
    settings.PUBLIC_URL = "https://jospar.example.kz"
    settings.HTTPS = True
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    settings.DEFAULT_FROM_EMAIL = "jospar@example.kz"
    settings.SECOND_FACTOR = frozenset(Office)


def found(check: Check) -> list[tuple[Severity, str]]:
    """Return what a check finds, in English."""
    return [(one.severity, one.message.format(**one.values)) for one in check()]


def test_a_directory_of_its_owner(settings: Settings) -> None:
    """Others may not look into it: everybody is worse than the group."""
    assert found(surroundings.directory) == []
    for mode, severity in ((0o750, ADVICE), (0o755, WRONG), (0o701, WRONG)):
        settings.DATA.chmod(mode)
        said = f"Others on the machine may look into {settings.DATA} (mode {mode:o})."
        assert found(surroundings.directory) == [(severity, said)]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives directories away")
def test_a_directory_of_somebody_else(settings: Settings) -> None:
    """It is told, so that no command runs as root by mistake."""
    os.chown(settings.DATA, 12345, -1)
    said = f"The directory {settings.DATA} belongs to another user than runs this."
    assert found(surroundings.directory) == [(ADVICE, said)]


def test_the_key_of_pages(settings: Settings) -> None:
    """It is long, and for its owner alone."""
    kept = settings.DATA / "secret-key"
    settings.SECRET_KEY = "k" * 32
    assert found(surroundings.secret_key) == []
    kept.touch(mode=0o600)
    assert found(surroundings.secret_key) == []
    kept.chmod(0o640)
    settings.SECRET_KEY = "k" * 31
    assert found(surroundings.secret_key) == [
        (WRONG, "The key that pages sign with is short."),
        (WRONG, f"Others may read the key that pages sign with, “{kept}”."),
    ]


@pytest.mark.parametrize(
    ("offices", "said"),
    [
        (set(Office), []),
        ({Office.ADMINISTRATOR}, []),
        (
            {Office.HEAD},
            [(ADVICE, "The administrator signs in with a password alone.")],
        ),
    ],
)
def test_the_second_factor_of_the_administrator(
    settings: Settings, offices: set[Office], said: list[tuple[Severity, str]]
) -> None:
    """Whoever may give others a new password shows more than a password."""
    settings.SECOND_FACTOR = frozenset(offices)
    assert found(surroundings.second_factor) == said


@pytest.mark.parametrize(
    ("least", "little", "severity"),
    [(0, 0, None), (0, MUCH, ADVICE), (MUCH, MUCH, WRONG)],
)
def test_room_on_the_disk(
    monkeypatch: pytest.MonkeyPatch, least: int, little: int, severity: Severity | None
) -> None:
    """Little room is told early, and nearly none is wrong."""
    monkeypatch.setattr(surroundings, "LEAST", least)
    monkeypatch.setattr(surroundings, "LITTLE", little)
    severities = [one for one, _said in found(surroundings.free_disk)]
    assert severities == ([severity] if severity else [])


def test_the_time_of_all_kazakhstan() -> None:
    """The machine's list of time zones is not from before March 2024."""
    assert found(surroundings.time_zone) == []


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["jospar.example.kz"], []),
        (
            ["*"],
            [
                (
                    WRONG,
                    "JOSPAR_HOSTS lets pages be served under any name, a forged one "
                    "too.",
                )
            ],
        ),
        (
            ["localhost"],
            [
                (ADVICE, "Pages are served to this machine alone."),
                (
                    WRONG,
                    "The links in mails lead to “jospar.example.kz”, which is not "
                    "served.",
                ),
            ],
        ),
    ],
)
def test_names_of_the_pages(
    settings: Settings, names: list[str], said: list[tuple[Severity, str]]
) -> None:
    """They are those that people use."""
    settings.ALLOWED_HOSTS = names
    assert found(surroundings.hosts) == said


@pytest.mark.parametrize(
    ("url", "names", "said"),
    [
        (
            "https://jospar.example.kz",
            ["jospar.example.kz"],
            [(WRONG, "JOSPAR_URL says https, and JOSPAR_HTTPS is not 1.")],
        ),
        (
            "http://jospar.example.kz",
            ["jospar.example.kz"],
            [(ADVICE, "Pages are served without HTTPS.")],
        ),
        ("", ["localhost"], []),
    ],
)
def test_without_https(
    settings: Settings, url: str, names: list[str], said: list[tuple[Severity, str]]
) -> None:
    """Passwords do not go over a network unencrypted."""
    assert found(surroundings.https) == []
    settings.HTTPS, settings.PUBLIC_URL, settings.ALLOWED_HOSTS = False, url, names
    assert found(surroundings.https) == said


def test_mail(settings: Settings) -> None:
    """A server is talked to; files in its place are advised against."""
    settings.EMAIL_HOST = ""
    said = f"Mails are only written to files in {settings.MAILBOX}."
    assert found(surroundings.mail) == [(ADVICE, said)]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with smtp_server() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        assert found(surroundings.mail) == []
    ((severity, told),) = found(surroundings.mail)
    assert severity is WRONG
    assert told.startswith(f"The mail server 127.0.0.1:{server.port} cannot be used: ")


def test_what_mails_say(settings: Settings) -> None:
    """They lead to the pages, and come from an address of one's own."""
    settings.EMAIL_HOST = "mail.example.kz"
    assert found(surroundings.mail_texts) == []
    settings.PUBLIC_URL, settings.DEFAULT_FROM_EMAIL = "", "jospar@localhost"
    said = [
        (ADVICE, "Mails have no links to the pages."),
        (ADVICE, "Mails come from “jospar@localhost”, which servers refuse."),
    ]
    assert found(surroundings.mail_texts) == said
    settings.EMAIL_HOST = ""
    assert found(surroundings.mail_texts) == []


def test_the_database_of_the_tests() -> None:
    """It is one that Jospar can stand on."""
    every = (database.answers, *checks.OF_THE_DATABASE)
    assert [found(check) for check in every] == [[]] * len(every)


def test_tables_of_other_versions() -> None:
    """Earlier ones are brought up to date; later ones cannot be."""
    sql("DELETE FROM django_migrations WHERE app = 'notices'")
    said = "The tables are not those of this version yet."
    assert found(database.migrations) == [(ADVICE, said)]
    sql(
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('records', '9999_later', '2030-01-01 00:00:00+00:00')"
    )
    said = "The tables were made by a later version of Jospar."
    assert found(database.migrations) == [(WRONG, said)]


@pytest.mark.parametrize(
    ("day", "severities"),
    [
        (date(2024, 9, 2), []),
        (date(2026, 9, 2), [ADVICE]),
        (date(2030, 9, 2), [WRONG, ADVICE]),
    ],
)
def test_years_of_the_calendar(day: date, severities: list[Severity]) -> None:
    """Unknown transfers of this year are wrong, those of the next are advised."""
    perform_act(made.open_cycle(), day)
    assert [severity for severity, _said in found(of_journal.calendar)] == severities


@pytest.mark.parametrize(
    ("at", "severities"),
    [
        (timedelta(hours=1), [WRONG]),
        (timedelta(), []),
        (-timedelta(days=119), []),
        (-timedelta(days=121), [ADVICE]),
    ],
)
def test_the_clock(at: timedelta, severities: list[Severity]) -> None:
    """It stands neither before the last entry nor long after it."""
    assert found(of_journal.clock) == []
    perform(order(made.open_cycle()), Standing(at=Clock().now() + at))
    assert [severity for severity, _said in found(of_journal.clock)] == severities


def test_the_clock_of_a_rehearsal() -> None:
    """It stands where somebody put it."""
    perform_act(made.open_cycle(), date(2024, 9, 2))
    assert found(of_journal.clock) == []


def test_files_that_are_missing(settings: Settings) -> None:
    """They are counted, and the first is named."""
    file = kept_scan()
    perform_act(made.open_cycle(), files=(file,))
    assert found(of_journal.files) == []
    settings.FILES = settings.DATA / "elsewhere"
    place = f"elsewhere/{file.sha256[:2]}/{file.sha256}"
    said = f"Files that came with acts are missing: 1; the first is {place}."
    assert found(of_journal.files) == [(WRONG, said)]


def test_the_age_of_the_backup(tmp_path: Path) -> None:
    """A journal that has entries has a backup that is a week old at most."""
    now = Clock().now()
    assert found(keeping.backups) == []
    perform_act(made.open_cycle())
    assert found(keeping.backups) == [(ADVICE, "No backup was made yet.")]
    note(now - timedelta(days=6), 1, tmp_path)
    assert found(keeping.backups) == []
    note(datetime(2024, 9, 2, tzinfo=UTC), 1, tmp_path)
    said = "The last backup was made on 2024-09-02, and reaches to entry 1."
    assert found(keeping.backups) == [(ADVICE, said)]


def test_the_age_of_the_checkpoint(settings: Settings, tmp_path: Path) -> None:
    """A journal that has entries has a signed point that is a week old at most."""
    assert found(keeping.checkpoints) == []
    perform_act(made.open_cycle())
    said = "No checkpoint of the journal was signed yet."
    assert found(keeping.checkpoints) == [(ADVICE, said)]
    checkpoints.make_key(tmp_path / "key.pem")
    key = checkpoints.private_key(tmp_path / "key.pem")
    for moment, severities in (
        (datetime(2024, 9, 2, tzinfo=UTC), [ADVICE]),
        (Clock().now(), []),
    ):
        checkpoints.add(settings.CHECKPOINTS, checkpoints.sign(key, moment))
        assert [one for one, _said in found(keeping.checkpoints)] == severities
    settings.CHECKPOINTS.write_text("nothing\n")
    assert [one for one, _said in found(keeping.checkpoints)] == [WRONG]


def test_the_key_of_checkpoints(settings: Settings, tmp_path: Path) -> None:
    """Where the settings name one it is there, for its owner alone."""
    assert found(keeping.checkpoint_key) == []
    path = tmp_path / "key.pem"
    settings.CHECKPOINT_KEY = str(path)
    said = f"There is no key for checkpoints at “{path}”."
    assert found(keeping.checkpoint_key) == [(WRONG, said)]
    checkpoints.make_key(path)
    assert found(keeping.checkpoint_key) == []
    path.chmod(0o644)
    said = f"Others may read the key “{path}” that signs checkpoints."
    assert found(keeping.checkpoint_key) == [(WRONG, said)]


def test_the_command(
    command: Callable[..., Said],
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The status says how bad it is; --deploy takes advice for wrong."""
    monkeypatch.setattr(surroundings, "LITTLE", 0)
    perform_act(made.open_cycle(), date(2024, 9, 2))
    note(Clock().now(), 1, tmp_path)
    for work in (Work.COMPARED, Work.NOTICES):
        reached.note(work, 1)
    checkpoints.make_key(tmp_path / "key.pem")
    key = checkpoints.private_key(tmp_path / "key.pem")
    checkpoints.add(settings.CHECKPOINTS, checkpoints.sign(key, Clock().now()))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with smtp_server() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        for options in ((), ("--deploy",)):
            said = command("check", *options)
            assert said == Said(0, "Nothing was found wrong.\n", "")
    settings.EMAIL_HOST = ""
    told = (
        f"Mails are only written to files in {settings.MAILBOX}. People learn what is "
        "due only when they open the pages. Name a server in JOSPAR_MAIL, or let "
        "somebody hand the files on.\n"
    )
    assert command("check") == Said(1, f"advice: {told}", "")
    assert command("check", "--deploy") == Said(2, f"wrong: {told}", "")
    settings.ALLOWED_HOSTS = ["*"]
    status, out, err = command("check")
    assert (status, out.count("\n"), err) == (2, 2, "")


def test_what_is_broken_is_not_built_upon() -> None:
    """Where the tables are of another version nothing is read from them."""
    perform_act(made.open_cycle(), date(2024, 9, 2))
    assert list(checks.findings())[-1].message == (
        "No checkpoint of the journal was signed yet."
    )
    sql("DELETE FROM django_migrations WHERE app = 'notices'")
    assert list(checks.findings())[-1].message == (
        "The tables are not those of this version yet."
    )
