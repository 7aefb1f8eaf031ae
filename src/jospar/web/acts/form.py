"""The form of an act as its page shows it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from jospar.queries.sentences import sentence
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.act import Kind, Objection
from jospar.rules.core.offices import OF_PAST_DAYS, Office
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.reference.facts import Appoint
from jospar.web.texts import Texts, table
from jospar.web.wording import body_name, office_name

from .attempt import DAYS, PAPERS, Attempt
from .fields import Field, FieldKind, fields_of

SUBJECTS = frozenset(
    {"key", "plan", "recipient", "body", "decision", "register", "paper", "remark"}
    | {"department", "appointment", "subject", "code"}
)
"""Fields that say what an act is about: given by the link, they are not typed anew."""


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

    ``choices`` are values with their names; ``aside`` the faults told at the field.
    """

    field: Field
    label: str
    help: str
    value: str
    choices: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


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
    shown = [
        _shown(part, attempt, t, language, faults, said)
        for part in fields_of(attempt.act.filing)
        if part.name not in attempt.automatic
    ]
    names = {part.name for part in fields_of(attempt.act.filing)}
    subject = {part.field.name for part in shown} & SUBJECTS & attempt.typed.keys()
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


def _choices(
    part: Field, attempt: Attempt, t: Texts, language: str
) -> tuple[tuple[str, str], ...]:
    if part.of is Office:
        return tuple((value, office_name(value, language)) for value in part.choices)
    if part.kind is FieldKind.CHOICE:
        return tuple((value, t(choice_key(part.of, value))) for value in part.choices)
    if part.name == "body" and part.kind is FieldKind.LINE:
        return tuple(_bodies(attempt, language))
    return ()


def _bodies(attempt: Attempt, language: str) -> Iterator[tuple[str, str]]:
    """Yield the bodies; people are appointed to whom a plan always goes, too."""
    for code, body in bodies_of(attempt.seat.year).items():
        yield code, body_name(body, language).text
    if attempt.act.filing is Appoint:
        for code, name in attempt.seat.ruleset.recipients.always.items():
            yield code, name[language]
