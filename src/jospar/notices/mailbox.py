"""A mailbox on disk: what would be sent, one file a mail, for a network without one."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class MailboxBackend(BaseEmailBackend):
    """Writes mails to the directory ``settings.MAILBOX``, for any mail program."""

    def __init__(self, fail_silently: bool = False, **kwargs: Any) -> None:
        """Take the directory from the settings."""
        super().__init__(fail_silently=fail_silently)
        self._directory: Path = settings.MAILBOX

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write the mails, each whole or not at all."""
        self._directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            part = self._directory / f"{uuid4()}.part"
            part.write_bytes(message.message().as_bytes())
            part.rename(part.with_suffix(".eml"))
        return len(email_messages)
