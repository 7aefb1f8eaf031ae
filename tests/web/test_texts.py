"""The texts of the pages."""

import re
from enum import StrEnum
from pathlib import Path
from string import Formatter

import pytest

import jospar.web
from jospar.accounts.identity import Refusal
from jospar.accounts.invitations import State
from jospar.exchange.evidence.agreement import Agreement
from jospar.exchange.evidence.checking import Outcome as EvidenceOutcome
from jospar.exchange.verification.values import Part
from jospar.exchange.verification.verify import Outcome as Checked
from jospar.queries.alternatives import Difference
from jospar.queries.amendment_grounds import GroundStage
from jospar.queries.carrying_out import Cause
from jospar.queries.concept_list import View
from jospar.queries.conformity import Kept
from jospar.queries.control_report import Count, Span
from jospar.queries.cycle import Answer, ConceptStage
from jospar.queries.deadline_lines import DeadlineState
from jospar.queries.desk_tasks import WAITS
from jospar.queries.dossiers import DossierStage
from jospar.queries.evidence_subjects import SubjectKind
from jospar.queries.figures import FigureKind, Light, Standing
from jospar.queries.fingerprints import Standing as EditionStanding
from jospar.queries.laboratory import Fate as ActFate
from jospar.queries.laboratory_findings import What
from jospar.queries.next_cycle import Why
from jospar.queries.outbox_page import ApprovalState
from jospar.queries.plan_screen import PaperKind, Step, StepState
from jospar.queries.planning_back import Hold
from jospar.queries.readings import ReadingKind
from jospar.queries.row_states import RowState
from jospar.queries.tasks import TaskKind
from jospar.queries.treaty_fates import Fate
from jospar.rules.amendment.nouns import ChangeOutcome, InstructedBy, Route
from jospar.rules.carrying_out.facts import CorrectionGround
from jospar.rules.commission.facts import Outcome, RowOutcome, Settled
from jospar.rules.core.nouns import Entry, Level, PlanKind, ProgressStage
from jospar.rules.core.nouns import PaperKind as OutboxPaper
from jospar.rules.core.offices import Office
from jospar.rules.core.ruleset import load
from jospar.rules.drafting.facts import Register, With
from jospar.rules.reference.facts import RepairKind
from jospar.rules.registry import ACTS
from jospar.rules.treaty.facts import How
from jospar.web.acts.fields import Field, FieldKind, fields_of
from jospar.web.acts.form import choice_key
from jospar.web.acts.row_decisions import Choice
from jospar.web.navigation import WAYS
from jospar.web.texts import Texts, table
from jospar.web.treaty_events import EventKind
from jospar.web.watching.state import Part as StatePart
from jospar.web.watching.state import Sign

WEB = Path(jospar.web.__file__).parent
_CALL = re.compile(r"""\b(?:t|form_text)\(\s*["']([a-z_]+\.[a-z_]*)["']( ~| \+)?""")
_ELSE = re.compile(r"""\bt\(["'][^()]* else ["']([a-z_]+\.[a-z_]+)["']""")
"""The other key of a call that chooses between two."""
FAMILIES: dict[str, type[StrEnum]] = {
    "plan.": PlanKind,
    "short.": PlanKind,
    "level.": Level,
    "step.": Step,
    "step_state.": StepState,
    "paper.": PaperKind,
    "answer.": Answer,
    "concept_stage.": ConceptStage,
    "state.": DeadlineState,
    "light.": Light,
    "behind.": Standing,
    "kept.": Kept,
    "only_chosen.": Difference,
    "only_other.": Difference,
    "register.": Register,
    "occasions.empty_": Register,
    "occasion_kind.": With,
    "row_choice.": Choice,
    "extract.": Outcome,
    "task.": TaskKind,
    "task_do.": TaskKind,
    "position.": Answer,
    "again_why.": Why,
    "concept_view.": View,
    "choice.level_": Level,
    "revisions.amended_": Route,
    "dossier_stage.": DossierStage,
    "ground_stage.": GroundStage,
    "choice.change_outcome_": ChangeOutcome,
    "amendments.by_": InstructedBy,
    "choice.entry_": Entry,
    "choice.row_outcome_": RowOutcome,
    "choice.settled_": Settled,
    "choice.paper_kind_": OutboxPaper,
    "outbox.approval_": ApprovalState,
    "president.fate_": Fate,
    "reading_kind.": ReadingKind,
    "carried_state.": RowState,
    "carried_cause.": Cause,
    "control_count.": Count,
    "control_span.": Span,
    "overdue.": Cause,
    "hold.": Hold,
    "evidence.of_": SubjectKind,
    "evidence_here.": Agreement,
    "evidence_outcome.": EvidenceOutcome,
    "to_reach.": ProgressStage,
    "life.": EventKind,
    "treaty.ground_": Route,
    "choice.progress_stage_": ProgressStage,
    "choice.correction_ground_": CorrectionGround,
    "choice.how_": How,
    "choice.repair_kind_": RepairKind,
    "lab_was.": What,
    "lab_would.": What,
    "lab_acts.": ActFate,
    "lab_why.": ActFate,
    "lab_total.": ActFate,
    "sign.": Sign,
    "not_by_provider.": Refusal,
    "part.": StatePart,
    "part_cure.": StatePart,
}
"""Keys that templates put together, with the values that may end them."""
PUT_TOGETHER = {"field_help.", "fault.", "lab_was.", "lab_would.", "read_on."}
"""Beginnings of keys that the program puts together, not a template."""
ANY_TEXT = {FieldKind.LINE, FieldKind.TEXT}
"""Fields in which everything that is typed can be read."""
FIELDS = [field for act in ACTS for field in fields_of(act.filing)]
OF_ACTS = {act.code.replace(".", "_") for act in ACTS}


