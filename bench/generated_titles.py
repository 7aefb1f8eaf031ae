"""Titles as many as are asked for, in both languages, the real ones among them.

The same number asked for gives the same titles, on every machine.
"""

import csv
import random
import tomllib
from collections.abc import Iterator
from pathlib import Path

from jospar.rules.core.nouns import Text

SEED = 214
REAL = Path("tests/data/treaties.csv")
PARTS = Path(__file__).with_name("title_parts.toml")

_AMENDING = 8
"""Of so many titles one is that of a protocol that changes an earlier treaty."""


def real_titles() -> list[Text]:
    """Return the titles of treaties that were concluded."""
    with REAL.open(encoding="utf-8", newline="") as file:
        return [Text(row["title_kk"], row["title_ru"]) for row in csv.DictReader(file)]


def titles(number: int) -> list[Text]:
    """Return ``number`` different titles in no order; the real ones are among them."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    found = dict.fromkeys(real_titles()[:number])
    made = _made(chance)
    while len(found) < number:
        found[next(made)] = None
    mixed = list(found)
    chance.shuffle(mixed)
    return mixed


def perturbed(title: Text, chance: random.Random) -> Text:
    """Return ``title`` as another person might have worded and typed it.

    A word is left out, two change places, and a finger slips twice.
    """
    return Text(_perturbed(title.kk, chance), _perturbed(title.ru, chance))


def _made(chance: random.Random) -> Iterator[Text]:
    parts = tomllib.loads(PARTS.read_text("utf-8"))
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
        kazakh = (
            f"Қазақстан Республикасының {side[0]} мен {state[0]} {side[0]} арасындағы "
            f"{subject[0].format(field[0])} туралы"
        )
        russian = (
            f"{kind[1]} между {side[1]} Республики Казахстан и {side[1]} {state[1]} "
            f"{subject[1].format(field[1])}"
        )
        if chance.randrange(_AMENDING):
            yield Text(f"{kazakh} {kind[0]}", russian)
            continue
        year = chance.randrange(1992, 2025)
        yield Text(
            f"{year} жылғы {kazakh} {kind[2]} өзгерістер енгізу туралы хаттама",
            f"Протокол о внесении изменений в {russian} {year} года",
        )


def _perturbed(title: str, chance: random.Random) -> str:
    words = title.split()
    if len(words) > 1:
        words.pop(chance.randrange(len(words)))
        n, m = chance.randrange(len(words)), chance.randrange(len(words))
        words[n], words[m] = words[m], words[n]
    for _ in range(2):
        n = chance.choice([n for n, word in enumerate(words) if len(word) > 1])
        words[n] = _slipped(words[n], chance)
    return " ".join(words)


def _slipped(word: str, chance: random.Random) -> str:
    """Return ``word`` with a letter left out, doubled, or changed with the next one."""
    n = chance.randrange(len(word))
    here, after = word[n : n + 1], word[n + 1 : n + 2]
    return word[:n] + chance.choice(("", here + here, after + here)) + word[n + 2 :]
