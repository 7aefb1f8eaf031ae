"""Sending the mails that wait: each by one pass alone, and again where it failed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from email.charset import Charset
from email.utils import format_datetime
from smtplib import SMTPDataError, SMTPException, SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F

from jospar.procedure.clock import Clock
from jospar.procedure.journal import is_rehearsal

from .letters import Letter, due_soon, letter
from .making import unmailed
from .models import Delivery
from .staff import Addressee
from .today import Today

AGAIN = (
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=8),
)
"""How long after each attempt the next one is made; after the last there is none."""

MAILBOX = "jospar.notices.mailbox.MailboxBackend"

_OF_THIS_MAIL = (SMTPRecipientsRefused, SMTPDataError, ValueError)
"""What speaks against one mail, and not against its server."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """How many mails went out, and those that did not."""

    sent: int
    failed: tuple[Delivery, ...]


def send_mails(clock: Clock, today: Today, people: dict[str, Addressee]) -> Attempts:
    """Send what waits and whose time has come.

    A pass that is killed leaves a mail that will be tried again. Where the server
    itself fails, the other mails are left for the next pass.
    """
    sent, failed = 0, []
    rehearsal = is_rehearsal()
    # What is rehearsed never leaves the machine, whatever server the settings name.
    connection = get_connection(MAILBOX if rehearsal else None)
    waiting = Delivery.objects.filter(
        state=Delivery.State.WAITING, next_attempt_at__lte=today.moment
    ).order_by("next_attempt_at", "id")
    try:
        for mail in waiting:
            # Not the moment at which the pass began: sending may have taken long.
            if not _claim(mail, clock.now()):
                continue
            to = people.get(mail.person)
            written = _write(mail, today, to, rehearsal=rehearsal) if to else None
            if to is None or written is None:
                mail.delete()
                continue
            mail.address = to.address
            try:
                connection.open()
                _message(mail, written, today, to, connection).send()
            except (OSError, SMTPException, ValueError) as error:
                failed.append(_failed(mail, error))
                if not isinstance(error, _OF_THIS_MAIL):
                    break
            else:
                _sent(mail, today.moment)
                sent += 1
    finally:
        connection.close()
    return Attempts(sent, tuple(failed))


def _claim(mail: Delivery, moment: datetime) -> bool:
    """Take the mail for this pass: whoever counts the attempt makes it."""
    wait = AGAIN[min(mail.attempts, len(AGAIN) - 1)]
    claimed = Delivery.objects.filter(
        pk=mail.pk, state=Delivery.State.WAITING, attempts=mail.attempts
    ).update(attempts=F("attempts") + 1, next_attempt_at=moment + wait)
    if claimed:
        mail.refresh_from_db()
    return bool(claimed)


def _write(
    mail: Delivery, today: Today, to: Addressee, *, rehearsal: bool
) -> Letter | None:
    """Put into the mail what is new, and return what it says, if it says anything."""
    new = unmailed().filter(person=mail.person)
    if not mail.digest:
        new = new.filter(at_once=True)
    new.update(delivery=mail)
    notices = list(mail.notices.order_by("id"))
    due = due_soon(today, mail.person) if mail.digest else []
    if not notices and not due:
        return None
    return letter(
        notices, due, to.language, address=settings.PUBLIC_URL, rehearsal=rehearsal
    )


def _message(
    mail: Delivery,
    written: Letter,
    today: Today,
    to: Addressee,
    connection: BaseEmailBackend,
) -> EmailMessage:
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2]
    headers = {
        # The same in every attempt: a mail that came twice is one to its reader.
        "Message-ID": f"<{mail.person.encode().hex()}.{mail.key}@{host}>",
        "Date": format_datetime(today.moment),
        "Auto-Submitted": "auto-generated",
        "Content-Language": to.language,
    }
    message = EmailMessage(
        subject=written.subject,
        body=written.text,
        to=[to.address],
        headers=headers,
        connection=connection,
    )
    # As base64 every server hands it on, those that know only seven bits too.
    message.encoding = Charset("utf-8")
    return message


def _sent(mail: Delivery, moment: datetime) -> None:
    mail.state, mail.sent_at, mail.last_error = Delivery.State.SENT, moment, ""
    mail.save()


def _failed(mail: Delivery, error: Exception) -> Delivery:
    """Keep why the mail did not go; after the last attempt set its notices free.

    They are in the inbox, and the next digest takes them up.
    """
    mail.last_error = " ".join(str(error).split()) or type(error).__name__
    if mail.attempts > len(AGAIN):
        mail.state = Delivery.State.FAILED
        mail.notices.update(delivery=None)
    mail.save()
    return mail
