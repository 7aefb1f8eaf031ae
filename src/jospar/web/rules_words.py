"""The figures of the Rules as sentences, the same on the page and in the report."""

from datetime import date

from jospar.queries.alternatives import Alternatives, Difference
from jospar.queries.conformity import Evidence
from jospar.queries.figures import Behind, Figure, FigureKind, Left, Standing
from jospar.queries.living_rules import LivingRules
from jospar.rules.core.nouns import Language, Text
from jospar.rules.core.terms import day_phrase

from .texts import Texts, table
from .wording import Name, body_name, form_language_of

OF_ONE_PLAN = frozenset({FigureKind.TO_COMMISSION, FigureKind.TO_PRESIDENT})
_BY_PLAN = frozenset(
    {
        Difference.LATE_TO_COMMISSION,
        Difference.LATE_TO_PRESIDENT,
    }
)
_BY_BODY = frozenset({Difference.LATE_LETTERS, Difference.LATE_SENT})


class RulesWords:
    """What the figures of a cycle say in a language."""

    def __init__(self, rules: LivingRules, language: str) -> None:
        """Take the rules of a cycle, and ``kk``, ``ru`` or ``en``."""
        self._rules = rules
        self._language = language
        self.t = Texts(language)

    def figure(self, figure: Figure) -> str:
        """Return the figure as a sentence, with its plan, its time and its lateness."""
        parts = [self._counted(figure)]
        if figure.late and figure.needed > 1:
            parts.append(self.t("rules.late", count=figure.late))
        if figure.left is not None:
            parts.append(self.left(figure.left))
        elif figure.days_late:
            parts.append(self.t("rules.late_by", count=figure.days_late))
        sentence = ", ".join(parts)
        if figure.plan is None:
            return sentence
        return f"{self.t('plan.' + figure.plan)}: {sentence}"

    def _counted(self, figure: Figure) -> str:
        kind = str(figure.kind)
        if figure.kind in OF_ONE_PLAN:
            kind += "_done" if figure.done else "_open"
        return self.t("figure." + kind, done=figure.done, all=figure.needed)

    def left(self, left: Left) -> str:
        """Return how long there is until a deadline, or since it."""
        if left.over:
            return self.t("rules.left_over", count=left.days)
        if not left.days:
            return self.t("rules.left_today")
        if left.working:
            return self.t("rules.left_working", count=left.days)
        return self.t("rules.left_days", count=left.days)

    def about(self, item: Behind) -> Name | None:
        """Return what a record is about: its title, or else its plan."""
        if item.title.kk or item.title.ru:
            return self.text(item.title)
        if item.plan is not None:
            return Name(self.t("plan." + item.plan), self._language)
        return None

    def text(self, text: Text) -> Name:
        """Return a text in the page's language, or in the other where that is empty."""
        language = form_language_of(self._language)
        other = Language.RU if language == Language.KK else Language.KK
        if text[language]:
            return Name(text[language], language)
        return Name(text[other], other.value)

    def who(self, code: str) -> Name:
        """Return the name of a body or a recipient."""
        if code in self._rules.bodies:
            return body_name(self._rules.bodies[code], self._language)
        always = self._rules.ruleset.recipients.always
        named = always[code][self._language] if code in always else code
        return Name(named, self._language)

    def standing(self, item: Behind) -> str:
        """Return how a record stands, and by how much it was late."""
        if item.standing is Standing.LATE and item.days_late:
            return self.t("rules.late_by", count=item.days_late)
        return self.t("behind." + item.standing)

    def option(self, way: Alternatives, option: str) -> str:
        """Return what an option of a reading is called, with its day if it has one."""
        known = f"option.{option}" in table()
        said = self.t("option." + option) if known else option
        if option not in way.days:
            return said
        return self.t("read.day", option=said, day=self.day(way.days[option]))

    def named(self, what: Difference, subject: str) -> Name:
        """Return the name of what two readings say differently."""
        if what in _BY_PLAN:
            return Name(self.t("plan." + subject), self._language)
        if what in _BY_BODY:
            return self.who(subject)
        return Name(subject, self._language)

    def entries(self, evidence: Evidence) -> str:
        """Return the stretches of entries that prove what was done, if there are."""
        if not evidence.ranges:
            return ""
        shown = ", ".join(
            str(first) if first == last else f"{first}–{last}"
            for first, last in evidence.ranges
        )
        if evidence.more:
            shown = f"{shown} {self.t('read.more', count=evidence.more)}"
        return self.t("report.entries", ranges=shown)

    def day(self, day: date) -> str:
        """Return the day as people write it."""
        return day_phrase(day, self._language)
