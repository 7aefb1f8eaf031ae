"""How the installation stands, for the administrator."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.notices.queue import mail_queue
from jospar.procedure.clock import Clock
from jospar.queries.installation import installation
from jospar.queries.repairs import last_repairs
from jospar.queries.sentences import fill
from jospar.records.models import Work
from jospar.rules.core.offices import Sight
from jospar.web.pages import page
from jospar.web.visitor import needs
from jospar.web.watching.state import Sign, state


class Finding(Protocol):
    """What a check finds wrong: how bad, three sentences, and what fills them."""

    @property
    def severity(self) -> str:
        """Return the value of a sign."""

    @property
    def sentences(self) -> tuple[str, str, str]:
        """Return in English what is wrong, why it matters, and what would help."""

    @property
    def values(self) -> Mapping[str, object]:
        """Return what fills them."""


def installation_page(
    findings: Callable[[], Iterable[Finding]],
) -> Callable[..., HttpResponse]:
    """Return the page; ``?check`` asks all of ``findings``, which takes seconds."""

    @require_safe
    @needs(Sight.INSTALLATION)
    def show(request: HttpRequest, language: str) -> HttpResponse:
        found, mails = installation(), mail_queue()
        checked = None
        if "check" in request.GET:
            checked = [
                (
                    Sign(one.severity),
                    *(fill(text, one.values, language) for text in one.sentences),
                )
                for one in findings()
            ]
        return page(
            request,
            "installation.html",
            language,
            found=found,
            mails=mails,
            repairs=last_repairs(),
            work=Work,
            state=state(found, mails, Clock().now()),
            checked=checked,
        )

    return show
