"""The form of an act as its page shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Any

from jospar.queries.sentences import sentence
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.act import Kind, Objection
from jospar.rules.core.further import FURTHER
from jospar.rules.core.further import FieldKind as FurtherKind
from jospar.rules.core.offices import OF_PAST_DAYS, Office
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.reference.facts import Appoint
from jospar.web.texts import Texts, table
from jospar.web.wording import body_name, office_name

from .amending import SETTLED, as_asked, cells_now, is_asked, said_now
from .attempt import DAYS, PAPERS, Attempt
from .fields import Field, FieldKind, fields_of

SUBJECTS = frozenset(
    {"key", "plan", "recipient", "body", "decision", "register", "paper", "remark"}
    | {"department", "appointment", "subject", "code"}
)
"""Fields that say what an act is about: given by the link, they are not typed anew."""


BODIES = frozenset(
    {
        ("body", FieldKind.LINE),
        ("successor", FieldKind.LINE),
        ("proposers", FieldKind.LIST),
    }
)
"""Fields in which bodies are chosen from the list of the cycle."""
_KINDS: Mapping[FurtherKind, FieldKind] = MappingProxyType(
    {
        FurtherKind.TEXT: FieldKind.LINE,
        FurtherKind.LONG_TEXT: FieldKind.TEXT,
        FurtherKind.NUMBER: FieldKind.LINE,
        FurtherKind.DAY: FieldKind.DAY,
        FurtherKind.CHOICE: FieldKind.CHOICE,
    }
)
"""How further fields are filled in; a number may have a comma."""


@dataclass(frozen=True, slots=True)
class Said:
    """An objection as it is said: its sentence, its ground, the field it is about."""

    code: str
    text: str
    provision: str
    paragraph: str | None
    field: str


@dataclass(frozen=True, slots=True)
class FormField:
    """A field with its words, what stands in it, and what is wrong with that.

    ``choices`` are values with their names; ``faults`` are told at the field;
    ``now`` is how the record reads that the field changes.
    """

    field: Field
    label: str
    help: str
    value: str
    choices: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]
    now: str = ""


@dataclass(frozen=True, slots=True)
class ActForm:
    """Everything that the page of an act shows.

    ``asks_proof`` where a past day is proven by a paper that the filing does not name.
    """

    attempt: Attempt
    subjects: tuple[FormField, ...]
    fields: tuple[FormField, ...]
    refusals: tuple[Said, ...]
    cautions: tuple[Said, ...]
    faulty: bool
    asks_proof: bool


def act_form(
    attempt: Attempt,
    language: str,
    *,
    faults: Mapping[str, str],
    objections: Sequence[Objection],
) -> ActForm:
    """Return the form with what was typed, and all that speaks against it."""
    t = Texts(language)
    said = [said_of(found, attempt.seat.ruleset, language) for found in objections]
    refused = [found.kind is Kind.REFUSAL for found in objections]
    now = cells_now(attempt)
    shown = [
        replace(
            _shown(as_asked(attempt, part, now), attempt, t, language, faults, said),
            now=_now(part, now, t, language),
        )
        for part in fields_of(attempt.act.filing)
        if part.name not in attempt.automatic and is_asked(attempt, part.name)
    ]
    names = {part.name for part in fields_of(attempt.act.filing)}
    shown += _further(attempt, language, said)
    settled = SUBJECTS | SETTLED.get(attempt.act.filing, frozenset())
    given = {name for name, text in attempt.typed.items() if text} - faults.keys()
    subject = {part.field.name for part in shown} & settled & given
    return ActForm(
        attempt=attempt,
        subjects=tuple(part for part in shown if part.field.name in subject),
        fields=tuple(part for part in shown if part.field.name not in subject),
        refusals=tuple(one for one, yes in zip(said, refused, strict=True) if yes),
        cautions=tuple(one for one, yes in zip(said, refused, strict=True) if not yes),
        faulty=bool(faults),
        asks_proof=(
            attempt.seat.actor.office in OF_PAST_DAYS
            and not names.isdisjoint(DAYS)
            and names.isdisjoint(PAPERS)
        ),
    )


def said_of(objection: Objection, ruleset: Ruleset, language: str) -> Said:
    """Return the objection in the reader's language."""
    return Said(
        code=objection.code,
        text=sentence(objection, language),
        provision=objection.provision,
        paragraph=ruleset.paragraph(objection.provision),
        field=objection.field,
    )


def choice_key(of: type[Enum], value: str) -> str:
    """Return the key of the text that names a choice: ``choice.row_outcome_keep``."""
    name = "".join(f"_{c.lower()}" if c.isupper() else c for c in of.__name__)
    return f"choice.{name.lstrip('_')}_{value}"


def _shown(
    part: Field,
    attempt: Attempt,
    t: Texts,
    language: str,
    faults: Mapping[str, str],
    said: Sequence[Said],
) -> FormField:
    label = t(f"field.{part.label}")
    if part.language:
        label = f"{label}, {t(f'language.{part.language}')}"
    told = [one.text for one in said if one.field == part.name]
    if part.name in faults:
        told.append(t(faults[part.name]))
    help_key = f"field_help.{part.label}"
    return FormField(
        field=part,
        label=label,
        help=t(help_key) if help_key in table() else "",
        value=attempt.known.get(part.name, ""),
        choices=_choices(part, attempt, t, language),
        faults=tuple(told),
    )


def _further(
    attempt: Attempt, language: str, said: Sequence[Said]
) -> Iterator[FormField]:
    """Yield the fields that the ruleset asks for beside those of the filing."""
    t = Texts(language)
    for field in attempt.further_fields:
        for cell in field.cells:
            spoken = cell[-2:] if field.both_languages else ""
            name, label = f"{FURTHER}{cell}", field.label[language]
            yield FormField(
                field=Field(name, (), _KINDS[field.kind], str, field.required, spoken),
                label=f"{label}, {t(f'language.{spoken}')}" if spoken else label,
                help=field.help.get(language, ""),
                value=attempt.known.get(name, ""),
                choices=tuple(
                    (code, words[language]) for code, words in field.options.items()
                ),
                faults=tuple(one.text for one in said if one.field == name),
            )


def _now(part: Field, cells: Mapping[str, Any], t: Texts, language: str) -> str:
    value = cells.get(part.name)
    if value and part.kind is FieldKind.CHOICE:
        return t(choice_key(part.of, value))
    return said_now(value, language)


def _choices(
    part: Field, attempt: Attempt, t: Texts, language: str
) -> tuple[tuple[str, str], ...]:
    if part.of is Office:
        return tuple((value, office_name(value, language)) for value in part.choices)
    if part.kind is FieldKind.CHOICE:
        return tuple((value, t(choice_key(part.of, value))) for value in part.choices)
    if (part.name, part.kind) in BODIES:
        return tuple(_bodies(attempt, language))
    return ()


def _bodies(attempt: Attempt, language: str) -> Iterator[tuple[str, str]]:
    """Yield the bodies; people are appointed to whom a plan always goes, too."""
    for code, body in bodies_of(attempt.seat.year).items():
        yield code, body_name(body, language).text
    if attempt.act.filing is Appoint:
        for code, name in attempt.seat.ruleset.recipients.always.items():
            yield code, name[language]
