"""A row of an agreed plan is added, changed or removed under a ground."""

from jospar.rules.core.act import act
from jospar.rules.core.nouns import Entry
from jospar.rules.core.wordings import missing_texts

from .conditions import plan_agreed, reason_in_both_languages
from .effects import RowStaged
from .facts import AmendRow, RowChangeFacts
from .nouns import ChangeOutcome
from .rows import (
    addition_concluded_on,
    amended_term_within_plan,
    amended_terms_in_order,
    amended_titles_agree,
    answered_by_instruction,
    dossier_has_concept,
    follows_ground,
    ground_not_declined,
    key_not_in_use,
    new_row_worded,
    no_other_change,
    not_staged,
    removed_row_unsigned,
    row_in_plan,
    row_not_removed,
    row_reads_anew,
    wording_after,
)


@act(
    "amendment.amend_row",
    "amendments.revision",
    filing=AmendRow,
    conditions=(plan_agreed, ground_not_declined, follows_ground, not_staged),
    requirements=(
        row_in_plan,
        row_not_removed,
        key_not_in_use,
        dossier_has_concept,
        answered_by_instruction,
        new_row_worded,
        amended_terms_in_order,
        amended_term_within_plan,
        row_reads_anew,
        reason_in_both_languages,
    ),
    cautions=(
        removed_row_unsigned,
        no_other_change,
        addition_concluded_on,
        amended_titles_agree,
    ),
)
def amend_row(facts: RowChangeFacts, filing: AmendRow) -> tuple[RowStaged, ...]:
    """The change waits for its revision; nothing that is printed changes yet."""
    adds = filing.outcome is ChangeOutcome.ADD
    wording = wording_after(facts, filing) if adds else None
    return (
        RowStaged(
            plan=filing.plan,
            route=filing.route,
            ground=filing.ground,
            key=filing.key,
            outcome=filing.outcome,
            on=filing.on,
            reason=filing.reason,
            changes=filing.changes,
            procedure=filing.procedure,
            wording=wording,
            from_dossier=adds and facts.dossier is not None,
            proposers=filing.proposers,
            entry=filing.entry or Entry.NEW,
            counterparties=filing.counterparties,
            complete=wording is not None
            and not missing_texts(wording, facts.case.ruleset),
        ),
    )
