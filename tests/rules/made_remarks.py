"""Facts and filings for the table of disagreements: each valid as it is."""

from dataclasses import replace
from functools import partial

from jospar.rules.commission import facts as commission
from jospar.rules.core.nouns import PlanStage, Text
from jospar.rules.core.offices import Office

from .made import BEFORE, CURRENT, DAY, acting, plan_at

remark_facts = partial(
    replace,
    commission.RemarkFacts(
        acting(Office.COMMISSION_SECRETARY),
        plan_at(PlanStage.BEFORE_COMMISSION),
        revision=1,
    ),
)
remark = partial(
    replace,
    commission.Remark(
        plan=CURRENT,
        on=DAY,
        member="Қаржы министрлігі",
        point="C-001",
        remark=Text("Қаржы көзі көрсетілмеген", "Не указан источник средств"),
        document="3-1/77",
    ),
)
answer_facts = partial(
    replace, commission.AnswerFacts(acting(Office.HEAD), stands_since=BEFORE)
)
answer_remark = partial(
    replace,
    commission.AnswerRemark(
        plan=CURRENT,
        remark=1,
        on=DAY,
        answer=Text("Қосымша қаржы керек емес", "Дополнительных средств не нужно"),
        settled=commission.Settled.DECLINED,
    ),
)