def has_help(field: Field) -> bool:
    """Tell whether the field has words of help: it need not."""
    return f"field_help.{field.label}" in table()


ONE_PLAN = {FigureKind.TO_COMMISSION, FigureKind.TO_PRESIDENT}
OTHERS = {
    "rules.": {"law", "practice"},
    "last_day.": {"examined", "decision_to_sign", "signed", "in_force"},
    "figure.": {kind.value for kind in FigureKind if kind not in ONE_PLAN}
    | {f"{kind}_{ending}" for kind in ONE_PLAN for ending in ("done", "open")},
    "option.": {o for reading in load().readings.values() for o in reading.options}
    | {"due", "outer"},
    "recorded.": {"by", "complete", "digest", "fingerprint", "kind", "position"}
    | {"effective_on", "from_dossier", "ground_on", "received_on", "size"}
    | {"term_changed", "type"},
    "language.": {"kk", "ru", "both"},
    "sheet.": {"consideration", "completeness"},
    "revisions.": {"from", "to"},
    "revisions.sent_": {"commission", "president"},
    "compared.": {"added", "removed", "moved", "changed"},
    "row_change.": {"added", "removed", "moved"},
    "occasion_state.": {"neither", "linked", "considered"},
    "progress.": {"concepts", "conclusions", "distribution"},
    "error.": {"missing", "broken", "pdf", "file", *("missing_cure", "broken_cure")}
    | {"pdf_cure", "past_day", "past_day_cure", "unreadable", "unreadable_cure"}
    | {"for_now", "for_now_cure"},
    "not_invited.": {state.value for state in State} - {State.OPEN.value},
    "sign_in.": {"wrong", "locked", "closed", "over"},
    "proof.": {"wrong", "locked"},
    "password.": {"current", "password", "repeated", "not_current", "locked"}
    | {f"password_{fault}" for fault in ("too_short", "too_similar", "too_common")}
    | {"password_entirely_numeric", "same", "differs"},
    "write_help.": {"title", "purpose", "note"},
    "write_level.": {level.value for level in Level},
    "write_term.": {"conclude", "procedure", "first", "last", "same", "by_days"}
    | {"from", "to"},
    "verify_outcome.": {
        code.value
        for code in (*EditionStanding, *Checked)
        if code is not Checked.STANDS
    },
    "verify_said.": {
        "altered",
        "altered_unknown",
        "unproven",
        "unknown",
        "unknown_file",
    }
    | {"foreign", "in_force", "replaced", "not_yet", "never", "draft"},
    "departure.": {part.value for part in Part} - {"cell", "plan", "key"}
    | {f"plan_{name}" for name in ("kind", "years", "ruleset", "order")}
    | {"key_concept", "key_body", "was", "now", "where"},
    "write_differ.": {"dates", "numbers", "states"},
    "commission.": {"approved", "returned"},
    "president.": {"agreed", "returned", "late", "silent"}
    | {"countries", "bodies", "visits", "failing"},
    "stage_one.": {"expedient", *(stage.value for stage in ConceptStage)},
    "wait.": {kind.value for kinds in WAITS.values() for kind in kinds},
    "way.": {way.name for way in WAYS},
    "read_on.": {"act", "treaty", "evidence"},
    "act.": OF_ACTS,
    "act_does.": OF_ACTS,
    "act_was.": OF_ACTS,
    "field.": {"further", *(field.label for field in FIELDS)},
    "field_help.": {field.label for field in FIELDS if has_help(field)},
    "fault.": {
        "empty",
        *(kind.value for kind in FieldKind if kind not in ANY_TEXT),
    },
    "choice.": {
        choice_key(field.of, value).removeprefix("choice.")
        for field in FIELDS
        if field.of is not Office
        for value in field.choices
    },
    "people.": {"code", "name", "email", "code_help", "email_help"}
    | {"code_form", "code_taken", "name_empty", "email_form", "language_unknown"}
    | {"now", "ahead", "past"},
}
COUNTED = {"state.late"}
"""Its text says by how many days: ``deadline.days_late``."""


