"""Conditions and checks that several acts of carrying out share."""

from collections.abc import Iterator
from typing import Protocol

from jospar.rules.core.act import Unmet, _, check, condition, unmet
from jospar.rules.core.nouns import Language, PlanStage, Text

from .facts import RowFacts


class Renames(Protocol):
    """A filing that gives a treaty another name, for a reason."""

    @property
    def name(self) -> Text:
        """The name in both languages."""

    @property
    def reason(self) -> Text:
        """The reason in both languages."""


@condition(
    "control.general",
    _("The {plan} was not agreed by {on}."),
    _("Correct the plan or the day: only an agreed plan is carried out."),
)
def plan_agreed(facts: RowFacts) -> Unmet | None:
    """What is carried out stands in an agreed plan."""
    plan, on = facts.row.plan, facts.case.on
    if plan.stood_as(PlanStage.AGREED, on):
        return None
    return unmet(plan=plan.kind, on=on)


@condition(
    "offices.table",
    _("The body “{body}” does not answer for row “{concept}” on {on}."),
    _("Only a body that proposes the treaty, or its successor, acts on the row."),
)
def answers_for_row(facts: RowFacts) -> Unmet | None:
    """An officer of a body acts on the rows that this body answers for."""
    actor = facts.case.actor
    if actor.acts_for(*facts.answering):
        return None
    return unmet(body=actor.body, concept=facts.row.key, on=facts.case.on)


@condition(
    "control.general",
    _("Row “{concept}” is out of the {plan} since {removed_on}."),
    _("Correct the row or the day: what was removed is not carried out."),
)
def row_stands(facts: RowFacts) -> Unmet | None:
    """What the Ministry and the bodies plan for is a row of the plan that day."""
    if facts.removed_on is None:
        return None
    return unmet(
        concept=facts.row.key, plan=facts.row.plan.kind, removed_on=facts.removed_on
    )


@check(
    "control.general",
    _("Row “{concept}” was taken out of the {plan} on {removed_on}."),
    _("Check whether the paper is about this row."),
)
def row_not_removed(facts: RowFacts, filing: object) -> Iterator[Unmet]:
    """A paper about a removed row is kept, and what is odd in it is said."""
    if facts.removed_on is not None:
        yield unmet(
            concept=facts.row.key, plan=facts.row.plan.kind, removed_on=facts.removed_on
        )


@check(
    "names.change",
    _("The name is given in one language only."),
    _("Give it in Kazakh and in Russian."),
)
def name_in_both_languages(facts: object, filing: Renames) -> Iterator[Unmet]:
    """A treaty's name stands in both languages."""
    if not (filing.name.kk and filing.name.ru):
        missing = Language.RU if filing.name.kk else Language.KK
        yield unmet(f"name_{missing}")


@check(
    "names.change",
    _("The treaty is called so already."),
    _("Give the name that it has now, or leave the record as it is."),
)
def name_is_another(facts: RowFacts, filing: Renames) -> Iterator[Unmet]:
    """Only a name that differs from the present one is recorded."""
    if filing.name == facts.name:
        yield unmet("name_kk")


@check(
    "names.change",
    _("Of the two names only the {cell} changes."),
    _("Make sure that the name in the other language stays as it was."),
)
def name_differs_in_both(facts: RowFacts, filing: Renames) -> Iterator[Unmet]:
    """A name changes in both languages, or somebody looked why not."""
    old, new = facts.name, filing.name
    changed = [one for one in (Language.KK, Language.RU) if new[one] != old[one]]
    if new.kk and new.ru and len(changed) == 1:
        yield unmet(f"name_{changed[0]}", cell=f"title_{changed[0]}")


@check(
    "record.reasons",
    _("The reason lacks its text in one of the two languages."),
    _("Write it in Kazakh and in Russian."),
)
def reason_in_both_languages(facts: object, filing: Renames) -> Iterator[Unmet]:
    """Why it was done is told in both languages."""
    if not (filing.reason.kk and filing.reason.ru):
        missing = Language.RU if filing.reason.kk else Language.KK
        yield unmet(f"reason_{missing}")
