"""The ways through the house: which pages an office has, in the order of the year."""

from dataclasses import dataclass

from django.urls import reverse

from jospar.rules.core.nouns import PlanKind
from jospar.rules.core.offices import Office, Sight, offices_of, sees


@dataclass(frozen=True, slots=True)
class Way:
    """A way to a page: the page's name, the sights that open it, its key after ``g``.

    No sights: it is open to everybody who has signed in. Where ``act`` is given, only
    offices that perform it have the page.
    """

    name: str
    key: str
    sights: tuple[Sight, ...] = ()
    act: str = ""


PLANS = (
    Sight.DRAFT_PLANS,
    Sight.COMMISSION_PAPERS,
    Sight.PRESIDENT_PAPERS,
    Sight.AGREED_PLANS,
    Sight.SENT_TO_US,
)
"""Sights of which each opens the plans, at the stages that it covers."""
AMENDMENTS = (
    Sight.ALL_CONCEPTS,
    Sight.OWN_PAPERS,
    Sight.COMMISSION_PAPERS,
    Sight.PRESIDENT_PAPERS,
)
"""Sights of which each opens something of how agreed plans are amended."""
WAYS = (
    Way("start", "d"),
    Way("answers", "a", (Sight.ANSWERS,)),
    Way("concepts", "c", (Sight.ALL_CONCEPTS, Sight.OWN_PAPERS)),
    Way("write", "w", (Sight.OWN_PAPERS, Sight.ALL_CONCEPTS), "intake.submit_concept"),
    Way("plan", "p", PLANS),
    Way("carrying", "x", (Sight.CARRYING_OUT, Sight.OWN_PAPERS)),
    Way("occasions", "e", (Sight.OCCASIONS,)),
    Way("amendments", "n", AMENDMENTS),
    Way("commission", "m", (Sight.COMMISSION_PAPERS,)),
    Way("president", "r", (Sight.PRESIDENT_PAPERS,)),
    Way("outbox", "o", (Sight.OUTBOX,)),
    Way("rules", "l", (Sight.FIGURES,)),
    Way("journal", "j", (Sight.JOURNAL,)),
    Way("readings", "v", (Sight.READINGS,)),
    Way("people", "u", (Sight.PEOPLE,)),
    Way("installation", "i", (Sight.INSTALLATION,)),
    Way("reference", "b", (Sight.REFERENCE,)),
)
_OF_ALL_YEARS = {"readings", "people", "carrying", "installation"}
"""Pages that do not belong to a cycle."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation."""

    name: str
    key: str
    address: str


def ways(office: Office, language: str, year: int) -> list[Link]:
    """Return the links to the pages that the office has in the cycle of ``year``."""
    links = []
    for way in WAYS:
        if way.sights and not any(sees(office, sight) for sight in way.sights):
            continue
        if way.act and office not in offices_of(way.act):
            continue
        kwargs: dict[str, object] = {"language": language, "year": year}
        if way.name == "plan":
            kwargs["kind"] = PlanKind.CURRENT
        if way.name in _OF_ALL_YEARS:
            del kwargs["year"]
        links.append(Link(way.name, way.key, reverse(way.name, kwargs=kwargs)))
    return links
