"""Facts and filings for carrying out and for treaties: each valid as it is."""

from dataclasses import replace
from datetime import date
from functools import partial

from jospar.rules.carrying_out import facts as carrying_out
from jospar.rules.core.nouns import AgreedRow, PlanStage, ProgressStage, Text
from jospar.rules.core.offices import Office
from jospar.rules.reference import facts as reference
from jospar.rules.treaty import facts as treaty

from .made import BEFORE, CURRENT, DAY, YEAR, acting, plan_at, wording

DAY_TO_COME = date(2025, 3, 3)
REASON = Text("Келіссөздердің қорытындысы", "Итог переговоров")
NAME = Text(
    "Қазақстан Республикасының Үкіметі мен Өзбекстан Республикасының Үкіметі "
    "арасындағы сауда және тауар айналымы туралы келісім",
    "Соглашение между Правительством Республики Казахстан и Правительством "
    "Республики Узбекистан о торговле и товарообороте",
)
"""What talks made of the made title."""

row = partial(
    replace,
    AgreedRow(
        key="C-001",
        proposers=("trade", "energy"),
        wording=wording(),
        plan=plan_at(PlanStage.AGREED),
        removed_on=None,
        signed_on=None,
        stage=ProgressStage.NOT_BEGUN,
    ),
)
row_facts = partial(
    replace,
    carrying_out.RowFacts(
        case=acting(Office.CONTROLLER),
        row=row(),
        name=wording().title,
        answering=("trade", "energy"),
    ),
)
report = partial(
    replace,
    carrying_out.Report(
        CURRENT, "C-001", DAY, "7-1/20", ProgressStage.IN_TALKS, reached_on=BEFORE
    ),
)
plan_stage = partial(
    replace,
    carrying_out.PlanProgress(
        CURRENT, "C-001", DAY, ProgressStage.EXAMINED, DAY_TO_COME
    ),
)
request_facts = partial(replace, carrying_out.RequestFacts(acting(Office.CONTROLLER)))
request_report = partial(
    replace,
    carrying_out.RequestReport(
        "trade", DAY, 2024, carrying_out.Quarter.FOURTH, date(2025, 1, 10)
    ),
)
put_forward = partial(
    replace, carrying_out.PutForward(CURRENT, "C-001", DAY, "7-1/21", REASON)
)
record_signing = partial(
    replace,
    carrying_out.RecordSigning(
        CURRENT, "C-001", DAY, "Ташкент", "С. Жұманғарин", "7-1/22"
    ),
)
record_name = partial(
    replace,
    carrying_out.RecordName(
        plan=CURRENT,
        key="C-001",
        on=DAY,
        name=NAME,
        from_side="Өзбекстан Республикасы",
        of_principle=False,
        judged_by="Б. Оспанов",
        reason=REASON,
        document="7-1/23",
    ),
)
correct_name = partial(
    replace,
    carrying_out.CorrectName(
        plan=CURRENT,
        key="C-001",
        on=DAY,
        name=Text(
            wording().title.kk.replace("сауда", "сауда-саттық"),
            wording().title.ru.replace("торговле", "торговле услугами"),
        ),
        ground=carrying_out.CorrectionGround.SLIP,
        document="7-1/24",
        reason=REASON,
    ),
)

of_treaty = partial(
    replace,
    treaty.OfTreaty(YEAR, "C-001", date(2024, 9, 20), 8, ("trade", "energy")),
)
pair_facts = partial(
    replace,
    treaty.PairFacts(
        acting(Office.CONTROLLER),
        concept=of_treaty(),
        other=of_treaty(year=2023, key="C-007", treaty=3, bodies=("trade",)),
    ),
)
link = partial(
    replace,
    treaty.Link("C-001", DAY, 2023, "C-007", treaty.How.CONTINUES, REASON),
)
unlink = partial(replace, treaty.Unlink("C-001", DAY, 2023, "C-007", REASON))
tell_apart = partial(replace, treaty.TellApart("C-001", DAY, 2023, "C-007", REASON))

succession_facts = partial(
    replace,
    reference.SuccessionFacts(
        acting(Office.ADMINISTRATOR), body="trade", answers_in_the_end="energy"
    ),
)
succeed_body = partial(replace, reference.SucceedBody("trade", "energy", DAY, "№ 77"))
