"""Fill a rehearsal with agreed plans and what asks to change them, and print who works.

``python -m tests.browser.agreed_site`` does it in the directory that JOSPAR_DATA names.
What it prints is JSON: for each office the cookie of a session, and for each key of a
concept or dossier the number of its entry.
"""

import json
import sys
from datetime import date, datetime
from typing import Any

import django

django.setup()

from jospar.management.schema import ensure_schema  # noqa: E402 - after Django is set up
from jospar.procedure.rehearsal import rehearse_on  # noqa: E402 - the same
from jospar.records.models import Concept, Dossier  # noqa: E402 - the same
from jospar.rules.core.deadlines import ASTANA  # noqa: E402 - the same
from jospar.rules.core.nouns import Term, Text  # noqa: E402 - the same
from jospar.rules.core.offices import Office  # noqa: E402 - the same
from tests.procedure.made_orders import perform_act  # noqa: E402 - the same
from tests.rules import made, made_amendments, made_carrying_out  # noqa: E402 - the same
from tests.rules.made import CURRENT, LONG_TERM  # noqa: E402 - the same
from tests.web.walk import Walker, enter  # noqa: E402 - the same

YEAR = 2023
"""The cycle whose plans were agreed."""
BODY = "trade"
TODAY = date(2024, 5, 2)
RECEIVED = datetime(2024, 3, 12, 10, tzinfo=ASTANA)
WORKERS: tuple[Walker, ...] = (
    (Office.BODY_OFFICER, BODY),
    *((o, "") for o in (Office.REGISTRAR, Office.HEAD, Office.PLANNER)),
    *((o, "") for o in (Office.CONTROLLER, Office.COMMISSION_SECRETARY)),
    (Office.ADMINISTRATION_OFFICER, ""),
)
_NEXT, _LATER = (Term(date(y, 1, 1), date(y, 12, 31)) for y in (2024, 2025))
_ROWS = {
    **{f"B-{number}": (CURRENT, _NEXT) for number in range(1, 7)},
    "L-1": (LONG_TERM, _LATER),
}


def main() -> None:
    """Fill the database and tell who works in it."""
    ensure_schema()
    _agree_both_plans()
    for key in ("D-early", "D-tenth", "D-eleventh", "D-late"):
        _bring(key)
    _do(made_amendments.record_instruction(number="1", on=_april(5), dossiers=()))
    for number in ("5", "6", "7"):
        _do(made_amendments.decide(number=number, on=_april(2)))
    for number in ("5", "7"):
        consent = {"decision": number, "number": f"{number}-1", "on": _april(3)}
        _do(made_amendments.record_consent(**consent))
    _do(made_carrying_out.put_forward(key="B-2", on=_april(4)))
    _do(made_carrying_out.record_signing(key="B-2", on=_april(8)))
    perform_act(made.open_cycle(year=2024), year=2024)
    perform_act(made.list_body(code=BODY), year=2024)
    cookies = {
        walker[0].value: enter(walker).cookies["jospar_session"].value
        for walker in WORKERS
        if walker
    }
    rehearse_on(TODAY)
    entries = dict(Concept.objects.values_list("key", "entry"))
    entries |= dict(Dossier.objects.values_list("key", "entry"))
    json.dump({"cookies": cookies, "entries": entries}, sys.stdout)


def _agree_both_plans() -> None:
    _do(made.open_cycle(year=YEAR))
    _do(made.list_body(code=BODY))
    for key, (plan, term) in _ROWS.items():
        _do(
            made.submit_concept(
                key=key,
                proposers=(BODY,),
                wording=made.wording(title=_title(key), conclude=term),
                received_at=datetime(2023, 9, 20, 12, tzinfo=ASTANA),
                sent_on=None,
            )
        )
        _do(made.conclude(key=key, number=key, on=date(2023, 10, 12)))
        _do(made.place(key=key, plan=plan, on=date(2023, 10, 12)))
    for plan in (CURRENT, LONG_TERM):
        _do(made.send_to_commission(plan=plan, on=date(2023, 11, 8)))
        _do(made.decide(plan=plan, on=date(2023, 11, 15)))
        _do(made.send_to_president(plan=plan, on=date(2023, 11, 20)))
        _do(made.record_reply(plan=plan, on=date(2023, 12, 4)))


def _title(key: str) -> Text:
    """Return a title by which the row is known on pages that show no keys."""
    title = made.wording().title
    return Text(f"{title.kk} {key}", f"{title.ru} {key}")


def _bring(key: str) -> None:
    """Let the body bring grounds and concept on one day, a week before Nauryz."""
    came: dict[str, Any] = {"key": key, "received_at": RECEIVED}
    _do(made_amendments.bring_grounds(**came, body=BODY))
    wording = made.wording(conclude=_NEXT)
    _do(made_amendments.bring_concept(**came, proposers=(BODY,), wording=wording))


def _april(day: int) -> date:
    return date(2024, 4, day)


def _do(filing: Any) -> None:
    perform_act(filing, year=YEAR)


if __name__ == "__main__":
    main()
