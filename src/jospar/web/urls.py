"""The addresses of the pages and of the documents."""

from django.urls import path, register_converter

from jospar.rules.core.nouns import PlanKind

from .views import documents, plan, start


class LanguageConverter:
    """A language that pages are read in."""

    regex = "kk|ru|en"

    def to_python(self, value: str) -> str:
        """Return the language's code."""
        return value

    def to_url(self, value: str) -> str:
        """Return the language's code."""
        return value


class FormLanguageConverter(LanguageConverter):
    """A language that the forms exist in."""

    regex = "kk|ru"


class YearConverter:
    """A year of four digits."""

    regex = "[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        """Return the year."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the year's digits."""
        return str(value)


class PlanConverter:
    """One of the two plans, as its files are called."""

    regex = "current|long-term"

    def to_python(self, value: str) -> PlanKind:
        """Return the plan."""
        return PlanKind(value.replace("-", "_"))

    def to_url(self, value: PlanKind) -> str:
        """Return how the plan's files are called."""
        return value.value.replace("_", "-")


register_converter(LanguageConverter, "language")
register_converter(FormLanguageConverter, "form")
register_converter(YearConverter, "year")
register_converter(PlanConverter, "plan")

urlpatterns = [
    path("", start.best_language, name="best-language"),
    path("<language:language>/", start.latest, name="latest"),
    path("<language:language>/<year:year>/", start.cycle, name="start"),
    path("<language:language>/<year:year>/<plan:kind>/", plan.form, name="plan"),
    path("<year:year>/<plan:kind>.<form:form>.docx", documents.docx, name="docx"),
    path("<year:year>/<plan:kind>.<form:form>.pdf", documents.pdf, name="pdf"),
    path("<year:year>/<plan:kind>.xlsx", documents.xlsx, name="xlsx"),
    path("<year:year>/<plan:kind>.json", documents.json, name="json"),
]