def used() -> tuple[set[str], set[str]]:
    """Return the keys that pages use, and the beginnings of those put together."""
    files = [*WEB.rglob("*.html"), *WEB.rglob("*.py")]
    texts = [file.read_text("utf-8") for file in files]
    calls = [call for text in texts for call in _CALL.findall(text)]
    calls += [(key, "") for text in texts for key in _ELSE.findall(text)]
    whole = {key for key, more in calls if not more}
    return whole, {key for key, more in calls if more}


def expected() -> set[str]:
    """Return every key that pages can ask for."""
    whole, begun = used()
    for family, values in FAMILIES.items():
        whole |= {f"{family}{value.value}" for value in values}
    for family, endings in OTHERS.items():
        whole |= {f"{family}{ending}" for ending in endings}
    assert begun | PUT_TOGETHER == {*FAMILIES, *OTHERS}
    return whole - COUNTED


def test_every_text_is_used_and_every_used_text_is_there() -> None:
    """What no page asks for is taken out of the table."""
    assert set(table()) == expected()


@pytest.mark.parametrize("key", sorted(table()))
def test_a_text_stands_in_three_languages_with_the_same_values(key: str) -> None:
    """A list has one form in Kazakh, three in Russian and two in English."""
    texts = table()[key]
    assert list(texts) == ["kk", "ru", "en"]
    shapes = {
        language: 1 if isinstance(forms, str) else len(forms)
        for language, forms in texts.items()
    }
    counted = isinstance(texts["kk"], list)
    assert shapes == dict(zip(texts, (1, 3, 2) if counted else (1, 1, 1), strict=True))
    values = {
        tuple(sorted(name for _, name, _, _ in Formatter().parse(form) if name))
        for forms in texts.values()
        for form in ([forms] if isinstance(forms, str) else forms)
    }
    assert len(values) == 1


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 договоров"),
        (1, "1 договор"),
        (3, "3 договора"),
        (5, "5 договоров"),
        (11, "11 договоров"),
        (12, "12 договоров"),
        (21, "21 договор"),
        (104, "104 договора"),
        (112, "112 договоров"),
    ],
)
def test_russian_counts_in_three_forms(count: int, text: str) -> None:
    """The last digit decides, except from eleven to fourteen."""
    assert Texts("ru")("plan.rows", count=count) == text


def test_english_counts_in_two_forms_and_kazakh_in_one() -> None:
    """Kazakh nouns keep their form after a number."""
    assert [Texts("en")("plan.rows", count=n) for n in (0, 1, 2)] == [
        "0 treaties",
        "1 treaty",
        "2 treaties",
    ]
    assert [Texts("kk")("plan.rows", count=n) for n in (1, 2)] == ["1 шарт", "2 шарт"]


def test_an_unknown_text_is_an_error() -> None:
    """A misspelt key never reaches a reader as an empty place."""
    with pytest.raises(KeyError):
        Texts("kk")("plan.nothing")
