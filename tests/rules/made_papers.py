"""Facts and filings of the outbox and of papers' numbers: each valid as it is."""

from dataclasses import replace
from functools import partial

from jospar.rules.core.nouns import PaperKind
from jospar.rules.core.offices import Office
from jospar.rules.intake import facts as intake
from jospar.rules.outbox import facts as outbox

from .made import AT, BEFORE, DAY, FINGERPRINT, acting

_REGISTRAR = acting(Office.REGISTRAR)

remind_facts = partial(replace, intake.RemindFacts(_REGISTRAR))
remind = partial(replace, intake.Remind("energy", DAY))
paper_facts = partial(
    replace, intake.PaperFacts(_REGISTRAR, "intake.submit_concept", AT.date())
)
register_paper = partial(replace, intake.RegisterPaper(8, "11-3/84", DAY))
waiting_facts = partial(
    replace, outbox.WaitingFacts(acting(Office.HEAD), BEFORE, approved_on=BEFORE)
)
approve = partial(
    replace,
    outbox.ApprovePaper(
        PaperKind.RETURN_LETTER, "C-006", DAY, FINGERPRINT, FINGERPRINT
    ),
)
send_reminder = partial(replace, outbox.SendReminder("energy", DAY, "11-3/85"))
