"""Editions of plans for tests, made of real titles."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from jospar.records.fingerprints import fingerprint
from jospar.rules.core.forms import (
    FORM_LANGUAGES,
    FormGroup,
    FormRow,
    PlanEdition,
    PlanForm,
)
from jospar.rules.core.nouns import Level, PlanKind, PlanStage, Text

KAZAKH_LETTERS = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"

_TREATIES = Path(__file__).parents[1] / "data" / "treaties.csv"
with _TREATIES.open(encoding="utf-8", newline="") as _file:
    _ALL = [Text(line["title_kk"], line["title_ru"]) for line in csv.DictReader(_file)]
TITLES = [max(_ALL, key=lambda title: len(title.kk)), *_ALL]
"""Real titles; the longest of all, 358 letters, comes first."""

_BODIES = [
    (
        "mid",
        Text(
            "Қазақстан Республикасының Сыртқы істер министрлігі",
            "Министерство иностранных дел Республики Казахстан",
        ),
    ),
    (
        "minjust",
        Text(
            "Қазақстан Республикасының Әділет министрлігі; Қазақстан Республикасының "
            "Ішкі істер министрлігі",
            "Министерство юстиции Республики Казахстан; Министерство внутренних дел "
            "Республики Казахстан",
        ),
    ),
    (
        "trade",
        Text(
            "Қазақстан Республикасының Сауда және интеграция министрлігі",
            "Министерство торговли и интеграции Республики Казахстан",
        ),
    ),
]
_TERMS = [
    Text("2025 жылғы II–III тоқсан", "II–III кварталы 2025 года"),
    Text("2025 жылғы мамыр", "май 2025 года"),
    Text("15.05.2025 – 30.06.2026", "15.05.2025 – 30.06.2026"),
]
_PROCEDURES = [
    Text(
        "2026 жылғы I жартыжылдық (ратификациялау)",
        "I полугодие 2026 года (ратификация)",
    ),
    Text("талап етілмейді", "не требуются"),
]
_NOTES = [
    Text(),
    Text("Жоба келісу сатысында", "Проект на согласовании"),
    Text("Құны – 5 млн ₸, № 12 хат", "Стоимость – 5 млн ₸, письмо № 12"),
]
_HEADINGS = {
    Level.INTERSTATE: Text(
        "Қазақстан Республикасының атынан жасасу ұсынылатын халықаралық шарттар "
        "(мемлекетаралық)",
        "Международные договоры, предлагаемые к заключению от имени Республики "
        "Казахстан (межгосударственные)",
    ),
    Level.INTERGOVERNMENTAL: Text(
        "Қазақстан Республикасы Үкіметінің атынан жасасу ұсынылатын халықаралық "
        "шарттар (үкіметаралық)",
        "Международные договоры, предлагаемые к заключению от имени Правительства "
        "Республики Казахстан (межправительственные)",
    ),
    Level.INTERAGENCY: Text(
        "Қазақстан Республикасының орталық мемлекеттік органдары атынан жасасу "
        "ұсынылатын халықаралық шарттар (ведомствоаралық)",
        "Международные договоры, предлагаемые к заключению от имени центральных "
        "государственных органов Республики Казахстан (межведомственные)",
    ),
}
_COLUMNS = {
    "kk": (
        "Р/с №",
        "Халықаралық шарт жасасуды ұсынатын орталық мемлекеттік органның атауы",
        "Жасасу ұсынылатын халықаралық шарттың атауы",
        "Халықаралық шарт жасасудың болжамды мерзімдері",
        "Халықаралық шарттың күшіне енуі үшін қажетті мемлекетішілік рәсімдерді "
        "орындаудың болжамды мерзімдері",
        "Ескертпелер",
    ),
    "ru": (
        "№ п/п",
        "Наименование центрального государственного органа, предлагающего заключить "
        "международный договор",
        "Наименование международного договора, предлагаемого к заключению",
        "Предполагаемые сроки заключения международного договора",
        "Предполагаемые сроки выполнения внутригосударственных процедур, необходимых "
        "для вступления международного договора в силу",
        "Примечания",
    ),
}
_TITLE = {
    "kk": "Қазақстан Республикасының халықаралық шарттарын жасасудың 2025 жылға "
    "арналған ағымдағы жоспары",
    "ru": "Текущий план заключения международных договоров Республики Казахстан на "
    "2025 год",
}


def make(
    rows: int = 3,
    *,
    titles: Sequence[Text] = TITLES,
    notes: Sequence[Text] = _NOTES,
    **changes: Any,
) -> PlanEdition:
    """Return an agreed current plan of ``rows`` rows in three groups.

    Titles and notes are taken in turn; ``changes`` are fields of the edition.
    """
    numbered = enumerate(islice(zip(cycle(titles), cycle(notes)), rows), start=1)
    made = [_row(number, title, note) for number, (title, note) in numbered]
    first, second = -(-rows // 3), -(-rows // 10)
    parts = (made[:first], made[first : rows - second], made[rows - second :])
    if rows < 3:
        parts = (made, [], [])
    form = PlanForm(
        kind=PlanKind.CURRENT,
        years=(2025,),
        ruleset="kz-2023",
        title=_TITLE,
        columns=_COLUMNS,
        groups=tuple(
            FormGroup(
                level=level,
                heading={lang: _HEADINGS[level][lang] for lang in FORM_LANGUAGES},
                rows=tuple(part),
            )
            for level, part in zip(Level, parts, strict=True)
        ),
    )
    edition = PlanEdition(
        form=form,
        stage=PlanStage.AGREED,
        revision=1,
        fingerprint=fingerprint(form.content()),
    )
    return replace(edition, **changes)


def cells(edition: PlanEdition, language: str) -> list[tuple[str, ...]]:
    """Return the cells of all rows in ``language``, as the JSON has them."""
    return [row.cells[language] for group in edition.form.groups for row in group.rows]


def grouped(fingerprint: str) -> str:
    """Return the fingerprint as pages print it."""
    return " ".join(fingerprint[at : at + 4] for at in range(0, 64, 4))


def _row(number: int, title: Text, note: Text) -> FormRow:
    code, body = _BODIES[number % len(_BODIES)]
    term = _TERMS[number % len(_TERMS)]
    procedure = _PROCEDURES[number % len(_PROCEDURES)]
    columns = (Text(str(number), str(number)), body, title, term, procedure, note)
    return FormRow(
        number=number,
        concept=f"C-{number:03}",
        body=code,
        cells={
            language: tuple(text[language] for text in columns)
            for language in FORM_LANGUAGES
        },
    )
