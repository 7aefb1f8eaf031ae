"""Whatever anybody tries in a year, what must hold holds."""

import hashlib
import json
from dataclasses import dataclass
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings

from jospar.procedure import journal
from tests.exchange.workbooks import concept, row
from tests.exchange.years import AGREED, Year, placed
from tests.years.random_years import Step, run, years
from tests.years.walk import Walk

pytestmark = [
    pytest.mark.django_db(databases=["default", "past"]),
    pytest.mark.slow,
]

NAME = UUID(int=2024)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(year=years())
def test_no_act_without_its_ground(year: list[Step]) -> None:
    """Random acts by random offices on random days leave a lawful record."""
    run(year, NAME)


@dataclass(frozen=True, slots=True)
class Forged:
    """An entry whose hashes hold, whatever it says."""

    header: str
    filing: str
    effects: str
    cautions: str
    hash: str


def sha256(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def forge(act: str, **changes: object) -> list[Forged]:
    """Return the journal with the effect of ``act`` changed, chained anew."""
    entries, previous = [], "0" * 64
    for entry in journal.entries():
        header, effects = json.loads(entry.header), json.loads(entry.effects)
        if header["act"] == act:
            effects["value"][0].update(changes)
        text = json.dumps(effects)
        header["digests"]["effects"] = sha256(text)
        header["previous"] = previous
        said = json.dumps(header)
        previous = sha256(said)
        entries.append(Forged(said, entry.filing, text, entry.cautions, previous))
    return entries


@pytest.mark.parametrize(
    ("act", "changes"),
    [
        ("intake.submit_concept", {"received_at": "2024-09-25T19:00:00Z"}),
        ("review.conclude", {"expedient": False}),
        ("review.conclude", {"on": "2024-10-31"}),
        ("drafting.place", {"plan": "long_term"}),
        ("commission.send_to_commission", {"plan": "long_term"}),
        ("commission.decide", {"outcome": "returned"}),
        ("agreement.send_to_president", {"plan": "long_term"}),
        ("agreement.record_reply", {"outcome": "returned"}),
    ],
)
def test_the_walk_stops_where_a_ground_is_missing(
    year: Year, act: str, changes: dict[str, object]
) -> None:
    """The journal of a lawful year holds; with one effect changed it does not."""
    year(
        concepts=[concept()],
        **placed(),
        **AGREED,
        distributions=[row("distributions")],
    )
    assert Walk(2024).over(journal.entries()).agreed.keys() == {"current"}
    with pytest.raises(AssertionError):
        Walk(2024).over(forge(act, **changes))
