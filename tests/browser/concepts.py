"""Six concepts as bodies write them, each with a way of its own to the plans.

The rows are those of the workbook. What a body sends from its desk comes at the last
second of the rehearsed day.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

Row = Mapping[str, Any]


def came(day: date) -> str:
    """Return the moment at which a rehearsal receives what is sent on ``day``."""
    return f"{day}T23:59:59+05:00"


INTERSTATE: Row = {
    "id": "minjust-1",
    "body": "minjust",
    "title_kk": (
        "Қазақстан Республикасы мен Румыния арасындағы сотталған адамдарды беру "
        "туралы шарт"
    ),
    "title_ru": (
        "Договор между Республикой Казахстан и Румынией о передаче осужденных лиц"
    ),
    "purpose_kk": "Сотталған адамдарды отанына беру тәртібін белгілеу.",
    "purpose_ru": "Установление порядка передачи осужденных лиц на родину.",
    "note_kk": "Жоба келісу сатысында",
    "note_ru": "Проект находится на стадии согласования",
    "level": "interstate",
    "entry": "new",
    "counterparties": "RO",
    "conclude_from": date(2025, 4, 1),
    "conclude_to": date(2025, 9, 30),
    "procedure": "ratification",
    "procedure_from": date(2025, 10, 1),
    "procedure_to": date(2025, 12, 31),
    "received_at": came(date(2024, 9, 10)),
    "document": "11-2/266",
}
INTERGOVERNMENTAL: Row = {
    "id": "mvd-1",
    "body": "mvd",
    "title_kk": (
        "Қазақстан Республикасының Үкіметі мен Чех Республикасының Үкіметі "
        "арасындағы Заңсыз келген адамдардың реадмиссиясы туралы келісім"
    ),
    "title_ru": (
        "Соглашение между Правительством Республики Казахстан и Правительством "
        "Чешской Республики о реадмиссии лиц с незаконным пребыванием"
    ),
    "purpose_kk": "Көші-қон саласындағы ынтымақтастықтың құқықтық негізін құру.",
    "purpose_ru": "Создание правовой основы сотрудничества в сфере миграции.",
    "level": "intergovernmental",
    "entry": "new",
    "counterparties": "CZ",
    "conclude_from": date(2025, 10, 1),
    "conclude_to": date(2025, 12, 31),
    "procedure": "approval",
    "procedure_from": date(2026, 1, 1),
    "procedure_to": date(2026, 12, 31),
    "received_at": came(date(2024, 9, 10)),
    "document": "9-2/200",
}
INTERAGENCY: Row = {
    "id": "mnvo-1",
    "body": "mnvo",
    "title_kk": (
        "Қазақстан Республикасының Ғылым және жоғары білім министрлігі мен Польша "
        "Республикасының Ғылым және жоғары білім министрлігі арасындағы жоғары "
        "білім саласындағы ынтымақтастық туралы келісім"
    ),
    "title_ru": (
        "Соглашение между Министерством науки и высшего образования Республики "
        "Казахстан и Министерством науки и высшего образования Республики Польша "
        "о сотрудничестве в области высшего образования"
    ),
    "purpose_kk": "Студенттер мен оқытушылар алмасуды кеңейту.",
    "purpose_ru": "Расширение обмена студентами и преподавателями.",
    "level": "interagency",
    "entry": "new",
    "counterparties": "PL",
    "conclude_from": date(2025, 1, 1),
    "conclude_to": date(2025, 3, 31),
    "procedure": "none",
    "received_at": came(date(2024, 9, 12)),
    "document": "15-1/77",
}
STRADDLING_AND_JOINT: Row = {
    "id": "mne-1",
    "body": "mne",
    "joint": "mt",
    "title_kk": (
        "Қазақстан Республикасының Үкіметі мен Тәжікстан Республикасының Үкіметі "
        "арасындағы инвестицияларды көтермелеу және өзара қорғау туралы келісім"
    ),
    "title_ru": (
        "Соглашение между Правительством Республики Казахстан и Правительством "
        "Республики Таджикистан о поощрении и взаимной защите инвестиций"
    ),
    "purpose_kk": "Инвесторлардың құқықтарын қорғау.",
    "purpose_ru": "Защита прав инвесторов.",
    "level": "intergovernmental",
    "entry": "new",
    "counterparties": "TJ",
    "conclude_from": date(2025, 10, 1),
    "conclude_to": date(2026, 3, 31),
    "procedure": "approval",
    "procedure_from": date(2026, 4, 1),
    "procedure_to": date(2026, 12, 31),
    "received_at": came(date(2024, 9, 12)),
    "document": "3-2/303",
}
LONG_TERM: Row = {
    "id": "mt-1",
    "body": "mt",
    "title_kk": (
        "Қазақстан Республикасының Үкіметі мен Қырғыз Республикасының Үкіметі "
        "арасындағы халықаралық автомобиль қатынасы туралы келісім"
    ),
    "title_ru": (
        "Соглашение между Правительством Республики Казахстан и Правительством "
        "Кыргызской Республики о международном автомобильном сообщении"
    ),
    "purpose_kk": "Тасымалдаушыларға рұқсат беру тәртібін оңайлату.",
    "purpose_ru": "Упрощение порядка выдачи разрешений перевозчикам.",
    "level": "intergovernmental",
    "entry": "new",
    "counterparties": "KG",
    "conclude_from": date(2027, 1, 1),
    "conclude_to": date(2027, 12, 31),
    "procedure": "approval",
    "procedure_from": date(2028, 1, 1),
    "procedure_to": date(2028, 6, 30),
    "received_at": came(date(2024, 9, 12)),
    "document": "14-2/139",
}
LATE: Row = {
    "id": "mki-1",
    "body": "mki",
    "title_kk": (
        "Қазақстан Республикасының Үкіметі мен Моңғолияның Үкіметі арасындағы "
        "мәдениет саласындағы ынтымақтастық туралы келісім"
    ),
    "title_ru": (
        "Соглашение между Правительством Республики Казахстан и Правительством "
        "Монголии о сотрудничестве в области культуры"
    ),
    "purpose_kk": "Мәдени алмасуды дамыту.",
    "purpose_ru": "Развитие культурного обмена.",
    "level": "intergovernmental",
    "entry": "new",
    "counterparties": "MN",
    "conclude_from": date(2025, 7, 1),
    "conclude_to": date(2025, 9, 30),
    "procedure": "none",
    "received_at": came(date(2024, 9, 27)),
    "document": "8-1/51",
}
