"""The sheet of an amendment: what each row of a plan was, and what it became.

Its words stand here once, in both languages, for its DOCX template and for its PDF.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jospar.rules.amendment.nouns import ChangeOutcome
from jospar.rules.core.forms import FORM_LANGUAGES
from jospar.rules.core.nouns import Text
from jospar.rules.core.terms import day_phrase

from .handled import Handled
from .words import AMENDED, fingerprint_line

_NO_TEXT = Text()
_HEADING = Text(
    "ЖОСПАРҒА ЕНГІЗІЛГЕН ӨЗГЕРІСТЕР МЕН ТОЛЫҚТЫРУЛАРДЫҢ САЛЫСТЫРМАЛЫ КЕСТЕСІ",
    "СРАВНИТЕЛЬНАЯ ТАБЛИЦА ИЗМЕНЕНИЙ И ДОПОЛНЕНИЙ, ВНЕСЕННЫХ В ПЛАН",
)
_DRAFT_HEADING = Text(
    "ЖОСПАРҒА ЕНГІЗІЛЕТІН ӨЗГЕРІСТЕР МЕН ТОЛЫҚТЫРУЛАРДЫҢ САЛЫСТЫРМАЛЫ КЕСТЕСІ",
    "СРАВНИТЕЛЬНАЯ ТАБЛИЦА ИЗМЕНЕНИЙ И ДОПОЛНЕНИЙ, ВНОСИМЫХ В ПЛАН",
)
_MADE = Text(
    "{before}-редакцияның орнына {revision}-редакция, жасалған күні – {made_on}. "
    "Күшіне енген күні – {since}.",
    "Редакция № {revision}, составлена {made_on} вместо редакции № {before}. "
    "Действует с {since}.",
)
_NOT_MADE = Text(
    "Өзгерістер әлі енгізілген жоқ: {before}-редакция қолданылады.",
    "Изменения ещё не внесены: действует редакция № {before}.",
)
_COUNTS = Text(
    "Қосылған жол: {added}. Өзгертілгені: {changed}. Алып тасталғаны: {removed}.",
    "Добавлено строк: {added}. Изменено: {changed}. Исключено: {removed}.",
)
_NOTHING = Text(
    "Осы негіз бойынша жоспарда ештеңе өзгермейді.",
    "По этому основанию в плане ничего не меняется.",
)
_COLUMNS = (
    Text("№", "№"),
    Text("Жол", "Строка"),
    Text("Бұрынғы редакция", "Было"),
    Text("Жаңа редакция", "Стало"),
    Text("Негіздеме", "Обоснование"),
)
_OUTCOMES: Mapping[ChangeOutcome, Text] = {
    ChangeOutcome.ADD: Text("Қосылды", "Добавлена"),
    ChangeOutcome.CHANGE: Text("Өзгертілді", "Изменена"),
    ChangeOutcome.REMOVE: Text("Алып тасталды", "Исключена"),
}
_ROW = Text("{number}-жол", "строка № {number}")
_RENUMBERED = Text(
    "{was}-жол, енді – {number}-жол", "строка № {was}, теперь № {number}"
)
CELLS = (
    Text("Органы", "Орган"),
    Text("Атауы", "Наименование"),
    Text("Жасасу мерзімі", "Срок заключения"),
    Text("Мемлекетішілік рәсімдер", "Внутригосударственные процедуры"),
    Text("Ескертпе", "Примечание"),
)
"""What the cells of a row after its number are called here, in short."""
GROUP = Text("Тобы", "Группа")


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Words that stayed, or words that went or came."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class SheetWords:
    """A cell in the two languages of the forms, with what is changed in it."""

    kk: tuple[SheetPart, ...] = ()
    ru: tuple[SheetPart, ...] = ()

    def __getitem__(self, language: str) -> tuple[SheetPart, ...]:
        """Return the cell in ``language``, ``kk`` or ``ru``."""
        return self.kk if language == FORM_LANGUAGES[0] else self.ru


@dataclass(frozen=True, slots=True)
class SheetCell:
    """A cell of a row under what it is called."""

    heading: Text
    words: SheetWords


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """A row that was added, changed or removed, with the reason.

    ``was`` is its number before and ``number`` after, None where it had or has none.
    Of a row that changed only its title and the changed cells are there.
    """

    outcome: ChangeOutcome
    number_was: int | None = None
    number: int | None = None
    was: tuple[SheetCell, ...] = ()
    became: tuple[SheetCell, ...] = ()
    reason: Text = _NO_TEXT

    @property
    def what(self) -> Text:
        """What became of the row."""
        return _OUTCOMES[self.outcome]

    @property
    def where(self) -> Text:
        """The row's number before, and now where that is another."""
        was, number = self.number_was or self.number, self.number or self.number_was
        return _filled(_ROW if was == number else _RENUMBERED, was=was, number=number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amended:
    """The revision that a ground makes of a plan, and the one ``before`` it.

    ``ground`` is as documents say it. What only waits has neither days nor
    ``fingerprint``, which is 64 hexadecimal digits.
    """

    ground: Text
    before: int
    revision: int
    fingerprint: str = ""
    made_on: date | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentSheet(Handled):
    """The rows that one ground changes in an agreed plan, under the plan's title."""

    plan: Text
    amended: Amended
    lines: tuple[SheetLine, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether the changes only wait."""
        return self.amended.made_on is None

    @property
    def heading(self) -> Text:
        """What the sheet is called."""
        return _DRAFT_HEADING if self.draft else _HEADING

    @property
    def lead(self) -> tuple[Text, ...]:
        """The ground, which revision it is, since when, and how many rows change."""
        of = self.amended
        kk, ru = (
            AMENDED[name].format(ground=of.ground[name]) for name in FORM_LANGUAGES
        )
        if of.made_on is None or of.since is None:
            made: tuple[Text, ...] = (_filled(_NOT_MADE, before=of.before),)
        else:
            days = {"made_on": of.made_on, "since": of.since}
            numbers = {"before": of.before, "revision": of.revision}
            digits = (fingerprint_line(of.fingerprint, name) for name in FORM_LANGUAGES)
            made = (_filled(_MADE, **days, **numbers), Text(*digits))
        return (Text(kk, ru), *made, self._counts if self.lines else _NOTHING)

    @property
    def columns(self) -> tuple[Text, ...]:
        """The headings of the table."""
        return _COLUMNS

    @property
    def _counts(self) -> Text:
        every = [line.outcome for line in self.lines]
        return _filled(
            _COUNTS,
            added=every.count(ChangeOutcome.ADD),
            changed=every.count(ChangeOutcome.CHANGE),
            removed=every.count(ChangeOutcome.REMOVE),
        )


def _filled(words: Text, **values: object) -> Text:
    """Return the words with the values in their places, days in words."""
    kk, ru = (
        words[language].format(
            **{
                name: day_phrase(value, language) if isinstance(value, date) else value
                for name, value in values.items()
            }
        )
        for language in FORM_LANGUAGES
    )
    return Text(kk, ru)
