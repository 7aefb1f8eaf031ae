"""The planning year as the newcomers' scripts of its offices, one after the other.

Each does what its office's page of help says, ``jospar/web/help/<language>/``.
"""

from itertools import groupby
from operator import itemgetter

from jospar.rules.core.offices import Office
from tests.browser import desks, desks_of_bodies, desks_of_plans, desks_of_review
from tests.browser.contents import (
    ACKNOWLEDGED,
    ANSWERED,
    ASKED,
    CONCLUDED,
    NUMBERS,
    REMARKED,
    Year,
)
from tests.browser.visits import Visit

PARLIAMENT = {
    "kk": "Қазақстан Республикасының Парламенті",
    "ru": "Парламент Республики Казахстан",
    "en": "Parliament of the Republic of Kazakhstan",
}
_STAFF = (
    Office.REGISTRAR,
    Office.REVIEWER,
    Office.HEAD,
    Office.PLANNER,
    Office.COMMISSION_SECRETARY,
    Office.ADMINISTRATION_OFFICER,
)


def prepare(visit: Visit, year: Year) -> None:
    """The administrator opens the year, lists the bodies and appoints people."""
    desks.take_seat(visit, Office.ADMINISTRATOR)
    desks.open_cycle(visit)
    for body in year["bodies"]:
        desks.list_body(visit, body)
    for office in _STAFF:
        desks.add_person(visit, f"the.{office}", "Ә. Бекова", office, "")
    for body in year["bodies"]:
        person, name = f"officer.{body['code']}", body[f"name_{visit.language}"]
        desks.add_person(visit, person, "С. Ғалиева", Office.BODY_OFFICER, name)
    parliament = PARLIAMENT[visit.language]
    desks.add_person(visit, "reader", "Қ. Омаров", Office.RECIPIENT, parliament)


def answer(visit: Visit, year: Year) -> None:
    """The bodies answer: with concepts, with letters, one too late."""
    for day, papers in groupby(
        sorted((*year["concepts"], *year["no_proposals"]), key=desks_of_bodies.day_of),
        key=desks_of_bodies.day_of,
    ):
        desks.move_to(visit, day)
        for paper in papers:
            desks.take_seat(visit, Office.BODY_OFFICER, paper["body"])
            if "id" not in paper:
                desks_of_bodies.report_none(visit, paper)
            else:
                _file(visit, year, paper)


def _file(visit: Visit, year: Year, paper: desks.Row) -> None:
    names = {body["code"]: body for body in year["bodies"]}
    joint = names.get(paper.get("joint", ""), {}).get(f"name_{visit.language}", "")
    desks_of_bodies.begin_concept(visit)
    desks_of_bodies.write_concept(visit, paper, joint)
    desks_of_bodies.file_concept(visit)
    visit.sees(paper["id"])


def register(visit: Visit, year: Year) -> None:
    """The registrar numbers what came, and returns what came late."""
    desks.take_seat(visit, Office.REGISTRAR)
    desks_of_bodies.register_papers(visit, 101)
    for row in year.get("returns", ()):
        desks.move_to(visit, row["on"])
        desks_of_bodies.return_late(visit, row)


def review(visit: Visit, year: Year) -> None:
    """The Ministry asks, concludes and tells the bodies."""
    desks.move_to(visit, ASKED)
    desks.take_seat(visit, Office.REVIEWER)
    desks_of_review.ask(visit, "Қай қалада?", "В каком городе?", ANSWERED)
    desks.move_to(visit, ANSWERED)
    desks.take_seat(visit, Office.BODY_OFFICER, year["concepts"][0]["body"])
    desks_of_bodies.answer_question(visit, "Бухаресте.", "В Бухаресте.", "11-2/290")
    desks.move_to(visit, CONCLUDED)
    desks.take_seat(visit, Office.REVIEWER)
    conclusions = year["conclusions"]
    desks_of_review.prepare_all(visit, conclusions)
    desks.take_seat(visit, Office.HEAD)
    desks_of_review.countersign_all(visit, len(conclusions))
    desks_of_review.sign_all(visit, conclusions)
    desks_of_review.approve_letters(visit, len(conclusions))
    desks.take_seat(visit, Office.REGISTRAR)
    desks_of_review.send_letters(visit, len(conclusions), "ХБ/164")


