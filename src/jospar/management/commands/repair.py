"""``jospar repair``: a kept file is put back, or what was done by hand is recorded."""

import argparse
from hashlib import sha256
from pathlib import Path

from django.utils.translation import gettext

from jospar.management.cli import DONE
from jospar.management.repairing import (
    add_reason,
    check_reason,
    record,
    record_done,
)
from jospar.management.schema import ensure_schema
from jospar.records.file_types import FileError
from jospar.records.files import open_kept
from jospar.records.kept import kept_files
from jospar.records.models import AttachedFile
from jospar.rules.core.sentences import ToldError, _
from jospar.rules.reference.facts import Repair, RepairKind

PURPOSE = _(
    "Put back a file that came with an act, or record what was put right by hand."
)
EXAMPLES = """  jospar repair --file /mnt/copy/scan.pdf --reason "disk failed, No. 12"
  jospar repair --reason "checkpoints.jsonl copied back, No. 13\""""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--file",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("a whole copy of a kept file that is missing or damaged"),
    )
    add_reason(parser)


def run(options: argparse.Namespace) -> int:
    """Repair, and record it; say which entry it is."""
    reason = check_reason(options)
    ensure_schema()
    if options.file is None:
        record(Repair(RepairKind.BY_HAND, reason))
        return DONE
    put_back = _put_back(options.file)
    record_done(Repair(RepairKind.FILE_PUT_BACK, reason, file=put_back))
    return DONE


def _put_back(path: Path) -> str:
    """Keep the file's content again, and return its SHA-256.

    Raises:
        ToldError: when no act came with such a file, or it is kept and whole.
        OSError: when the file cannot be read.
    """
    content = path.read_bytes()
    digest = sha256(content).hexdigest()
    if not AttachedFile.objects.filter(sha256=digest).exists():
        raise ToldError(
            _("No act came with the file “{file}”; look for another copy."),
            file=path.name,
        )
    if _is_whole(digest):
        raise ToldError(
            _("“{file}” is kept and whole; nothing is left to do."), file=path.name
        )
    kept_files().put(digest, content)
    return digest


def _is_whole(digest: str) -> bool:
    try:
        open_kept(digest)
    except FileError:
        return False
    return True
