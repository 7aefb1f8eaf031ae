"""Titles of treaties that nobody concluded, in both languages, as many as are drawn."""

import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jospar.rules.core.nouns import Level, Text

_PARTS = Path(__file__).with_name("title_parts.toml")
_AMENDING = 8
"""Of so many titles one is that of a protocol that changes an earlier treaty."""


@dataclass(frozen=True, slots=True)
class MadeTitle:
    """A title, and in whose name the treaty that it names would be concluded."""

    title: Text
    level: Level


def made_titles(chance: random.Random) -> Iterator[MadeTitle]:
    """Yield titles for ever, the same ones for the same ``chance``; some come again."""
    parts = tomllib.loads(_PARTS.read_text("utf-8"))
    states, sides, fields, subjects, kinds = (
        parts[name] for name in ("states", "sides", "fields", "subjects", "kinds")
    )
    # Some states are neighbours, and some fields are in everybody's mouth.
    weights = [[1 + 3 / (1 + n) for n in range(len(of))] for of in (states, fields)]
    for of in (states, fields):
        chance.shuffle(of)
    while True:
        (state,) = chance.choices(states, weights[0])
        (field,) = chance.choices(fields, weights[1])
        side, subject, kind = map(chance.choice, (sides, subjects, kinds))
        government = side[0] == "Үкіметі"
        level = Level.INTERGOVERNMENTAL if government else Level.INTERAGENCY
        kazakh = (
            f"Қазақстан Республикасының {side[0]} мен {state[0]} {side[0]} арасындағы "
            f"{subject[0].format(field[0])} туралы"
        )
        russian = (
            f"{kind[1]} между {side[1]} Республики Казахстан и {side[1]} {state[1]} "
            f"{subject[1].format(field[1])}"
        )
        if chance.randrange(_AMENDING):
            yield MadeTitle(Text(f"{kazakh} {kind[0]}", russian), level)
            continue
        year = chance.randrange(1992, 2025)
        amending = Text(
            f"{year} жылғы {kazakh} {kind[2]} өзгерістер енгізу туралы хаттама",
            f"Протокол о внесении изменений в {russian} {year} года",
        )
        yield MadeTitle(amending, level)
