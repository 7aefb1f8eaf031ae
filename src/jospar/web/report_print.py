"""The conformity report in words, as it is printed."""

import re
from collections.abc import Container

from jospar.documents.conformity_pdf import (
    PrintedItem,
    PrintedLane,
    PrintedLine,
    PrintedPart,
    PrintedReport,
    PrintedYear,
)
from jospar.queries.conformity import Conformity, Kept, ReportItem, ReportLine
from jospar.queries.cycle_record import Explained
from jospar.queries.living_rules import LivingRules

from .repeal_words import repeal_line
from .rules_words import RulesWords
from .texts import Texts
from .wording import brief_day, paragraph_short
from .year_line import Lane, year_line

MARKS = {
    Kept.DONE: "✓",
    Kept.LATE: "!",
    Kept.NOT_DONE: "×",
    Kept.AHEAD: "…",
    Kept.NOTHING: "–",
    Kept.OUTSIDE: "–",
}


def printed(
    rules: LivingRules,
    report: Conformity,
    language: str,
    *,
    records: bool,
    rehearsal: bool,
    marked: Container[str],
) -> PrintedReport:
    """Return the report in words; ``records`` tells whether records are named.

    ``marked`` are the keys of concepts for official use.
    """
    t = Texts(language)
    items = (item.behind for line in report.lines for item in line.items)
    marks = {
        t("official_use.mark"): records and any(one.key in marked for one in items),
        t("site.rehearsal"): rehearsal,
    }
    counts = {kept.value: count for kept, count in report.counts.items()}
    day = RulesWords(rules, language).day(rules.today)
    lead = [
        t("report.as_of", day=day),
        f"{t('start.rules')}: {rules.ruleset.name[language]}.",
        t("report.counts", **counts),
    ]
    if line := repeal_line(rules.ruleset, rules.today, language):
        lead.append(line)
    return PrintedReport(
        language=language,
        title=t("report.heading", year=rules.year),
        lead=tuple(lead),
        year=_year(rules, language),
        mark=" · ".join(mark for mark, stands in marks.items() if stands),
        explanation=t("rules.explanation"),
        columns=(
            t("report.paragraph"),
            t("report.what"),
            t("report.kept"),
            t("report.evidence"),
        ),
        lines=tuple(
            _line(rules, line, language, records=records) for line in report.lines
        ),
        pages=tuple(re.split(r"\{page\}|\{pages\}", _pages(t))),
    )


def _year(rules: LivingRules, language: str) -> PrintedYear:
    t = Texts(language)
    line = year_line(rules.year, rules.deadlines, rules.today, language)
    return PrintedYear(
        said=t(
            "year_line.summary",
            year=rules.year,
            met=line.met,
            late=line.late,
            open=line.open,
        ),
        months=tuple((_percent(month.x), month.name) for month in line.months),
        lanes=tuple(_lane(lane, rules.year, language) for lane in line.lanes),
    )


def _lane(lane: Lane, year: int, language: str) -> PrintedLane:
    t, line = Texts(language), lane.line
    label = [brief_day(line.deadline.due, year, language)]
    if line.paragraph:
        label.append(paragraph_short(t, line.paragraph))
    if line.plan:
        label.append(t("short." + line.plan))
    spans = {"track": lane.track, "done": lane.done, "gold": lane.gold}
    return PrintedLane(
        label=" · ".join(label),
        parts=tuple(
            PrintedPart(kind, _percent(span.x), _percent(span.width))
            for kind, span in {**spans, "late": lane.late}.items()
            if span
        ),
        due=_percent(lane.due),
    )


def _percent(place: str) -> float:
    return float(place.removesuffix("%"))


def _pages(t: Texts) -> str:
    return t("report.page", page="{page}", pages="{pages}")


def _line(
    rules: LivingRules, line: ReportLine, language: str, *, records: bool
) -> PrintedLine:
    t, words = Texts(language), RulesWords(rules, language)
    provision = line.provision
    return PrintedLine(
        paragraph=provision.paragraph or "",
        gist=provision.gist[language],
        kept=t("kept." + line.kept),
        mark=MARKS[line.kept],
        figure=words.figure(line.figure)
        if line.figure
        else provision.outside[language],
        evidence=words.entries(line.evidence),
        items=tuple(
            _item(item, words, named=records or not _has_title(item), t=t)
            for item in line.items
        ),
        more=t("read.more", count=line.more) if line.more else "",
        explanations=tuple(_why(why, words) for why in line.explanations),
    )


def _has_title(item: ReportItem) -> bool:
    title = item.behind.title
    return bool(title.kk or title.ru)


def _item(item: ReportItem, words: RulesWords, *, named: bool, t: Texts) -> PrintedItem:
    behind = item.behind
    parts = []
    if named:
        about = words.about(behind)
        parts += [behind.key, about.text if about else ""]
        parts.append(words.who(behind.body).text if behind.body else "")
    else:
        parts.append(t("report.unnamed"))
    if behind.on:
        parts.append(words.day(behind.on))
    if behind.entry is not None:
        parts.append(t("behind.number", number=behind.entry))
    return PrintedItem(
        what=", ".join(part for part in parts if part),
        standing=words.standing(behind),
        explanation=_why(item.explanation, words) if item.explanation else "",
    )


def _why(explained: Explained, words: RulesWords) -> str:
    return words.text(explained.text).text
