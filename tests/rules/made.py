"""Facts and filings for the kernel's tests: each valid until something is changed.

``made.concept(in_time=False)`` is the made concept with that one thing changed. The
cycle is that of 2024; everybody acts on one day, after all that the act follows.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from jospar.rules.agreement import facts as agreement
from jospar.rules.commission import facts as commission
from jospar.rules.core.act import Act, Case, Objection, Verdict
from jospar.rules.core.calendar import SATURDAY, Calendar
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.forms import Body, Standing
from jospar.rules.core.nouns import (
    Changes,
    Concept,
    Conclusion,
    Entry,
    Level,
    Plan,
    PlanKind,
    PlanStage,
    Procedure,
    Term,
    Text,
    Wording,
)
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.ruleset import Ruleset, load
from jospar.rules.drafting import facts as drafting
from jospar.rules.intake import facts as intake
from jospar.rules.reference import facts as reference
from jospar.rules.review import facts as review

RULES = load("kz-2023")
OTHER_RULES = load("test-2031", Path(__file__).parents[1] / "data")
YEAR = 2024
CURRENT, LONG_TERM = PlanKind
DAY = date(2024, 11, 20)
"""The day on which everybody acts."""
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
AT = datetime(2024, 9, 20, 12, 0, tzinfo=ASTANA)
"""When papers of bodies came."""
YEAR_2025 = Term(date(2025, 1, 1), date(2025, 12, 31))
YEAR_2026 = Term(date(2026, 1, 1), date(2026, 12, 31))
BOTH_YEARS = Term(date(2025, 7, 1), date(2026, 6, 30))


def rules(**chosen: str) -> Ruleset:
    """Return the Rules with other options chosen for some readings."""
    readings = dict(RULES.readings)
    for code, option in chosen.items():
        readings[code] = replace(readings[code], chosen=option)
    return replace(RULES, readings=readings)


def grounds(objections: Iterable[Objection]) -> tuple[str, ...]:
    """Return ``provision: code`` of objections, whose sentences must be filled."""
    found = tuple(objections)
    for objection in found:
        assert objection.message.format(**objection.values)
        assert objection.cure.format(**objection.values)
    return tuple(f"{objection.provision}: {objection.code}" for objection in found)


def said(verdict: Verdict) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the grounds of a verdict's refusals, and of its cautions."""
    return grounds(verdict.refusals), grounds(verdict.cautions)


def effect_of(act: Act[Any, Any], facts: object, filing: object) -> Any:
    """Return the only effect of an act."""
    (effect,) = act.effect(facts, filing)
    return effect


# ----------------------------------------------------------------- nouns

actor = partial(replace, Actor("a.akhmetova", Office.REGISTRAR))
case = partial(replace, Case(actor(), DAY, DAY, YEAR, RULES))


def acting(office: Office, body: str = "", on: date = DAY) -> Case:
    """Return the case of an officer of ``office``, who proves ``on`` by a paper."""
    return case(actor=actor(office=office, body=body), on=on, document="12-3/45")


wording = partial(
    replace,
    Wording(
        title=Text(
            "Қазақстан Республикасының Үкіметі мен Өзбекстан Республикасының Үкіметі "
            "арасындағы сауда туралы келісім",
            "Соглашение между Правительством Республики Казахстан и Правительством "
            "Республики Узбекистан о торговле",
        ),
        purpose=Text("Өзара сауданы дамыту", "Развитие взаимной торговли"),
        note=Text(),
        level=Level.INTERGOVERNMENTAL,
        conclude=YEAR_2025,
        procedure=Procedure.NONE,
    ),
)
changes = partial(replace, Changes())
concept = partial(
    replace,
    Concept(
        key="C-001",
        proposers=("trade", "energy"),
        wording=wording(),
        received_at=AT,
        received_on=AT.date(),
        in_time=True,
        complete_on=AT.date(),
        term_on=AT.date(),
    ),
)
EXPEDIENT = Conclusion(expedient=True, given_on=date(2024, 10, 15))
plan = partial(replace, Plan(CURRENT, (2025,)))
other_plan = partial(replace, Plan(LONG_TERM, (2026, 2027, 2028)))


def plan_at(stage: PlanStage, since: date = BEFORE) -> Plan:
    """Return the current plan as it stands at ``stage`` since a day."""
    return plan(stage=stage, stage_on=since)


body = partial(
    replace,
    Body("trade", Text("Сауда министрлігі", "Министерство торговли"), position=1),
)
standing = partial(replace, Standing("C-001", ("trade",), wording()))


