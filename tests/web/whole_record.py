"""A record with something of every kind in it, of three bodies, for walks over pages.

What the Ministry of Trade filed and what was written about it bears marks: words that
stand nowhere else, so that a page that lets one slip is found by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from uuid import UUID

from jospar.accounts.invitations import invite
from jospar.accounts.models import Person
from jospar.accounts.receipt_links import make_link
from jospar.exchange.past.review import Review, ReviewBody, ReviewRow, Told
from jospar.notices.calendar_feed import new_feed
from jospar.procedure import reached
from jospar.procedure.clock import Clock
from jospar.procedure.rehearsal import rehearse_on
from jospar.records.files import keep
from jospar.records.models import Concept, Work
from jospar.rules.commission.facts import Outcome
from jospar.rules.core.files import FileRef
from jospar.rules.core.nouns import PlanKind, Text
from jospar.rules.core.offices import Actor, Office
from jospar.web.bringing.drafts import begin
from jospar.web.models import Draft
from jospar.web.writing.drafts import attach, new_draft
from tests.procedure.made_orders import perform_act
from tests.records.made_files import PDF, kept_scan
from tests.rules import (
    made,
    made_carrying_out,
    made_occasions,
    made_papers,
    made_plans,
    made_remarks,
    made_repairs,
)
from tests.rules.made import AT, CURRENT, LONG_TERM, YEAR, YEAR_2026
from tests.web.amended_record import amended_before, staged_in_the_record

OWNER, OTHER, THIRD = "trade", "energy", "culture"
TODAY = date(2024, 11, 14)
"""Where the rehearsal stands: the current plan lies before the Commission."""
AGREED = "Өзара тауар айналымын арттыру"
DURING = date(2024, 10, 10)
SENT = date(2024, 11, 8)
REPORTED = date(2024, 11, 4)
DOUBT = Told(
    "body_unknown",
    "“{text}” is no known body.",
    "",
    {"text": "X"},
    "body",
    "kk",
    (1, 4, ""),
)
_KEEPER = Actor("test", Office.BODY_OFFICER, OWNER)
NAMES: Mapping[str, tuple[Text, str]] = MappingProxyType(
    {
        OWNER: (
            Text("Сауда министрлігі", "Министерство торговли"),
            "Ministry of Trade",
        ),
        OTHER: (
            Text("Энергетика министрлігі", "Министерство энергетики"),
            "Ministry of Energy",
        ),
        THIRD: (
            Text("Мәдениет министрлігі", "Министерство культуры"),
            "Ministry of Culture",
        ),
    }
)


@dataclass(frozen=True, slots=True)
class Things:
    """What a body has: the entry of a concept with its file, and a draft with one."""

    body: str
    key: str
    entry: int
    file: FileRef
    draft: UUID


@dataclass(frozen=True, slots=True)
class Record:
    """The record's own numbers that addresses are made of."""

    things: Mapping[str, Things]
    person: int
    decision: int
    row: int
    last_entry: int
    feed: str
    link: str
    invitation: str
    dossier: int
    ground: int
    again: int
    review: UUID


def whole_record(rows: int = 0) -> Record:
    """Perform a year until both plans were sent, and one was agreed and sent out.

    ``rows`` are how many more there are of each kind that lists are made of.
    """
    dossier = amended_before(OWNER, OTHER, rows)
    perform_act(made.open_cycle())
    for code, (name, name_en) in NAMES.items():
        perform_act(made.list_body(code=code, name=name, name_en=name_en))
    things = {OWNER: _secret_things(), OTHER: _other_things()}
    perform_act(made.report_none(body=THIRD, received_at=AT))
    _occasions()
    for _repair in range(rows + 1):
        perform_act(made_repairs.repair())
    _lengthen(rows)
    _long_term_is_agreed()
    _rows_are_carried_out(rows)
    ground = staged_in_the_record("C-2")
    decision = _current_is_returned_and_sent_again(rows)
    person = Person.objects.create(code="b.ospanov", name="Б. Оспанов")
    last = perform_act(made.appoint(person=person.code, name=person.name)).number
    rehearse_on(TODAY)
    reached.note(Work.NOTICES, last)
    return Record(
        things=things,
        person=person.pk,
        decision=decision,
        row=Concept.objects.get(key="C-2").entry,
        last_entry=last,
        feed=new_feed(person.code, Clock(TODAY).now()),
        link=make_link(YEAR, LONG_TERM, "parliament", "test", TODAY),
        invitation=invite(
            Person.objects.create(code="invited", name="А. Ахметова"),
            "test",
            Clock().now(),
        ),
        dossier=dossier,
        review=_a_past_plan(rows),
        ground=ground,
        again=Concept.objects.get(key="B-1").entry,
    )


