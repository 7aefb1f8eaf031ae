"""What a reading noted, as words and as a way to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from jospar.queries.readings import OF_ENTRIES, ReadingKind, ReadThing
from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Sight

from .navigation import PLANS
from .texts import Texts, table
from .visitor import Visitor

_CONCEPTS = (Sight.ALL_CONCEPTS,)
_OPENED_BY: Mapping[ReadingKind, tuple[Sight, ...]] = {
    ReadingKind.CONCEPT: _CONCEPTS,
    ReadingKind.SHOWN: _CONCEPTS,
    ReadingKind.DOSSIER: _CONCEPTS,
    ReadingKind.RECEIPT: _CONCEPTS,
    ReadingKind.FILE: _CONCEPTS,
    ReadingKind.ENTRY: (Sight.JOURNAL,),
    ReadingKind.EVIDENCE: (Sight.JOURNAL,),
    ReadingKind.PLAN: PLANS,
    ReadingKind.SHEET: (Sight.DRAFT_PLANS,),
    ReadingKind.PAPER: (Sight.OUTBOX,),
    ReadingKind.COMMISSION: (Sight.COMMISSION_PAPERS,),
    ReadingKind.DECIDING: (Sight.COMMISSION_PAPERS,),
    ReadingKind.DISAGREEMENTS: (Sight.COMMISSION_PAPERS,),
    ReadingKind.DECISION: (Sight.COMMISSION_PAPERS,),
    ReadingKind.EXTRACT: (Sight.COMMISSION_PAPERS,),
    ReadingKind.PRESIDENT: (Sight.PRESIDENT_PAPERS,),
    ReadingKind.CONFORMITY: (Sight.FIGURES,),
    ReadingKind.CONTROL: (Sight.CARRYING_OUT,),
}
"""Who sees such a thing whole, whichever body it is of: the way is for them."""
_PAGES: Mapping[ReadingKind, str] = {
    ReadingKind.CONCEPT: "concept",
    ReadingKind.SHOWN: "concept",
    ReadingKind.DOSSIER: "dossier",
    ReadingKind.RECEIPT: "receipt",
    ReadingKind.ENTRY: "journal-entry",
    ReadingKind.EVIDENCE: "journal-entry",
    ReadingKind.PLAN: "plan",
    ReadingKind.SHEET: "plan",
    ReadingKind.COMMISSION: "commission",
    ReadingKind.DECIDING: "commission",
    ReadingKind.DISAGREEMENTS: "commission",
    ReadingKind.DECISION: "commission-extracts",
    ReadingKind.EXTRACT: "commission-extracts",
    ReadingKind.PRESIDENT: "president",
    ReadingKind.CONFORMITY: "rules-report",
    ReadingKind.CONTROL: "carrying",
}
_FAMILIES: Mapping[ReadingKind, str] = {
    ReadingKind.SHEET: "sheet.",
}
"""Where the words of codes stand that a reading notes; others are those of plans."""


@dataclass(frozen=True, slots=True)
class ReadShown:
    """A thing as the page shows it; ``address`` is empty where it is not to be seen."""

    text: str
    address: str
    downloaded: bool


def read_shown(thing: ReadThing, visitor: Visitor, language: str) -> ReadShown:
    """Return what was read in the reader's words, with the way to it."""
    t = Texts(language)
    parts = [t("reading_kind." + thing.kind), *_details(thing, t)]
    seen = thing.year is not None and visitor.sees(*_OPENED_BY[thing.kind])
    address = _address(thing, language) if seen else ""
    return ReadShown(" · ".join(parts), address, thing.downloaded)


def _details(thing: ReadThing, t: Texts) -> list[str]:
    """Return what there is to say beside the kind, in the order in which it was noted.

    Codes that the pages have words for are said in those.
    """
    of_entry = thing.kind in OF_ENTRIES
    first = thing.name or (f"№ {thing.number}" if of_entry else str(thing.number))
    if thing.kind is ReadingKind.FILE:
        return [first]
    if thing.kind is ReadingKind.PAPER:
        kind, _slash, subject = _paper(thing).partition("/")
        rest = (f"{_word('choice.paper_kind_', kind, t)} {subject}",)
        return [first, *rest, *thing.rest[-1:]] if thing.downloaded else [first, *rest]
    if thing.kind is ReadingKind.SHOWN:
        return [first, *(_page(part, t) for part in thing.rest)]
    family = _FAMILIES.get(thing.kind, "plan.")
    return [first, *(_word(family, part, t) for part in thing.rest)]


def _page(code: str, t: Texts) -> str:
    """Return what the page is called: most are ways, which people know by name."""
    family = "read_on." if f"read_on.{code}" in table() else "way."
    return _word(family, code, t)


def _word(family: str, code: str, t: Texts) -> str:
    if family == "plan." and code.isdecimal():
        return t("readings.revision", number=code)
    return t(family + code) if f"{family}{code}" in table() else code


def _paper(thing: ReadThing) -> str:
    """Return what the outbox calls the paper; the key in it may have blanks."""
    return " ".join(thing.rest[:-1] if thing.downloaded else thing.rest)


def _address(thing: ReadThing, language: str) -> str:
    year, rest = thing.year, thing.rest
    match thing.kind:
        case ReadingKind.FILE:
            kwargs = {"year": year, "entry": thing.number, "sha256": "".join(rest)}
            return reverse("file", kwargs=kwargs)
        case ReadingKind.PAPER:
            paper = reverse("outbox-paper", kwargs={"language": language, "year": year})
            return f"{paper}?{urlencode({'paper': _paper(thing)})}"
        case ReadingKind.CONTROL:
            return reverse("carrying", kwargs={"language": language})
    own: dict[str, object] = {"language": language, "year": year}
    match _PAGES[thing.kind]:
        case "concept" | "dossier" | "receipt":
            own["entry"] = thing.number
        case "journal-entry":
            own["number"] = thing.number
        case "commission-extracts":
            own["decision"] = thing.number
        case "plan":
            kinds = [kind for kind in PlanKind if kind in rest]
            own["kind"] = kinds[0] if kinds else PlanKind.CURRENT
    return reverse(_PAGES[thing.kind], kwargs=own)
