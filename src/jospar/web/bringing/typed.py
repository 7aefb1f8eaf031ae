"""What was typed into the page of a review, put into the review.

A row is found by the key that it had when the page was shown, so that what two people
do at the same time to different rows stands.
"""

from dataclasses import replace
from typing import Any

from django.http import QueryDict

from jospar.exchange.past.review import (
    BODY,
    CELLS,
    HEAD,
    Review,
    ReviewRow,
    exchanged,
    with_row,
    without,
)
from jospar.rules.core.bounds import most_letters
from jospar.web.asked import number_asked

KEEP, BRING_IN, AWAY = "keep", "bring_in", "away"
"""What the buttons do that are not of a row."""
_MOST_ON_A_PAGE = 50


def with_typed(review: Review, sent: QueryDict) -> Review:
    """Return the review with everything that the form sent."""
    head: dict[str, Any] = {
        name: str(sent[name]).strip() for name in HEAD if name in sent
    }
    accepted = review.accepted
    if "documents" in sent:
        accepted = "accepted" in sent
    rows = {row.key: at for at, row in enumerate(review.rows)}
    changed = list(review.rows)
    for number in range(_MOST_ON_A_PAGE):
        at = rows.get(sent.get(f"{number}.was", ""))
        if at is not None:
            changed[at] = _row(changed[at], sent, f"{number}.")
    return replace(
        review,
        **head,
        accepted=accepted,
        rows=tuple(changed),
        bodies=tuple(
            replace(
                body,
                **{
                    name: str(sent[f"body{at}.{name}"]).strip()[: most_letters(name)]
                    for name in BODY[1:]
                    if f"body{at}.{name}" in sent
                    and sent.get(f"body{at}.written") == body.written
                },
            )
            for at, body in enumerate(review.bodies)
        ),
    )


def with_pressed(review: Review, pressed: str, sent: QueryDict) -> Review:
    """Return the review after a button of a row was pressed: ``drop:P-3``."""
    what, _colon, key = pressed.partition(":")
    at = next((at for at, row in enumerate(review.rows) if row.key == key), None)
    if at is None:
        return with_row(review, len(review.rows)) if what == "add" else review
    if what == "drop":
        return without(review, at)
    if what == "add":
        return with_row(review, at + 1)
    language = what.removeprefix("exchange-")
    other = number_asked(sent.get(f"with-{language}:{key}", ""))
    fits = other is not None and 1 <= other <= len(review.rows) and other - 1 != at
    if what in {"exchange-kk", "exchange-ru"} and other is not None and fits:
        return exchanged(review, at, other - 1, language)
    return review


def _row(row: ReviewRow, sent: QueryDict, prefix: str) -> ReviewRow:
    cells: dict[str, Any] = {
        name: _said(name, str(sent[f"{prefix}{name}"]))
        for name in CELLS
        if f"{prefix}{name}" in sent
    }
    return replace(row, **cells, accepted=f"{prefix}accepted" in sent)


def _said(name: str, typed: str) -> str:
    """Return a cell as it is kept: a note in its lines, anything else on one."""
    if name.startswith("note"):
        return typed.replace("\r\n", "\n").strip()
    return " ".join(typed.split())
