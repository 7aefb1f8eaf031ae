"""The form of an act as its page shows it."""

from dataclasses import replace
from enum import StrEnum

import pytest

from jospar.rules.core.act import Kind, Objection
from jospar.rules.core.further import fields_from
from jospar.rules.core.offices import Office
from jospar.web.acts.form import ActForm, FormField, act_form, choice_key
from tests.queries.made_record import open_cycle
from tests.web.acts.made_attempt import attempt

LABEL = {"kk": "Б", "ru": "Б", "en": "B"}
WORDED = {
    "key": "trade-A1",
    "level": "interstate",
    "conclude_from": "2025-01-01",
    "conclude_to": "2025-03-31",
    "procedure": "none",
    "entry": "new",
    "document": "7",
}
"""A concept without its texts."""


def objection(
    kind: Kind, field: str = "", provision: str = "concepts.late"
) -> Objection:
    """Return an objection of that kind about a field."""
    return Objection(kind, "code", provision, "Sentence.", "Cure.", field, {})


def field_of(form: ActForm, name: str) -> FormField:
    """Return the field of that name."""
    return next(one for one in form.fields if one.field.name == name)


def names(form: ActForm) -> list[str]:
    """Return the names of the fields that are filled in."""
    return [one.field.name for one in form.fields]


def conclusion(**typed: str) -> ActForm:
    """Return the form of a conclusion with nothing against it."""
    found = attempt("review.conclude", Office.HEAD, typed)
    return act_form(found, "en", faults={}, objections=())


def test_what_the_link_gave_is_not_typed_anew() -> None:
    """The concept stands above the form; without it its key is asked for."""
    given, asked = conclusion(key="C-1"), conclusion()
    assert [one.value for one in given.subjects] == ["C-1"]
    assert "key" not in names(given)
    assert asked.subjects == ()
    assert names(asked)[0] == "key"


@pytest.mark.parametrize("key", ["", "C 1"])
def test_what_is_faulty_is_asked_for_again(key: str) -> None:
    """A key left empty or not readable could not be mended where it is hidden."""
    found = attempt("review.conclude", Office.HEAD, {"key": key})
    form = act_form(found, "en", faults={"key": "fault.empty"}, objections=())
    assert form.subjects == ()
    assert names(form)[0] == "key"
    assert len(field_of(form, "key").faults) == 1


def test_an_empty_key_of_an_address_is_asked_for() -> None:
    """It gives nothing, so nothing is settled."""
    assert names(conclusion(key=""))[0] == "key"


def test_what_the_desk_fills_in_is_not_asked_for() -> None:
    """A body's officer neither says the day nor the body."""
    found = attempt("intake.report_none", Office.BODY_OFFICER, body="trade")
    form = act_form(found, "en", faults={}, objections=())
    assert names(form) == ["document"]


def test_fields_of_two_languages_say_which() -> None:
    """Each is in a language of its own."""
    assert field_of(conclusion(), "reasons_kk").label == "Reasons, in Kazakh"
    assert field_of(conclusion(), "reasons_ru").label == "Reasons, in Russian"


def test_a_field_has_its_words_of_help_or_none() -> None:
    """Where nothing has to be said, nothing is."""
    assert field_of(conclusion(), "number").help
    assert field_of(conclusion(), "signed_by").help == ""


def test_faults_stand_at_their_fields() -> None:
    """What cannot be read, and what speaks against what was written."""
    found = attempt("review.conclude", Office.HEAD, {"on": "soon"})
    said = objection(Kind.CAUTION, "number")
    form = act_form(found, "en", faults={"on": "fault.day"}, objections=[said])
    assert form.faulty
    assert field_of(form, "on").faults == ("Write the day as 2024-10-20.",)
    assert field_of(form, "on").value == "soon"
    assert field_of(form, "number").faults == ("Sentence. Cure.",)
    assert field_of(form, "signed_by").faults == ()


def test_refusals_and_cautions_are_told_apart() -> None:
    """Each with its ground; practice has no paragraph."""
    found = attempt("review.conclude", Office.HEAD)
    said = [
        objection(Kind.REFUSAL),
        objection(Kind.CAUTION, provision="record.key"),
    ]
    form = act_form(found, "en", faults={}, objections=said)
    assert [one.paragraph for one in form.refusals] == ["6"]
    assert [one.paragraph for one in form.cautions] == [None]
    assert not form.faulty


