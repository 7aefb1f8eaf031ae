"""Where mail goes, as the environment says it."""

import pytest

from jospar.config.mail import MailServer, mail_server

SMTP = "django.core.mail.backends.smtp.EmailBackend"


def test_the_mailbox_on_disk_is_the_default() -> None:
    """A closed network may have no mail at all."""
    assert mail_server("") == MailServer("jospar.notices.mailbox.MailboxBackend")


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("smtp://mail", MailServer(SMTP, "mail", 25)),
        ("smtp://mail:2525", MailServer(SMTP, "mail", 2525)),
        (
            "smtp+tls://jospar:p%40ss@mail",
            MailServer(SMTP, "mail", 587, "jospar", "p@ss", tls=True),
        ),
        ("smtps://mail", MailServer(SMTP, "mail", 465, ssl=True)),
    ],
)
def test_a_server(address: str, server: MailServer) -> None:
    """Its name, port and password stand in one address."""
    assert mail_server(address) == server


@pytest.mark.parametrize("address", ["mail.gov.kz", "http://mail", "smtp://"])
def test_what_is_no_server(address: str) -> None:
    """It is refused with the forms that there are."""
    with pytest.raises(ValueError, match=r"JOSPAR_MAIL is smtp://…"):
        mail_server(address)
