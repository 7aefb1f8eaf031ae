"""The offices that act under the Rules, and the person who acts in one."""

from dataclasses import dataclass
from enum import StrEnum


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
