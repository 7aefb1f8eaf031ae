"""The offices that act under the Rules, what they do and see, and who acts in one.

The table itself is ``offices.toml``.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Office(StrEnum):
    """An office: what a person may do, whoever the person is."""

    BODY_OFFICER = "body_officer"
    REGISTRAR = "registrar"
    REVIEWER = "reviewer"
    HEAD = "head"
    PLANNER = "planner"
    CONTROLLER = "controller"
    COMMISSION_SECRETARY = "commission_secretary"
    ADMINISTRATION_OFFICER = "administration_officer"
    RECIPIENT = "recipient"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Sight(StrEnum):
    """Something that an office may see."""

    OWN_PAPERS = "own_papers"
    """What the own body filed, and what became of it."""
    ALL_CONCEPTS = "all_concepts"
    """Concepts of every body, and letters of none."""
    REVIEW_PAPERS = "review_papers"
    """Opinions, clarifications and conclusions before they are sent."""
    ANSWERS = "answers"
    """Which body answered and which is silent."""
    DRAFT_PLANS = "draft_plans"
    OCCASIONS = "occasions"
    """High-level agreements and events."""
    COMMISSION_PAPERS = "commission_papers"
    """What was sent to the Commission, and what it decided."""
    PRESIDENT_PAPERS = "president_papers"
    """What was sent to the President, and the replies."""
    OUTBOX = "outbox"
    AGREED_PLANS = "agreed_plans"
    CARRYING_OUT = "carrying_out"
    """How agreed plans are carried out, by whatever body."""
    SENT_TO_US = "sent_to_us"
    """The agreed plans that were sent to the own body or recipient."""
    FIGURES = "figures"
    """The Living Rules: each provision with its figure."""
    JOURNAL = "journal"
    READINGS = "readings"
    """The record of reading: who read and downloaded what."""
    PEOPLE = "people"
    INSTALLATION = "installation"
    """How the machine and the program stand."""
    REFERENCE = "reference"
    """Bodies, calendars and rulesets."""


OF_PAST_DAYS = frozenset(
    {
        Office.REGISTRAR,
        Office.REVIEWER,
        Office.HEAD,
        Office.PLANNER,
        Office.CONTROLLER,
        Office.ADMINISTRATOR,
    }
)
"""Who may record an act of a past day: the Ministry, and who keeps reference data."""
OF_ONE_BODY = frozenset({Office.BODY_OFFICER, Office.RECIPIENT})
"""The offices that act for one body or recipient alone."""
WORKBOOK, COMMAND_LINE = "workbook", "command line"
"""What the record calls who acts by a file or on the machine, and has not signed in."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts, in which office, of which body, and for whom when standing in.

    ``body`` is the code of the body or recipient that the office belongs to; the
    offices of the Ministry, the Commission and the Administration need none.
    """

    person: str
    office: Office
    body: str = ""
    standing_in_for: str = ""

    def acts_for(self, *bodies: str) -> bool:
        """Tell whether the actor's office may act for one of ``bodies``."""
        return self.office not in OF_ONE_BODY or self.body in bodies


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """A line of the table: the office's name by language, its acts and sights."""

    name: Mapping[str, str]
    does: frozenset[str]
    sees: frozenset[Sight]


@cache
def table() -> Mapping[Office, OfficeLine]:
    """Return what each office does and sees, in the order of the table."""
    text = files(__package__).joinpath("offices.toml").read_text("utf-8")
    return {
        Office(code): OfficeLine(
            name=line["name"],
            does=frozenset(line["does"]),
            sees=frozenset(map(Sight, line["sees"])),
        )
        for code, line in tomllib.loads(text).items()
    }


def offices_of(act: str) -> frozenset[Office]:
    """Return the offices that perform the act with that code."""
    return frozenset(office for office, line in table().items() if act in line.does)


def sees(office: Office, sight: Sight) -> bool:
    """Tell whether the office sees such things."""
    return sight in table()[office].sees
