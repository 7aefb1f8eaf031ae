"""Whether data and files stand where they are safe, and all machines find them."""

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from django.conf import settings
from django.db import connection

from jospar.records.kept import kept_files
from jospar.records.kept.faults import StoreError
from jospar.rules.core.sentences import _

from .finding import Finding, advice, wrong

OVER_NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs"}
    | {"fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone"}
)
"""What Linux calls disks of other machines."""
_MOUNTS = Path("/proc/self/mounts")
_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_OTHERS = 0o077
_NO_FILES = _("No act that comes with a file can be performed until then.")


def network_disk() -> Iterator[Finding]:
    """Find SQLite on a disk of another machine, where locks do not hold."""
    if connection.vendor != "sqlite":
        return
    path = Path(str(connection.settings_dict["NAME"])).absolute()
    if (kind := kind_of_disk(path, _MOUNTS.read_text())) in OVER_NETWORK:
        yield wrong(
            _("The SQLite file {path} stands on a disk of the network ({kind})."),
            _("Locks do not hold there: two writers at once destroy it."),
            _("Put JOSPAR_DATA on a disk of this machine, or use PostgreSQL."),
            path=path,
            kind=kind,
        )


def kind_of_disk(path: Path, mounts: str) -> str:
    """Return the kind of the disk that ``path`` is on, by a list of what is mounted."""
    found = (line.split(" ")[1:3] for line in mounts.splitlines())
    places = {Path(place.replace("\\040", " ")): kind for place, kind in found}
    return next((places[one] for one in (path, *path.parents) if one in places), "")


def files_place() -> Iterator[Finding]:
    """Find a place of files that others may look into, or that does not answer."""
    named: Path | str = settings.FILES
    if isinstance(named, Path):
        yield from _directory(named)
        return
    endpoint = urlsplit(parse_qs(urlsplit(named).query).get("endpoint", [""])[-1])
    if endpoint.scheme == "http" and endpoint.hostname not in _HERE:
        yield wrong(
            _("Files go to their store unencrypted."),
            _("They can be read on the way."),
            _("Write its address in JOSPAR_FILES with https."),
        )
    try:
        next(iter(kept_files().all()), None)
    except StoreError as error:
        yield wrong(
            error.message,
            _NO_FILES,
            _("Correct JOSPAR_FILES or the keys, or ask whoever runs the store."),
            **error.values,
        )


def keys_of_store() -> Iterator[Finding]:
    """Find that others may read the keys of the store of files."""
    path = Path(os.environ.get("AWS_SHARED_CREDENTIALS_FILE") or os.devnull)
    if path.is_file() and path.stat().st_mode & _OTHERS:
        yield wrong(
            _("Others may read the keys of the store of files, “{path}”."),
            _("Whoever has them can read every file, and take it away."),
            _("Run “chmod 600” on it."),
            path=path,
        )


def _directory(folder: Path) -> Iterator[Finding]:
    """Look at a directory of files that is not within JOSPAR_DATA."""
    if not folder.is_dir() or folder.is_relative_to(settings.DATA):
        return
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield wrong(
            _("The directory {path} cannot be written to."),
            _NO_FILES,
            _("Give it to the user that Jospar runs as."),
            path=folder,
        )
    if folder.stat().st_mode & _OTHERS:
        yield advice(
            _("Others on the machine may look into {path} (mode {mode})."),
            _("What stands there is not for everybody on the machine."),
            _("Run “chmod 700” on it."),
            path=folder,
            mode=f"{folder.stat().st_mode & 0o777:o}",
        )
