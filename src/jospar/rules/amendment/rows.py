"""What speaks against a change of a row of an agreed plan."""

from collections.abc import Iterator
from dataclasses import replace

from jospar.rules.core.act import Unmet, _, check, condition, unmet
from jospar.rules.core.horizon import lies_within
from jospar.rules.core.nouns import Procedure, Term, Text, Wording
from jospar.rules.core.wordings import terms_out_of_order, title_disagreements

from .facts import AmendRow, RowChangeFacts
from .nouns import ChangeOutcome, Route, reworded

NEEDED = ("title_kk", "title_ru", "level", "conclude_from", "conclude_to")
"""The cells without which there is no row."""


def wording_after(facts: RowChangeFacts, filing: AmendRow) -> Wording | None:
    """Return how the row will read; None where it leaves, or not enough is said."""
    base = _base(facts, filing)
    return base and reworded(base, filing.changes, filing.procedure)


def _base(facts: RowChangeFacts, filing: AmendRow) -> Wording | None:
    """Return what is reworded: the row, the dossier's concept or a blank wording."""
    if filing.outcome is ChangeOutcome.CHANGE:
        return facts.row.wording if facts.row else None
    if filing.outcome is ChangeOutcome.REMOVE:
        return None
    if facts.dossier is not None:
        return facts.offered
    changes, blank = filing.changes, Text()
    if not (changes.level and changes.conclude_from and changes.conclude_to):
        return None
    term = Term(changes.conclude_from, changes.conclude_to)
    return Wording(blank, blank, blank, changes.level, term, Procedure.NONE)


@condition(
    "amendments.revision",
    _("Ground {ground} was declined; nothing changes under it."),
    _("Name the ground on which the plan changes."),
)
def ground_not_declined(facts: RowChangeFacts) -> Unmet | None:
    """What was declined is no ground."""
    return unmet(ground=facts.ground.number) if facts.ground.declined else None


@condition(
    "record.day",
    _("Ground {ground} is of {ground_on}, after {on}."),
    _("Correct the day: a row changes under a ground that there is."),
)
def follows_ground(facts: RowChangeFacts) -> Unmet | None:
    """A row changes under a ground on the ground's day or later."""
    ground, on = facts.ground, facts.case.on
    if ground.on <= on:
        return None
    return unmet(ground=ground.number, ground_on=ground.on, on=on)


@condition(
    "amendments.revision",
    _("Ground {ground} changes this row already."),
    _("Take the change back to change the row otherwise."),
)
def not_staged(facts: RowChangeFacts) -> Unmet | None:
    """A ground changes a row once."""
    return unmet(ground=facts.ground.number) if facts.staged else None


