"""A planning year for the pages' tests: small, whole, and performed like any other."""

from datetime import date

from jospar.rules.core.nouns import PlanKind, Text
from tests.queries.made_record import LATE, agree, do, open_cycle, place, submit
from tests.rules import made
from tests.rules.made import AT, CURRENT, LONG_TERM, YEAR_2026

CULTURE = Text("Мәдениет министрлігі", "Министерство культуры")
SPORT = Text("Спорт министрлігі", "Министерство спорта")


def agreed_year() -> None:
    """Let two bodies answer in time, one late and one not, and agree both plans.

    The current plan has one row and is sent out, late in part; the long-term one has
    one row and waits at Parliament's door.
    """
    open_cycle()
    do(made.list_body(code="culture", name=CULTURE, name_en=""))
    do(made.list_body(code="sport", name=SPORT, name_en=""))
    place("C-1")
    place("C-2", LONG_TERM, wording=made.wording(conclude=YEAR_2026))
    do(made.report_none(body="energy", received_at=AT))
    submit("C-3", proposers=("culture",), received_at=LATE)
    agree()
    agree(LONG_TERM)
    send_out("parliament", date(2024, 12, 6))
    send_out("government_office", date(2024, 12, 10))
    send_out("trade", date(2024, 12, 18))
    send_out("parliament", date(2024, 12, 6), LONG_TERM)


def send_out(recipient: str, on: date, plan: PlanKind = CURRENT) -> None:
    """Send the agreed plan to a recipient."""
    do(made.distribute(plan=plan, recipient=recipient, on=on))


def drafted_year(rows: int) -> None:
    """Open a cycle and place ``rows`` concepts in the current plan."""
    open_cycle()
    for number in range(rows):
        place(f"C-{number}")
