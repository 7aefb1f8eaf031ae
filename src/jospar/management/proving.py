"""Proving the journal, the records and the kept files, and saying what holds."""

from pathlib import Path

from django.utils.translation import gettext

from jospar.procedure import checkpoints, journal, reached, replay
from jospar.procedure.kept_files import check_files
from jospar.queries.sentences import fill
from jospar.records.models import Work

from .cli import DONE, SOME_REFUSED
from .told import tell


def prove(language: str, signed: Path | None = None, key: Path | None = None) -> int:
    """Say how far everything holds, or what does not; return the exit status.

    Args:
        language: of what is said.
        signed: a file of checkpoints that the journal is to pass through.
        key: the file of the public key that they were signed for.
    """
    try:
        number, digest = journal.verify(journal.entries())
        reached.verified_before()
        if signed and key:
            passed = checkpoints.check(signed, checkpoints.public_key(key))
        reached.note(Work.VERIFIED, number, digest)
        replay.check_records()
        reached.note(Work.COMPARED, number, digest)
    except journal.JournalError as error:
        tell(fill(error.message, error.values, language))
        return SOME_REFUSED
    _say(gettext("The journal holds up to entry {number}.").format(number=number))
    _say(digest)
    if signed and key:
        _say(
            gettext("Signed checkpoints that it passes through: {count}").format(
                count=passed
            )
        )
    return _prove_files(language)


def prove_since(language: str) -> int:
    """Say how far the chain holds, verified from where the last time ended."""
    try:
        before, digest = reached.verified_before()
        number, digest = journal.verify(journal.entries(before), before, digest)
    except journal.JournalError as error:
        tell(fill(error.message, error.values, language))
        return SOME_REFUSED
    reached.note(Work.VERIFIED, number, digest)
    _say(
        gettext(
            "The journal holds from entry {before} up to entry {number}; what was "
            "verified before, the records and the files were not looked at."
        ).format(before=before, number=number)
    )
    _say(digest)
    return DONE


def _prove_files(language: str) -> int:
    count, faults = check_files()
    for fault in faults:
        tell(fill(fault.message, fault.values, language))
    if count and not faults:
        _say(
            gettext("Files that came with acts, all whole: {count}").format(count=count)
        )
    return SOME_REFUSED if faults else DONE


def _say(text: str) -> None:
    print(text)  # noqa: T201 - the command line speaks
