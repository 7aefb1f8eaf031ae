"""What a personal link opens: one plan, and the button that acknowledges it."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from jospar.accounts.limits import note_attempt
from jospar.accounts.models import Reading
from jospar.accounts.receipt_links import AS_AGREED, Opened, opened_by
from jospar.documents.pdf_compiler import PdfError
from jospar.procedure.perform import ActRefusedError
from jospar.queries.sent_plan import sent_plan
from jospar.records.rulesets import ruleset_of
from jospar.rules.agreement.acknowledge import acknowledge
from jospar.rules.amendment.acknowledge import acknowledge as acknowledge_revision
from jospar.rules.core.act import Objection
from jospar.rules.core.ruleset import Ruleset
from jospar.web.acts.attempt import Attempt
from jospar.web.acts.form import said_of
from jospar.web.downloads import PRINTED
from jospar.web.pages import plain_page
from jospar.web.visitor import Seat, visitor_of

from .invited import GUESSED
from .limited import crowded
from .revision_files import edition_file


@require_http_methods(["GET", "HEAD", "POST"])
def received(request: HttpRequest, language: str, token: str) -> HttpResponse:
    """Show the plan that was sent, and let the recipient acknowledge it."""
    if wait := crowded(request, GUESSED, language):
        return wait
    opened, ruleset = _opened(request, token)
    objections: tuple[Objection, ...] = ()
    before = sent_plan(ruleset, opened)
    if request.method == "POST" and opened.lasts and before.acknowledged_on is None:
        objections = _acknowledge(request, opened, ruleset)
    sent = sent_plan(ruleset, opened)
    return plain_page(
        request,
        "received.html",
        language,
        status=422 if objections else 200,
        opened=opened,
        sent=sent,
        just_now=before.acknowledged_on is None and sent.acknowledged_on is not None,
        said=[said_of(found, ruleset, language) for found in objections],
        token=token,
    )


@require_safe
def plan(request: HttpRequest, token: str, form: str, ending: str) -> HttpResponse:
    """Send the very revision that the link is for, in the language ``form``."""
    if wait := crowded(request, GUESSED, form):
        return wait
    opened, ruleset = _opened(request, token)
    if not opened.lasts or ending not in PRINTED:
        raise Http404
    edition = sent_plan(ruleset, opened).edition
    try:
        response = edition_file(edition, form, ending)
    except PdfError:
        return plain_page(request, "error.html", form, status=503, error="pdf")
    Reading.objects.create(
        person=opened.actor.person,
        office=opened.actor.office.value,
        body=opened.actor.body,
        what=f"plan {opened.year} {opened.plan} {edition.revision} {form}.{ending}",
        at=visitor_of(request).clock.now(),
    )
    return response


def _opened(request: HttpRequest, token: str) -> tuple[Opened, Ruleset]:
    opened = opened_by(token, visitor_of(request).today)
    ruleset = ruleset_of(opened.year) if opened else None
    if opened is None or ruleset is None:
        note_attempt(request, GUESSED)
        raise Http404
    return opened, ruleset


def _acknowledge(
    request: HttpRequest, opened: Opened, ruleset: Ruleset
) -> tuple[Objection, ...]:
    """Perform the act in the recipient's name, and return what refused it."""
    agreed = opened.revision == AS_AGREED
    revision = {} if agreed else {"revision": str(opened.revision)}
    attempt = Attempt(
        act=acknowledge if agreed else acknowledge_revision,
        seat=Seat(visitor_of(request), opened.actor, ruleset, opened.year),
        typed={"plan": opened.plan.value, **revision},
        act_id=uuid4(),
    )
    try:
        attempt.perform(attempt.read().filing)
    except ActRefusedError as error:
        return error.objections
    return ()
