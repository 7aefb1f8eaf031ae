"""What must hold after people worked, whatever befell the machines meanwhile."""

from collections import Counter
from collections.abc import Iterator, Sequence
from threading import Event
from uuid import UUID

from tests.installation import Installation

from .browser import Browser, NoAnswerError
from .people import YEAR, Account
from .person import enter
from .prepared import Prepared
from .tally import Accepted, Tally

_RECEIPTS = frozenset({"intake.submit_concept", "intake.report_none"})
"""The acts that a receipt is given for."""


def unproven(
    prepared: Prepared, tally: Tally, urls: Sequence[str], since: int | None = None
) -> list[str]:
    """Return what does not hold; an empty list is the proof.

    The journal verifies, each accepted act stands in it once, as the entry that the
    person was shown, and each accepted paper has a receipt that its person can open at
    any of ``urls``, where pages must be served. With ``since``, the number of an entry,
    nothing else may stand in the journal after it.
    """
    verified = prepared.jospar("journal", "verify")
    broken = [] if verified.status == 0 else [verified.err or verified.out]
    return [
        *broken,
        *_lost(prepared.jospar, tally),
        *(() if since is None else _unknown(prepared.jospar, tally, since)),
        *_without_receipt(prepared.accounts, tally, urls),
    ]


def _lost(jospar: Installation, tally: Tally) -> Iterator[str]:
    """Yield the accepted acts that stand nowhere, elsewhere, or twice."""
    found = _entries(jospar, 0)
    times = Counter(act_id for _number, act_id in found)
    stands = {act_id: number for number, act_id in found}
    for one in tally.accepted:
        if times[one.act_id] != 1:
            yield f"{one} stands {times[one.act_id]} times in the journal"
        elif stands[one.act_id] != one.entry:
            yield f"{one} is entry {stands[one.act_id]}"
    with jospar.database() as sql:
        ((concepts,),) = sql(
            "SELECT count(*) FROM records_concept WHERE cycle_id = %s", YEAR
        )
        ((acts,),) = sql(
            "SELECT count(*) FROM records_journalentry WHERE year = %s AND act = %s",
            *(YEAR, "intake.submit_concept"),
        )
    if concepts != acts:
        yield f"{acts} concepts were filed, {concepts} are in the record"


def _unknown(jospar: Installation, tally: Tally, since: int) -> Iterator[str]:
    """Yield the entries after ``since`` that nobody was told of."""
    told = {one.act_id for one in tally.accepted}
    for number, act_id in _entries(jospar, since):
        if act_id not in told:
            yield f"Entry {number} ({act_id}) was told to nobody"


def _entries(jospar: Installation, since: int) -> list[tuple[int, str]]:
    with jospar.database() as sql:
        rows = sql(
            "SELECT number, act_id FROM records_journalentry WHERE number > %s", since
        )
    return [(number, str(UUID(str(act_id)))) for number, act_id in rows]


def _without_receipt(
    accounts: Sequence[Account], tally: Tally, urls: Sequence[str]
) -> Iterator[str]:
    """Yield the accepted papers whose receipt does not open for their person."""
    filed: dict[str, list[Accepted]] = {}
    for one in tally.accepted:
        if one.act in _RECEIPTS:
            filed.setdefault(one.person, []).append(one)
    for account in accounts:
        if account.code not in filed:
            continue
        browser = Browser(urls, Tally(), Event(), patience=30)
        enter(browser, account)
        for one in filed[account.code]:
            path = f"/{account.language}/{YEAR}/receipts/{one.entry}/"
            try:
                browser.get(path, "receipt")
            except NoAnswerError as error:
                yield f"{one} has no receipt: {error}"
        browser.close()
