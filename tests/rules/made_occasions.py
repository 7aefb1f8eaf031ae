"""Facts and filings for what the plans take into account: each valid as it is."""

from dataclasses import replace
from functools import partial

from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Office
from jospar.rules.drafting import facts as drafting

from .made import AFTER, BEFORE, DAY, acting

occasion_facts = partial(
    replace, drafting.OccasionFacts(acting(Office.PLANNER), registered_on=BEFORE)
)
consider = partial(
    replace,
    drafting.Consider(drafting.Register.AGREEMENT, "A-1", DAY, ("C-001", "C-004")),
)
ask_for_concept = partial(
    replace,
    drafting.AskForConcept(
        register=drafting.Register.EVENT,
        key="E-1",
        body="trade",
        on=DAY,
        answer_by=AFTER,
        question=Text("Шарт керек пе?", "Нужен ли договор?"),
    ),
)
