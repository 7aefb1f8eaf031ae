"""The mail with the link by which somebody invited sets their first password."""

from datetime import datetime
from email.charset import Charset
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from jospar.accounts.models import Person
from jospar.procedure.journal import is_rehearsal
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.terms import day_phrase

from .texts import texts_in

_SECONDS = 5
"""How long the server is waited for: somebody sits before the page."""


def mail_invitation(person: Person, link: str, until: datetime) -> bool | None:
    """Send ``link`` to ``person``; tell whether it went, None where there is no mail.

    It goes at once and is kept nowhere, other than what a pass of notices sends: the
    link opens an account. So it is not written to the mailbox on disk either.
    """
    if not settings.EMAIL_HOST or not person.email or is_rehearsal():
        return None
    t = texts_in(person.language)
    last = day_phrase(day_in_astana(until), person.language)
    message = EmailMessage(
        subject="Jospar: " + t("subject.invitation"),
        body="\n\n".join(
            (
                t("mail.invitation", name=person.name, code=person.code),
                link,
                t("mail.invitation_until", day=last),
                t("mail.automatic"),
            )
        )
        + "\n",
        to=[person.email],
        headers={
            "Auto-Submitted": "auto-generated",
            "Content-Language": person.language,
        },
        connection=get_connection(timeout=_SECONDS),
    )
    # As base64 every server hands it on, those that know only seven bits too.
    message.encoding = Charset("utf-8")
    try:
        message.send()
    except (OSError, SMTPException, ValueError):
        return False
    return True
