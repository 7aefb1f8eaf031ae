"""What the cell of the domestic procedures says, as the form words it or otherwise."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from jospar.rules.core.hand_terms import read_hand_term
from jospar.rules.core.nouns import Language, Procedure, Term
from jospar.rules.core.terms import PROCEDURES, term_phrase

from .values import squeezed

_STEMS: Mapping[Procedure, re.Pattern[str]] = {
    procedure: re.compile(pattern, re.IGNORECASE)
    for procedure, pattern in {
        Procedure.NONE: r"\bне\s+(?:требу|нуж|предусм|подлеж)\w*(?:\s+ратификации)?"
        r"|\b(?:талап етілме|қажет емес|қажет етпе)\w*|^(?:нет|жоқ)$",
        Procedure.RATIFICATION: r"\bратифика\w*|\bратификац\w*",
        Procedure.APPROVAL: r"\bутвержд\w*|\bбекіт\w*",
        Procedure.ACCEPTANCE: r"\bприняти\w*|\bқабылда\w*",
        Procedure.ACCESSION: r"\bприсоедин\w*|\bқосыл\w*",
    }.items()
}
_FILLERS = re.compile(
    r"\b(?:требу\w+|необходим\w*|подлеж\w+|планиру\w+|закон\w*|постановлени\w*|указ\w*"
    r"|правительств\w*|президент\w*|рк|об?|қр|туралы|талап етіледі|қажет|заң\w*"
    r"|үкімет\w*|қаулы\w*|жарлы\w*|етіледі|жату\w*|тиіс|процедур\w*|рәсім\w*)\b|[():;]",
    re.IGNORECASE,
)
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class ProcedureFound:
    """What a cell says of the procedure and its term; ``certain`` if nothing else can.

    ``procedure`` is None where it cannot be told.
    """

    procedure: Procedure | None
    term: Term | None = None
    certain: bool = False


@lru_cache(maxsize=256)
def read_procedure(text: str, years: tuple[int, ...] = ()) -> ProcedureFound:
    """Return what the cell ``text`` says; ``years`` are those of the plan."""
    plain = squeezed(text)
    if not plain or plain in _DASHES:
        return ProcedureFound(None)
    found = [kind for kind, stem in _STEMS.items() if stem.search(plain)]
    if not found:
        return ProcedureFound(None, read_hand_term(plain, years).term)
    procedure = found[0]
    if procedure is Procedure.NONE:
        rest = _STEMS[procedure].sub(" ", plain).strip(" .")
        return ProcedureFound(procedure, certain=not rest)
    rest = plain
    for stem in _STEMS.values():
        rest = stem.sub(" ", rest)
    rest = " ".join(_FILLERS.sub(" ", rest).split()).strip(" ,.–-")
    if not rest:
        return ProcedureFound(procedure, certain=len(found) == 1)
    read = read_hand_term(rest, years)
    certain = len(found) == 1 and read.term is not None and not read.reasons
    return ProcedureFound(procedure, read.term, certain)


def named(found: ProcedureFound) -> dict[str, str]:
    """Return what was found in words, by language."""
    words = {}
    for language in Language:
        word = PROCEDURES[language][found.procedure] if found.procedure else ""
        term = term_phrase(found.term, language) if found.term else ""
        words[language.value] = f"{term} ({word})" if term and word else word or term
    return words
