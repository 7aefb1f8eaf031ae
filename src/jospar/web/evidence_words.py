"""An evidence file in words, and its page for people."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from django.template.loader import render_to_string

from jospar.documents.words import grouped
from jospar.exchange.evidence.contents import Day
from jospar.exchange.evidence.reading import EntryRead, EvidenceRead
from jospar.procedure.checkpoints import Checkpoint, fingerprint_of, key_of
from jospar.procedure.journal import Header
from jospar.queries.evidence_subjects import SubjectKind
from jospar.rules.core.deadlines import day_in_astana
from jospar.rules.core.forms import Body, years_phrase
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.terms import day_phrase

from .journal_content import Said, said, when
from .texts import Texts
from .wording import body_name, office_name


def evidence_page(read: EvidenceRead, language: str) -> bytes:
    """Return the page for people, of nothing but what the file holds."""
    words = EvidenceWords(read, language)
    values = {"t": words.t, "language": language, "words": words, "read": read}
    return render_to_string("evidence.html", values).encode()


class EvidenceWords:
    """What an evidence file says, in a language."""

    def __init__(self, read: EvidenceRead, language: str) -> None:
        """Take ``kk``, ``ru`` or ``en``."""
        self._read, self._language = read, language
        self.t = Texts(language)
        self._bodies = dict(_bodies(read))
        self._persons = dict(_persons(read))

    @property
    def title(self) -> str:
        """What the file is about."""
        about = self._read.evidence.about
        plan = about.kind is SubjectKind.PLAN
        name = self.t("plan." + about.name) if plan else about.name
        return self.t("evidence.of_" + about.kind, name=name, year=about.year)

    @property
    def marks(self) -> list[str]:
        """What the page bears at its top: for official use, or of a rehearsal."""
        headers = [one.header for one in self._read.entries]
        marks = {
            self.t("official_use.mark"): self._read.evidence.official_use,
            self.t("site.rehearsal"): any(one and one.rehearsal for one in headers),
        }
        return [mark for mark, stands in marks.items() if stands]

    def act(self, header: Header) -> str:
        """Return what happened, in a few words."""
        return self.t("act_was." + header.act.replace(".", "_"))

    def act_of(self, number: int) -> str:
        """Return the same of an entry that is shown."""
        headers = {one.proof.number: one.header for one in self._read.entries}
        header = headers[number]
        return self.act(header) if header else ""

    def who(self, header: Header) -> str:
        """Return who acted, in which office, and for whom."""
        person = self._persons.get(header.person, header.person)
        if other := header.standing_in_for:
            other = self._persons.get(other, other)
            person = self.t("journal.stood_in", person=person, other=other)
        body = self.body(header.body)
        office = office_name(header.office, self._language)
        return f"{person}, {office} ({body})" if body else f"{person}, {office}"

    def plan_title(self, form: str) -> str:
        """Return how the plan is called in a language of the forms."""
        plan = self._read.plan
        if plan is None:
            return ""
        title = self._read.ruleset.headings.titles[PlanKind(plan.plan)][form]
        return title.format(years=years_phrase(tuple(plan.years)))

    def rows(self, form: str) -> list[tuple[str, list[list[str]]]]:
        """Return the groups of the plan with their rows, in a language of the forms."""
        plan = self._read.plan
        return [
            (group.heading[form], [row.cells[form] for row in group.rows])
            for group in (plan.groups if plan else ())
        ]

    def body(self, code: str) -> str:
        """Return what a body is called, or its code."""
        found = self._bodies.get(code)
        return body_name(found, self._language).text if found else code

    def reader(self) -> str:
        """Return for whom the file was made."""
        reader = self._read.evidence.reader
        office = office_name(reader.office, self._language)
        return f"{office} ({self.body(reader.body)})" if reader.body else office

    def document(self, header: Header) -> str:
        """Return the paper that proves the day of effect."""
        workbook = header.document.startswith("sha256:")
        return self.t("journal.workbook") if workbook else header.document or "–"

    def grounds(self, header: Header) -> list[tuple[str, str]]:
        """Return the paragraphs, and what they say; practice where there are none."""
        known = self._read.ruleset.provisions
        found = [known[code] for code in header.provisions if code in known]
        of_law = [one for one in found if one.paragraph]
        return [
            (one.paragraph or "", one.gist[self._language]) for one in of_law or found
        ]

    def gist(self, day: Day) -> tuple[str, str]:
        """Return the paragraph of a deadline, and what must be done by it."""
        found = self._read.ruleset.provisions[day.provision]
        return found.paragraph or "", found.gist[self._language]

    def readings(self, day: Day) -> list[str]:
        """Return how the open words of a deadline are read."""
        return [
            one.text[self._language]
            for one in self._read.ruleset.readings.values()
            if one.provision == day.provision
        ]

    def days_off(self, day: Day) -> list[tuple[date, str]]:
        """Return the days that a deadline skips, and why each is off."""
        calendar = self._read.calendar
        return [
            (off, calendar.reason_text(reason, self._language) if calendar else reason)
            for off, reason in day.skipped
        ]

    def content(self, entry: EntryRead) -> tuple[Said, ...]:
        """Return what the act was told."""
        return said(self._named(entry.filing or {}), self._language)

    def effects(self, entry: EntryRead) -> list[tuple[Said, ...]]:
        """Return what legally happened."""
        return [said(self._named(one), self._language) for one in entry.effects or ()]

    def _named(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return what an entry says, with the names of bodies for their codes."""
        known = {name: value for name, value in values.items() if name != "effect"}
        for name in ("body", "recipient"):
            if name in known:
                known[name] = self.body(known[name])
        if "proposers" in known:
            known["proposers"] = [self.body(code) for code in known["proposers"]]
        return known

    def moment(self, text: str) -> str:
        """Return a moment as people write it, in Astana."""
        return when(text, self._language)

    def day(self, day: date) -> str:
        """Return a day as people write it."""
        return day_phrase(day, self._language)

    def signed(self, checkpoint: Checkpoint) -> str:
        """Return when a point was signed, or that it was not."""
        if not checkpoint.signature:
            return self.t("evidence.unsigned")
        moment = datetime.fromisoformat(checkpoint.point.at)
        return self.t("evidence.signed", day=self.day(day_in_astana(moment)))

    def key(self, checkpoint: Checkpoint) -> str:
        """Return the fingerprint of the key that a point was signed with, in groups."""
        key = key_of(checkpoint)
        return grouped(fingerprint_of(key)) if key else ""

    def digits(self, digest: str) -> str:
        """Return a fingerprint in groups."""
        return grouped(digest)


def _bodies(read: EvidenceRead) -> Iterator[tuple[str, Body]]:
    for one in read.entries:
        if one.header and one.filing and one.header.act == "reference.list_body":
            said = one.filing
            name = Text(said["name"]["kk"], said["name"]["ru"])
            yield said["code"], Body(said["code"], name, 0, said["name_en"])


def _persons(read: EvidenceRead) -> Iterator[tuple[str, str]]:
    for one in read.entries:
        if one.header and one.filing and one.header.act == "reference.appoint":
            yield one.filing["person"], one.filing["name"]