def _secret_things() -> Things:
    """One concept in review with everything said about it, one refused and unsent."""
    file = keep(PDF + b"mark-file", "mark-file.pdf")
    title = Text("mark-title туралы келісім", "Соглашение о mark-title")
    entry = perform_act(
        made.submit_concept(
            key="mark-key",
            proposers=(OWNER,),
            wording=made.wording(title=title, purpose=_marked("purpose")),
        ),
        files=(file,),
    ).number
    perform_act(
        made.ask_opinion(
            key="mark-key", department="mark-department", on=DURING, answer_by=SENT
        )
    )
    perform_act(
        made.give_opinion(
            key="mark-key",
            department="mark-department",
            opinion="mark-opinion",
            on=DURING,
        )
    )
    perform_act(
        made.ask_clarification(
            key="mark-key", on=DURING, question=_marked("question"), answer_by=SENT
        )
    )
    perform_act(
        made.prepare_conclusion(key="mark-key", on=DURING, reasons=_marked("prepared"))
    )
    perform_act(made.agree_conclusion(key="mark-key", on=DURING))
    unsent = {"key": "mark-unsent", "on": DURING}
    perform_act(made.submit_concept(key="mark-unsent", proposers=(OWNER,)))
    perform_act(
        made.conclude(
            **unsent,
            expedient=False,
            reasons=_marked("reasons"),
            signed_by="mark-signer",
            number="mark-number",
        )
    )
    draft = _draft(OWNER, _marked("draft"))
    attach(draft, [replace(file, name="mark-scan.pdf")], _KEEPER)
    return Things(OWNER, "mark-key", entry, file, draft.uuid)


def _other_things() -> Things:
    """One concept in each plan, one late, and one that waits for everything."""
    file = keep(PDF + b"other", "Хат.pdf")
    entry = perform_act(
        made.submit_concept(key="C-1", proposers=(OTHER,)), files=(file,)
    ).number
    _place("C-1", CURRENT)
    for key, plan, wording in (
        ("C-2", LONG_TERM, made.wording(conclude=YEAR_2026)),
        ("C-3", CURRENT, made.wording(title=Text("mark-row туралы", "О mark-row"))),
    ):
        perform_act(
            made.submit_concept(key=key, proposers=(OTHER, THIRD), wording=wording)
        )
        _place(key, plan)
    for key in ("C-1", "C-2"):
        perform_act(made.mark_handling(key=key, on=DURING))
    late = {"received_at": AT.replace(day=27), "proposers": (OTHER,)}
    perform_act(made.submit_concept(key="C-4", **late))
    perform_act(made.submit_concept(key="C-5", proposers=(OTHER,)))
    perform_act(made_papers.register_paper(paper=entry, on=DURING))
    draft = _draft(OTHER, Text("mark-titl туралы келісім", "Соглашение о mark-titl"))
    attach(draft, [file], Actor("test", Office.BODY_OFFICER, OTHER))
    return Things(OTHER, "C-1", entry, file, draft.uuid)


def _place(key: str, plan: PlanKind) -> None:
    perform_act(made.conclude(key=key, on=DURING))
    perform_act(made.notify(key=key, on=DURING))
    perform_act(made.place(key=key, plan=plan, on=DURING))


def _occasions() -> None:
    perform_act(
        made.register_agreement(title=AGREED, concepts=("C-1",)), files=(kept_scan(),)
    )
    perform_act(made.register_event(title="Мемлекеттік сапар", concepts=()))
    perform_act(
        made_occasions.ask_for_concept(
            body=OWNER,
            on=DURING,
            answer_by=SENT,
            question=_marked("asked"),
        )
    )


