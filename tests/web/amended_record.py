"""Amended plans for walks over pages: of a cycle before, and of the record itself.

The dossier that is asked for is the owner's, and its grounds bear a mark.
"""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import Changes, Term, Text
from tests.procedure.made_orders import perform_act
from tests.rules import made, made_amendments
from tests.rules.made import LONG_TERM
from tests.rules.made_amendments import DECISION, INSTRUCTION

FORMER = 2023
"""The cycle whose current plan is that of the record's own year."""
_TERM = Term(date(2024, 1, 1), date(2024, 12, 31))
_NOTE = Changes(note_kk="Сапарға", note_ru="К визиту")


def amended_before(owner: str, other: str, rows: int) -> int:
    """Agree the current plan of the cycle before, amend it, and return a dossier.

    Of ``rows``, each third is one more dossier and one more change that waits.
    """
    agreed = {"key": "B-1", "on": date(2023, 10, 12)}
    wording = made.wording(conclude=_TERM)
    _do(made.open_cycle(year=FORMER))
    for code in (owner, other):
        _do(made.list_body(code=code))
    received_at = datetime(2023, 9, 20, 12, tzinfo=ASTANA)
    own = {"proposers": (other,), "wording": wording, "received_at": received_at}
    _do(made.submit_concept(key="B-1", **own))
    _do(made.conclude(**agreed))
    _do(made.place(**agreed))
    _do(made.send_to_commission(on=date(2023, 11, 8)))
    _do(made.decide(on=date(2023, 11, 15)))
    _do(made.send_to_president(on=date(2023, 11, 20)))
    _do(made.record_reply(on=date(2023, 12, 4)))
    dossiers = [_dossier(f"D-{number}", owner) for number in range(rows // 3 + 1)]
    _do(made_amendments.conclude(key="D-0", on=date(2024, 3, 20)))
    _do(made_amendments.request(key="D-0", on=date(2024, 3, 21)))
    _amend(other, rows)
    return dossiers[0]


def staged_in_the_record(key: str) -> int:
    """Let a change of a row of the agreed long-term plan wait under an instruction.

    Return the instruction's entry.
    """
    on = date(2024, 10, 30)
    told = made_amendments.record_instruction(number="9", on=on, dossiers=())
    entry = perform_act(told).number
    _stage(perform_act, key, on, plan=LONG_TERM, route=INSTRUCTION, ground="9")
    return entry


def _dossier(key: str, owner: str) -> int:
    """Let a body bring both papers."""
    came = datetime(2024, 3, 12, 10, tzinfo=ASTANA)
    grounds = Text("Белгі mark-grounds", "Метка mark-grounds")
    entry = _do(
        made_amendments.bring_grounds(
            key=key, body=owner, received_at=came, grounds=grounds
        )
    )
    wording = made.wording(conclude=_TERM)
    _do(
        made_amendments.bring_concept(
            key=key, proposers=(owner,), received_at=came, wording=wording
        )
    )
    return entry


def _amend(body: str, rows: int) -> None:
    """Make a revision on an instruction; changes wait under a decision."""
    on = date(2024, 4, 1)
    instruction = {"route": INSTRUCTION, "ground": "1"}
    _do(made_amendments.record_instruction(number="1", on=on, dossiers=("D-0",)))
    _stage(_do, "B-1", on, **instruction)
    _do(made_amendments.make_revision(**instruction, on=on))
    _do(made_amendments.decide(number="5", on=on))
    _do(made_amendments.record_consent(decision="5", number="5-1", on=on))
    decision = {"route": DECISION, "ground": "5"}
    changes = replace(
        made_amendments.add_row().changes,
        conclude_from=_TERM.first_day,
        conclude_to=_TERM.last_day,
    )
    for number in range(rows // 3 + 1):
        new = {"key": f"N-{number}", "on": on, "proposers": (body,)}
        _do(made_amendments.add_row(**new, **decision, changes=changes))


def _stage(do: Any, key: str, on: date, **changes: Any) -> None:
    do(
        made_amendments.amend_row(
            **({"key": key, "on": on, "changes": _NOTE} | changes)
        )
    )


def _do(filing: Any) -> int:
    return perform_act(filing, year=FORMER).number
