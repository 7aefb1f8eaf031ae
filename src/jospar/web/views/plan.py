"""A plan as its annex form."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from jospar.procedure.journal import is_rehearsal
from jospar.queries.plan_screen import plan_screen
from jospar.queries.years import cycle_years
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import Language, PlanKind
from jospar.web.pages import page
from jospar.web.texts import Texts


@require_safe
def form(
    request: HttpRequest, language: str, year: int, kind: PlanKind
) -> HttpResponse:
    """Show the plan as its form, in Kazakh or Russian (``?form=ru``)."""
    ruleset = ruleset_of(year)
    if ruleset is None:
        raise Http404
    chosen = request.GET.get("form", language)
    form_language = Language(chosen) if chosen in FORM_LANGUAGES else Language.KK
    return page(
        request,
        "plan.html",
        language,
        plan=plan_screen(ruleset, year, kind),
        form_language=form_language,
        form_languages=FORM_LANGUAGES,
        form_text=Texts(form_language),
        rehearsal=is_rehearsal(),
        years=cycle_years(),
        year=year,
    )
