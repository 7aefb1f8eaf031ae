"""The mailbox on disk."""

from email import message_from_bytes, policy
from pathlib import Path

from django.core.mail import EmailMessage
from pytest_django import Settings

from jospar.notices.mailbox import MailboxBackend


def test_a_mail_is_a_file(tmp_path: Path, settings: Settings) -> None:
    """Any mail program reads it; the directory is made, for its owner alone."""
    settings.MAILBOX = tmp_path / "mail"
    mails = [EmailMessage(f"Мерзім {n}", "Ұлт үні", to=["a@b.kz"]) for n in (1, 2)]
    assert MailboxBackend().send_messages(mails) == 2
    files = list(settings.MAILBOX.iterdir())
    assert [file.suffix for file in files] == [".eml", ".eml"]
    read = [
        message_from_bytes(file.read_bytes(), policy=policy.default) for file in files
    ]
    assert sorted(str(mail["subject"]) for mail in read) == ["Мерзім 1", "Мерзім 2"]
    assert settings.MAILBOX.stat().st_mode & 0o777 == 0o700
