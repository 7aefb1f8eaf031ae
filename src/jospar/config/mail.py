"""Where mail goes: what ``JOSPAR_MAIL`` says of a server, or the mailbox on disk."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

_PORTS = {"smtp": 25, "smtp+tls": 587, "smtps": 465}


@dataclass(frozen=True, slots=True)
class MailServer:
    """What Django's mail settings are made of; without a host mail goes to disk.

    ``tls`` asks the server to encrypt once connected, ``ssl`` from the beginning on.
    """

    backend: str = "jospar.notices.mailbox.MailboxBackend"
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    tls: bool = False
    ssl: bool = False


def mail_server(address: str) -> MailServer:
    """Return the server of ``smtp://user:password@host:port``.

    Raises:
        ValueError: when the address is neither empty nor of that form.
    """
    if not address:
        return MailServer()
    url = urlsplit(address)
    if url.scheme not in _PORTS or not url.hostname:
        raise ValueError(
            "JOSPAR_MAIL is smtp://…, smtp+tls://… or smtps://… with a host, "
            "or is left empty for the mailbox on disk."
        )
    return MailServer(
        backend="django.core.mail.backends.smtp.EmailBackend",
        host=url.hostname,
        port=url.port or _PORTS[url.scheme],
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        tls=url.scheme == "smtp+tls",
        ssl=url.scheme == "smtps",
    )
