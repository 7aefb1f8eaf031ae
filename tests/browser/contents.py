"""What a small planning year says: typed in at the desks, and run as a workbook.

The rows are those of the workbook; the days are those on which people come to their
desks.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from tests.browser.concepts import (
    INTERAGENCY,
    INTERGOVERNMENTAL,
    INTERSTATE,
    LATE,
    LONG_TERM,
    STRADDLING_AND_JOINT,
    Row,
    came,
)
from tests.exchange.workbooks import cycle

Year = Mapping[str, Sequence[Row]]


def _body(code: str, kk: str, ru: str, en: str) -> Row:
    return {
        "code": code,
        "name_kk": f"Қазақстан Республикасының {kk} министрлігі",
        "name_ru": f"Министерство {ru} Республики Казахстан",
        "name_en": f"Ministry of {en}",
        "answers": "yes",
    }


ASKED, ANSWERED = date(2024, 10, 2), date(2024, 10, 4)
CONCLUDED = date(2024, 10, 16)
REMARKED = date(2024, 11, 12)
ACKNOWLEDGED = date(2024, 12, 9)
NUMBERS = {"minjust-1": 1, "mvd-1": 2}
"""The numbers of rows that the Commission decides on, in their plan."""

_BODIES = (
    _body("mid", "Сыртқы істер", "иностранных дел", "Foreign Affairs"),
    _body("minjust", "Әділет", "юстиции", "Justice"),
    _body("mvd", "Ішкі істер", "внутренних дел", "Internal Affairs"),
    _body("mne", "Ұлттық экономика", "национальной экономики", "National Economy"),
    _body("mti", "Сауда және интеграция", "торговли и интеграции", "Trade"),
    _body("mnvo", "Ғылым және жоғары білім", "науки и высшего образования", "Science"),
    _body("mki", "Мәдениет және ақпарат", "культуры и информации", "Culture"),
    _body("mt", "Көлік", "транспорта", "Transport"),
)


def _conclusion(concept: str, number: int) -> Row:
    return {
        "concept": concept,
        "expedient": "yes",
        "on": CONCLUDED,
        "number": f"Қ/{number}",
        "reasons_kk": "Шарт екіжақты ынтымақтастықты дамытады.",
        "reasons_ru": "Договор будет развивать двустороннее сотрудничество.",
        "signed_by": "Б. Әлімов",
    }


def _sent(to: str, plan: str, on: date, document: str) -> Row:
    return {"to": to, "plan": plan, "on": on, "document": document}


def _dispatch(plan: str, recipient: str) -> Row:
    return {"plan": plan, "recipient": recipient, "on": date(2024, 12, 6)}


WHOLE: Year = {
    "cycle": cycle(year=2024),
    "bodies": _BODIES,
    "concepts": (
        INTERSTATE,
        INTERGOVERNMENTAL,
        INTERAGENCY,
        STRADDLING_AND_JOINT,
        LONG_TERM,
        LATE,
    ),
    "no_proposals": (
        {"body": "mid", "received_at": came(date(2024, 9, 10)), "document": "5-1/214"},
        {"body": "mti", "received_at": came(date(2024, 9, 10)), "document": "2-7/18"},
    ),
    "returns": ({"concept": "mki-1", "on": date(2024, 9, 30), "document": "ҚК/408"},),
    "conclusions": tuple(
        _conclusion(concept, 245 + number)
        for number, concept in enumerate(
            ("minjust-1", "mvd-1", "mnvo-1", "mne-1", "mt-1")
        )
    ),
    "settlements": (
        {
            "concept": "mnvo-1",
            "on": date(2024, 10, 24),
            "reason": "Атауы екінші тараппен келісілді",
            "title_kk": (
                "Қазақстан Республикасының Ғылым және жоғары білім министрлігі мен "
                "Польша Республикасының Ғылым және жоғары білім министрлігі "
                "арасындағы ғылым және жоғары білім саласындағы ынтымақтастық "
                "туралы келісім"
            ),
            "title_ru": (
                "Соглашение между Министерством науки и высшего образования "
                "Республики Казахстан и Министерством науки и высшего образования "
                "Республики Польша о сотрудничестве в области науки и высшего "
                "образования"
            ),
        },
    ),
    "placements": (
        *(
            {"concept": concept, "plan": "current", "on": date(2024, 10, 24)}
            for concept in ("minjust-1", "mvd-1", "mnvo-1")
        ),
        {"concept": "mt-1", "plan": "long_term", "on": date(2024, 10, 24)},
        {
            "concept": "mne-1",
            "plan": "long_term",
            "on": date(2024, 10, 24),
            "reason": "Екінші тараптың рәсімдері 2026 жылы аяқталады",
        },
    ),
    "agreements": (
        {
            "id": "A-1",
            "title": "Инвестицияларды өзара қорғау туралы уағдаластық",
            "reached_on": date(2024, 8, 22),
            "place": "Душанбе",
            "concepts": "mne-1",
        },
    ),
    "events": (
        {
            "id": "E-1",
            "title": "Мемлекет басшысының Прагаға сапары",
            "with": "president",
            "from": date(2025, 11, 12),
            "to": date(2025, 11, 14),
            "place": "Прага",
            "considered": "Қол қойылатын құжаттар көзделмеген",
        },
    ),
    "submissions": (
        _sent("commission", "current", date(2024, 11, 8), "11-1/655"),
        _sent("commission", "long_term", date(2024, 11, 8), "11-1/656"),
        _sent("commission", "current", date(2024, 11, 15), "11-1/671"),
        _sent("president", "current", date(2024, 11, 22), "11-1/675"),
        _sent("president", "long_term", date(2024, 11, 22), "11-1/676"),
    ),
    "decisions": (
        {
            "plan": "current",
            "on": date(2024, 11, 13),
            "number": "12",
            "outcome": "returned",
        },
        {
            "plan": "long_term",
            "on": date(2024, 11, 13),
            "number": "13",
            "outcome": "approved",
        },
        {
            "plan": "current",
            "on": date(2024, 11, 18),
            "number": "14",
            "outcome": "approved",
        },
    ),
    "row_decisions": (
        {
            "plan": "current",
            "decision": "14",
            "concept": "minjust-1",
            "outcome": "keep",
            "remark_kk": "Қабылдансын",
            "remark_ru": "Принять",
        },
        {
            "plan": "current",
            "decision": "14",
            "concept": "mvd-1",
            "outcome": "change",
            "conclude_from": date(2025, 7, 1),
            "conclude_to": date(2025, 9, 30),
            "remark_kk": "Комиссия мерзімді нақтылады",
            "remark_ru": "Срок уточнен Комиссией",
        },
    ),
    "replies": tuple(
        {
            "from": "president",
            "plan": plan,
            "on": date(2024, 12, 2),
            "number": number,
            "outcome": "agreed",
        }
        for plan, number in (("current", "24-55.7"), ("long_term", "24-55.8"))
    ),
    "distributions": (
        *(
            _dispatch("current", recipient)
            for recipient in (
                "parliament",
                "government_office",
                "minjust",
                "mvd",
                "mnvo",
            )
        ),
        *(
            _dispatch("long_term", recipient)
            for recipient in ("parliament", "government_office", "mne", "mt")
        ),
    ),
}
"""Eight bodies, six concepts, two letters; the Commission returns the current plan."""

_FEW = frozenset(
    {"mid", "minjust", "mne", "minjust-1", "mne-1", "parliament", "government_office"}
)
_BY = {
    "bodies": "code",
    "concepts": "id",
    "no_proposals": "body",
    "returns": "concept",
    "conclusions": "concept",
    "settlements": "concept",
    "placements": "concept",
    "row_decisions": "concept",
    "distributions": "recipient",
}
"""What each of these sheets is about."""

SHORT: Year = {
    **WHOLE,
    **{
        sheet: tuple({**row, "joint": None} for row in WHOLE[sheet] if row[by] in _FEW)
        if sheet == "concepts"
        else tuple(row for row in WHOLE[sheet] if row[by] in _FEW)
        for sheet, by in _BY.items()
    },
}
"""Of the same year three bodies and two concepts, of which neither is joint."""