def calendar(first_year: int = 2023, last_year: int = 2028) -> Calendar:
    """Return a calendar with New Year, Republic Day and Independence Day off.

    A holiday of a weekend is moved to the Monday after it, as the Labour Code says.
    """
    days_off = {}
    for year in range(first_year, last_year + 1):
        for month, day in ((1, 1), (1, 2), (10, 25), (12, 16)):
            holiday = date(year, month, day)
            days_off[holiday] = "holiday"
            if holiday.weekday() >= SATURDAY:
                days_off[holiday + timedelta(days=7 - holiday.weekday())] = "moved"
    return Calendar(
        edition="made",
        first_year=first_year,
        last_year=last_year,
        days_off=days_off,
        working_weekends=frozenset(),
        known_years=frozenset({2023, 2024}),
    )


# ------------------------------------------------------------- reference

_ADMINISTRATOR = acting(Office.ADMINISTRATOR)
reference_facts = partial(replace, reference.ReferenceFacts(_ADMINISTRATOR))
list_facts = partial(replace, reference.ListFacts(_ADMINISTRATOR, ("mid", "trade")))
open_cycle = partial(replace, reference.OpenCycle(YEAR, "kz-2023"))
list_body = partial(
    replace,
    reference.ListBody(
        code="energy",
        name=Text("Энергетика министрлігі", "Министерство энергетики"),
        name_en="Ministry of Energy",
        answers=True,
    ),
)
order_bodies = partial(replace, reference.OrderBodies(("trade", "mid")))
set_calendar = partial(
    replace,
    reference.SetCalendar(edition="№ 1", content='edition = "№ 1"'),
)
treaty_facts = partial(replace, reference.TreatyFacts(_ADMINISTRATOR))
list_treaty = partial(
    replace,
    reference.ListTreaty(
        title=Text("Әуе қатынасы туралы келісім", "Соглашение о воздушном сообщении"),
        signed_on=date(2019, 12, 30),
    ),
)
appoint = partial(
    replace,
    reference.Appoint(
        person="a.akhmetova",
        name="А. Ахметова",
        office=Office.REGISTRAR,
        body="",
        first_day=date(2024, 1, 1),
    ),
)
appointment_facts = partial(
    replace, reference.AppointmentFacts(_ADMINISTRATOR, date(2024, 1, 1), None)
)
end_appointment = partial(
    replace, reference.EndAppointment(appointment=6, last_day=date(2024, 6, 28))
)
explain_facts = partial(replace, reference.ExplainFacts(acting(Office.HEAD), True))
explain = partial(
    replace,
    reference.Explain(
        provision="conclusions.deadline",
        on=DAY,
        text=Text("Құжаттар кеш келді", "Документы поступили поздно"),
    ),
)

# ---------------------------------------------------------------- intake

_REGISTRAR = acting(Office.REGISTRAR)
filing_facts = partial(replace, intake.FilingFacts(_REGISTRAR))
concept_facts = partial(
    replace, intake.ConceptFacts(_REGISTRAR, concept(), approved_on=BEFORE)
)
submit_concept = partial(
    replace,
    intake.SubmitConcept(
        key="C-001",
        proposers=("trade", "energy"),
        wording=wording(),
        entry=Entry.NEW,
        received_at=AT,
        document="7-1/15",
        counterparties=("UZ",),
        sent_on=date(2024, 9, 18),
    ),
)
report_none = partial(replace, intake.ReportNone("trade", AT, "7-1/16"))
supplement_concept = partial(
    replace, intake.SupplementConcept("C-001", DAY, "7-1/17", changes())
)
withdraw_concept = partial(replace, intake.WithdrawConcept("C-001", DAY, "7-1/18"))
return_late = partial(replace, intake.ReturnLate("C-001", DAY, "11-2/1"))
handling_facts = partial(
    replace, intake.HandlingFacts(acting(Office.REGISTRAR), concept())
)
mark_handling = partial(
    replace, intake.MarkHandling("C-001", DAY, True, "Келіссөздер жүріп жатыр")
)

# ---------------------------------------------------------------- review

