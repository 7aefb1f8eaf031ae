"""What the page of a review shows: its rows in pages, with what speaks against them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext, override

from jospar.exchange.past.filing import (
    Fault,
    faults_of,
    filing_of,
    year_typed,
)
from jospar.exchange.past.review import Review, ReviewRow, Told
from jospar.procedure.perform import Order, assess
from jospar.procedure.rulesets import ruleset, rulesets
from jospar.queries.sentences import fill
from jospar.records.rulesets import ruleset_of
from jospar.rules.core.act import Verdict
from jospar.rules.core.files import FileRef
from jospar.rules.core.ruleset import DEFAULT, Ruleset
from jospar.web.visitor import Visitor

ROWS = 12
"""Rows of a page: each is a form of its own."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row with its number in the plan, its doubts in words and its faults by cell."""

    number: int
    row: ReviewRow
    doubts: tuple[str, ...]
    faults: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ShownReview:
    """The review as a page shows it; ``verdict`` is that of the act once there is one.

    ``doubtful`` and ``faulty`` count rows; doubts come first unless ``in_order``.
    """

    review: Review
    rows: tuple[ShownRow, ...]
    page: int
    pages: int
    in_order: bool
    doubtful: int
    faulty: int
    head_faults: Mapping[str, str]
    doubts: tuple[str, ...]
    verdict: Verdict | None


def order_of(
    review: Review, uuid: UUID, visitor: Visitor, files: tuple[FileRef, ...]
) -> Order:
    """Return the order of a review without faults.

    Raises:
        ValueError: when there is no act of it, or nobody who performs it.
    """
    year = year_typed(review.year)
    if year is None or visitor.actor is None:
        raise ValueError("A review with faults makes no order.")
    filing = filing_of(review)
    return Order(
        act_id=uuid,
        filing=filing,
        year=year,
        on=filing.on,
        actor=visitor.actor,
        ruleset=rules_of(review),
        document=filing.number,
        files=files,
    )


def rules_of(review: Review) -> Ruleset:
    """Return the ruleset of the year, or the one that was chosen, or our own."""
    year = year_typed(review.year)
    kept = ruleset_of(year) if year is not None else None
    if kept is not None:
        return kept
    known = {rules.code for rules in rulesets()}
    return ruleset(review.ruleset if review.ruleset in known else DEFAULT)


def shown(
    review: Review,
    uuid: UUID,
    visitor: Visitor,
    language: str,
    *,
    page: int,
    in_order: bool,
) -> ShownReview:
    """Return the page of the review that was asked for, or the nearest there is."""
    faults = faults_of(review)
    faulty = {fault.row for fault in faults if fault.row >= 0}
    places = list(range(len(review.rows)))
    if not in_order:
        open_rows = {*review.open_rows, *faulty}
        places.sort(key=lambda at: at not in open_rows)
    pages = max(1, -(-len(places) // ROWS))
    page = min(max(1, page), pages)
    verdict = None
    if not faults:
        verdict = assess(order_of(review, uuid, visitor, ()), visitor.clock)
    return ShownReview(
        review=review,
        rows=tuple(
            ShownRow(
                number=at + 1,
                row=review.rows[at],
                doubts=in_words(review.rows[at].doubts, language),
                faults=_by_cell(faults, at, language),
            )
            for at in places[(page - 1) * ROWS : page * ROWS]
        ),
        page=page,
        pages=pages,
        in_order=in_order,
        doubtful=len(review.open_rows),
        faulty=len(faulty),
        head_faults=_by_cell(faults, -1, language),
        doubts=in_words(review.doubts, language),
        verdict=verdict,
    )


def in_words(doubts: Sequence[Told], language: str) -> tuple[str, ...]:
    """Return the doubts in sentences, each with its cure; equal ones once."""
    said = (
        " ".join(fill(text, one.shown, language) for text in (one.message, one.cure))
        for one in doubts
    )
    return tuple(dict.fromkeys(text.strip() for text in said))


def _by_cell(faults: Sequence[Fault], row: int, language: str) -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    with override(language):
        for one in faults:
            if one.row == row:
                found[one.cell] = gettext(one.message)
    return found
