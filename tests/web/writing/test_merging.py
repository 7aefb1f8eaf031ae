"""What two people write at the same time."""

from datetime import UTC, datetime
from typing import Any

import pytest

from jospar.web.writing.cells import seen
from jospar.web.writing.merging import Merged, Sent, merge, text_of, texts_of

AT = datetime(2024, 9, 20, 9, 0, tzinfo=UTC)
STAMP = {"by": "b", "at": "2024-09-20T09:00:00+00:00"}
BEFORE = {"note_kk": {"text": "бір", "revision": 3, "by": "a", "at": "", "page": "A"}}
RIVAL = {"text": "екі", "by": "b", "at": "", "page": "B"}
BOTH = {"note_kk": BEFORE["note_kk"] | {"rival": RIVAL}}


def sent(text: str, shown: str, page: str = "B", chosen: str = "") -> Sent:
    """Return what a page sends of one cell, which had shown ``shown``."""
    choice = {"note_kk": chosen} if chosen else {}
    return Sent(page, {"note_kk": text}, {"note_kk": seen(shown)}, choice)


def merged(before: Any, what: Sent) -> Merged:
    """Merge as the fourth revision."""
    return merge(before, what, revision=4, by="b", at=AT)


@pytest.mark.parametrize(
    ("text", "shown", "page", "reads", "rival", "stale"),
    [
        ("бір", "", "B", "бір", None, False),
        ("екі", "бір", "B", "екі", None, False),
        ("екі", "", "A", "екі", None, False),
        ("", "бір", "B", "", None, False),
        ("нөл", "нөл", "B", "бір", None, True),
        ("екі", "нөл", "B", "бір", "екі", False),
        ("", "нөл", "B", "бір", "", False),
    ],
    ids=["same", "changed", "own page", "emptied", "older", "rival", "rival is empty"],
)
def test_a_text_stays_unless_its_page_had_shown_it(
    text: str, shown: str, page: str, reads: str, rival: str | None, stale: bool
) -> None:
    """What nobody changed meanwhile is written; else both texts stand."""
    after = merged(BEFORE, sent(text, shown, page))
    cell = after.cells["note_kk"]
    assert text_of(after.cells, "note_kk") == reads
    assert cell.get("rival", {}).get("text") == rival
    assert after.stale == (frozenset({"note_kk"}) if stale else frozenset())
    assert after.rivals == (frozenset() if rival is None else frozenset({"note_kk"}))
    assert after.written is (reads != "бір" or rival is not None)


def test_whoever_wrote_the_other_text_goes_on_writing_it() -> None:
    """Though its page was shown the first text meanwhile."""
    after = merged(BOTH, sent("екінші", "бір"))
    assert text_of(after.cells, "note_kk") == "бір"
    assert after.cells["note_kk"]["rival"] == {"text": "екінші", "page": "B", **STAMP}
    assert merged(BOTH, sent("екі", "бір")).written is False


def test_whoever_wrote_the_first_text_goes_on_writing_it() -> None:
    """The other stays beside it."""
    after = merged(BOTH, sent("бірінші", "бір", page="A"))
    assert text_of(after.cells, "note_kk") == "бірінші"
    assert after.cells["note_kk"]["rival"] == RIVAL


@pytest.mark.parametrize(("chosen", "reads"), [("text", "бір"), ("rival", "екі")])
@pytest.mark.parametrize("page", ["A", "B", "C"])
def test_one_of_two_texts_is_chosen(page: str, chosen: str, reads: str) -> None:
    """Then there is one text, which every page has to be shown."""
    after = merged(BOTH, sent("не болса да", "бір", page, chosen))
    assert text_of(after.cells, "note_kk") == reads
    assert (after.rivals, after.stale) == (frozenset(), frozenset({"note_kk"}))


def test_nothing_is_chosen_where_one_text_stands() -> None:
    """A choice that comes twice changes nothing more."""
    after = merged(BEFORE, sent("нөл", "нөл", chosen="rival"))
    assert (after.cells, after.written) == (BEFORE, False)


def test_the_texts_of_cells() -> None:
    """A cell that nobody wrote is empty."""
    assert (texts_of(BOTH), text_of(BOTH, "note_ru")) == ({"note_kk": "бір"}, "")
