"""Proof that every file that the journal refers to is kept, and holds what it held."""

from django.db.models import Min

from jospar.records.file_types import FileError
from jospar.records.files import open_kept
from jospar.records.kept.faults import StoreError
from jospar.records.models import AttachedFile


def check_files() -> tuple[int, list[FileError]]:
    """Return how many different files acts came with, and what is wrong with which.

    The records say what the journal says; see ``replay.check_records``.

    Raises:
        StoreError: when the store of files gives none.
    """
    files = AttachedFile.objects.values("sha256").annotate(name=Min("name"))
    faults = []
    for file in files.order_by("sha256"):
        try:
            open_kept(file["sha256"], file["name"])
        except StoreError:
            raise
        except FileError as error:
            faults.append(error)
    return len(files), faults
