"""Facts and filings for amending agreed plans: each valid until something is changed.

The current plan was agreed the day before; everybody acts on one day.
"""

from dataclasses import replace
from datetime import datetime, time
from functools import partial

from jospar.rules.amendment import facts as amendment
from jospar.rules.amendment.nouns import (
    ChangeOutcome,
    Dossier,
    Ground,
    GroundOutcome,
    InstructedBy,
    Route,
    StagedChange,
)
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.nouns import (
    AgreedRow,
    Conclusion,
    Entry,
    PlanStage,
    ProgressStage,
    Text,
)
from jospar.rules.core.offices import Office

from .made import (
    BEFORE,
    CURRENT,
    DAY,
    FINGERPRINT,
    acting,
    changes,
    other_plan,
    plan_at,
    wording,
)

ADD, CHANGE, REMOVE = ChangeOutcome
INSTRUCTION, DECISION = Route
GIVEN, DECLINED = GroundOutcome
NOW = datetime.combine(DAY, time(12), tzinfo=ASTANA)
AGREED = plan_at(PlanStage.AGREED)
FAVOURABLE = Conclusion(expedient=True, given_on=DAY)
REASON = Text("Келіссөздер аяқталды", "Переговоры завершены")
_GROUNDS = Text("Сапар желтоқсанда", "Визит в декабре")
_REGISTRAR, _PLANNER = acting(Office.REGISTRAR), acting(Office.PLANNER)

dossier = partial(
    replace,
    Dossier(
        key="D-001",
        bodies=("trade", "energy"),
        grounds=_GROUNDS,
        grounds_on=BEFORE,
        concept_on=BEFORE,
        concept_whole=True,
    ),
)
instruction = partial(
    replace, Ground(INSTRUCTION, "01-7/95", BEFORE, dossiers=("D-001",))
)
decision = partial(replace, Ground(DECISION, "5", BEFORE, consented_on=BEFORE))
row = partial(
    replace,
    AgreedRow(
        key="C-001",
        proposers=("trade", "energy"),
        wording=wording(),
        plan=AGREED,
        removed_on=None,
        signed_on=None,
        stage=ProgressStage.NOT_BEGUN,
    ),
)
staged = partial(
    replace, StagedChange("C-001", BEFORE, CHANGE, wording(conclude=wording().conclude))
)

# -------------------------------------------------------------- dossiers

dossier_facts = partial(
    replace, amendment.DossierFacts(_REGISTRAR, AGREED, Dossier("D-001"))
)
whole_facts = partial(
    replace, amendment.DossierFacts(acting(Office.HEAD), AGREED, dossier())
)
request_facts = partial(
    replace,
    amendment.DossierFacts(_REGISTRAR, AGREED, dossier(conclusion=FAVOURABLE)),
)
bring_grounds = partial(
    replace, amendment.BringGrounds("D-001", "energy", NOW, "7-1/31", _GROUNDS)
)
bring_concept = partial(
    replace,
    amendment.BringConcept(
        key="D-001",
        proposers=("energy", "trade"),
        wording=wording(),
        entry=Entry.NEW,
        received_at=NOW,
        document="7-1/32",
        counterparties=("UZ",),
    ),
)
conclude = partial(
    replace,
    amendment.ConcludeDossier(
        key="D-001",
        expedient=True,
        on=DAY,
        number="11-2/31",
        reasons=Text("Сапарға керек", "Нужно к визиту"),
        signed_by="Б. Оспанов",
    ),
)
request = partial(replace, amendment.RequestInstruction("D-001", DAY, "7-1/33"))

# --------------------------------------------------------------- grounds

ground_facts = partial(
    replace, amendment.GroundFacts(_REGISTRAR, (AGREED, other_plan()))
)
consent_facts = partial(
    replace, amendment.ConsentFacts(_REGISTRAR, decision(consented_on=None))
)
record_instruction = partial(
    replace,
    amendment.RecordInstruction(
        "01-7/95", DAY, InstructedBy.PRESIDENT, GIVEN, ("D-001",)
    ),
)
decide = partial(replace, amendment.DecideAmendment("5", DAY, "10 / 12"))
record_consent = partial(replace, amendment.RecordConsent("5", "01-7/99", DAY, GIVEN))

# ------------------------------------------------------------------ rows

change_facts = partial(
    replace, amendment.RowChangeFacts(_PLANNER, AGREED, decision(), row())
)
dossier_change_facts = partial(
    replace,
    amendment.RowChangeFacts(
        _PLANNER,
        AGREED,
        instruction(),
        dossier=dossier(conclusion=FAVOURABLE),
        offered=wording(),
    ),
)
blank_change_facts = partial(
    replace, amendment.RowChangeFacts(_PLANNER, AGREED, decision())
)
amend_row = partial(
    replace,
    amendment.AmendRow(
        plan=CURRENT,
        route=DECISION,
        ground="5",
        key="C-001",
        outcome=CHANGE,
        on=DAY,
        reason=REASON,
        changes=changes(note_kk="Сапарға", note_ru="К визиту"),
    ),
)
add_from_dossier = partial(
    replace,
    amend_row(
        route=INSTRUCTION,
        ground="01-7/95",
        key="D-001",
        outcome=ADD,
        changes=changes(),
    ),
)
add_row = partial(
    replace,
    amend_row(
        key="N-001",
        outcome=ADD,
        proposers=("energy",),
        changes=changes(
            title_kk=wording().title.kk,
            title_ru=wording().title.ru,
            level=wording().level,
            conclude_from=wording().conclude.first_day,
            conclude_to=wording().conclude.last_day,
        ),
    ),
)
remove_row = partial(replace, amend_row(outcome=REMOVE, changes=changes()))
staged_facts = partial(replace, amendment.StagedFacts(_PLANNER, BEFORE))
drop_change = partial(
    replace, amendment.DropChange(CURRENT, DECISION, "5", "C-001", DAY)
)

# ------------------------------------------------------------- revisions

revision_facts = partial(
    replace,
    amendment.RevisionFacts(
        case=_PLANNER,
        plan=AGREED,
        ground=decision(),
        changes=(staged(),),
        made_on=BEFORE,
        in_force_on=BEFORE,
        revision=4,
        fingerprint=FINGERPRINT,
    ),
)
make_revision = partial(replace, amendment.MakeRevision(CURRENT, DECISION, "5", DAY))
send_out_facts = partial(
    replace, amendment.SendOutFacts(_REGISTRAR, BEFORE, approved_on=BEFORE)
)
send_out = partial(
    replace, amendment.SendOut(CURRENT, 4, "parliament", DAY, "11-2/41", "courier")
)
acknowledge = partial(replace, amendment.AcknowledgeRevision(CURRENT, 4, "energy", DAY))
