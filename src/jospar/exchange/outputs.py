"""Everything that a planning year gives, as files in a directory."""

import errno
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from jospar.documents.amendment_sheet import AmendmentSheet
from jospar.documents.amendment_sheet_pdf import amendment_sheet_pdf
from jospar.documents.letters import render
from jospar.documents.papers import Paper
from jospar.documents.pdf_compiler import PdfCompiler, PdfError
from jospar.documents.plan_docx import plan_docx
from jospar.documents.plan_json import plan_json
from jospar.documents.plan_pdf import plan_pdf
from jospar.documents.plan_xlsx import plan_xlsx
from jospar.documents.plan_xml import plan_xml
from jospar.procedure.journal import is_rehearsal
from jospar.procedure.replay import export
from jospar.queries.amendment_sheets import made_sheet
from jospar.queries.form_titles import empty_form
from jospar.queries.kept_editions import amended_editions
from jospar.queries.papers import (
    conclusion_notices,
    dispatch_letters,
    receipts,
    reminders,
    return_letters,
    revision_letters,
)
from jospar.queries.plans import drafted_plans, edition_of
from jospar.queries.sheets import completeness_sheet, consideration_sheet, sheet_day
from jospar.rules.core.forms import FORM_LANGUAGES, PlanEdition
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.sentences import ToldError, _

Progress = Callable[[int, int, str], None]
"""Told after every file how many are done, how many there are, and its name."""

_Make = Callable[[], bytes]
Further = Callable[[PdfCompiler], Iterable[tuple[str, _Make]]]
"""Gives the names of more files with what makes them."""

_LETTERS = {
    "return_letter": return_letters,
    "conclusion_notice": conclusion_notices,
    "dispatch_letter": dispatch_letters,
    "revision_letter": revision_letters,
    "reminder": reminders,
    "receipt": receipts,
}
_JOURNAL = "journal.jsonl"
_NAMES = ".written-by-jospar"
"""Keeps the names of the files that we wrote, so that only those are ever removed."""

_NAME = re.compile(r"(letters/)?[A-Za-z0-9][A-Za-z0-9.-]*")
_FULL = _("The disk is full: {path} was not written. Make room, run again.")
_TROUBLES = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EEXIST: _("{path} is a file where a directory belongs; rename it."),
    errno.ENOTDIR: _("{path} has a file where a directory belongs; rename it."),
    errno.EISDIR: _("{path} is a directory where a file belongs; rename it."),
}


class OutputError(ToldError):
    """A file cannot be written; those that were written before it are whole."""


def write_outputs(
    directory: Path,
    *,
    ruleset: Ruleset,
    year: int,
    report: Mapping[str, Any],
    languages: Collection[str] = FORM_LANGUAGES,
    progress: Progress,
    further: Further = lambda _pdf: (),
) -> list[Path]:
    """Write the plans, papers, report and journal of a cycle into ``directory``.

    The same record gives the same bytes, and each file appears when it is whole. What
    an earlier run wrote here and this one did not is removed where it would mislead:
    letters, and files of this cycle's plans. Nothing else is ever removed.

    Args:
        directory: made where it is missing.
        ruleset: that of the cycle.
        year: that of the cycle.
        report: plain JSON values, kept as ``report.json``.
        languages: ``kk``, ``ru`` or both; a workbook always has both.
        progress: told after every file.
        further: gives what is to be written besides.

    Raises:
        OutputError: naming the first file that cannot be written, and why.
    """
    _make_directories(directory)
    with PdfCompiler() as pdf:
        files = dict(_files(ruleset, year, report, languages, pdf))
        files |= dict(further(pdf))
        names = [*files, _JOURNAL]
        before = _names_of_earlier_runs(directory)
        _keep_names(directory, before.union(names))
        _write_all(directory, files, progress)
    plans = [empty_form(ruleset, year, kind).name for kind in PlanKind]
    stale = _remove_misleading(directory, before, names, plans)
    _keep_names(directory, before.union(names) - stale)
    return [directory / name for name in names]


def _make_directories(directory: Path) -> None:
    for folder in (directory, directory / "letters"):
        with _told(folder):
            folder.mkdir(parents=True, exist_ok=True)


