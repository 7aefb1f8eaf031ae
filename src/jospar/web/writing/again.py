"""Drafts that begin with something: a concept of the record, or a form filled in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jospar.documents.concept_form_reading import FormFault, read_concept_form
from jospar.queries.carried_rows import CarriedRow
from jospar.records.models import Concept
from jospar.rules.core.further import FURTHER
from jospar.rules.core.horizon import cycle_years, lies_within
from jospar.rules.core.nouns import Language
from jospar.rules.core.offices import OF_ONE_BODY
from jospar.rules.core.ruleset import Ruleset

from .cells import DAYS, TERMS, TEXTS, Texts, term_cells, term_of, with_terms
from .countries import counterparties_of, country_name
from .writer import Writer

_DAYS = tuple(f"{term}_{end}" for term in TERMS for end in ("from", "to"))


@dataclass(frozen=True, slots=True)
class FormCells:
    """What a form says, as cells of a draft, and what could not be read."""

    cells: dict[str, str]
    faults: tuple[FormFault, ...]


def cells_of_form(data: bytes, ruleset: Ruleset) -> FormCells:
    """Return what was filled into the DOCX form."""
    reading = read_concept_form(data, ruleset.fields.values())
    return FormCells(_by_quarters(reading.values), reading.faults)


def form_values(texts: Texts, language: str) -> dict[str, str]:
    """Return the texts of a draft as the DOCX form takes them."""
    parties = counterparties_of(texts.get("counterparties", ""))
    return {
        **texts,
        **dict(with_terms(texts)),
        "counterparties": "\n".join(country_name(one, language) for one in parties),
    }


def cells_of_concept(concept: Concept, writer: Writer) -> dict[str, str]:
    """Return everything that the concept says, as cells of a draft."""
    proposers = concept.proposers.order_by("position").values_list("body", flat=True)
    plain = {name: getattr(concept, name) for name in (*TEXTS, "level", "procedure")}
    days = {name: getattr(concept, name) for name in _DAYS}
    return _cells(concept, writer, proposers, plain | _typed(days))


def cells_of_row(concept: Concept, row: CarriedRow, writer: Writer) -> dict[str, str]:
    """Return what the row of the concept says now, as cells of a draft.

    It is worded as its plan was amended, by the treaty's present name, and proposed by
    the bodies that answer for it. A term that the cycle has no plan for is left out.
    """
    wording = row.wording
    texts = {"title": row.name or wording.title}
    texts |= {"purpose": wording.purpose, "note": wording.note}
    plain = {
        f"{name}_{language}": text[language]
        for name, text in texts.items()
        for language in ("kk", "ru")
    }
    plain |= {"level": wording.level.value, "procedure": wording.procedure.value}
    seat, days = writer.seat, dict[str, date | None]()
    if lies_within(wording.conclude, cycle_years(seat.ruleset, seat.year)):
        days = {
            "conclude_from": wording.conclude.first_day,
            "conclude_to": wording.conclude.last_day,
            "procedure_from": wording.procedure_from,
            "procedure_to": wording.procedure_to,
        }
    return _cells(concept, writer, row.answering, plain | _typed(days))


def _typed(days: Mapping[str, date | None]) -> dict[str, str]:
    return {name: day.isoformat() for name, day in days.items() if day}


def _cells(
    concept: Concept, writer: Writer, proposers: Iterable[str], plain: Texts
) -> dict[str, str]:
    """Return the cells with what a row has of its concept alone, and the proposers."""
    first, *others = proposers
    if writer.seat.actor.office in OF_ONE_BODY:
        own = writer.seat.actor.body
        others = [code for code in (first, *others) if code != own]
        first = ""
    of_concept = {
        **{f"{FURTHER}{name}": text for name, text in concept.further.items()},
        "entry": concept.entry_kind,
        "counterparties": "\n".join(
            country_name(code, Language.KK) for code in concept.counterparties
        ),
        "body": first,
        "others": "\n".join(others),
    }
    return _by_quarters({**plain, **of_concept})


def _by_quarters(plain: Texts) -> dict[str, str]:
    """Return cells whose terms are written as the page writes them."""
    cells = {name: text for name, text in plain.items() if name not in _DAYS}
    for term in TERMS:
        cells |= term_cells(term, *term_of({**plain, f"{term}_by": DAYS}, term))
    return cells
