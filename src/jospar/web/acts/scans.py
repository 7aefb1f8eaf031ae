"""Scans of signed papers: kept when they come, held by the form until it is done."""

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, QueryDict

from jospar.accounts.security_log import Event, security
from jospar.queries.sentences import fill
from jospar.records.file_types import FileError
from jospar.records.files import keep
from jospar.rules.core.files import FileRef

_SALT = "jospar.scan"
_MIB = 2**20


@dataclass(frozen=True, slots=True)
class Scans:
    """The files of a form, and what was not taken, in the reader's words."""

    files: tuple[FileRef, ...] = ()
    faults: tuple[str, ...] = ()

    @property
    def held(self) -> list[tuple[str, str]]:
        """What the form sends again in place of each file, signed, and its name."""
        return [
            (
                signing.dumps(
                    [file.sha256, file.name, file.type, file.size], salt=_SALT
                ),
                file.name,
            )
            for file in self.files
        ]

    @property
    def limit(self) -> int:
        """How large a file may be, in MiB."""
        return int(settings.FILE_LIMIT) // _MIB


def scans_of(request: HttpRequest, sent: QueryDict, language: str) -> Scans:
    """Keep the files that came, and return them after those that the form held.

    A form cannot hold what it was not given: what is not signed is left out.
    """
    files: dict[str, FileRef] = {}
    faults = []
    for value in sent.getlist("kept"):
        try:
            sha256, name, media_type, size = signing.loads(value, salt=_SALT)
        except signing.BadSignature:
            continue
        files[sha256] = FileRef(sha256, name, media_type, size)
    for upload in request.FILES.getlist("scans"):
        try:
            file = keep(upload.read(settings.FILE_LIMIT + 1), upload.name or "")
        except FileError as error:
            security(Event.UPLOAD_REFUSED)
            faults.append(fill(error.message, error.values, language))
        else:
            files[file.sha256] = file
    return Scans(tuple(files.values()), tuple(faults))
