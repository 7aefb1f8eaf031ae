"""The name of a treaty is put right."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.nouns import Language
from jospar.rules.core.titles import compare_words

from .conditions import (
    name_in_both_languages,
    name_is_another,
    plan_agreed,
    reason_in_both_languages,
    row_stands,
)
from .effects import NameRecorded
from .facts import CorrectionGround, CorrectName, RowFacts

SLIP = 2
"""So many words in a language are put right as a slip without a second look."""


def _changed_words(old: str, new: str) -> int:
    return sum(
        max(len(change.old), len(change.new))
        for change in compare_words(old, new)
        if change.kind != "equal"
    )


@check(
    "names.correction",
    _("In one language {words} words would change, which is much for a slip."),
    _("If talks changed the name, record that; else acknowledge."),
)
def slip_is_small(facts: RowFacts, filing: CorrectName) -> Iterator[Unmet]:
    """A slip of the pen is a word or two."""
    if filing.ground is not CorrectionGround.SLIP:
        return
    for language in (Language.KK, Language.RU):
        words = _changed_words(facts.name[language], filing.name[language])
        if words > SLIP:
            yield unmet(f"name_{language}", words=words)


@act(
    "carrying_out.correct_name",
    "names.correction",
    filing=CorrectName,
    also=("names.change",),
    conditions=(plan_agreed, row_stands),
    requirements=(name_in_both_languages, name_is_another, reason_in_both_languages),
    cautions=(slip_is_small,),
)
def correct_name(facts: RowFacts, filing: CorrectName) -> tuple[NameRecorded, ...]:
    """The treaty is called right; the row prints what was agreed."""
    return (
        NameRecorded(
            plan=filing.plan,
            key=filing.key,
            on=filing.on,
            name=filing.name,
            ground=filing.ground,
            from_side="",
            judged_by="",
            document=filing.document,
            reason=filing.reason,
        ),
    )
