"""The same act on many concepts at once: one verdict each, each told on its own."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID, uuid5

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jospar.queries.offered import offered
from jospar.queries.subjects import Subject, subjects_seen
from jospar.rules.core.act import Act
from jospar.rules.core.offices import Sight
from jospar.rules.registry import BY_CODE
from jospar.web.acts.attempt import Attempt
from jospar.web.acts.form import ActForm, act_form
from jospar.web.acts.many import Result, perform_many
from jospar.web.asked import id_asked
from jospar.web.pages import page
from jospar.web.stash import safe_address
from jospar.web.visitor import Seat, in_cycle

MANY = (
    "intake.return_late",
    "review.prepare_conclusion",
    "review.agree_conclusion",
    "review.conclude",
    "review.notify",
    "drafting.place",
)
"""Acts that are performed on many concepts at once."""
AT_ONCE = 200
"""How many concepts a page takes; their forms stand one below the other."""


@dataclass(frozen=True, slots=True)
class One:
    """One of the many: its concept, its form, and its entry when it was performed.

    It is ``closed`` where the act is refused whatever is written.
    """

    subject: Subject
    prefix: str
    form: ActForm
    number: int | None
    closed: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """The page as it was sent: the act, who performs it, and all that was written.

    Each act's id is made of the form's and of the key, so that sending twice is once.
    """

    act: Act[Any, Any]
    seat: Seat
    sent: QueryDict
    form_id: UUID

    def attempts(self, subjects: Sequence[Subject]) -> list[Attempt]:
        """Return the attempts, with what the record says to who may perform the act."""
        keys = [subject.key for subject in subjects]
        may = self.seat.actor.office in self.act.by
        seat = self.seat
        known = offered(self.act.code, seat.ruleset, seat.year, keys) if may else {}
        return [self._attempt(one, known.get(one.key, {})) for one in subjects]

    def _attempt(self, subject: Subject, known: Mapping[str, str]) -> Attempt:
        """Return the attempt on one concept: its own fields, then those of all."""
        prefix = f"{subject.entry}."
        same = {name: text for name, text in self._typed("same.") if text.strip()}
        own = {name: text for name, text in self._typed(prefix) if text.strip()}
        return Attempt(
            act=self.act,
            seat=self.seat,
            typed=same | own | {"key": subject.key},
            act_id=uuid5(self.form_id, subject.key),
            offered=known,
            acknowledged=self.sent.getlist(f"{prefix}acknowledged"),
            proof=self.sent.get("proof", "").strip(),
        )

    def same(self, language: str) -> ActForm:
        """Return the fields that are written once for all."""
        attempt = Attempt(
            act=self.act,
            seat=self.seat,
            typed=dict(self._typed("same.")) | {"key": ""},
            act_id=self.form_id,
            proof=self.sent.get("proof", "").strip(),
        )
        return act_form(attempt, language, faults={}, objections=())

    def one(self, subject: Subject, result: Result, language: str) -> One:
        """Return a concept's form; its fields hold what is its own, not the same."""
        prefix = f"{subject.entry}."
        form = act_form(
            result.attempt, language, faults=result.faults, objections=result.objections
        )
        own = dict(result.attempt.offered) | dict(self._typed(prefix))
        fields = tuple(
            replace(part, value=own.get(part.field.name, "")) for part in form.fields
        )
        closed = bool(result.objections) and bool(result.attempt.why_not())
        return One(subject, prefix, replace(form, fields=fields), result.number, closed)

    def _typed(self, prefix: str) -> Iterator[tuple[str, str]]:
        for name, text in self.sent.items():
            if name.startswith(prefix) and isinstance(text, str):
                yield name.removeprefix(prefix), text


@require_http_methods(["GET", "HEAD", "POST"])
@in_cycle(Sight.ALL_CONCEPTS, Sight.OWN_PAPERS)
def many(request: HttpRequest, seat: Seat, language: str, code: str) -> HttpResponse:
    """Show a form for each marked concept, or perform the act on each of them.

    What is written once above serves every concept whose own field is empty.
    """
    year, form = seat.year, _form(request, seat, code)
    subjects = subjects_seen(seat.actor, year, form.sent.getlist("key")[:AT_ONCE])
    attempts = form.attempts(subjects)
    results: Sequence[Result] = (
        perform_many(attempts)
        if request.method == "POST"
        else [Result(attempt, objections=attempt.why_not()) for attempt in attempts]
    )
    ones = [
        form.one(subject, result, language)
        for subject, result in zip(subjects, results, strict=True)
    ]
    done = sum(one.number is not None for one in ones)
    back = safe_address(form.sent.get("back", ""))
    return page(
        request,
        "act_many.html",
        language,
        status=422 if request.method == "POST" and done < len(ones) else 200,
        year=year,
        act=form.act,
        text_key=code.replace(".", "_"),
        provision=seat.ruleset.provisions[form.act.provision],
        ones=ones,
        left=[one for one in ones if one.number is None and not one.closed],
        closed=[one for one in ones if one.number is None and one.closed],
        done_count=done,
        same=form.same(language),
        form_id=form.form_id,
        back=back or reverse("concepts", kwargs={"language": language, "year": year}),
    )


def _form(request: HttpRequest, seat: Seat, code: str) -> _Form:
    act = BY_CODE.get(code)
    if act is None or code not in MANY:
        raise Http404
    sent = request.POST if request.method == "POST" else request.GET
    form_id = id_asked(sent.get("act_id", ""))
    return _Form(act, seat, sent, form_id)