def _long_term_is_agreed() -> None:
    plan = {"plan": LONG_TERM}
    perform_act(made.send_to_commission(**plan, on=date(2024, 10, 14)))
    perform_act(made.decide(**plan, on=date(2024, 10, 16), number="1"))
    perform_act(made.send_to_president(**plan, on=date(2024, 10, 18)))
    perform_act(made.record_reply(**plan, on=date(2024, 10, 25)))
    for recipient in ("parliament", OTHER):
        sent = {"recipient": recipient, "on": date(2024, 10, 28)}
        perform_act(made.distribute(**plan, **sent))


def _rows_are_carried_out(rows: int) -> None:
    """Report on the long-term rows and ask for reports; one has another name."""
    row = {"plan": LONG_TERM, "key": "C-2", "on": REPORTED}
    perform_act(
        made_carrying_out.report(**row, reached_on=REPORTED, note=_marked("carried"))
    )
    planned_on = date(2024, 11, 10)
    perform_act(made_carrying_out.plan_stage(**row, planned_on=planned_on))
    perform_act(made_carrying_out.record_name(**row))
    perform_act(made_carrying_out.put_forward(**row))
    for number in range(rows):
        longer = row | {"key": f"L-{number}"}
        perform_act(made_carrying_out.report(**longer, reached_on=REPORTED))
    perform_act(made_carrying_out.request_report(body=OTHER, on=REPORTED))


def _lengthen(rows: int) -> None:
    """Add concepts in both plans and in review, occasions, drafts, persons."""
    for number in range(rows):
        perform_act(made.submit_concept(key=f"P-{number}", proposers=(OTHER,)))
        _place(f"P-{number}", CURRENT)
        perform_act(made.submit_concept(key=f"R-{number}", proposers=(OWNER,)))
        perform_act(made.register_agreement(key=f"A-1-{number}", concepts=()))
        perform_act(made.register_event(key=f"E-1-{number}", concepts=()))
        _draft(OWNER, Text(str(number)))
        perform_act(
            made.submit_concept(
                key=f"L-{number}",
                proposers=(OTHER,),
                wording=made.wording(conclude=YEAR_2026),
            )
        )
        perform_act(made.conclude(key=f"L-{number}", on=DURING))
        perform_act(made.place(key=f"L-{number}", plan=LONG_TERM, on=DURING))
    Person.objects.bulk_create(
        Person(code=f"p.{number}", name="А. Ә.") for number in range(rows)
    )


def _current_is_returned_and_sent_again(rows: int) -> int:
    perform_act(made.send_to_commission(on=date(2024, 10, 14)))
    perform_act(
        made_remarks.remark(
            point="C-1", remark=_marked("remark"), on=date(2024, 10, 15)
        )
    )
    for number in range(rows):
        made_on = date(2024, 10, 15)
        perform_act(made_remarks.remark(point=f"P-{number}", on=made_on))
    returned = made.decide(on=date(2024, 10, 16), number="2", outcome=Outcome.RETURNED)
    decision = perform_act(returned).number
    perform_act(made.send_to_commission(on=SENT))
    return decision


def _a_past_plan(rows: int) -> UUID:
    """Bring a plan in that stood before all others, and begin the review of one."""
    perform_act(made_plans.past_plan())
    row = ReviewRow(title_kk="Шарт", proposers="Әкімдік", doubts=(DOUBT,))
    review = Review(
        plan="current",
        bodies=(ReviewBody("Әкімдік"),),
        rows=tuple(replace(row, key=f"P-{number}") for number in range(rows + 1)),
        doubts=(DOUBT,),
    )
    return begin(review, (kept_scan(),), Actor("test", Office.PLANNER, "")).uuid


def _draft(body: str, title: Text) -> Draft:
    actor = Actor("test", Office.BODY_OFFICER, body)
    return new_draft(actor, YEAR, {"title_kk": title.kk, "title_ru": title.ru})


def _marked(what: str) -> Text:
    return Text(f"Белгі mark-{what}", f"Метка mark-{what}")