def _files(
    ruleset: Ruleset,
    year: int,
    report: Mapping[str, Any],
    languages: Collection[str],
    pdf: PdfCompiler,
) -> Iterator[tuple[str, _Make]]:
    """Yield each file's name with what makes it."""
    for kind in drafted_plans(year):
        edition = edition_of(ruleset, year, kind)
        yield from _plan_files(edition, languages, pdf)
        for kept in amended_editions(ruleset, year, kind):
            name = f"{kept.form.name}.revision-{kept.revision}.json"
            yield name, partial(plan_json, kept)
            sheet = made_sheet(ruleset, year, kind, kept.revision)
            if sheet is not None:
                stem = f"{kept.form.name}.amendment-{kept.revision}"
                yield from _sheet_files(stem, sheet, languages, pdf)
    files_of = partial(_paper_files, languages=languages, rehearsal=is_rehearsal())
    for template, papers in _LETTERS.items():
        for stem, paper in papers(ruleset, year):
            yield from files_of(f"letters/{stem}", template, paper)
    day = sheet_day(year)
    for name, of_drafts in (
        ("consideration", consideration_sheet(ruleset, year, day)),
        ("completeness", completeness_sheet(ruleset, year, day)),
    ):
        yield from files_of(f"{name}-sheet", f"{name}_sheet", of_drafts)
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    yield "report.json", text.encode


def _plan_files(
    edition: PlanEdition, languages: Collection[str], pdf: PdfCompiler
) -> Iterator[tuple[str, _Make]]:
    name = edition.form.name
    for language in languages:
        yield f"{name}.{language}.docx", partial(plan_docx, edition, language)
    for language in languages:
        yield f"{name}.{language}.pdf", partial(plan_pdf, edition, language, pdf)
    yield f"{name}.xlsx", partial(plan_xlsx, edition)
    yield f"{name}.json", partial(plan_json, edition)
    yield f"{name}.xml", partial(plan_xml, edition)


def _sheet_files(
    stem: str, sheet: AmendmentSheet, languages: Collection[str], pdf: PdfCompiler
) -> Iterator[tuple[str, _Make]]:
    """Yield the sheet of an amendment, as DOCX and as PDF."""
    rehearsal = is_rehearsal()
    yield from _paper_files(
        stem, "amendment_sheet", sheet, languages, rehearsal=rehearsal
    )
    for language in languages:
        yield (
            f"{stem}.{language}.pdf",
            partial(amendment_sheet_pdf, sheet, language, pdf, rehearsal=rehearsal),
        )


def _paper_files(
    stem: str,
    template: str,
    paper: Paper,
    languages: Collection[str],
    *,
    rehearsal: bool,
) -> Iterator[tuple[str, _Make]]:
    for language in languages:
        yield (
            f"{stem}.{language}.docx",
            partial(render, template, paper, language, rehearsal=rehearsal),
        )


def _write_all(directory: Path, files: Mapping[str, _Make], progress: Progress) -> None:
    total = len(files) + 1
    for done, (name, make) in enumerate(files.items(), start=1):
        _write(directory / name, make)
        progress(done, total, name)
    with _told(directory / _JOURNAL):
        export(directory / _JOURNAL)
    progress(total, total, _JOURNAL)


def _write(path: Path, make: _Make) -> None:
    """Write a file beside its place and move it there when it is whole."""
    try:
        content = make()
    except (PdfError, ValueError) as error:
        raise OutputError(
            _("{path} was not made. {reason}"), path=path, reason=error
        ) from error
    with _told(path):
        _beside(path).write_bytes(content)
        _beside(path).replace(path)


def _beside(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Leave nothing half written where ``path`` cannot be written, and say why."""
    try:
        yield
    except OSError as error:
        with suppress(OSError):
            _beside(path).unlink(missing_ok=True)
        unknown = _("{path} cannot be written ({reason}); name another directory.")
        message = _TROUBLES.get(error.errno or 0, unknown)
        raise OutputError(message, path=path, reason=error.strerror) from error


def _names_of_earlier_runs(directory: Path) -> set[str]:
    """Return the names that we kept; only such as we give, whoever wrote into it."""
    with _told(directory / _NAMES), suppress(FileNotFoundError):
        lines = (directory / _NAMES).read_text("utf-8", "replace").splitlines()
        return {line for line in lines if _NAME.fullmatch(line)}
    return set()


def _keep_names(directory: Path, names: Collection[str]) -> None:
    text = "".join(f"{name}\n" for name in sorted(names))
    _write(directory / _NAMES, text.encode)


def _remove_misleading(
    directory: Path, before: set[str], names: list[str], plans: list[str]
) -> set[str]:
    """Remove letters, and files of ``plans``, that only an earlier run wrote."""
    # Where capitals and small letters are one name, the file may have been rewritten.
    written = {name.lower() for name in names}
    kinds = ("letters/", *(f"{plan}." for plan in plans))
    stale = {
        name
        for name in before
        if name.startswith(kinds) and name.lower() not in written
    }
    for name in stale:
        with _told(directory / name):
            (directory / name).unlink(missing_ok=True)
    return stale
