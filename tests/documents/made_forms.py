"""Forms of concepts for tests, as offices send them: filled in, and changed."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from jospar.documents.concept_form import concept_form
from jospar.rules.core.further import Field, fields_from
from jospar.rules.core.nouns import Text

BODY = Text(
    "Қазақстан Республикасының Энергетика министрлігі",
    "Министерство энергетики Республики Казахстан",
)
YEAR, YEARS = 2024, (2025, 2026, 2027, 2028)
DOCUMENT = "word/document.xml"

VALUES = {
    "title_kk": "Өзбекстанмен энергетика саласындағы ынтымақтастық туралы келісім",
    "title_ru": "Соглашение с Узбекистаном о сотрудничестве в области энергетики",
    "purpose_kk": "Электр энергиясын өзара беру.\nЖелілердің қатарлас жұмысы.",
    "purpose_ru": "Взаимные поставки электроэнергии.\n\nПараллельная работа сетей.",
    "note_kk": "<w:t> & «Ұ» {{ 1 }} ]]>",
    "note_ru": "№ 7 – \"'",
    "level": "intergovernmental",
    "entry": "new",
    "counterparties": "UZ\nЕуразиялық экономикалық одақ",
    "conclude_from": "2025-01-01",
    "conclude_to": "2025-06-30",
    "procedure": "ratification",
    "procedure_from": "2025-10-01",
    "procedure_to": "2026-05-15",
}
"""A form with every cell filled in."""


def _label(text: str) -> dict[str, str]:
    return dict.fromkeys(("kk", "ru", "en"), text)


FIELDS: tuple[Field, ...] = tuple(
    fields_from(
        [
            {
                "code": "budget",
                "kind": "long_text",
                "label": _label("Бюджет"),
                "help": _label("Шығын"),
                "both_languages": True,
            },
            {
                "code": "talks",
                "kind": "choice",
                "label": _label("Келіссөз"),
                "help": _label("Кезең"),
                "option": [
                    {"code": "none", "label": _label("басталған жоқ")},
                    {"code": "begun", "label": _label("басталған")},
                ],
            },
            *(
                {
                    "code": kind,
                    "kind": kind,
                    "label": _label(kind),
                    "help": _label(kind),
                }
                for kind in ("number", "day", "text")
            ),
        ]
    ).values()
)
"""A further field of every kind."""

FURTHER = {
    "further.budget_kk": "Шығын жоқ",
    "further.budget_ru": "Без затрат",
    "further.talks": "begun",
    "further.number": "12,5",
    "further.day": "2025-03-31",
    "further.text": "1-бөлім",
}


def form(values: Mapping[str, str] = VALUES, fields: tuple[Field, ...] = ()) -> bytes:
    """Return a form with ``values`` in it."""
    return concept_form([BODY], YEAR, YEARS, fields, values)


def written(**texts: str) -> bytes:
    """Return the filled form with other texts in some cells, as typed over."""
    return form(VALUES | texts)


def xml_of(data: bytes, part: str = DOCUMENT) -> str:
    """Return a part of a form."""
    with ZipFile(BytesIO(data)) as package:
        return package.read(part).decode()


def with_xml(data: bytes, xml: str | bytes, part: str = DOCUMENT) -> bytes:
    """Return a form with another text in the place of a part."""
    changed = BytesIO()
    with (
        ZipFile(BytesIO(data)) as package,
        ZipFile(changed, "w", ZIP_DEFLATED) as target,
    ):
        for name in package.namelist():
            target.writestr(name, xml if name == part else package.read(name))
    return changed.getvalue()


def replaced(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """Return a form with pieces of its text exchanged, each of which is there."""
    xml = xml_of(data)
    for old, new in pairs:
        assert old in xml, old
        xml = xml.replace(old, new)
    return with_xml(data, xml)
