"""What the form of a concept asks, row by row: headings, help, and cells to fill in.

The rows beyond our minimum come from the further fields of a ruleset.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from jospar.rules.core.further import FURTHER, Field, FieldKind
from jospar.rules.core.nouns import Entry, Language, Level, Procedure, Text
from jospar.rules.core.terms import PROCEDURES

_LONGEST_BOOKMARK = 40


_NO_LABEL = Text()


class Content(Enum):
    """What is written into a cell."""

    LINE = "a text without line breaks"
    TEXT = "a text"
    LIST = "an item on each line"
    CHOICE = "one of the options"
    FIRST_DAY = "the quarter or day in which a term begins"
    LAST_DAY = "the quarter or day in which a term ends"
    DAY = "a day"
    NUMBER = "a number"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell to fill in, known by its name.

    ``language`` is that of a text, "" where both may stand. ``label`` stands beside
    the cell. ``options`` lead from a code to the words that people use for it: in
    Kazakh, in Russian, and any others.
    """

    name: str
    content: Content = Content.TEXT
    language: str = ""
    label: Text = _NO_LABEL
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def bookmark(self) -> str:
        """The bookmark that finds the cell after LibreOffice has dropped its tag."""
        return f"jospar_{self.name.replace('.', '_')}"[:_LONGEST_BOOKMARK]


@dataclass(frozen=True, slots=True)
class Question:
    """A row of the form: its heading and help, and the cells under them."""

    heading: Text
    help: Text
    cells: tuple[Cell, ...]


_LANGUAGES = (Language.KK, Language.RU)
_BEGIN, _END = Text("басы", "начало"), Text("соңы", "конец")

_LEVELS: Mapping[str, tuple[str, ...]] = {
    Level.INTERSTATE: ("мемлекетаралық", "межгосударственный"),
    Level.INTERGOVERNMENTAL: ("үкіметаралық", "межправительственный"),
    Level.INTERAGENCY: ("ведомствоаралық", "межведомственный"),
}
_ENTRIES: Mapping[str, tuple[str, ...]] = {
    Entry.NEW: ("жаңа шарт", "новый договор", "new treaty"),
    Entry.ACCESSION: (
        "қолданыстағы шартқа қосылу",
        "присоединение к действующему договору",
        "қосылу",
    ),
}
_PROCEDURES: Mapping[str, tuple[str, ...]] = {
    **{
        procedure: tuple(PROCEDURES[language][procedure] for language in _LANGUAGES)
        for procedure in Procedure
    },
    Procedure.NONE: ("талап етілмейді", "не требуется", "not required", "жоқ", "нет"),
}


def _in_both(name: str, content: Content = Content.TEXT) -> tuple[Cell, ...]:
    return tuple(Cell(f"{name}_{code}", content, code) for code in _LANGUAGES)


def _term(name: str) -> tuple[Cell, ...]:
    return (
        Cell(f"{name}_from", Content.FIRST_DAY, label=_BEGIN),
        Cell(f"{name}_to", Content.LAST_DAY, label=_END),
    )


def _choice(name: str, options: Mapping[str, tuple[str, ...]]) -> tuple[Cell, ...]:
    return (Cell(name, Content.CHOICE, options=options),)


QUESTIONS = (
    Question(
        Text(
            "Жасасу ұсынылатын халықаралық шарттың атауы",
            "Наименование международного договора, предлагаемого к заключению",
        ),
        Text(
            "Толық атауы: құжаттың түрі мен тараптары.",
            "Полностью: вид документа и стороны.",
        ),
        _in_both("title", Content.LINE),
    ),
    Question(
        Text("Шарттың мақсаты", "Цель договора"),
        Text(
            "Шарт не үшін қажет: бір-екі сөйлем.",
            "Зачем нужен договор: одна-две фразы.",
        ),
        _in_both("purpose"),
    ),
    Question(
        Text("Шарттың деңгейі", "Уровень договора"),
        Text(
            "Кімнің атынан жасалады: Республиканың, Үкіметтің немесе органның.",
            "От чьего имени заключается: Республики, Правительства или органа.",
        ),
        _choice("level", _LEVELS),
    ),
    Question(
        Text("Шарттың жасалу тәсілі", "Способ заключения"),
        Text(
            "Жаңа шарт па, әлде қолданыстағы шартқа қосылу ма.",
            "Новый договор или присоединение к действующему.",
        ),
        _choice("entry", _ENTRIES),
    ),
    Question(
        Text("Шарттың басқа тараптары", "Другие стороны договора"),
        Text(
            "Әр жолға бір мемлекет немесе ұйым.",
            "По одному государству или организации в строке.",
        ),
        (Cell("counterparties", Content.LIST),),
    ),
    Question(
        Text(
            "Шартты жасасудың болжамды мерзімі",
            "Предполагаемый срок заключения договора",
        ),
        Text(
            "Бірінші және соңғы тоқсан; дәл күнді де жазуға болады.",
            "Первый и последний кварталы; можно указать и точный день.",
        ),
        _term("conclude"),
    ),
    Question(
        Text(
            "Шарттың күшіне енуі үшін қажетті мемлекетішілік рәсім",
            "Внутригосударственная процедура, необходимая для вступления договора в "
            "силу",
        ),
        Text(
            "Қажет болмаса, «талап етілмейді» дегенді таңдаңыз.",
            "Если процедура не нужна, выберите «не требуется».",
        ),
        _choice("procedure", _PROCEDURES),
    ),
    Question(
        Text(
            "Рәсімді орындаудың болжамды мерзімі",
            "Предполагаемый срок выполнения процедуры",
        ),
        Text(
            "Рәсім талап етілмесе, бос қалдырыңыз.",
            "Если процедура не требуется, оставьте пустым.",
        ),
        _term("procedure"),
    ),
    Question(
        Text("Ескертпе", "Примечание"),
        Text(
            "Міндетті емес; жазылса, екі тілде жазылады.",
            "Необязательно; если есть, то на двух языках.",
        ),
        _in_both("note"),
    ),
)
"""The rows of every form, in their order."""

_KINDS = {
    FieldKind.TEXT: Content.LINE,
    FieldKind.LONG_TEXT: Content.TEXT,
    FieldKind.NUMBER: Content.NUMBER,
    FieldKind.DAY: Content.DAY,
    FieldKind.CHOICE: Content.CHOICE,
}


def questions_of(fields: Iterable[Field]) -> tuple[Question, ...]:
    """Return the rows of a form with the further fields of a ruleset."""
    return (*QUESTIONS, *map(_question, fields))


def _question(field: Field) -> Question:
    content = _KINDS[field.kind]
    options = {
        code: tuple(label[language] for language in Language)
        for code, label in field.options.items()
    }
    if field.both_languages:
        cells = _in_both(f"{FURTHER}{field.code}", content)
    else:
        cells = (Cell(f"{FURTHER}{field.code}", content, options=options),)
    heading, explanation = (
        Text(texts[Language.KK], texts[Language.RU])
        for texts in (field.label, field.help)
    )
    return Question(heading, explanation, cells)
