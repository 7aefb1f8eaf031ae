"""Who signs which paper, and through whom it goes: data of the ruleset."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .nouns import Language, PaperKind, Text
from .tables import frozen


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs a paper: the post in both languages, and the name where it is known.

    ``through`` is whom the paper goes through; it is empty where it goes straight.
    """

    post: Text
    name: str = ""
    through: Text = field(default_factory=Text)


def signatories_from(
    tables: Iterable[Mapping[str, Any]],
) -> Mapping[PaperKind, Signatory]:
    """Return who signs each kind of paper, as a ruleset's tables state it.

    Raises:
        ValueError: for a paper that there is not, or a text in one language only.
    """
    return frozen(
        {
            PaperKind(table["paper"]): Signatory(
                post=_text(table["title"]),
                name=table.get("name", ""),
                through=_text(table["through"]) if "through" in table else Text(),
            )
            for table in tables
        }
    )


def _text(texts: Mapping[str, str]) -> Text:
    if not (texts.get(Language.KK) and texts.get(Language.RU)):
        raise ValueError(f"a text of a signatory lacks a language: {dict(texts)}")
    return Text(texts[Language.KK], texts[Language.RU])
