"""Acts, conditions and checks as such, on an act that is made up."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from jospar.rules.core.act import Act, Case, act
from jospar.rules.core.checks import (
    Kind,
    Objection,
    Unmet,
    Verdict,
    check,
    condition,
    unmet,
)
from jospar.rules.core.offices import Office
from tests.rules import made


@dataclass(frozen=True)
class Facts:
    """Whether the condition of the made-up acts holds."""

    case: Case
    is_ready: bool = True


@dataclass(frozen=True)
class Filing:
    """The words in which the checks find fault."""

    wrong: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


@condition("plans.basis", "{key} is not ready.", "Wait for {key}.")
def ready(facts: Facts) -> Unmet | None:
    """The facts are ready."""
    return None if facts.is_ready else unmet("key", key="C-001")


@check("concepts.term", "{word} is wrong.", "Correct {word}.")
def no_wrong_word(facts: Facts, filing: Filing) -> Iterator[Unmet]:
    """No word is wrong."""
    for word in filing.wrong:
        yield unmet("wrong", word=word)


@check("titles.grammar", "{word} is odd.", "Look at {word}.")
def no_odd_word(facts: Facts, filing: Filing) -> Iterator[Unmet]:
    """No word is odd."""
    for word in filing.odd:
        yield unmet(word=word)


def made_up(*, records: bool) -> Act[Facts, Filing]:
    """Return an act of the head and of officers of bodies with one check of each."""

    def do(facts: Facts, filing: Filing) -> tuple[str, ...]:
        return filing.odd

    done = act(
        "part.do",
        "plans.kinds",
        filing=Filing,
        also=("plans.forms", "plans.basis"),
        records=records,
        conditions=(ready,),
        requirements=(no_wrong_word,),
        cautions=(no_odd_word,),
    )(do)
    return replace(done, by=frozenset({Office.HEAD, Office.BODY_OFFICER}))


HEAD = made.acting(Office.HEAD)


def test_act_keeps_what_it_is_made_of() -> None:
    """An act knows its code, its ground, its offices and all that it carries out."""
    done = made_up(records=True)
    assert (done.code, done.provision, done.filing) == (
        "part.do",
        "plans.kinds",
        Filing,
    )
    assert done.by == {Office.HEAD, Office.BODY_OFFICER}
    assert done.provisions == (
        "plans.kinds",
        "plans.forms",
        "plans.basis",
        "record.length",
        "record.letters",
        "concepts.term",
        "titles.grammar",
    )
    assert done.effect(Facts(HEAD), Filing(odd=("a",))) == ("a",)


@pytest.mark.parametrize("number", ["10", "par. 10", "plans", "plans.basis.more"])
def test_no_act_stands_on_a_number(number: str) -> None:
    """What is not the name of a provision is no ground of an act."""
    with pytest.raises(ValueError, match="not a name of a provision"):
        act("part.do", number, filing=Filing)
    with pytest.raises(ValueError, match="not a name of a provision"):
        act("part.do", "plans.basis", filing=Filing, also=(number,))


def test_nothing_speaks_against_an_act_in_order() -> None:
    """An act that meets everything is open and has no cautions."""
    verdict = made_up(records=False).verdict(Facts(HEAD), Filing())
    assert verdict == Verdict((), ())
    assert verdict.is_open is True


def test_another_office_is_told_nothing_of_the_facts() -> None:
    """Who may not perform the act hears that, and not what else speaks against it."""
    facts = Facts(made.acting(Office.AUDITOR, on=made.AFTER), is_ready=False)
    done = made_up(records=False)
    told = (
        Objection(
            Kind.REFUSAL,
            "office_may",
            "offices.table",
            "This act is not for the office “{office}”.",
            "Ask one of: {offices}.",
            "",
            {
                "office": Office.AUDITOR,
                "offices": (Office.BODY_OFFICER, Office.HEAD),
            },
        ),
    )
    assert done.why_not(facts) == told
    assert done.verdict(facts, Filing(("a",), ("c",))) == Verdict(told, ())


def test_everything_speaks_at_once() -> None:
    """Condition, day and requirements refuse together, in this order."""
    facts = Facts(made.acting(Office.HEAD, on=made.AFTER), is_ready=False)
    verdict = made_up(records=False).verdict(facts, Filing(("a", "b"), ("c",)))
    assert verdict == Verdict(
        refusals=(
            Objection(
                Kind.REFUSAL,
                "ready",
                "plans.basis",
                "{key} is not ready.",
                "Wait for {key}.",
                "key",
                {"key": "C-001"},
            ),
            Objection(
                Kind.REFUSAL,
                "day_has_come",
                "record.day",
                "The day {on} has not come yet; today is {today}.",
                "Correct the day, or record the act when the day has come.",
                "",
                {"on": made.AFTER, "today": made.DAY},
            ),
            *(
                Objection(
                    Kind.REFUSAL,
                    "no_wrong_word",
                    "concepts.term",
                    "{word} is wrong.",
                    "Correct {word}.",
                    "wrong",
                    {"word": word},
                )
                for word in ("a", "b")
            ),
        ),
        cautions=(odd("c", Kind.CAUTION),),
    )
    assert verdict.is_open is False


def odd(word: str, kind: Kind) -> Objection:
    """Return what the caution of the made-up acts says of ``word``."""
    return Objection(
        kind,
        "no_odd_word",
        "titles.grammar",
        "{word} is odd.",
        "Look at {word}.",
        "",
        {"word": word},
    )


def test_why_not_asks_the_facts_alone() -> None:
    """Before anything is filled in, office and conditions say why an act is closed."""
    done = made_up(records=False)
    facts = Facts(made.acting(Office.HEAD, on=made.AFTER), is_ready=False)
    assert made.grounds(done.why_not(facts)) == ("plans.basis: ready",)
    assert done.why_not(Facts(made.acting(Office.HEAD, on=made.AFTER))) == ()


@pytest.mark.parametrize(
    ("records", "office", "verdict"),
    [
        (False, Office.HEAD, Verdict((), (odd("c", Kind.CAUTION),))),
        (False, Office.BODY_OFFICER, Verdict((), (odd("c", Kind.CAUTION),))),
        (True, Office.HEAD, Verdict((), (odd("c", Kind.IRREGULARITY),))),
        (True, Office.BODY_OFFICER, Verdict((), (odd("c", Kind.CAUTION),))),
    ],
)
def test_cautions_by_act_and_office(
    records: bool, office: Office, verdict: Verdict
) -> None:
    """What cautions the Ministry is irregular on others' papers it records."""
    facts = Facts(made.acting(office, "energy"))
    assert made_up(records=records).verdict(facts, Filing(odd=("c",))) == verdict


