"""Facts and a filing of a past plan, valid until something is changed."""

from datetime import date
from typing import Any

from jospar.rules.core.nouns import Term, Text
from jospar.rules.core.offices import Office
from jospar.rules.plans import facts as plans
from tests.rules import made
from tests.rules.made import CURRENT, DAY, YEAR

PAST = 2022
"""A cycle that was over before Jospar was there."""
AGREED_ON = date(2022, 12, 20)
YEAR_2023 = Term(date(2023, 1, 1), date(2023, 12, 31))
TRADE = plans.BroughtBody("trade", Text("Сауда министрлігі", "Министерство торговли"))
MID = plans.BroughtBody("mid", Text("СІМ", "МИД"))


def bring_in_facts(**changes: Any) -> plans.BringInFacts:
    """Return facts of a year of which nothing is in the record."""
    given: dict[str, Any] = {
        "case": made.acting(Office.PLANNER),
        "years": (YEAR + 1,),
        "fingerprint": "f" * 64,
    }
    return plans.BringInFacts(**(given | changes))


def brought_row(key: str = "P-1", **changes: Any) -> plans.BroughtRow:
    """Return a row of trade's of the year after; ``wording`` may be changed cells."""
    given: dict[str, Any] = {
        "key": key,
        "proposers": ("trade",),
        "wording": made.wording(purpose=Text()),
    }
    return plans.BroughtRow(**(given | changes))


def bring_in(**changes: Any) -> plans.BringIn:
    """Return a current plan of two rows, agreed on the day of everybody."""
    other = made.wording(title=Text("Бөлек келісім", "Другое соглашение"))
    given: dict[str, Any] = {
        "plan": CURRENT,
        "on": DAY,
        "number": "01-5/77",
        "bodies": (TRADE, MID),
        "rows": (brought_row(), brought_row("P-2", wording=other)),
    }
    return plans.BringIn(**(given | changes))


def past_plan(**changes: Any) -> plans.BringIn:
    """Return the current plan that the cycle of 2022 made for 2023."""
    rows = (
        brought_row(wording=made.wording(purpose=Text(), conclude=YEAR_2023)),
        brought_row(
            "P-2",
            proposers=("mid", "trade"),
            wording=made.wording(
                title=Text("Шекара туралы шарт", "Договор о границе"),
                purpose=Text(),
                conclude=YEAR_2023,
            ),
        ),
    )
    return bring_in(**({"on": AGREED_ON, "rows": rows} | changes))