@check(
    "amendments.revision",
    _("The {plan} has no row “{key}”."),
    _("Correct the plan or the key, or add the row."),
)
def row_in_plan(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """What changes or leaves is a row of the plan."""
    if filing.outcome is not ChangeOutcome.ADD and facts.row is None:
        yield unmet("key", plan=filing.plan, key=filing.key)


@check(
    "amendments.revision",
    _("Row “{key}” was removed on {removed_on} under {removed_by}."),
    _("Nothing is left to change; add a row of another key if it is to return."),
)
def row_not_removed(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """What an amendment removed does not change any more."""
    row = facts.row
    if filing.outcome is ChangeOutcome.ADD or row is None or row.removed_on is None:
        return
    yield unmet(
        "key", key=filing.key, removed_on=row.removed_on, removed_by=facts.removed_by
    )


@check(
    "record.key",
    _("The key “{key}” is in use in this cycle."),
    _("Give the new row a key of its own."),
)
def key_not_in_use(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """A row that is added has a key of its own, or that of its dossier."""
    taken = facts.row is not None or facts.key_taken
    if filing.outcome is ChangeOutcome.ADD and taken:
        yield unmet("key", key=filing.key)


@check(
    "amendments.grounds",
    _("Dossier {key} has no concept to make a row of."),
    _("Ask the body for the concept first."),
)
def dossier_has_concept(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """A row that a dossier asks for is made of its concept."""
    adds = filing.outcome is ChangeOutcome.ADD and facts.dossier is not None
    if adds and facts.offered is None:
        yield unmet("key", key=filing.key)


@check(
    "amendments.instruction",
    _("Instruction {ground} does not answer dossier {key}."),
    _("Name the instruction that does."),
)
def answered_by_instruction(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """What a dossier asks for is added on the instruction that answers it."""
    adds = filing.outcome is ChangeOutcome.ADD and facts.dossier is not None
    by_instruction = facts.ground.route is Route.INSTRUCTION
    if adds and by_instruction and filing.key not in facts.ground.dossiers:
        yield unmet("ground", ground=filing.ground, key=filing.key)


@check(
    "amendments.revision",
    _("The new row lacks “{cell}”."),
    _("Fill it in: a row has a title in both languages, a level, a term, a body."),
)
def new_row_worded(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """A row that no dossier offers is worded whole."""
    if filing.outcome is not ChangeOutcome.ADD or facts.dossier is not None:
        return
    for cell in NEEDED:
        if not filing.changes.fills(cell):
            yield unmet(cell, cell=cell)
    if not filing.proposers:
        yield unmet("proposers", cell="proposers")


@check(
    "record.terms",
    _("The term would end on {last_day}, before it begins on {first_day}."),
    _("Correct the days, or give both."),
)
def amended_terms_in_order(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """No term of the row ends before it begins."""
    if wording := wording_after(facts, filing):
        yield from terms_out_of_order(wording)


@check(
    "amendments.revision",
    _("The term {first_day} – {last_day} lies outside the years of the {plan}."),
    _("Give a term within the plan’s years, or amend the other plan."),
)
def amended_term_within_plan(
    facts: RowChangeFacts, filing: AmendRow
) -> Iterator[Unmet]:
    """A row is concluded within the years of the plan that has it."""
    wording = wording_after(facts, filing)
    new = filing.outcome is ChangeOutcome.ADD
    if wording is None or not (
        new or filing.changes.fills("conclude_from", "conclude_to")
    ):
        return
    term = wording.conclude
    if not lies_within(term, facts.plan.years):
        yield unmet(
            "conclude_from",
            first_day=term.first_day,
            last_day=term.last_day,
            plan=filing.plan,
        )


@check(
    "amendments.revision",
    _("The row reads as before."),
    _("Fill in what changes."),
)
def row_reads_anew(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """A row that changes is printed otherwise; the purpose is not printed."""
    row, after = facts.row, wording_after(facts, filing)
    if filing.outcome is not ChangeOutcome.CHANGE or row is None or after is None:
        return
    if replace(after, purpose=row.wording.purpose) == row.wording:
        yield unmet("outcome")


@check(
    "amendments.revision",
    _("The treaty of row “{key}” was signed on {signed_on}."),
    _("See that what is removed is this row."),
)
def removed_row_unsigned(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """What leaves a plan was not signed yet."""
    row = facts.row
    if filing.outcome is ChangeOutcome.REMOVE and row and row.signed_on is not None:
        yield unmet("key", key=filing.key, signed_on=row.signed_on)


@check(
    "amendments.revision",
    _("The same row waits to be changed under: {grounds}."),
    _("See that the two changes agree; they are made one after the other."),
)
def no_other_change(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """One ground at a time changes a row."""
    if facts.others:
        yield unmet("key", grounds=facts.others)


@check(
    "amendments.conclusion",
    _("By {on} there is no conclusion on dossier {key}."),
    _("The instruction decides; see that the conclusion is in the record."),
)
def addition_concluded_on(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """What a body asked for has the Ministry's conclusion."""
    dossier, on = facts.dossier, facts.case.on
    if filing.outcome is not ChangeOutcome.ADD or dossier is None:
        return
    if not dossier.concluded_by(on):
        yield unmet("key", key=filing.key, on=on)


@check(
    "titles.grammar",
    _("The titles and the level disagree: “{kk}”, “{ru}”."),
    _("Compare the kind of document, the parties and in whose name it is concluded."),
)
def amended_titles_agree(facts: RowChangeFacts, filing: AmendRow) -> Iterator[Unmet]:
    """Titles that are filled in agree with each other and with the level."""
    wording = wording_after(facts, filing)
    if wording and filing.changes.fills("title_kk", "title_ru", "level"):
        yield from title_disagreements(wording)
