"""A row of each sheet on what follows the agreement: one story, lawful as it comes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

REASON = {"reason_kk": "Келіссөздер аяқталды", "reason_ru": "Переговоры завершены"}
ADDED_KK = (
    "Қазақстан Республикасының Үкіметі мен Монғолия Үкіметі арасындағы ауыл "
    "шаруашылығы саласындағы ынтымақтастық туралы келісім"
)
ADDED_RU = (
    "Соглашение между Правительством Республики Казахстан и Правительством Монголии "
    "о сотрудничестве в области сельского хозяйства"
)
RENAMED_KK = (
    "Қазақстан Республикасының Үкіметі мен Өзбекстан Республикасының Үкіметі "
    "арасындағы білім беру және ғылым саласындағы ынтымақтастық туралы келісім"
)
RENAMED_RU = (
    "Соглашение между Правительством Республики Казахстан и Правительством "
    "Республики Узбекистан о сотрудничестве в области образования и науки"
)
OF_ROW = {"plan": "current", "concept": "C-001"}

LATER: Mapping[str, Mapping[str, Any]] = {
    "dossier_grounds": {
        "dossier": "D-001",
        "body": "mid",
        "received_at": "2025-02-03T10:00",
        "document": "5-1/31",
        "grounds_kk": "Сапар сәуірде өтеді.",
        "grounds_ru": "Визит состоится в апреле.",
    },
    "dossier_concepts": {
        "id": "D-001",
        "body": "mid",
        "title_kk": ADDED_KK,
        "title_ru": ADDED_RU,
        "level": "intergovernmental",
        "entry": "new",
        "counterparties": "MN",
        "purpose_kk": "Ауыл шаруашылығындағы ынтымақтастықты дамыту.",
        "purpose_ru": "Развитие сотрудничества в сельском хозяйстве.",
        "conclude_from": date(2025, 4, 1),
        "conclude_to": date(2025, 4, 30),
        "procedure": "none",
        "received_at": "2025-02-04T10:00",
        "document": "5-1/32",
    },
    "dossier_conclusions": {
        "dossier": "D-001",
        "expedient": "yes",
        "on": date(2025, 2, 10),
        "number": "11-2/31",
        "reasons_kk": "Шарт сапарға дайын.",
        "reasons_ru": "Договор готов к визиту.",
        "signed_by": "Әлімов Б.",
    },
    "dossier_requests": {
        "dossier": "D-001",
        "on": date(2025, 2, 12),
        "document": "5-1/40",
    },
    "instructions": {
        "number": "01-7/95",
        "on": date(2025, 2, 20),
        "by": "president",
        "outcome": "given",
        "dossiers": "D-001",
    },
    "amending_decisions": {"number": "5", "on": date(2025, 3, 3), "present": "10 / 12"},
    "consents": {
        "decision": "5",
        "number": "01-7/99",
        "on": date(2025, 3, 10),
        "outcome": "given",
    },
    "amendments": {
        "plan": "current",
        "route": "instruction",
        "ground": "01-7/95",
        "concept": "D-001",
        "outcome": "add",
        "on": date(2025, 2, 24),
        **REASON,
    },
    "revision_sendings": {
        "plan": "current",
        "revision": 2,
        "recipient": "parliament",
        "on": date(2025, 3, 14),
        "document": "11-2/41",
        "acknowledged_on": date(2025, 3, 15),
    },
    "put_forward": {**OF_ROW, "on": date(2025, 3, 17), "document": "7-2/11"},
    "names": {
        **OF_ROW,
        "on": date(2025, 3, 18),
        "name_kk": RENAMED_KK,
        "name_ru": RENAMED_RU,
        "from_side": "Өзбекстан Республикасы",
        "of_principle": "no",
        "judged_by": "Әлімов Б.",
        **REASON,
        "document": "7-2/12",
    },
    "name_corrections": {
        **OF_ROW,
        "on": date(2025, 3, 20),
        "name_kk": RENAMED_KK.replace("келісім", "шарт"),
        "name_ru": RENAMED_RU.replace("Соглашение", "Договор"),
        "ground": "slip",
        "document": "7-2/13",
        **REASON,
    },
    "progress": {
        **OF_ROW,
        "on": date(2025, 3, 21),
        "document": "7-2/14",
        "stage": "in_talks",
        "reached_on": date(2025, 3, 19),
    },
    "signings": {
        **OF_ROW,
        "on": date(2025, 3, 28),
        "place": "Ташкент",
        "signatories": "Әлімов Б.",
        "document": "7-2/15",
    },
}
"""A row of each sheet that can be read, with its filled cells only."""