def draft(visit: Visit, year: Year) -> None:
    """The planner settles, places, and takes agreements and events into account."""
    placements = year["placements"]
    desks.move_to(visit, placements[0]["on"])
    desks.take_seat(visit, Office.PLANNER)
    for row in year["settlements"]:
        desks_of_plans.settle(visit, row)
    for plan in ("current", "long_term"):
        alike = [
            row for row in placements if row["plan"] == plan and "reason" not in row
        ]
        if alike:
            desks_of_plans.place_marked(visit, plan, len(alike))
    for row in placements:
        if "reason" in row:
            desks_of_plans.place_with_reason(visit, row)
    for row in year["agreements"]:
        desks_of_plans.register_agreement(visit, row)
        desks_of_plans.link_to_concept(visit, row, "инвестиц")
    for row in year["events"]:
        desks_of_plans.register_event(visit, row)
        desks_of_plans.consider(visit, row)


def decide(visit: Visit, year: Year) -> None:
    """The Commission gets the plans, remarks, returns and approves them."""
    papers = [row for row in year["submissions"] if row["to"] == "commission"]
    first = papers[0]["on"]
    for row in papers:
        if row["on"] == first:
            _send_on(visit, row)
    desks.move_to(visit, REMARKED)
    desks.take_seat(visit, Office.COMMISSION_SECRETARY)
    point = year["row_decisions"][-1]["concept"]
    desks_of_plans.remark(
        visit, "current", point, "Мерзімі нақтылансын.", "Уточнить срок."
    )
    desks.take_seat(visit, Office.PLANNER)
    desks_of_plans.answer_remark(visit, "Қабылданды.", "Принято.")
    later = [row for row in papers if row["on"] > first]
    for row in sorted((*later, *year["decisions"]), key=itemgetter("on")):
        if "to" in row:
            _send_on(visit, row)
        else:
            _decide(visit, year, row)


def _send_on(visit: Visit, row: desks.Row) -> None:
    desks.move_to(visit, row["on"])
    desks.take_seat(visit, Office.HEAD)
    desks_of_plans.send_on(visit, row)


def _decide(visit: Visit, year: Year, decision: desks.Row) -> None:
    desks.move_to(visit, decision["on"])
    desks.take_seat(visit, Office.COMMISSION_SECRETARY)
    rows = [
        row
        for row in year["row_decisions"]
        if (row["plan"], row["decision"]) == (decision["plan"], decision["number"])
    ]
    desks_of_plans.decide(visit, decision, rows, NUMBERS)


def agree(visit: Visit, year: Year) -> None:
    """The plans go to the President, who agrees them."""
    for row in year["submissions"]:
        if row["to"] == "president":
            _send_on(visit, row)
    for row in year["replies"]:
        desks.move_to(visit, row["on"])
        desks.take_seat(visit, Office.ADMINISTRATION_OFFICER)
        desks_of_plans.record_reply(visit, row)


def send_out(visit: Visit, year: Year) -> None:
    """The plans are sent to their recipients, who acknowledge them."""
    letters = year["distributions"]
    desks.move_to(visit, letters[0]["on"])
    desks.take_seat(visit, Office.HEAD)
    desks_of_review.approve_letters(visit, len(letters))
    desks.take_seat(visit, Office.REGISTRAR)
    desks_of_review.send_letters(visit, len(letters), "ЖТ/501")
    desks.move_to(visit, ACKNOWLEDGED)
    link = desks_of_plans.make_link(visit, "government_office")
    offices = {"parliament": Office.RECIPIENT}
    for row in letters:
        recipient = row["recipient"]
        if recipient != "government_office":
            desks.take_seat(
                visit, offices.get(recipient, Office.BODY_OFFICER), recipient
            )
            desks_of_plans.acknowledge(visit)
    desks_of_plans.acknowledge_by_link(visit, link)


def download(visit: Visit, plan: str) -> bytes:
    """The head downloads a plan, as JSON."""
    desks.arrive(visit)
    desks.take_seat(visit, Office.HEAD)
    return desks_of_plans.download(visit, plan)


ALL = (prepare, answer, register, review, draft, decide, agree, send_out)
"""The scripts in the order of the year."""
