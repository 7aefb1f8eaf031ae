"""Drafts that begin with something: a concept of the record, or a form filled in."""

from dataclasses import dataclass

from jospar.documents.concept_form_reading import FormFault, read_concept_form
from jospar.records.models import Concept
from jospar.rules.core.further import FURTHER
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
    first, *others = proposers
    if writer.seat.actor.office in OF_ONE_BODY:
        others = [code for code in proposers if code != writer.seat.actor.body]
        first = ""
    plain = {
        **{name: getattr(concept, name) for name in (*TEXTS, "level", "procedure")},
        **{name: day.isoformat() for name in _DAYS if (day := getattr(concept, name))},
        **{f"{FURTHER}{name}": text for name, text in concept.further.items()},
        "entry": concept.entry_kind,
        "counterparties": "\n".join(
            country_name(code, Language.KK) for code in concept.counterparties
        ),
        "body": first,
        "others": "\n".join(others),
    }
    return _by_quarters(plain)


def _by_quarters(plain: Texts) -> dict[str, str]:
    """Return cells whose terms are written as the page writes them."""
    cells = {name: text for name, text in plain.items() if name not in _DAYS}
    for term in TERMS:
        cells |= term_cells(term, *term_of({**plain, f"{term}_by": DAYS}, term))
    return cells
