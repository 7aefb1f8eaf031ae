"""Whether a file or a fingerprint is the plan in force: the door of this package."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from jospar.queries.fingerprints import KnownEdition, Standing, edition_with
from jospar.rules.core.forms import FORM_LANGUAGES, PlanEdition
from jospar.rules.core.nouns import PlanStage
from jospar.rules.core.offices import Actor

from .claims import kind_of, pdf_properties, stated_in
from .contents import StatedContent, content_of
from .of_contents import content_departures
from .of_tables import table_departures
from .values import Departure, FileKind, Part

MakePdf = Callable[[PlanEdition, str], bytes]
"""Makes the PDF of an edition in a language."""


class Outcome(StrEnum):
    """What a fingerprint or a file is found to be."""

    STANDS = "stands"
    """It is what it says; ``known`` tells how that stood on the day."""
    ALTERED = "altered"
    UNPROVEN = "unproven"
    """A PDF that is not what Jospar makes, byte for byte: its text cannot be read."""
    UNKNOWN = "unknown"
    """No edition has the fingerprint, as far as the reader sees."""
    FOREIGN = "foreign"
    """The file states no fingerprint."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of a fingerprint, or of a file of some kind, for a day."""

    outcome: Outcome
    day: date
    digits: str = ""
    known: KnownEdition | None = None
    kind: FileKind | None = None
    departures: tuple[Departure, ...] = ()

    @property
    def in_force(self) -> bool:
        """Whether it is the plan in force on the day, as far as can be told."""
        return self.stands and self.standing is Standing.IN_FORCE

    @property
    def stands(self) -> bool:
        """Whether it is what it says."""
        return self.outcome is Outcome.STANDS

    @property
    def standing(self) -> Standing | None:
        """How the edition stood on the day, if there is one."""
        return self.known.standing if self.known else None


def verify_digits(digits: str, day: date, actor: Actor | None = None) -> Verdict:
    """Return what bears a fingerprint that begins with ``digits``.

    Where the actor is given, only what they see is looked at.
    """
    known = edition_with(digits, day, actor)
    outcome = Outcome.STANDS if known else Outcome.UNKNOWN
    return Verdict(outcome, day, known.edition.fingerprint if known else digits, known)


def verify_file(
    data: bytes, name: str, day: date, make_pdf: MakePdf, actor: Actor | None = None
) -> Verdict:
    """Return whether a file is the edition of a plan that it says it is.

    Args:
        data: what the file holds, which nobody has looked at yet.
        name: its name, for the sentences.
        day: for which is told how the edition stood.
        make_pdf: makes a PDF anew, by which another is proven.
        actor: whose sight bounds the editions that are looked at; None sees all.

    Raises:
        ToldError: it is of no kind that plans are written in, damaged, too large, or
            has no plan in it.
        PdfError: a PDF could not be made.
    """
    kind = kind_of(data, name)
    if kind in (FileKind.JSON, FileKind.XML):
        return _content(content_of(kind, data, name), kind, day, actor)
    stated = stated_in(kind, data, name)
    if not stated:
        return Verdict(Outcome.FOREIGN, day, kind=kind)
    known = edition_with(stated[0], day, actor)
    if known is None:
        return Verdict(Outcome.UNKNOWN, day, stated[0], kind=kind)
    claims = [Departure(Part.CLAIM, was=stated[0], now=other) for other in stated[1:]]
    if kind is FileKind.PDF:
        proven = _is_made(data, known.edition, make_pdf)
        outcome = Outcome.STANDS if proven else Outcome.UNPROVEN
        return Verdict(outcome, day, stated[0], known, kind)
    headings = known.ruleset.headings
    tables = table_departures(kind, data, name, known.edition, headings)
    return _told(kind, day, stated[0], known, (*claims, *tables))


def _content(
    found: StatedContent, kind: FileKind, day: date, actor: Actor | None
) -> Verdict:
    """Return the verdict on a file whose whole content can be computed with."""
    claims: list[Departure] = []
    known = edition_with(found.stated, day, actor)
    if known is None and found.given != found.stated:
        known = edition_with(found.given, day, actor)
        claims.append(Departure(Part.CLAIM, was=found.given, now=found.stated))
    if known is None:
        outcome = Outcome.ALTERED if claims else Outcome.UNKNOWN
        return Verdict(outcome, day, found.stated, None, kind, tuple(claims))
    departures = (*claims, *content_departures(found, known.edition))
    return _told(kind, day, found.stated, known, departures)


def _told(
    kind: FileKind,
    day: date,
    digits: str,
    known: KnownEdition,
    departures: Iterable[Departure],
) -> Verdict:
    found = tuple(departures)
    outcome = Outcome.ALTERED if found else Outcome.STANDS
    return Verdict(outcome, day, digits, known, kind, found)


def _is_made(data: bytes, edition: PlanEdition, make_pdf: MakePdf) -> bool:
    """Tell whether Jospar makes this very PDF of the edition.

    The pages say the stage at which it was made and what was for official use then,
    which may have changed since.
    """
    properties = pdf_properties(data)
    spoken = [language for language in FORM_LANGUAGES if f"{language}-KZ" in properties]
    return any(
        make_pdf(_as(edition, stage, marked), language) == data
        for language in spoken
        for marked in dict.fromkeys((edition.marked, frozenset[str]()))
        for stage in dict.fromkeys((edition.stage, *PlanStage))
    )


def _as(edition: PlanEdition, stage: PlanStage, marked: frozenset[str]) -> PlanEdition:
    return replace(edition, stage=stage, marked=marked)
