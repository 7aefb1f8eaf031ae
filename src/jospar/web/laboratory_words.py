"""What would differ under other rules, in sentences: on the page and the terminal."""

from datetime import date

from jospar.queries.laboratory import (
    ChangedReading,
    Fate,
    Laboratory,
    OtherActs,
)
from jospar.queries.laboratory_deadlines import DeadlineDays, DeadlinePair
from jospar.queries.laboratory_findings import Finding, What
from jospar.queries.laboratory_revisions import RevisionPair
from jospar.queries.sentences import sentence
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.terms import day_phrase

from .texts import Texts, table
from .wording import Name, body_name, paragraph_short

_BY_BODY = frozenset({What.LATE_LETTERS, What.LATE_SENT, What.RECIPIENTS})
_BY_PLAN = frozenset({What.LATE_TO_COMMISSION, What.LATE_TO_PRESIDENT})


def option_name(option: str, language: str) -> str:
    """Return what an option of a reading is called; a draft may have new ones."""
    if f"option.{option}" not in table():
        return option or "–"
    t = Texts(language)
    return t("option." + option)


class LaboratoryWords:
    """What a comparison says in a language."""

    def __init__(self, found: Laboratory, language: str) -> None:
        """Take what was found, and ``kk``, ``ru`` or ``en``."""
        self._found = found
        self._language = language
        self.t = Texts(language)

    def gist(self, provision: str) -> str:
        """Return what the provision says under the other rules."""
        return self._found.would.provisions[provision].gist[self._language]

    def paragraph(self, provision: str) -> str:
        """Return the paragraph, and what it would be where the numbers differ."""
        numbers = [self._number(self._found.was, provision)]
        if (other := self._number(self._found.would, provision)) not in numbers:
            numbers.append(other)
        return " → ".join(numbers)

    def _number(self, ruleset: Ruleset, provision: str) -> str:
        known = ruleset.provisions.get(provision)
        if known is None or known.paragraph is None:
            return "–"
        return paragraph_short(self.t, known.paragraph)

    def reading(self, reading: ChangedReading) -> str:
        """Return how an open word is read, and how it would be."""
        was, would = (
            option_name(option, self._language)
            for option in (reading.was, reading.would)
        )
        return _sentence(self.t("laboratory.reading", was=was, would=would))

    def days(self, days: DeadlineDays | None) -> str:
        """Return the day that counts, and the deadline's other one if it has two."""
        if days is None:
            return self.t("laboratory.no_deadline")
        if days.due == days.outer:
            return self.day(days.due)
        counts = self.day(days.late_after)
        if days.late_after == days.due:
            return self.t(
                "laboratory.strict", counts=counts, other=self.day(days.outer)
            )
        return self.t("laboratory.wide", counts=counts, other=self.day(days.due))

    def revision(self, pair: RevisionPair) -> str:
        """Return since when a revision would be in force, and since when it is."""
        was, would = (
            self.day(day) if day else self.t("laboratory.no_revision")
            for day in (pair.was, pair.would)
        )
        said = {"plan": self.plan(pair.plan), "number": pair.number}
        return self.t("laboratory.revision", **said, was=was, would=would)

    def met(self, days: DeadlineDays | None) -> str:
        """Return when a deadline was met, and how late that was."""
        if days is None or days.met_on is None or days.late is None:
            return self.t("laboratory.not_met")
        said = self.t("laboratory.met", day=self.day(days.met_on))
        if not days.late:
            return said
        return f"{said}, {self.t('rules.late_by', count=days.late)}"

    def deadline(self, pair: DeadlinePair) -> str:
        """Return what would become of a deadline, in a sentence."""
        said = self.t(
            "laboratory.deadline",
            was=self._whole_days(pair.was),
            would=self._whole_days(pair.would),
        )
        return _sentence(
            said if pair.plan is None else f"{self.plan(pair.plan)}: {said}"
        )

    def _whole_days(self, days: DeadlineDays | None) -> str:
        said = self.days(days)
        return said if days is None else f"{said}, {self.met(days)}"

    def finding(self, found: Finding) -> str:
        """Return a difference as a sentence, with how many bodies it is of."""
        of = self.t("laboratory.of", count=len(found.bodies)) if found.bodies else ""
        said = self.t(
            f"lab_{found.side}.{found.what}", count=len(found.subjects), of=of
        )
        return _sentence(" ".join(said.split()))

    def subjects(self, found: Finding) -> list[Name]:
        """Return what a difference is about: keys, or names of bodies or plans."""
        if found.what in _BY_PLAN:
            return [
                Name(self.plan(PlanKind(kind)), self._language)
                for kind in found.subjects
            ]
        if found.what in _BY_BODY:
            return [self.who(code) for code in found.subjects]
        return [Name(key, self._language) for key in found.subjects]

    def bodies(self, found: Finding) -> list[Name]:
        """Return the names of the bodies whose concepts a difference is about."""
        return [self.who(code) for code in found.bodies]

    def who(self, code: str) -> Name:
        """Return the name of a body or a recipient."""
        if code in self._found.bodies:
            return body_name(self._found.bodies[code], self._language)
        for rules in (self._found.was, self._found.would):
            if code in rules.recipients.always:
                return Name(
                    rules.recipients.always[code][self._language], self._language
                )
        return Name(code, self._language)

    def acts(self, group: OtherActs) -> str:
        """Return what would become of acts of one kind."""
        act = self.t("act." + group.act.replace(".", "_"))
        return self.t("lab_acts." + group.fate, count=len(group.acts), act=act) + "."

    def why(self, group: OtherActs) -> str:
        """Return the first one's reason; it names the act's own day and key."""
        said = sentence(group.acts[0].objection, self._language, cure=False)
        return self.t("lab_why." + group.fate, why=said)

    def about(self, group: OtherActs) -> list[str]:
        """Return what the acts are about, each once."""
        return sorted({self._subject(act.subject) for act in group.acts} - {""})

    def _subject(self, subject: str) -> str:
        if subject in set(PlanKind):
            return self.plan(PlanKind(subject))
        return self.who(subject).text

    def totals(self) -> list[str]:
        """Return the whole in figures: acts, then rows of the plans."""
        totals = self._found.totals
        said = [self.t("laboratory.acts", count=totals.acts)]
        said += (
            self.t("lab_total." + fate, count=count)
            for fate, count in (
                (Fate.REFUSED, totals.refused),
                (Fate.FOLLOWS, totals.follows),
                (Fate.GAINED, totals.gained),
            )
            if count
        )
        said += (
            self.t(
                "laboratory.rows",
                plan=self.plan(kind),
                was=totals.rows_was[kind],
                would=totals.rows_would[kind],
            )
            for kind in PlanKind
            if totals.rows_was[kind] != totals.rows_would[kind]
        )
        return [_sentence(one) for one in said]

    def same(self) -> str:
        """Return the paragraphs under which nothing differs, or nothing."""
        differing = [one.provision for one in self._found.compared]
        differing += (group.provision for group in self._found.follows)
        others = set(map(self.paragraph, differing))
        numbers = dict.fromkeys(map(self.paragraph, self._found.same))
        same = [number for number in numbers if number not in others]
        return self.t("laboratory.same", numbers=", ".join(same)) if same else ""

    def plan(self, kind: PlanKind) -> str:
        """Return what the plan is called."""
        return self.t("plan." + kind)

    def day(self, day: date) -> str:
        """Return the day as people write it."""
        return day_phrase(day, self._language)


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}."
