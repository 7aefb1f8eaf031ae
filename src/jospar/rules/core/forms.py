"""The two annex forms: which rows a plan has, in which order, and their cells."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from .nouns import Language, Level, PlanKind, PlanStage, Text, Wording
from .terms import procedure_phrase, term_phrase
from .titles import kazakh_order

FORM_LANGUAGES = (Language.KK, Language.RU)
"""The languages that the forms exist in, one document each."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A concept as it stands in a plan: what a row of the form is made of.

    ``proposers`` are codes of bodies, the first proposer first; ``remarks`` are the
    Commission's, in the order of its decisions. ``place`` is where the row stood in the
    document that it was brought in from, 0 where it was not.
    """

    concept: str
    proposers: tuple[str, ...]
    wording: Wording
    remarks: tuple[Text, ...] = ()
    place: int = 0


@dataclass(frozen=True, slots=True)
class Body:
    """A central state body as a plan prints it; ``position`` is the official order."""

    code: str
    name: Text
    position: int
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A numbered row: ``cells`` holds six texts for each language of the forms."""

    number: int
    concept: str
    body: str
    cells: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A group of rows under its heading; it stands even when it has no rows."""

    level: Level
    heading: Mapping[str, str]
    rows: tuple[FormRow, ...]


@dataclass(frozen=True, slots=True)
class PlanForm:
    """A plan in its annex form, in both languages.

    ``title`` and ``columns`` are the headings by language, the title with its years.
    """

    kind: PlanKind
    years: tuple[int, ...]
    ruleset: str
    title: Mapping[str, str]
    columns: Mapping[str, tuple[str, ...]]
    groups: tuple[FormGroup, ...]

    @property
    def name(self) -> str:
        """The name of the plan's files: ``current-2025``, ``long-term-2026-2028``."""
        years = sorted({self.years[0], self.years[-1]})
        return "-".join([self.kind.replace("_", "-"), *map(str, years)])

    def content(self) -> dict[str, object]:
        """Return what the plan says, as the plain values that are fingerprinted."""
        return {
            "plan": self.kind.value,
            "years": list(self.years),
            "ruleset": self.ruleset,
            "groups": [
                {
                    "level": group.level.value,
                    "heading": {
                        language.value: group.heading[language]
                        for language in FORM_LANGUAGES
                    },
                    "rows": [
                        {
                            "number": row.number,
                            "concept": row.concept,
                            "body": row.body,
                            "cells": {
                                language.value: list(row.cells[language])
                                for language in FORM_LANGUAGES
                            },
                        }
                        for row in group.rows
                    ],
                }
                for group in self.groups
            ],
        }


@dataclass(frozen=True, slots=True)
class PlanEdition:
    """A plan's form with where it stands: what a document prints.

    ``revision`` is the number under which this content is kept, or will be when it
    is sent. ``fingerprint`` is 64 hexadecimal digits. What a ``rehearsal`` made bears
    a mark, so that nobody takes it for a paper. ``marked`` are the keys of concepts in
    it that are for official use now; no fingerprint covers that. ``amended`` says on
    what ground the revision amended the agreed plan, empty for any other.
    """

    form: PlanForm
    stage: PlanStage
    revision: int
    fingerprint: str
    rehearsal: bool = False
    marked: frozenset[str] = frozenset()
    amended: Text = field(default_factory=Text)


@dataclass(frozen=True, slots=True)
class FormHeadings:
    """The headings of the forms by language, as the ruleset gives them."""

    titles: Mapping[PlanKind, Mapping[str, str]]
    columns: Mapping[str, tuple[str, ...]]
    groups: Mapping[Level, Mapping[str, str]]


def years_phrase(years: tuple[int, ...]) -> str:
    """Return the years as a heading names them: ``2025`` or ``2026–2028``."""
    return "–".join(str(year) for year in sorted({years[0], years[-1]}))


def lay_out(
    *,
    kind: PlanKind,
    years: tuple[int, ...],
    ruleset: str,
    headings: FormHeadings,
    standings: Iterable[Standing],
    bodies: Mapping[str, Body],
) -> PlanForm:
    """Return the plan as its form, with rows in the order of the annex ("plans.forms").

    The three groups stand in the order of the levels; within one, rows go by the
    official order of the first proposer, by the term, by the Kazakh title, by key.
    What was brought in stands as it stood, before what was added. Numbers run through
    the whole plan.
    """
    ordered = sorted(standings, key=lambda standing: _order(standing, bodies))
    rows = {level: [] for level in Level}  # type: dict[Level, list[FormRow]]
    by_level = sorted(ordered, key=lambda row: list(Level).index(row.wording.level))
    for number, standing in enumerate(by_level, start=1):
        rows[standing.wording.level].append(_row(number, standing, bodies))
    return PlanForm(
        kind=kind,
        years=years,
        ruleset=ruleset,
        title={
            language: title.format(years=years_phrase(years))
            for language, title in headings.titles[kind].items()
        },
        columns=headings.columns,
        groups=tuple(
            FormGroup(level, headings.groups[level], tuple(rows[level]))
            for level in Level
        ),
    )


def _order(standing: Standing, bodies: Mapping[str, Body]) -> tuple[object, ...]:
    conclude = standing.wording.conclude
    return (
        standing.place == 0,
        standing.place,
        bodies[standing.proposers[0]].position,
        conclude.first_day,
        conclude.last_day,
        kazakh_order(standing.wording.title.kk),
        standing.concept,
    )


def _row(number: int, standing: Standing, bodies: Mapping[str, Body]) -> FormRow:
    first, *others = (bodies[code] for code in standing.proposers)
    proposers = [first, *sorted(others, key=attrgetter("position"))]
    wording = standing.wording
    return FormRow(
        number=number,
        concept=standing.concept,
        body=first.code,
        cells={
            language: (
                str(number),
                "; ".join(body.name[language] for body in proposers),
                wording.title[language],
                term_phrase(wording.conclude, language),
                procedure_phrase(wording, language),
                "; ".join(
                    text
                    for text in (
                        wording.note[language],
                        *(remark[language] for remark in standing.remarks),
                    )
                    if text
                ),
            )
            for language in FORM_LANGUAGES
        },
    )