review_facts = partial(
    replace, review.ReviewFacts(acting(Office.HEAD), concept(), approved_on=BEFORE)
)
conclude = partial(
    replace,
    review.Conclude(
        key="C-001",
        expedient=True,
        on=DAY,
        number="11-2/2",
        reasons=Text("Сауда өседі", "Торговля вырастет"),
        signed_by="Б. Оспанов",
    ),
)
notify = partial(replace, review.Notify("C-001", DAY, "11-2/3"))
question_facts = partial(
    replace, review.QuestionFacts(acting(Office.REVIEWER), concept())
)
ask_opinion = partial(
    replace, review.AskOpinion("C-001", "Азия департаменті", "Не дейсіз?", DAY, AFTER)
)
give_opinion = partial(
    replace, review.GiveOpinion("C-001", "Азия департаменті", DAY, True, "Қолдаймыз")
)
ask_clarification = partial(
    replace, review.AskClarification("C-001", DAY, Text("Қашан?", "Когда?"), AFTER)
)
answer_clarification = partial(
    replace, review.AnswerClarification("C-001", DAY, Text("Мамырда"), "7-1/19")
)
prepared = partial(
    replace,
    review.PreparedConclusion(
        expedient=True, on=BEFORE, reasons=conclude().reasons, by="d.sarsen"
    ),
)
prepare_conclusion = partial(
    replace, review.PrepareConclusion("C-001", True, DAY, conclude().reasons)
)
agree_conclusion = partial(replace, review.AgreeConclusion("C-001", DAY))

# -------------------------------------------------------------- drafting

_PLANNER = acting(Office.PLANNER)
drafting_facts = partial(
    replace,
    drafting.DraftingFacts(_PLANNER, concept(conclusion=EXPEDIENT), target=plan()),
)
register_facts = partial(replace, drafting.RegisterFacts(_PLANNER))
settle = partial(
    replace, drafting.Settle("C-001", DAY, "Келіссөздердің барысы", changes())
)
place = partial(replace, drafting.Place("C-001", CURRENT, DAY))
moving_facts = partial(
    replace,
    drafting.DraftingFacts(
        _PLANNER,
        concept(
            conclusion=EXPEDIENT, wording=wording(conclude=BOTH_YEARS), plan=CURRENT
        ),
        plan(),
        other_plan(),
        placed_on=BEFORE,
    ),
)
move = partial(replace, drafting.Move("C-001", LONG_TERM, DAY, "Келіссөздер созылды"))
register_agreement = partial(
    replace,
    drafting.RegisterAgreement(
        key="A-1",
        title="Тауар айналымын арттыру",
        reached_on=date(2024, 5, 6),
        place="Ташкент",
        years=(2025, 2026),
        concepts=("C-001",),
        considered="",
    ),
)
register_event = partial(
    replace,
    drafting.RegisterEvent(
        key="E-1",
        title="Ресми сапар",
        with_whom=drafting.With.PRESIDENT,
        first_day=date(2025, 12, 30),
        last_day=date(2026, 1, 2),
        place="Ташкент",
        concepts=("C-001",),
        considered="",
    ),
)

# ------------------------------------------------------------ commission

FINGERPRINT = "ab" * 32
_SECRETARY = acting(Office.COMMISSION_SECRETARY)
sending_facts = partial(
    replace, commission.SendingFacts(acting(Office.HEAD), plan(), 3, FINGERPRINT)
)
decision_facts = partial(
    replace,
    commission.DecisionFacts(_SECRETARY, plan_at(PlanStage.BEFORE_COMMISSION)),
)
row_facts = partial(
    replace,
    commission.RowFacts(
        case=_SECRETARY,
        concept=concept(plan=CURRENT),
        plan=plan_at(PlanStage.APPROVED),
        other=other_plan(),
        outcome=commission.Outcome.APPROVED,
    ),
)
send_to_commission = partial(
    replace, commission.SendToCommission(CURRENT, DAY, "11-2/4")
)
decide = partial(
    replace,
    commission.Decide(CURRENT, DAY, "2", commission.Outcome.APPROVED, "9 / 12"),
)
decide_row = partial(
    replace,
    commission.DecideRow(CURRENT, "2", DAY, "C-001", commission.RowOutcome.KEEP),
)

# ------------------------------------------------------------- agreement

plan_facts = partial(
    replace,
    agreement.PlanFacts(
        acting(Office.HEAD), plan_at(PlanStage.APPROVED), 3, FINGERPRINT
    ),
)
recipient_facts = partial(
    replace,
    agreement.RecipientFacts(_REGISTRAR, plan_at(PlanStage.AGREED), approved_on=BEFORE),
)
send_to_president = partial(replace, agreement.SendToPresident(CURRENT, DAY, "11-2/5"))
record_reply = partial(
    replace,
    agreement.RecordReply(CURRENT, DAY, "37-1", agreement.ReplyOutcome.AGREED),
)
distribute = partial(
    replace, agreement.Distribute(CURRENT, "parliament", DAY, "courier")
)
acknowledge = partial(replace, agreement.Acknowledge(CURRENT, "energy", DAY))
