"""How the agreed plan of the small year is amended, on both grounds."""

from datetime import date, datetime
from typing import Any

from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import Text
from tests.rules import made, made_amendments
from tests.rules.made_amendments import CHANGE, DECLINED, INSTRUCTION


def _december(day: int) -> date:
    return date(2024, 12, day)


def _came(day: int) -> datetime:
    return datetime(2024, 12, day, 10, tzinfo=ASTANA)


_GROUND = {"route": INSTRUCTION, "ground": "01-7/95"}

AMENDED: tuple[Any, ...] = (
    made_amendments.bring_concept(
        received_at=_came(5), wording=made.wording(title=Text("Келісім", "Соглашение"))
    ),
    made_amendments.bring_grounds(received_at=_came(5)),
    made_amendments.bring_concept(received_at=_came(6)),
    made_amendments.conclude(on=_december(9)),
    made_amendments.request(on=_december(9)),
    made_amendments.record_instruction(on=_december(10)),
    made_amendments.add_from_dossier(on=_december(10)),
    made_amendments.amend_row(
        **_GROUND,
        outcome=CHANGE,
        on=_december(10),
        changes=made.changes(note_kk="Сапарға", note_ru="К визиту"),
    ),
    made_amendments.make_revision(**_GROUND, on=_december(11)),
    made_amendments.decide(on=_december(11)),
    made_amendments.record_consent(on=_december(12), outcome=DECLINED),
    made_amendments.record_consent(on=_december(13), number="01-7/101"),
    made_amendments.add_row(on=_december(13)),
    made_amendments.remove_row(on=_december(13), key="D-001"),
    made_amendments.remove_row(on=_december(13)),
    made_amendments.drop_change(on=_december(13)),
    made_amendments.make_revision(on=_december(13)),
    made_amendments.send_out(on=_december(14)),
    made_amendments.acknowledge(recipient="parliament", on=_december(14)),
    made_amendments.record_instruction(
        on=_december(14), number="01-7/102", outcome=DECLINED, dossiers=()
    ),
)
"""A row is added, one is changed; then one comes and the added one leaves."""
