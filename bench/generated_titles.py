"""Titles as many as are asked for, in both languages, the real ones among them.

The same number asked for gives the same titles, on every machine.
"""

import csv
import random
from pathlib import Path

from jospar.management.simulation.titles import made_titles
from jospar.rules.core.nouns import Text

SEED = 214
REAL = Path("tests/data/treaties.csv")


def real_titles() -> list[Text]:
    """Return the titles of treaties that were concluded."""
    with REAL.open(encoding="utf-8", newline="") as file:
        return [Text(row["title_kk"], row["title_ru"]) for row in csv.DictReader(file)]


def titles(number: int) -> list[Text]:
    """Return ``number`` different titles in no order; the real ones are among them."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    found = dict.fromkeys(real_titles()[:number])
    made = made_titles(chance)
    while len(found) < number:
        found[next(made).title] = None
    mixed = list(found)
    chance.shuffle(mixed)
    return mixed


def perturbed(title: Text, chance: random.Random) -> Text:
    """Return ``title`` as another person might have worded and typed it.

    A word is left out, two change places, and a finger slips twice.
    """
    return Text(_perturbed(title.kk, chance), _perturbed(title.ru, chance))


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
