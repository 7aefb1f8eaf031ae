"""What several acts of amendment ask for."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from jospar.rules.core.act import Case, Unmet, _, check, condition, unmet
from jospar.rules.core.nouns import Plan, PlanStage, Text
from jospar.rules.core.wordings import missing_languages

from .facts import DossierFacts, GroundFacts


class HasPlan(Protocol):
    """Facts about an agreed plan."""

    @property
    def case(self) -> Case:
        """The case of the act."""

    @property
    def plan(self) -> Plan:
        """The plan that is amended."""


class HasKey(Protocol):
    """A filing that names a dossier."""

    @property
    def key(self) -> str:
        """The key of the dossier."""


class HasNumber(Protocol):
    """A filing of a paper with a number."""

    @property
    def number(self) -> str:
        """The number of the paper."""


class HasReason(Protocol):
    """A filing that says why."""

    @property
    def reason(self) -> Text:
        """The reason in both languages."""


@condition(
    "amendments.revision",
    _("The {plan} is not agreed on {on}; there is nothing to amend yet."),
    _("Change the draft, or correct the cycle or the day."),
)
def plan_agreed(facts: HasPlan) -> Unmet | None:
    """What is amended was agreed by the President."""
    if facts.plan.stood_as(PlanStage.AGREED, facts.case.on):
        return None
    return unmet(plan=facts.plan.kind, on=facts.case.on)


@condition(
    "amendments.revision",
    _("No plan of the cycle {year} is agreed on {on}; there is nothing to amend yet."),
    _("Correct the cycle or the day."),
)
def some_plan_agreed(facts: GroundFacts) -> Unmet | None:
    """A ground changes what was agreed."""
    case = facts.case
    if any(plan.stood_as(PlanStage.AGREED, case.on) for plan in facts.plans):
        return None
    return unmet(year=case.year, on=case.on)


@condition(
    "amendments.conclusion",
    _("The conclusion on dossier {key} was given on {given_on}."),
    _("Nothing is left to bring; ask for the instruction, or open another dossier."),
)
def not_concluded(facts: DossierFacts) -> Unmet | None:
    """Grounds and concept are brought, and concluded on, before the conclusion."""
    conclusion = facts.dossier.conclusion
    if conclusion is None:
        return None
    return unmet(key=facts.dossier.key, given_on=conclusion.given_on)


@check(
    "record.key",
    _("The key “{key}” stands for another concept of this cycle."),
    _("Give the dossier a key of its own."),
)
def dossier_key_free(facts: DossierFacts, filing: HasKey) -> Iterator[Unmet]:
    """A key stands for one dossier, and for no concept beside its own."""
    if facts.key_taken:
        yield unmet("key", key=filing.key)


@check(
    "record.key",
    _("There is a paper with the number “{number}” in the record already."),
    _("Correct the number."),
)
def number_of_its_own(facts: GroundFacts, filing: HasNumber) -> Iterator[Unmet]:
    """A number stands for one instruction, and for one decision."""
    if facts.is_known:
        yield unmet("number", number=filing.number)


@check(
    "amendments.revision",
    _("The reason is missing in one language: “{cell}” is empty."),
    _("Write the reason in both languages."),
)
def reason_in_both_languages(facts: object, filing: HasReason) -> Iterator[Unmet]:
    """Why a row changes is said in both languages."""
    yield from missing_languages("reason", filing.reason)


def known_by(day: date | None, on: date) -> bool:
    """Tell whether something had happened by the day of the act."""
    return day is not None and day <= on
