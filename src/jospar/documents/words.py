"""The few words that documents add to what the forms and letters themselves say."""

from jospar.rules.core.forms import PlanEdition
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


def edition_mark(edition: PlanEdition, language: str) -> str:
    """Return what each page of the plan bears at its top, or "" for nothing."""
    stage = stage_mark(edition.stage, language)
    if not edition.rehearsal:
        return stage
    return f"{REHEARSAL[language]} · {stage}" if stage else REHEARSAL[language]


def stage_mark(stage: PlanStage, language: str) -> str:
    """Return the stage in capitals, as a page carries it, or "" once it is agreed."""
    return "" if stage is PlanStage.AGREED else STAGES[stage][language].upper()
