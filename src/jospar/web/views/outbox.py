"""The outbox: papers are approved here, and sent when their numbers are entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.decorators.http import require_http_methods, require_safe

from jospar.accounts.receipt_links import make_link
from jospar.documents.docx_text import text_of
from jospar.documents.letters import render
from jospar.procedure.journal import is_rehearsal
from jospar.queries.acknowledgements import acknowledgements
from jospar.queries.outbox import OutboxLine, outbox, paper_file
from jospar.queries.outbox_page import by_refs, names_of, outgoing, with_text
from jospar.rules.agreement.distribute import distribute
from jospar.rules.commission.decide import decide
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import PaperKind, PlanKind
from jospar.rules.core.offices import Sight
from jospar.rules.outbox.approve import approve
from jospar.web.acts.form import Said, said_of
from jospar.web.acts.outgoing import SENDS, Told
from jospar.web.acts.scans import Scans, scans_of
from jospar.web.asked import number_asked
from jospar.web.downloads import download
from jospar.web.outbox_work import CHANGED, STEPS, Work
from jospar.web.pages import page
from jospar.web.stash import take_stash
from jospar.web.texts import Texts
from jospar.web.visitor import Seat, in_cycle, note_reading

A_PAGE = 50
"""So many papers stand on a page."""


@dataclass(frozen=True)
class _Box:
    """The papers of a cycle, and who looks at them."""

    request: HttpRequest
    language: str
    work: Work

    @cached_property
    def lines(self) -> dict[str, OutboxLine]:
        """The papers by what the page calls them; read anew after acts."""
        seat = self.work.seat
        return by_refs(outbox(seat.ruleset, seat.year, seat.visitor.today))

    def line(self, ref: str) -> OutboxLine:
        """Return one paper.

        Raises:
            Http404: where there is none of that name.
        """
        if ref not in self.lines:
            raise Http404
        return self.lines[ref]

    def said(self, told: Told) -> list[Said]:
        """Return what spoke against a paper, in the reader's words."""
        t = Texts(self.language)
        said = [
            said_of(found, self.work.seat.ruleset, self.language)
            for found in told.objections
        ]
        said += [Said("fault", t(fault), "", None, "") for fault in told.faults]
        if told.changed:
            said.append(
                Said(CHANGED, t("outbox.changed_since"), "outbox.approval", None, "")
            )
        return said

    @property
    def may(self) -> Mapping[str, bool]:
        """What the office does here."""
        office = self.work.seat.actor.office
        return {
            "approve": office in approve.by,
            "send": any(office in act.by for act in SENDS.values()),
            "link": office in distribute.by,
            "decide": office in decide.by,
        }


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle(Sight.OUTBOX)
def show(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show what waits or was sent (``?view=sent``); approve or send the marked.

    With ``?mark=all`` every paper of the page is marked to begin with.
    """
    box = _box(request, seat, language)
    told: dict[str, Told] = {}
    step = STEPS.get(request.POST.get("step", ""))
    if request.method == "POST" and step is not None:
        told = step(box.work, box.work.marked(box.lines))
        box = _box(request, seat, language)
    return _list(box, told)


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle(Sight.OUTBOX)
def paper(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Show a paper in both languages, with other words, a number and its scan."""
    box = _box(request, seat, language)
    ref = box.work.sent.get("paper") or request.GET.get("paper", "")
    line, told = box.line(ref), Told()
    step = STEPS.get(request.POST.get("step", ""))
    if request.method == "POST" and step and not box.work.scans.faults:
        told = step(box.work, box.work.marked({ref: line})).get(ref, told)
        if told.number is not None and not told.refused:
            box = _box(request, seat, language)
            return _list(box, {ref: told})
    shown = with_text(line, box.work.text(ref, line))
    note_reading(request, f"paper {seat.year} {ref}")
    return page(
        request,
        "outbox_paper.html",
        language,
        status=422 if told.refused or box.work.scans.faults else 200,
        year=seat.year,
        one=outgoing(ref, shown),
        previews=[(form, text_of(paper_file(shown, form))) for form in FORM_LANGUAGES],
        said=box.said(told),
        acknowledged=box.work.sent.getlist(f"{ref}.acknowledged"),
        names=names_of([line]),
        may=box.may,
        scans=box.work.scans,
        typed=box.work.sent,
        number=box.work.typed(ref, "number"),
        form_id=box.work.sent.get("form_id") or uuid4(),
        today=box.work.seat.visitor.today,
        retyped=shown.paper.text != line.paper.text,
    )


@require_safe
@in_cycle(Sight.OUTBOX)
def docx(request: HttpRequest, seat: Seat, form: str) -> HttpResponse:
    """Send a paper as DOCX in the language ``form``."""
    ref = request.GET.get("paper", "")
    line = _box(request, seat, form).line(ref)
    content = render(line.kind.value, line.paper, form, rehearsal=is_rehearsal())
    note_reading(request, f"paper {seat.year} {ref} {form}.docx")
    name = "-".join(line.kind.value.split("_"))
    return download(content, f"{name}-{seat.year}.{form}.docx")


@require_http_methods(["POST"])
@in_cycle(Sight.OUTBOX)
def link(request: HttpRequest, seat: Seat, language: str) -> HttpResponse:
    """Make a personal link for who was sent a plan and has no account; shown once."""
    box = _box(request, seat, language)
    if not box.may["link"]:
        raise Http404
    found = acknowledgements(seat.year).get(request.POST.get("subject", ""))
    if found is None or found.on is not None:
        raise Http404
    by, today = seat.actor.person, seat.visitor.today
    token = make_link(seat.year, found.plan, found.recipient, by, today, found.revision)
    address = reverse("received", kwargs={"language": language, "token": token})
    return _list(box, {}, link=request.build_absolute_uri(address))


def _box(request: HttpRequest, seat: Seat, language: str) -> _Box:
    may_send = any(seat.actor.office in act.by for act in SENDS.values())
    kept = take_stash(request) if request.method == "GET" else None
    sent = kept or request.POST
    scans = scans_of(request, sent, language) if may_send else Scans()
    work = Work(seat, sent, scans)
    return _Box(request, language, work)


def _list(box: _Box, told: Mapping[str, Told], link: str = "") -> HttpResponse:
    asked, work, seat = box.request.GET, box.work, box.work.seat
    sent = asked.get("view") == "sent" or bool(link)
    chosen = {
        ref: line
        for ref, line in box.lines.items()
        if (line.sent_on is not None) is sent
        and asked.get("kind", "") in {"", line.kind.value}
    }
    start = number_asked(asked.get("from", "")) or 0
    part = list(chosen.items())[start : start + A_PAGE]
    refused = {ref for ref, one in told.items() if one.refused}
    counts = [line.sent_on is not None for line in box.lines.values()]
    return page(
        box.request,
        "outbox.html",
        box.language,
        status=422 if refused else 200,
        year=seat.year,
        sent=sent,
        kind=asked.get("kind", ""),
        kinds=tuple(PaperKind),
        papers=[outgoing(ref, line) for ref, line in part],
        start=start,
        more=len(chosen) > start + A_PAGE,
        a_page=A_PAGE,
        counts=(counts.count(False), counts.count(True)),
        said={ref: box.said(one) for ref, one in told.items() if one.refused},
        finished=[ref for ref in told if ref not in refused],
        marked=refused | (set(dict(part)) if asked.get("mark") == "all" else set()),
        typed=work.sent,
        names=names_of(line for _ref, line in part),
        acknowledgements=acknowledgements(seat.year) if sent else {},
        link=link,
        may=box.may,
        plans=tuple(PlanKind),
        form_id=uuid4(),
        today=seat.visitor.today,
    )
