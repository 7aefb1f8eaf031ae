"""The head approves an official paper before it leaves."""

from datetime import date

import pytest

from jospar.rules.core.act import Verdict
from jospar.rules.core.nouns import PaperKind, Text
from jospar.rules.outbox.approve import approve
from jospar.rules.outbox.effects import PaperApproved
from tests.rules import made, made_papers

pytestmark = pytest.mark.provision("outbox.approval")
FACTS = made_papers.waiting_facts()
FILING = made_papers.approve()


def test_approve() -> None:
    """The paper may leave with exactly this content."""
    text = Text("Қайтарамыз", "Возвращаем")
    filing = made_papers.approve(text=text)
    assert approve.verdict(FACTS, filing) == Verdict((), ())
    assert approve.effect(FACTS, filing) == (
        PaperApproved(
            paper=PaperKind.RETURN_LETTER,
            subject="C-006",
            on=made.DAY,
            sha256_kk=made.FINGERPRINT,
            sha256_ru=made.FINGERPRINT,
            text=text,
        ),
    )


@pytest.mark.parametrize(
    ("since", "refused"),
    [
        (None, ("outbox.approval: waits",)),
        (made.BEFORE, ()),
        (made.DAY, ()),
        (made.AFTER, ("outbox.approval: waits",)),
    ],
)
def test_approve_what_waits(since: date | None, refused: tuple[str, ...]) -> None:
    """What is approved waits on that day already."""
    facts = made_papers.waiting_facts(waiting_since=since)
    assert made.said(approve.verdict(facts, FILING)) == (refused, ())


@pytest.mark.parametrize("sent_on", [made.BEFORE, made.DAY, made.AFTER])
def test_approve_what_was_sent(sent_on: date) -> None:
    """What was sent is approved no more, on whatever day that was."""
    facts = made_papers.waiting_facts(sent_on=sent_on)
    verdict = approve.verdict(facts, FILING)
    assert made.said(verdict) == (("outbox.approval: not_sent",), ())


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("digest", ["", "ab" * 31, "AB" * 32, "ab" * 32 + "\n"])
def test_approve_without_the_content(language: str, digest: str) -> None:
    """The content is known in both languages, as 64 hexadecimal digits."""
    verdict = approve.verdict(
        FACTS, made_papers.approve(**{f"sha256_{language}": digest})
    )
    assert made.said(verdict) == (("outbox.approval: fingerprints_whole",), ())
    assert verdict.refusals[0].field == f"sha256_{language}"


@pytest.mark.parametrize(
    ("text", "field"), [(Text(kk="Иә"), "text_ru"), (Text(ru="Да"), "text_kk")]
)
def test_approve_words_in_one_language(text: Text, field: str) -> None:
    """Words written by hand stand in both languages."""
    verdict = approve.verdict(FACTS, made_papers.approve(text=text))
    assert made.said(verdict) == (("outbox.approval: text_in_both_languages",), ())
    assert verdict.refusals[0].field == field
