"""What a file for machines says otherwise than a revision: every text and every key."""

from collections.abc import Iterator

from jospar.documents.characters import printable
from jospar.exchange.annexes.values import FIELDS
from jospar.rules.core.forms import FORM_LANGUAGES, FormGroup, FormRow, PlanEdition

from .contents import Content, Group, Row, StatedContent
from .values import Departure, Part


def content_departures(
    found: StatedContent, edition: PlanEdition
) -> Iterator[Departure]:
    """Yield where what a file says departs from ``edition``, in its order.

    Characters that XML cannot hold do not count.
    """
    content, form = found.content, edition.form
    for name, was, now in (
        ("kind", form.kind.value, content.plan),
        ("years", " ".join(map(str, form.years)), " ".join(map(str, content.years))),
        ("ruleset", form.ruleset, content.ruleset),
    ):
        if was != now:
            yield Departure(Part.PLAN, field=name, was=was, now=now)
    for language, now in found.amended.items():
        yield from _text(Part.GROUND, language, edition.amended[language], now)
    yield from _headings(found, edition)
    yield from _rows(content, edition)


def _headings(found: StatedContent, edition: PlanEdition) -> Iterator[Departure]:
    form = edition.form
    for language in FORM_LANGUAGES:
        if said := found.headings.get(language.value):
            kept = (form.title[language], *form.columns[language])
            for at, (was, now) in enumerate(zip(kept, said, strict=True)):
                part = Part.COLUMN if at else Part.TITLE
                yield from _text(part, language.value, was, now)
        kept_groups = {group.level.value: group for group in form.groups}
        for group in found.content.groups:
            if kept_group := kept_groups.pop(group.level, None):
                was = kept_group.heading[language]
                now = group.heading[language.value]
                yield from _text(Part.HEADING, language.value, was, now)
            else:
                yield Departure(Part.HEADING, language.value, now=group.level)
        for left in kept_groups.values():
            yield Departure(Part.HEADING, language.value, was=left.heading[language])


def _text(part: Part, language: str, was: str, now: str) -> Iterator[Departure]:
    if printable(was) != printable(now):
        yield Departure(part, language, was=was, now=now)


def _rows(content: Content, edition: PlanEdition) -> Iterator[Departure]:
    said = [(group, row) for group in content.groups for row in group.rows]
    kept = [(group, row) for group in edition.form.groups for row in group.rows]
    pairs = _pairs(said, kept)
    found: list[Departure] = []
    for at, (kept_group, row) in enumerate(kept):
        if at in pairs:
            group, now = said[pairs[at]]
            found += _row(kept_group, row, group, now)
        else:
            found += _whole(Part.MISSING, row.number, was=row)
    for place in sorted(set(range(len(said))) - set(pairs.values())):
        row_said = said[place][1]
        found += _whole(Part.ADDED, row_said.number, now=row_said)
    order = [place for _at, place in sorted(pairs.items())]
    if not found and order != sorted(order):
        found.append(Departure(Part.PLAN, field="order"))
    yield from found


def _pairs(
    said: list[tuple[Group, Row]], kept: list[tuple[FormGroup, FormRow]]
) -> dict[int, int]:
    """Return the places in the file by those in the revision.

    Rows of one key belong together; of those left over, rows of one number.
    """
    pairs: dict[int, int] = {}
    free = dict.fromkeys(range(len(said)))
    for name in ("concept", "number"):
        places = {getattr(said[place][1], name): place for place in reversed(free)}
        for at, (_group, row) in enumerate(kept):
            place = places.get(getattr(row, name))
            if at not in pairs and place in free:
                pairs[at] = place
                del free[place]
    return pairs


def _row(
    kept_group: FormGroup, row: FormRow, group: Group, now: Row
) -> Iterator[Departure]:
    if group.level != kept_group.level:
        was = kept_group.level.value
        yield Departure(
            Part.GROUP, "", row.number, row.concept, was=was, now=group.level
        )
    for name in ("concept", "body"):
        if printable(getattr(row, name)) != printable(getattr(now, name)):
            was, said = getattr(row, name), getattr(now, name)
            yield Departure(Part.KEY, "", row.number, row.concept, name, was, said)
    if now.number != row.number:
        was, said = str(row.number), str(now.number)
        yield Departure(Part.CELL, "", row.number, row.concept, "number", was, said)
    for language in FORM_LANGUAGES:
        cells = zip(FIELDS, row.cells[language], now.cells[language.value], strict=True)
        for name, was, said in cells:
            renumbered = name == "number" and now.number != row.number
            if printable(was) != printable(said) and not renumbered:
                yield Departure(
                    *(Part.CELL, language.value, row.number, row.concept),
                    *(name, was, said),
                )


def _whole(
    part: Part, number: int, *, was: FormRow | None = None, now: Row | None = None
) -> Iterator[Departure]:
    """Yield a row that is missing or added, in both languages."""
    for language in FORM_LANGUAGES:
        yield Departure(
            part,
            language.value,
            number,
            was.concept if was else "",
            was=" | ".join(was.cells[language]) if was else "",
            now=" | ".join(now.cells[language.value]) if now else "",
        )
