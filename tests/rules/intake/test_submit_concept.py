"""A body brings a concept to the Ministry."""

from datetime import UTC, date, datetime

import pytest

from jospar.rules.core.act import Kind, Verdict
from jospar.rules.core.nouns import Entry, Level, Procedure, Term, Text
from jospar.rules.core.offices import Office
from jospar.rules.intake.effects import ConceptReceived
from jospar.rules.intake.submit_concept import submit_concept
from tests.rules import made


def said(**wording: object) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what speaks against a concept of this wording."""
    filing = made.submit_concept(wording=made.wording(**wording))
    return made.said(submit_concept.verdict(made.filing_facts(), filing))


@pytest.mark.provision("concepts.deadline")
def test_submit_concept() -> None:
    """A concept is in the record as it came, complete."""
    facts, filing = made.filing_facts(), made.submit_concept()
    assert submit_concept.verdict(facts, filing) == Verdict((), ())
    assert submit_concept.effect(facts, filing) == (
        ConceptReceived(
            key="C-001",
            proposers=("trade", "energy"),
            wording=made.wording(),
            entry=Entry.NEW,
            counterparties=("UZ",),
            sent_on=date(2024, 9, 18),
            received_at=made.AT,
            received_on=date(2024, 9, 20),
            document="7-1/15",
            complete=True,
        ),
    )


@pytest.mark.provision("concepts.deadline")
def test_submit_concept_late() -> None:
    """A late concept is accepted into the record, on the day in Astana."""
    late = datetime(2024, 9, 25, 19, 0, tzinfo=UTC)
    facts, filing = made.filing_facts(), made.submit_concept(received_at=late)
    assert submit_concept.verdict(facts, filing) == Verdict((), ())
    effect = made.effect_of(submit_concept, facts, filing)
    assert (effect.received_at, effect.received_on) == (late, date(2024, 9, 26))


@pytest.mark.provision("concepts.languages")
@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("text", ["title", "purpose"])
def test_submit_concept_incomplete(text: str, language: str) -> None:
    """A concept without a text is recorded as incomplete, irregular in that cell."""
    texts = {"kk": "Мақсаты", "ru": "Цель", language: ""}
    wording = made.wording(**{text: Text(**texts)})
    facts, filing = made.filing_facts(), made.submit_concept(wording=wording)
    verdict = submit_concept.verdict(facts, filing)
    assert [
        (objection.kind, objection.code, objection.field, objection.provision)
        for objection in verdict.cautions
    ] == [
        (
            Kind.IRREGULARITY,
            "texts_in_all_languages",
            f"{text}_{language}",
            "concepts.languages",
        )
    ]
    assert verdict.refusals == ()
    effect = made.effect_of(submit_concept, facts, filing)
    assert effect.complete is False


@pytest.mark.provision("record.key")
def test_submit_concept_under_a_key_of_its_own() -> None:
    """A key stands for one concept of a cycle."""
    facts = made.filing_facts(is_known=True)
    verdict = submit_concept.verdict(facts, made.submit_concept())
    assert made.said(verdict) == (("record.key: key_of_its_own",), ())
    assert verdict.refusals[0].field == "key"


@pytest.mark.provision("record.terms")
@pytest.mark.parametrize(
    ("last_day", "refused"),
    [
        (date(2025, 1, 1), ()),
        (date(2024, 12, 31), ("record.terms: terms_in_order",)),
    ],
)
def test_submit_concept_with_a_term(last_day: date, refused: tuple[str, ...]) -> None:
    """A term of one day makes sense, one that ends before it begins does not."""
    assert said(conclude=Term(date(2025, 1, 1), last_day)) == (refused, ())


@pytest.mark.provision("concepts.term")
@pytest.mark.parametrize(
    ("first_day", "last_day", "irregular"),
    [
        (date(2025, 1, 1), date(2028, 12, 31), ()),
        (
            date(2024, 12, 31),
            date(2025, 12, 31),
            ("concepts.term: term_within_cycle",),
        ),
        (date(2028, 1, 1), date(2029, 1, 1), ("concepts.term: term_within_cycle",)),
    ],
)
def test_submit_concept_of_the_cycles_years(
    first_day: date, last_day: date, irregular: tuple[str, ...]
) -> None:
    """A term that leaves the years of the two plans by a day is irregular."""
    assert said(conclude=Term(first_day, last_day)) == ((), irregular)


@pytest.mark.provision("concepts.term")
@pytest.mark.parametrize(
    ("first", "last", "irregular"),
    [
        (date(2025, 1, 1), date(2030, 1, 1), ()),
        (date(2024, 12, 31), date(2025, 6, 30), True),
        (date(2025, 1, 1), None, True),
        (None, None, True),
    ],
)
def test_submit_concept_with_procedures(
    first: date | None, last: date | None, irregular: object
) -> None:
    """Procedures need both days, not before the conclusion, and may come long after."""
    cautions = ("concepts.term: procedures_have_term",) if irregular else ()
    assert said(
        procedure=Procedure.RATIFICATION, procedure_from=first, procedure_to=last
    ) == ((), cautions)


@pytest.mark.provision("concepts.languages")
def test_submit_concept_with_exchanged_purposes() -> None:
    """Texts in the letters of the other language are irregular, one by one."""
    assert said(purpose=Text("Развитие торговли", "Өзара сауданы дамыту")) == (
        (),
        (
            "concepts.languages: texts_in_own_letters",
            "concepts.languages: texts_in_own_letters",
        ),
    )


@pytest.mark.provision("concepts.languages")
def test_submit_concept_with_half_a_note() -> None:
    """A note in one language only is irregular."""
    assert said(note=Text("Ескертпе", "")) == (
        (),
        ("concepts.languages: note_in_both_languages",),
    )
    assert said(note=Text("Ескертпе", "Примечание")) == ((), ())


@pytest.mark.provision("titles.grammar")
def test_submit_concept_of_another_level() -> None:
    """A level that the titles do not show is irregular."""
    assert said(level=Level.INTERSTATE) == ((), ("titles.grammar: titles_agree",))


@pytest.mark.provision("proposals.none")
def test_submit_concept_after_a_letter_of_none() -> None:
    """A concept of a body that reported none is recorded, the contradiction with it."""
    facts = made.filing_facts(letters_of=("energy",))
    verdict = submit_concept.verdict(facts, made.submit_concept())
    assert made.said(verdict) == ((), ("proposals.none: no_letter_of_none",))
    assert verdict.cautions[0].values == {"bodies": ("energy",)}


@pytest.mark.provision("offices.table")
@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ("trade", ()),
        ("energy", ()),
        ("mid", ("offices.table: own_body",)),
        ("", ("offices.table: own_body",)),
    ],
)
def test_submit_concept_by_a_body(body: str, refused: tuple[str, ...]) -> None:
    """An officer of a body files what that body proposes, first or jointly."""
    facts = made.filing_facts(case=made.acting(Office.BODY_OFFICER, body))
    verdict = submit_concept.verdict(facts, made.submit_concept())
    assert made.said(verdict) == (refused, ())


def test_submit_concept_irregular_at_the_bodys_own_desk() -> None:
    """A body mends what it can before it files, and acknowledges the rest."""
    facts = made.filing_facts(
        case=made.acting(Office.BODY_OFFICER, "trade"), letters_of=("trade",)
    )
    wording = made.wording(
        title=Text(made.wording().title.kk, ""), note=Text("", "Примечание")
    )
    verdict = submit_concept.verdict(facts, made.submit_concept(wording=wording))
    assert made.said(verdict) == (
        (
            "concepts.languages: texts_in_all_languages",
            "concepts.languages: note_in_both_languages",
        ),
        ("proposals.none: no_letter_of_none",),
    )
    assert [caution.kind for caution in verdict.cautions] == [Kind.CAUTION]
