"""What stands around Jospar: its directory, the machine, the network's settings."""

import os
import shutil
import stat
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from smtplib import SMTPException
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import get_connection

from jospar.queries.installation import LEAST, LITTLE
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.offices import Office
from jospar.rules.core.sentences import _

from .finding import Finding, advice, wrong

_GROUP, _EVERYBODY = 0o070, 0o007
_SHORTEST = 32
"""Letters of a key that cannot be guessed."""
_FORGED = _("Whoever knows it can forge the forms and links that it signs.")
_SECONDS = 5
"""How long the mail server is waited for."""
_HERE = frozenset({"localhost", "127.0.0.1", "[::1]"})


def directory() -> Iterator[Finding]:
    """Find a directory that others may look into, or that we may not write to."""
    data: Path = settings.DATA
    status = data.stat()
    if not os.access(data, os.R_OK | os.W_OK | os.X_OK):
        yield wrong(
            _("The directory {path} cannot be written to."),
            _("Jospar keeps there what it needs, and cannot work without."),
            _("Give it to the user that Jospar runs as."),
            path=data,
        )
    if status.st_uid != os.geteuid():
        yield advice(
            _("The directory {path} belongs to another user than runs this."),
            _("What one of the two makes there, the other cannot change."),
            _("Run every command as the user that Jospar runs as."),
            path=data,
        )
    for bits, found in ((_EVERYBODY, wrong), (_GROUP, advice)):
        if status.st_mode & bits:
            yield found(
                _("Others on the machine may look into {path} (mode {mode})."),
                _("What stands there is not for everybody on the machine."),
                _("Run “chmod 700” on it."),
                path=data,
                mode=f"{stat.S_IMODE(status.st_mode):o}",
            )
            return


def secret_key() -> Iterator[Finding]:
    """Find a key of pages that others may read or guess."""
    if len(settings.SECRET_KEY) < _SHORTEST:
        yield wrong(
            _("The key that pages sign with is short."),
            _FORGED,
            _("Take JOSPAR_SECRET_KEY away, so that one is made; all sign in again."),
        )
    kept = settings.DATA / "secret-key"
    if kept.exists() and kept.stat().st_mode & (_GROUP | _EVERYBODY):
        yield wrong(
            _("Others may read the key that pages sign with, “{path}”."),
            _FORGED,
            _("Run “chmod 600” on it."),
            path=kept,
        )


def free_disk() -> Iterator[Finding]:
    """Find a disk that is nearly full."""
    free = shutil.disk_usage(settings.DATA).free
    for least, found in ((LEAST, wrong), (LITTLE, advice)):
        if free < least:
            yield found(
                _("The disk of JOSPAR_DATA has {free} MiB left."),
                _("On a full disk no act is performed and no backup made."),
                _("Make room, or move JOSPAR_DATA to a larger disk."),
                free=free // 2**20,
            )
            return


def time_zone() -> Iterator[Finding]:
    """Find a list of time zones from before all Kazakhstan kept one time."""
    since = datetime(2024, 3, 2, tzinfo=UTC)
    if since.astimezone(ASTANA).utcoffset() != timedelta(hours=5):
        yield wrong(
            _("The machine’s list of time zones is from before March 2024."),
            _("Days begin an hour early, and acts get the day of another."),
            _("Bring the package tzdata up to date."),
        )


def hosts() -> Iterator[Finding]:
    """Find names that pages are served under wrongly, or to this machine alone."""
    names = set(settings.ALLOWED_HOSTS)
    if "*" in names:
        yield wrong(
            _("JOSPAR_HOSTS lets pages be served under any name, a forged one too."),
            _("Links on them could lead people to the pages of somebody else."),
            _("Write there the names that people use, separated by commas."),
        )
    elif names <= _HERE:
        yield advice(
            _("Pages are served to this machine alone."),
            _("Nobody on the network can open them."),
            _("Write the names that people use into JOSPAR_HOSTS."),
        )
    host = urlsplit(settings.PUBLIC_URL).hostname
    if host and host not in names and "*" not in names:
        yield wrong(
            _("The links in mails lead to “{host}”, which is not served."),
            _("Whoever opens such a link is refused."),
            _("Write the same name into JOSPAR_URL and JOSPAR_HOSTS."),
            host=host,
        )


def https() -> Iterator[Finding]:
    """Find that passwords would go over the network unencrypted."""
    if settings.HTTPS:
        return
    if urlsplit(settings.PUBLIC_URL).scheme == "https":
        yield wrong(
            _("JOSPAR_URL says https, and JOSPAR_HTTPS is not 1."),
            _("Browsers may then send unencrypted who has signed in."),
            _("Set JOSPAR_HTTPS=1 behind a proxy that speaks TLS."),
        )
    elif not set(settings.ALLOWED_HOSTS) <= _HERE:
        yield advice(
            _("Pages are served without HTTPS."),
            _("Passwords and papers can be read on the way."),
            _("Put a proxy that speaks TLS in front, and set JOSPAR_HTTPS=1."),
        )


def second_factor() -> Iterator[Finding]:
    """Find that whoever guesses the administrator's password may do everything."""
    if Office.ADMINISTRATOR not in settings.SECOND_FACTOR:
        yield advice(
            _("The administrator signs in with a password alone."),
            _("Whoever learns it can give anybody any office."),
            _(
                "Set JOSPAR_SECOND_FACTOR=all, or name there the offices that need a "
                "second factor."
            ),
        )


def mail() -> Iterator[Finding]:
    """Find a mail server that cannot be talked to, or that there is none."""
    if not settings.EMAIL_HOST:
        yield advice(
            _("Mails are only written to files in {path}."),
            _("People learn what is due only when they open the pages."),
            _("Name a server in JOSPAR_MAIL, or let somebody hand the files on."),
            path=settings.MAILBOX,
        )
        return
    server = get_connection(timeout=_SECONDS)
    try:
        server.open()
    except (OSError, SMTPException) as error:
        yield wrong(
            _("The mail server {host} cannot be used: {error}."),
            _("Mails wait, and people learn late what is due."),
            _("Correct JOSPAR_MAIL, or ask whoever runs that server."),
            host=f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}",
            error=" ".join(str(error).split()).rstrip("."),
        )
    else:
        server.close()


def mail_texts() -> Iterator[Finding]:
    """Find mails without links, or from an address that nobody has."""
    if not settings.EMAIL_HOST:
        return
    if not settings.PUBLIC_URL:
        yield advice(
            _("Mails have no links to the pages."),
            _("People have to find themselves what a mail is about."),
            _("Write into JOSPAR_URL where people reach the pages."),
        )
    if settings.DEFAULT_FROM_EMAIL.endswith("@localhost"):
        yield advice(
            _("Mails come from “{address}”, which servers refuse."),
            _("They do not arrive, and people do not learn what is due."),
            _("Write an address of your own into JOSPAR_MAIL_FROM."),
            address=settings.DEFAULT_FROM_EMAIL,
        )
