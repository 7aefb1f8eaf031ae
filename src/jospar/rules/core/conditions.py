"""Conditions that acts of several parts of the Rules share."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from .act import Case, HasCase, Unmet, _, check, condition, unmet
from .nouns import Changes, Concept, Language, Plan, PlanStage, Text
from .offices import OF_ONE_BODY
from .wordings import terms_out_of_order, title_disagreements


class HasConcept(Protocol):
    """Facts about a concept."""

    @property
    def case(self) -> Case:
        """The case of the act."""

    @property
    def concept(self) -> Concept:
        """The concept that the act concerns."""


class HasRow(HasConcept, Protocol):
    """Facts about a concept that may have a row in a plan."""

    @property
    def plan(self) -> Plan | None:
        """The plan that the concept has a row in."""


class FillsCells(Protocol):
    """A filing that fills in cells of a concept."""

    @property
    def changes(self) -> Changes:
        """The cells that are filled in."""


class HasApproval(Protocol):
    """Facts about a paper that may have been approved in the outbox."""

    @property
    def case(self) -> Case:
        """The case of the act."""

    @property
    def approved_on(self) -> date | None:
        """The day on which the paper was approved, if it was."""


class HasRecipient(Protocol):
    """A filing about what was sent to a recipient."""

    @property
    def recipient(self) -> str:
        """The code of the recipient."""


class HasText(Protocol):
    """A filing with words that were written by hand."""

    @property
    def text(self) -> Text:
        """The words; both languages are empty where nothing was written."""


@condition(
    "record.day",
    _("Concept {concept} was received on {received_on}, after {on}."),
    _("Correct the day of the act: it cannot come before the concept."),
)
def follows_receipt(facts: HasConcept) -> Unmet | None:
    """An act on a concept has effect on the day of its receipt or later."""
    if facts.concept.received_on <= facts.case.on:
        return None
    return unmet(
        concept=facts.concept.key,
        received_on=facts.concept.received_on,
        on=facts.case.on,
    )


@condition(
    "offices.table",
    _("Concept {concept} is not of the body “{body}”."),
    _("Only a body that proposes the treaty may act on its concept."),
)
def own_concept(facts: HasConcept) -> Unmet | None:
    """An officer of a body acts on the concepts of that body alone."""
    actor = facts.case.actor
    if actor.acts_for(*facts.concept.proposers):
        return None
    return unmet(concept=facts.concept.key, body=actor.body)


def row_is_fixed(facts: HasRow) -> bool:
    """Tell whether the concept's row stands in a plan that is not a draft now."""
    return facts.plan is not None and facts.plan.stage is not PlanStage.DRAFT


def row_is_known(facts: HasRow) -> bool:
    """Tell whether the concept has a row that the actor may know of.

    A body learns which plan its concept stands in when that plan is agreed.
    """
    if facts.plan is None:
        return False
    own_desk = facts.case.actor.office in OF_ONE_BODY
    return not own_desk or facts.plan.stage is PlanStage.AGREED


def is_draft_for(plan: Plan, case: Case) -> bool:
    """Tell whether ``plan`` was a draft when the Ministry acted on it.

    Of the acts that a file brings for one day, a plan's return is among the last.
    """
    returned_after = case.imported and plan.stage_on == case.on
    return plan.stood_as(PlanStage.DRAFT, case.on) and not returned_after


@check(
    "record.terms",
    _("The term would end on {last_day}, before it begins on {first_day}."),
    _("Correct the days, or give both."),
)
def changed_terms_in_order(facts: HasConcept, filing: FillsCells) -> Iterator[Unmet]:
    """No term of the concept ends before it begins once the cells are filled in."""
    yield from terms_out_of_order(filing.changes.apply(facts.concept.wording))


@check(
    "record.day",
    _("The term stands since {term_on}, after {on}, and one of its days is given."),
    _("Give both days of the term, or correct the day of the act."),
)
def fills_the_term_it_followed(
    facts: HasConcept, filing: FillsCells
) -> Iterator[Unmet]:
    """One day of a term is filled into the term that stood on the day of the act."""
    changes, term_on, on = filing.changes, facts.concept.term_on, facts.case.on
    if bool(changes.conclude_from) != bool(changes.conclude_to) and term_on > on:
        yield unmet(term_on=term_on, on=on)


@check(
    "titles.grammar",
    _("The titles and the level disagree: “{kk}”, “{ru}”."),
    _("Compare the kind of document, the parties and in whose name it is concluded."),
)
def changed_titles_agree(facts: HasConcept, filing: FillsCells) -> Iterator[Unmet]:
    """A changed title agrees with the other language and with the level."""
    if filing.changes.fills("title_kk", "title_ru", "level"):
        yield from title_disagreements(filing.changes.apply(facts.concept.wording))


@check(
    "outbox.approval",
    _("The paper that is sent was not approved here."),
    _("Let the head approve it in the outbox, or send what was approved on paper."),
)
def approved_here(facts: HasApproval, filing: object) -> Iterator[Unmet]:
    """A paper leaves once it was approved; a file brings what has left long ago."""
    approved_on, case = facts.approved_on, facts.case
    if not case.imported and (approved_on is None or approved_on > case.on):
        yield unmet()


@check(
    "outbox.approval",
    _("What was written by hand stands in one language only."),
    _("Write it in both languages, or leave the usual words in both."),
)
def text_in_both_languages(facts: object, filing: HasText) -> Iterator[Unmet]:
    """Words written by hand stand in both languages or in none."""
    text = filing.text
    if bool(text.kk) != bool(text.ru):
        yield unmet(f"text_{Language.RU if text.kk else Language.KK}")


@check(
    "offices.table",
    _("The plan was sent to “{recipient}”, not to “{body}”."),
    _("Acknowledge what was sent to your own office."),
)
def own_receipt(facts: HasCase, filing: HasRecipient) -> Iterator[Unmet]:
    """A recipient acknowledges what was sent to it."""
    actor = facts.case.actor
    if not actor.acts_for(filing.recipient):
        yield unmet("recipient", recipient=filing.recipient, body=actor.body)
