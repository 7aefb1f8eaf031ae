"""What was found of a file or a fingerprint, in sentences: on pages and terminals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from jospar.documents.words import grouped
from jospar.exchange.annexes.doubts import COLUMNS
from jospar.exchange.annexes.values import Doubt
from jospar.exchange.verification.letters import code_point
from jospar.exchange.verification.typed import FEWEST, Typed
from jospar.exchange.verification.values import Departure, Part
from jospar.exchange.verification.verify import Outcome, Verdict
from jospar.queries.fingerprints import KnownEdition, Standing
from jospar.queries.in_force import AmendedRevision, Force
from jospar.queries.sentences import fill
from jospar.rules.core.nouns import Level
from jospar.rules.core.terms import day_phrase
from jospar.rules.core.titles import WordChange

from .texts import Texts

SHOWN = 100
"""So many departures are shown: with more, it is hardly the same plan."""
_WITHOUT_TEXTS = {Part.LANGUAGE, Part.DOUBT}
_MARKED = {Part.TITLE, Part.COLUMN, Part.HEADING, Part.GROUND, Part.CELL}
"""Parts in which words are marked; the others show both texts whole."""


@dataclass(frozen=True, slots=True)
class DepartureShown:
    """A departure in words: where it is, what it is, and both texts.

    ``words`` mark what went and came, where that is to be shown. ``language`` is that
    of the texts, "" where they are in that of the page.
    """

    where: str
    what: str
    was: str
    now: str
    words: list[WordChange]
    notes: list[str]
    language: str


@dataclass(frozen=True, slots=True)
class DoubtShown:
    """A doubt in words: where it is, and what is doubtful, with what would help."""

    where: str
    said: str


class VerifyWords:
    """What is said of checks in a language."""

    def __init__(self, language: str) -> None:
        """Take ``kk``, ``ru`` or ``en``."""
        self._language = language
        self.t = Texts(language)

    def mistyped(self, typed: Typed) -> str:
        """Return what is wrong with a fingerprint that cannot be looked up."""
        if typed.strange:
            return self.t("verify.strange", signs=" ".join(typed.strange))
        count = len(typed.digits)
        if count < FEWEST:
            return self.t("verify.short", count=count)
        return self.t("verify.long", count=count)

    def headline(self, verdict: Verdict) -> str:
        """Return the verdict in a word or two."""
        return self.t("verify_outcome." + code_of(verdict))

    def sentences(self, verdict: Verdict) -> list[str]:
        """Return the verdict in sentences: what it is, and how that stood."""
        if verdict.outcome is Outcome.UNKNOWN:
            return [
                self.t("verify_said." + ("unknown_file" if verdict.kind else "unknown"))
            ]
        if verdict.known is None:
            unknown = "_unknown" if verdict.outcome is Outcome.ALTERED else ""
            return [self.t("verify_said." + f"{verdict.outcome}{unknown}")]
        which = self.which(verdict.known)
        standing = list(self._standing(verdict.known, verdict.day))
        if verdict.stands:
            only = [] if verdict.kind else [self.t("verify.of_digits")]
            return [f"{which}.", *standing, *only]
        said = self.t("verify_said." + verdict.outcome.value)
        return [said, self.t("verify.claims", which=which), *standing]

    def which(self, known: KnownEdition) -> str:
        """Return how an edition is called."""
        title = known.edition.form.title[self._language]
        return self.t("verify.which", title=title, number=known.number)

    def _standing(self, known: KnownEdition, day: date) -> Iterator[str]:
        """Yield how the edition stood on the day, and by which ground."""
        since = self._day(known.since) if known.since else ""
        values = {"day": self._day(day), "since": since}
        match known.standing:
            case Standing.IN_FORCE:
                yield self.t("verify_said." + "in_force", **values)
                yield self._ground(known)
                if known.force.last_day:
                    yield self.t("force.until", day=self._day(known.force.last_day))
            case Standing.REPLACED if known.by:
                values["since"] = self._day(known.by.since)
                number = known.by.revision
                yield self.t("verify_said." + "replaced", number=number, **values)
                yield self._amendment(known.by)
            case Standing.NOT_YET:
                yield self.t("verify_said." + "not_yet", **values)
                yield self._ground(known)
            case Standing.OVER:
                yield self._over(known, values["day"])
            case _:
                yield self.t("verify_said." + known.standing.value)
                yield from self._other(known)

    def _ground(self, known: KnownEdition) -> str:
        if known.ground:
            return self._amendment(known.ground)
        agreement = known.force.agreement
        on, number = (agreement.on, agreement.number) if agreement else (None, "")
        return self.t("verify.agreed", day=self._day(on), number=number)

    def _amendment(self, made: AmendedRevision) -> str:
        key = "revisions.amended_" + made.route.value
        return self.t(key, number=made.ground, day=self._day(made.since))

    def _over(self, known: KnownEdition, day: str) -> str:
        force = known.force
        if force.force is Force.REPLACED:
            on = self._day(force.replaced_on)
            return self.t("force.replaced", day=day, agreed=on)
        return self.t("force.ended", day=day, last=self._day(force.last_day))

    def _other(self, known: KnownEdition) -> Iterator[str]:
        """Yield where a revision was sent, and what of its plan is in force instead."""
        for sent in known.sent:
            yield self.t(
                "revisions.sent_" + sent.to,
                day=self._day(sent.on),
                number=sent.document,
            )
        if known.force.revision:
            yield self.t("verify.other", number=known.force.revision)
        elif known.force.agreement is None:
            yield self.t("verify.none_agreed")

    def _day(self, day: date | None) -> str:
        return day_phrase(day, self._language) if day else "–"

    def doubts(self, found: Iterable[Doubt]) -> list[DoubtShown]:
        """Return doubts of the reader in words, in their order."""
        return [
            DoubtShown(
                fill(one.place.message, one.place.values, self._language),
                " ".join(
                    fill(text, one.values, self._language)
                    for text in (one.message, one.cure)
                ),
            )
            for one in found
        ]

    def digits(self, verdict: Verdict) -> str:
        """Return the fingerprint in groups, as pages print it."""
        return grouped(verdict.digits)

    def departures(self, found: Iterable[Departure]) -> list[DepartureShown]:
        """Return departures in words, in their order."""
        return [self._departure(one) for one in found]

    def _departure(self, found: Departure) -> DepartureShown:
        notes = [
            self.t(
                "departure.letters",
                was=pair.was,
                now=pair.now,
                was_code=code_point(pair.was),
                now_code=code_point(pair.now),
            )
            for pair in found.letters
        ]
        if found.doubt:
            said = fill(found.doubt.message, found.doubt.values, self._language)
            notes.append(said)
        texts = found.part not in _WITHOUT_TEXTS and (found.was or found.now)
        nothing = self.t("departure.nothing") if texts else ""
        return DepartureShown(
            where=self._where(found),
            what=self._what(found),
            was=self._value(found, found.was) or nothing,
            now=self._value(found, found.now) or nothing,
            words=found.words if found.part in _MARKED and found.was else [],
            notes=notes,
            language=found.language if found.part is not Part.GROUP else "",
        )

    def _where(self, found: Departure) -> str:
        parts = []
        if found.language:
            parts.append(self.t("language." + found.language))
        if found.number:
            parts.append(self.t("departure.row", number=found.number))
        elif found.place:
            parts.append(fill(found.place.message, found.place.values, self._language))
        if found.field in COLUMNS:
            parts.append(COLUMNS[found.field][self._language])
        return " · ".join(parts)

    def _what(self, found: Departure) -> str:
        match found.part:
            case Part.CELL:
                return ""
            case Part.PLAN | Part.KEY:
                return self.t("departure." + f"{found.part}_{found.field}")
            case _:
                return self.t("departure." + found.part.value)

    def _value(self, found: Departure, text: str) -> str:
        """Return a text of a departure; that of a group is the name of a level."""
        if found.part is Part.GROUP and text in set(Level):
            return self.t("level." + text)
        return text


def code_of(verdict: Verdict) -> str:
    """Return the verdict in a code: how an edition stood, or why that is not it."""
    if verdict.stands and verdict.standing:
        return verdict.standing.value
    return verdict.outcome.value
