"""The few words that documents add to what the forms and letters themselves say."""

from jospar.rules.core.forms import FormRow, PlanEdition
from jospar.rules.core.nouns import PlanStage, Text

STAGES = {
    PlanStage.DRAFT: Text("жоба", "проект"),
    PlanStage.BEFORE_COMMISSION: Text(
        "Комиссияның қарауында", "на рассмотрении Комиссии"
    ),
    PlanStage.APPROVED: Text("Комиссия мақұлдаған", "одобрен Комиссией"),
    PlanStage.BEFORE_PRESIDENT: Text(
        "Қазақстан Республикасы Президентінің қарауында",
        "на рассмотрении Президента Республики Казахстан",
    ),
    PlanStage.AGREED: Text("келісілген", "согласован"),
}
"""Where a plan stands, as a document says it."""

REVISION = Text("{number}-редакция", "Редакция № {number}")
AMENDED = Text("Өзгерістердің негізі: {ground}", "Основание изменений: {ground}")
FINGERPRINT = Text("Бақылау сомасы: {digits}", "Контрольная сумма: {digits}")
PAGES = Text("{page}-бет, барлығы {pages}", "Страница {page} из {pages}")
SHEET = Text("Қазақша", "Русский")

LOCALES = Text("kk-KZ", "ru-RU")
"""The languages as office programs name them, so that spelling works."""


REHEARSAL = Text(
    "ЖАТТЫҒУ ҚҰЖАТЫ: ЗАҢДЫҚ КҮШІ ЖОҚ",
    "УЧЕБНЫЙ ДОКУМЕНТ: ЮРИДИЧЕСКОЙ СИЛЫ НЕ ИМЕЕТ",
)
"""What every page of every document of a rehearsal bears."""


OFFICIAL_USE = Text("Қызмет бабында пайдалану үшін", "Для служебного пользования")
"""What every page of a document bears that tells of a concept with that mark."""
OFFICIAL_ROW = Text("ҚБПҮ", "ДСП")
"""The same in short, under the number of a row."""


def fingerprint_line(fingerprint: str, language: str) -> str:
    """Return the fingerprint as pages carry it."""
    return FINGERPRINT[language].format(digits=grouped(fingerprint))


def grouped(digits: str) -> str:
    """Return digits of a fingerprint in groups, which a person can read and type."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def edition_mark(edition: PlanEdition, language: str) -> str:
    """Return what each page of the plan bears at its top, or "" for nothing."""
    marks = page_mark(
        language, official_use=bool(edition.marked), rehearsal=edition.rehearsal
    )
    return " · ".join(filter(None, (marks, stage_mark(edition.stage, language))))


def page_mark(language: str, *, official_use: bool, rehearsal: bool) -> str:
    """Return what each page of any document bears at its top, or "" for nothing."""
    marks = {OFFICIAL_USE[language]: official_use, REHEARSAL[language]: rehearsal}
    return " · ".join(mark for mark, stands in marks.items() if stands)


def row_mark(edition: PlanEdition, row: FormRow, language: str) -> str:
    """Return what a row bears beside its number, or "" for nothing."""
    return OFFICIAL_ROW[language] if row.concept in edition.marked else ""


def stage_mark(stage: PlanStage, language: str) -> str:
    """Return the stage in capitals, as a page carries it, or "" once it is agreed."""
    return "" if stage is PlanStage.AGREED else STAGES[stage][language].upper()


def amended_line(edition: PlanEdition, language: str) -> str:
    """Return on what ground the revision amended the plan, or "" for any other."""
    ground = edition.amended[language]
    return AMENDED[language].format(ground=ground) if ground else ""
