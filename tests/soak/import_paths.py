"""Every way by which a file comes in, and files that it would take."""

import tarfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from django.test import Client

from jospar.documents import letters
from jospar.documents.concept_form_reading import read_concept_form
from jospar.documents.docx_template import TemplateError, load_template
from jospar.documents.letters import check_template
from jospar.documents.papers import ReturnLetter
from jospar.exchange.annexes.reading import read_annex_tables
from jospar.exchange.evidence.checking import check
from jospar.exchange.past.reading import read_review
from jospar.exchange.treaties import read_treaties
from jospar.exchange.workbook import read
from jospar.management.backups.manifest import Archive, check_parts, read_manifest
from jospar.procedure import checkpoints, replay
from jospar.procedure.calendars import CalendarFileError, kazakhstan, read_calendar
from jospar.records.file_types import ASIC_E
from jospar.rules.core import ruleset
from jospar.rules.core.offices import Office
from jospar.rules.core.sentences import ToldError
from jospar.web.evidence_words import evidence_page
from tests.documents.made_forms import form
from tests.example import ROOT, WORKBOOK
from tests.exchange.annexes import ten_docx, ten_xlsx
from tests.records import made_files
from tests.rules.made import YEAR
from tests.web.walk import Walker, address
from tests.web.whole_record import OWNER, Record

TOLD = (ToldError, TemplateError, CalendarFileError)
"""How a file is refused: with a sentence."""
_TEMPLATES = Path(letters.__file__).parent / "templates"
_CALENDAR = ROOT / "src" / "jospar" / "procedure" / "calendars" / "kz.toml"
Take = Callable[[bytes], object]


class Upload(NamedTuple):
    """Who sends a file where, in which field, and what they send along."""

    walker: Walker
    path: str
    field: str
    sent: Mapping[str, str]


def valid_files(record: Record, head: Client, owner: Client) -> dict[str, bytes]:
    """Return files of every kind that is taken, those of the record's plans too."""
    plans = {
        name: head.get(address(name, record)).content
        for name in ("docx", "xlsx", "json", "xml", "pdf")
    }
    return plans | {
        "evidence": owner.get(address("evidence", record)).content,
        "annex": ten_docx.corrected(),
        "annexes": ten_docx.over_pages(),
        "annex_xlsx": ten_xlsx.transport(),
        "form": form(),
        "workbook": WORKBOOK.read_bytes(),
        "scan": made_files.PDF,
        "picture": made_files.PNG,
        "signature": made_files.PEM,
        "container": made_files.container(ASIC_E),
        "treaties": (ROOT / "tests" / "data" / "treaties.csv").read_bytes()[:40_000],
        "calendar": b'edition = "1"\n[[moved]]\non = 2024-05-06\nworks = 2024-05-04\n',
        "ruleset": ruleset.load().content.encode(),
        "template": (_TEMPLATES / "plan.docx").read_bytes(),
        "letter": (_TEMPLATES / "letters" / "return_letter.kk.docx").read_bytes(),
    }


def uploads(record: Record) -> dict[str, Upload]:
    """Return where files are sent."""
    owner, planner = (Office.BODY_OFFICER, OWNER), (Office.PLANNER, "")
    registrar = (Office.REGISTRAR, "")
    papers = {"document": "1", "body": OWNER, "received_at": "2024-09-20T10:00"}
    acts = f"/en/{YEAR}/acts"
    at = {
        "draft-files": (owner, "scans", {}),
        "write": (owner, "form", {}),
        "verify": (planner, "file", {"day": "2024-11-14"}),
        "plan-original": (planner, "files", {}),
        "bring-in": (planner, "scans", {}),
        "outbox-paper": (registrar, "scans", {"step": "send"}),
    }
    return {
        **{
            name: Upload(who, address(name, record), field, sent)
            for name, (who, field, sent) in at.items()
        },
        "a calendar": Upload(
            (Office.ADMINISTRATOR, ""),
            f"{acts}/reference.set_calendar/",
            "content_file",
            {"document": "1"},
        ),
        "an act": Upload(registrar, f"{acts}/intake.report_none/", "scans", papers),
    }


def readers(folder: Path) -> Iterator[tuple[str, Take]]:
    """Yield the functions that read files which the command line is given."""
    path = folder / "given"

    def by_path(read_it: Callable[[Path], object], ending: str) -> Take:
        def take(data: bytes) -> object:
            given = path.with_suffix(ending)
            given.write_bytes(data)
            return read_it(given)

        return take

    yield "workbook", by_path(read, ".xlsx")
    yield "treaties", by_path(read_treaties, ".csv")
    yield "workbook", by_path(read_treaties, ".xlsx")
    yield "letter", by_path(partial(check_template, paper_type=ReturnLetter), ".docx")
    yield "journal", by_path(lambda given: list(replay.exported(given)), ".jsonl")
    yield "journal", by_path(lambda given: list(replay.exported(given)), ".gz")
    yield "points", by_path(lambda given: list(checkpoints.read(given)), ".jsonl")
    yield "backup", by_path(_backup, ".tar")
    yield "ruleset", ruleset.read
    yield "calendar", _calendar
    yield "template", lambda data: load_template(data, "kk-KZ")
    yield "form", read_concept_form
    yield "evidence", lambda data: check(data, "x", evidence_page)
    headings = ruleset.load().headings
    for annex in ("annex", "annexes", "annex_xlsx", "docx", "xlsx"):
        yield annex, lambda data: read_annex_tables(data, "x", headings)
    yield "annex", lambda data: read_review([(data, "x")], ruleset.load(), ())


def _calendar(data: bytes) -> object:
    return kazakhstan(2024, 2025, [read_calendar(data.decode(errors="replace"), "x")])


def _backup(path: Path) -> object:
    try:
        with tarfile.open(path) as file:
            archive = Archive(file)
            said = read_manifest(archive, path.name)
            check_parts(archive, said, path.name)
    except (tarfile.TarError, EOFError):
        return None
    return said
