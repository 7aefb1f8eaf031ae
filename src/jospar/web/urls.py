"""The addresses of the pages and of the documents."""

from django.urls import include, path, register_converter

from jospar.rules.core.nouns import PlanKind

from .views import (
    act,
    act_many,
    amendments,
    answers,
    attached,
    calendar,
    carrying,
    commission,
    commission_decide,
    concept,
    concepts,
    desk,
    documents,
    guide,
    journal,
    laboratory,
    notices,
    occasions,
    outbox,
    people,
    plan,
    plan_revisions,
    president,
    readings,
    receipt,
    received,
    reference,
    rehearse,
    revision_files,
    rules,
    sheets,
    sign_in,
    start,
    treaty,
)


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


class ProvisionConverter:
    """The name of a provision: ``concepts.deadline``."""

    regex = r"[a-z_]+\.[a-z_]+"

    def to_python(self, value: str) -> str:
        """Return the name."""
        return value

    def to_url(self, value: str) -> str:
        """Return the name."""
        return value


register_converter(LanguageConverter, "language")
register_converter(FormLanguageConverter, "form")
register_converter(YearConverter, "year")
register_converter(PlanConverter, "plan")
register_converter(ProvisionConverter, "provision")

urlpatterns = [
    path("", start.best_language, name="best-language"),
    path("<language:language>/", start.latest, name="latest"),
    path("<language:language>/sign-in/", sign_in.sign_in, name="sign-in"),
    path("<language:language>/sign-out/", sign_in.sign_out, name="sign-out"),
    path("<language:language>/password/", sign_in.password, name="password"),
    path("<language:language>/office/", sign_in.office, name="office"),
    path("<language:language>/seat/", sign_in.seat, name="seat"),
    path("<language:language>/rehearse/", rehearse.rehearse, name="rehearse"),
    path("<language:language>/readings/", readings.readings, name="readings"),
    path("<language:language>/people/", people.persons, name="people"),
    path("<language:language>/people/add/", people.add, name="person-add"),
    path("<language:language>/people/<int:number>/", people.person, name="person"),
    path("<language:language>/help/<str:office>/", guide.office, name="help"),
    path("<language:language>/notices/", notices.listed, name="notices"),
    path("<language:language>/notices/read/", notices.read, name="notices-read"),
    path("<language:language>/calendar/", calendar.calendar, name="calendar"),
    path("calendar/<str:secret>.ics", calendar.feed, name="calendar-feed"),
    path("<language:language>/carrying-out/", carrying.show, name="carrying"),
    path("<language:language>/treaties/<int:entry>/", treaty.show, name="treaty"),
    path("<language:language>/<year:year>/", desk.show, name="start"),
    path("<language:language>/<year:year>/<plan:kind>/", plan.form, name="plan"),
    path(
        "<language:language>/<year:year>/<plan:kind>/revisions/",
        plan_revisions.revisions,
        name="plan-revisions",
    ),
    path(
        "<language:language>/<year:year>/occasions/",
        occasions.occasions,
        name="occasions",
    ),
    path(
        "<language:language>/<year:year>/concepts/<int:entry>/",
        concept.concept,
        name="concept",
    ),
    path("<language:language>/<year:year>/acts/<str:code>/", act.act, name="act"),
    path("<language:language>/<year:year>/write/", include("jospar.web.writing.urls")),
    path(
        "<language:language>/<year:year>/receipts/<int:entry>/",
        receipt.receipt,
        name="receipt",
    ),
    path(
        "<year:year>/receipts/<int:entry>.<form:form>.docx",
        receipt.receipt_docx,
        name="receipt-docx",
    ),
    path("<year:year>/files/<int:entry>/<str:sha256>/", attached.attached, name="file"),
    path(
        "<language:language>/<year:year>/acts/<str:code>/many/",
        act_many.many,
        name="act-many",
    ),
    path(
        "<language:language>/<year:year>/amendments/",
        amendments.listed,
        name="amendments",
    ),
    path(
        "<language:language>/<year:year>/amendments/<int:entry>/",
        amendments.dossier,
        name="dossier",
    ),
    path("<language:language>/<year:year>/answers/", answers.show, name="answers"),
    path(
        "<language:language>/<year:year>/concepts/",
        concepts.listed,
        name="concepts",
    ),
    path(
        "<language:language>/<year:year>/reference/",
        reference.reference,
        name="reference",
    ),
    path("<language:language>/<year:year>/rules/", rules.rules, name="rules"),
    path(
        "<language:language>/<year:year>/rules/report/",
        rules.report,
        name="rules-report",
    ),
    path(
        "<language:language>/<year:year>/rules/report.pdf",
        rules.report_pdf,
        name="rules-report-pdf",
    ),
    path(
        "<language:language>/<year:year>/rules/<provision:code>/",
        rules.behind,
        name="rules-behind",
    ),
    path(
        "<language:language>/<year:year>/laboratory/",
        laboratory.show,
        name="laboratory",
    ),
    path("<language:language>/<year:year>/journal/", journal.entries, name="journal"),
    path(
        "<language:language>/<year:year>/journal/<int:number>/",
        journal.entry,
        name="journal-entry",
    ),
    path("<year:year>/<plan:kind>.<form:form>.docx", documents.docx, name="docx"),
    path("<year:year>/<plan:kind>.<form:form>.pdf", documents.pdf, name="pdf"),
    path("<year:year>/<plan:kind>.xlsx", documents.xlsx, name="xlsx"),
    path("<year:year>/<plan:kind>.json", documents.json, name="json"),
    path("<year:year>/<plan:kind>.xml", documents.xml, name="xml"),
    path("<year:year>/sheets/<str:sheet>.<form:form>.docx", sheets.docx, name="sheet"),
    path(
        "<language:language>/<year:year>/commission/",
        commission.show,
        name="commission",
    ),
    path(
        "<language:language>/<year:year>/commission/<plan:kind>/",
        commission_decide.decision,
        name="commission-decide",
    ),
    path(
        "<language:language>/<year:year>/commission/decisions/<int:decision>/",
        commission.extracts,
        name="commission-extracts",
    ),
    path(
        "<year:year>/decisions/<int:decision>/<str:body>.<form:form>.docx",
        commission.extract_docx,
        name="commission-extract",
    ),
    path(
        "<year:year>/<plan:kind>/disagreements.<form:form>.docx",
        commission.table,
        name="disagreements",
    ),
    path(
        "<year:year>/<plan:kind>/revisions/<int:number>.<form:form>.<str:ending>",
        revision_files.revision,
        name="revision",
    ),
    path("<language:language>/<year:year>/outbox/", outbox.show, name="outbox"),
    path(
        "<language:language>/<year:year>/outbox/paper/",
        outbox.paper,
        name="outbox-paper",
    ),
    path(
        "<language:language>/<year:year>/outbox/link/",
        outbox.link,
        name="outbox-link",
    ),
    path("<year:year>/outbox/paper.<form:form>.docx", outbox.docx, name="outbox-docx"),
    path(
        "<language:language>/received/<str:token>/",
        received.received,
        name="received",
    ),
    path(
        "received/<str:token>/plan.<form:form>.<str:ending>",
        received.plan,
        name="received-plan",
    ),
    path(
        "<language:language>/<year:year>/president/", president.show, name="president"
    ),
    path("<year:year>/president.<form:form>.pdf", president.pdf, name="president-pdf"),
]
