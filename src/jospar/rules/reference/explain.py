"""The Ministry explains why something was late or not done."""

from collections.abc import Iterator

from jospar.rules.core.act import Unmet, _, act, check, unmet
from jospar.rules.core.provisions import Source

from .effects import LatenessExplained
from .facts import Explain, ExplainFacts


@check(
    "record.explanation",
    _("“{provision}” is not a provision of the law that is carried out here."),
    _("Name a provision as the page of the Rules shows it."),
)
def of_the_law(facts: ExplainFacts, filing: Explain) -> Iterator[Unmet]:
    """Only what the law asks for can be late, and needs an explanation."""
    provision = facts.case.ruleset.provisions.get(filing.provision)
    if not provision or provision.outside or provision.source is not Source.LAW:
        yield unmet("provision", provision=filing.provision)


@check(
    "record.explanation",
    _("The cycle has no entry {number} in the journal."),
    _("Give the number of the entry that came late, or leave it empty."),
)
def subject_is_recorded(facts: ExplainFacts, filing: Explain) -> Iterator[Unmet]:
    """What is explained is in the record of this cycle."""
    if filing.subject is not None and not facts.subject_is_recorded:
        yield unmet("subject", number=filing.subject)


@check(
    "record.explanation",
    _("The explanation lacks its text in one of the two languages."),
    _("Write it in Kazakh and in Russian: the report is printed in both."),
)
def in_both_languages(facts: ExplainFacts, filing: Explain) -> Iterator[Unmet]:
    """An explanation stands in the report, which is printed in both languages."""
    if not (filing.text.kk and filing.text.ru):
        yield unmet("text")


@act(
    "reference.explain",
    "record.explanation",
    filing=Explain,
    requirements=(of_the_law, subject_is_recorded, in_both_languages),
)
def explain(facts: ExplainFacts, filing: Explain) -> tuple[LatenessExplained, ...]:
    """The explanation stands beside what was late, above an earlier one of the same."""
    return (
        LatenessExplained(
            provision=filing.provision,
            subject=filing.subject,
            on=filing.on,
            text=filing.text,
        ),
    )
