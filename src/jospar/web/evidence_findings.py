"""What a check of an evidence file found, in sentences: on pages and terminals."""

from collections.abc import Iterator

from jospar.exchange.evidence.checking import Checked, Outcome
from jospar.exchange.evidence.reading import EvidenceRead
from jospar.procedure.checkpoints import Checkpoint
from jospar.queries.sentences import fill

from .evidence_words import EvidenceWords
from .texts import Texts


def headline(checked: Checked, language: str) -> str:
    """Return what was found of a file in a few words."""
    t = Texts(language)
    return t("evidence_outcome." + checked.outcome)


def findings(checked: Checked, language: str) -> Iterator[str]:
    """Yield what was found of a file, in sentences: what is wrong, or what holds."""
    words, read = EvidenceWords(checked.read, language), checked.read
    t = words.t
    for told in (*checked.faults, *checked.doubts):
        yield fill(told.message, told.values, language)
    if not checked.holds:
        return
    if checked.outcome is not Outcome.OTHER:  # what was made up is not repeated
        yield from _proven(words, read)
    for one in read.evidence.points:
        yield from _stands_on(checked, one, words)
    if checked.here:
        yield t("evidence_here." + checked.here.agreement)


def _proven(words: EvidenceWords, read: EvidenceRead) -> Iterator[str]:
    t = words.t
    yield from words.marks
    decision = read.decision
    if decision is not None and (header := decision.header) is not None:
        yield f"{words.title}. {words.act(header)}: {words.day(header.on)}."
    yield t("evidence.shown", count=len(read.entries) - read.withheld)
    if read.withheld:
        yield t("evidence.withheld", count=read.withheld)
    if papers := len(read.evidence.papers):
        yield t("evidence.papers_hold", count=papers)
    if days := len(read.evidence.days):
        yield t("evidence.days_hold", count=days)


def _stands_on(
    checked: Checked, point: Checkpoint, words: EvidenceWords
) -> Iterator[str]:
    """Yield what the entries up to a point stand on, and what to compare it with."""
    t, number = words.t, point.point.number
    tree = t("evidence.tree", number=number)
    yield f"{tree}: {words.digits(point.point.tree)}. {words.signed(point)}"
    if not point.signature:
        yield t("evidence.unsigned_entries", count=checked.unsigned)
        if checked.here is None:
            yield t("evidence.compare_tree", number=number)
    elif checked.key_known:
        yield t("evidence.key_known")
    elif checked.here and checked.here.knows(point):
        yield t("evidence.key_here")
    else:
        yield f"{t('evidence.key')}: {words.key(point)}. {t('evidence.compare')}"