@pytest.mark.parametrize(
    ("office", "verdict"),
    [
        (Office.HEAD, Verdict((), (odd("c", Kind.IRREGULARITY),))),
        (Office.BODY_OFFICER, Verdict((odd("c", Kind.REFUSAL),), ())),
    ],
)
def test_what_a_body_can_mend_it_mends_first(office: Office, verdict: Verdict) -> None:
    """What is recorded of others' papers is refused at a body that can mend it."""
    recording = made_up(records=True)
    mending = (replace(no_odd_word, mend=True),)
    facts = Facts(made.acting(office, "energy"))
    act_of_body = replace(recording, cautions=mending)
    assert act_of_body.verdict(facts, Filing(odd=("c",))) == verdict


@pytest.mark.provision("record.day")
@pytest.mark.parametrize(
    ("on", "document", "refused"),
    [
        (made.AFTER, "", ("record.day: day_has_come",)),
        (made.AFTER, "12-3/45", ("record.day: day_has_come",)),
        (made.DAY, "", ()),
        (made.BEFORE, "", ("record.day: past_day_is_proven",)),
        (made.BEFORE, "12-3/45", ()),
    ],
)
def test_day_of_effect(on: date, document: str, refused: tuple[str, ...]) -> None:
    """No act has effect in the future, and one of a past day is proven by a paper."""
    case = made.case(actor=made.actor(office=Office.HEAD), on=on, document=document)
    verdict = made_up(records=False).verdict(Facts(case), Filing())
    assert made.said(verdict) == (refused, ())


@pytest.mark.provision("record.day")
@pytest.mark.parametrize("office", Office)
def test_past_day_is_for_the_ministry(office: Office) -> None:
    """Bodies, the Commission and the Administration record acts of the day itself."""
    outside = {Office.BODY_OFFICER, Office.COMMISSION_SECRETARY, Office.RECIPIENT}
    outside |= {Office.ADMINISTRATION_OFFICER, Office.AUDITOR}
    case = made.case(actor=made.actor(office=office), on=made.BEFORE, document="1")
    act = replace(made_up(records=False), by=frozenset(Office))
    refused = ("record.day: past_day_by_ministry",) if office in outside else ()
    assert made.said(act.verdict(Facts(case), Filing())) == (refused, ())
    imported = replace(case, imported=True)
    assert made.said(act.verdict(Facts(imported), Filing())) == ((), ())


@pytest.mark.provision("record.day")
def test_past_day_says_which() -> None:
    """The refusal of an unproven day names it."""
    case = made.case(actor=made.actor(office=Office.HEAD), on=made.BEFORE)
    (refusal,) = made_up(records=False).verdict(Facts(case), Filing()).refusals
    assert (refusal.provision, refusal.values) == ("record.day", {"on": made.BEFORE})