@pytest.mark.parametrize(
    ("code", "office", "asks"),
    [
        ("drafting.place", Office.PLANNER, True),
        ("review.conclude", Office.HEAD, False),
        ("commission.decide", Office.COMMISSION_SECRETARY, False),
        ("reference.open_cycle", Office.ADMINISTRATOR, False),
        ("reference.list_body", Office.ADMINISTRATOR, False),
    ],
)
@pytest.mark.django_db
def test_a_proof_is_asked_for_where_a_past_day_has_none(
    code: str, office: Office, asks: bool
) -> None:
    """Not from offices without past days, nor for acts that need none."""
    form = act_form(attempt(code, office), "en", faults={}, objections=())
    assert form.asks_proof is asks


def test_choices_are_called_what_people_call_them() -> None:
    """In the order of the program, by their values."""
    found = attempt("drafting.place", Office.PLANNER)
    form = act_form(found, "ru", faults={}, objections=())
    assert field_of(form, "plan").choices == (
        ("current", "текущий план"),
        ("long_term", "перспективный план"),
    )
    assert field_of(form, "reason").choices == ()


@pytest.mark.django_db
def test_a_body_is_chosen_from_those_of_the_cycle() -> None:
    """By its name; nobody has to know its code."""
    open_cycle()
    form = act_form(
        attempt("intake.remind", Office.HEAD), "ru", faults={}, objections=()
    )
    assert field_of(form, "body").choices == (
        ("trade", "Министерство торговли"),
        ("energy", "Министерство энергетики"),
    )


@pytest.mark.django_db
def test_people_are_appointed_to_standing_recipients_too() -> None:
    """Whom the Rules name as recipients is chosen after the bodies."""
    open_cycle()
    found = attempt("reference.appoint", Office.ADMINISTRATOR)
    form = act_form(found, "en", faults={}, objections=())
    assert [code for code, _name in field_of(form, "body").choices] == [
        "trade",
        "energy",
        "parliament",
        "government_office",
    ]
    assert field_of(form, "body").choices[2][1] == (
        "Parliament of the Republic of Kazakhstan"
    )


@pytest.mark.django_db
def test_an_office_is_chosen_by_its_name() -> None:
    """As the table of offices has it."""
    open_cycle()
    found = attempt("reference.appoint", Office.ADMINISTRATOR)
    form = act_form(found, "en", faults={}, objections=())
    assert field_of(form, "office").choices[0] == ("body_officer", "officer of a body")
    assert len(field_of(form, "office").choices) == len(Office)


class RowOutcome(StrEnum):
    """A choice whose name is of two words."""

    KEEP = "keep"


def test_the_key_of_a_choice_is_made_of_its_kind() -> None:
    """Words of the kind's name are parted."""
    assert choice_key(RowOutcome, "keep") == "choice.row_outcome_keep"


@pytest.mark.django_db
def test_further_fields_of_the_ruleset_are_asked_for() -> None:
    """Those in both languages twice; what was typed goes into the filing."""
    open_cycle()
    fields = fields_from(
        [
            {
                "code": "budget",
                "kind": "text",
                "label": LABEL,
                "help": LABEL,
                "both_languages": True,
            },
            {
                "code": "urgent",
                "kind": "choice",
                "label": LABEL,
                "help": LABEL,
                "option": [{"code": code, "label": LABEL} for code in ("yes", "no")],
            },
        ]
    )
    known = attempt("amendment.bring_concept", Office.BODY_OFFICER, body="trade")
    seat = replace(known.seat, ruleset=replace(known.seat.ruleset, fields=fields))
    typed = WORDED | {"further.budget_kk": " Бюджет ", "further.urgent": "yes"}
    asked = replace(known, seat=seat, typed=typed)
    form = act_form(
        asked,
        "kk",
        faults={},
        objections=[objection(Kind.REFUSAL, "further.budget_ru")],
    )
    assert [name for name in names(form) if name.startswith("further.")] == [
        "further.budget_kk",
        "further.budget_ru",
        "further.urgent",
    ]
    assert field_of(form, "further.budget_kk").label == "Б, қазақ тілінде"
    assert field_of(form, "further.budget_ru").faults == ("Sentence. Cure.",)
    assert field_of(form, "further.urgent").choices == (("yes", "Б"), ("no", "Б"))
    assert asked.read().filing.further == {"budget_kk": "Бюджет", "urgent": "yes"}
    assert asked.read().filing.proposers == ("trade",)
