"""The side of look-alikes: titles typed amiss, looked for among many."""

from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from django.core.management import call_command

from jospar.queries.concept_filters import STANDING
from jospar.queries.look_alikes import candidates, look_alikes, score
from jospar.records.models import Concept
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.titles import fold

from .filled import fill
from .generated_titles import SEED, perturbed, real_titles, titles
from .look_alikes import ASKED
from .measure import percentile, seconds
from .side import answer

TITLES, SHOWN = 100_000, 8
RUNS = 3
"""Of so many runs the fastest counts: other programs' work is none of ours."""
ACTOR = Actor("bench", Office.HEAD)
WITHOUT_LETTERS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


def main() -> None:
    """Fill the index and answer."""
    call_command("migrate", verbosity=0)
    fill(titles(TITLES), searched=True)
    chance = Random(SEED)  # noqa: S311 - no secret
    asked = chance.sample(_standing(), ASKED)
    typed = [perturbed(title, chance) for title in asked]
    plain = [Text(title.kk.translate(WITHOUT_LETTERS), "") for title in asked]
    answer(
        {
            "look-alikes": partial(_p95, typed, _whole),
            "rapidfuzz": partial(_p95, typed, _alone),
            "found": partial(_found, asked, typed),
            "found without letters": partial(_found, asked, plain),
        }
    )


def _standing() -> list[Text]:
    """Return the real titles of concepts that were not withdrawn."""
    real = [title.ru for title in real_titles()]
    found = Concept.objects.filter(STANDING, title_ru__in=real).order_by("entry")
    return [Text(kk, ru) for kk, ru in found.values_list("title_kk", "title_ru")]


def _p95(typed: Sequence[Text], job: Callable[[Text], Callable[[], object]]) -> float:
    return percentile(95, [seconds(job(title), RUNS) for title in typed])


def _whole(title: Text) -> Callable[[], object]:
    return partial(look_alikes, title.kk, title.ru, ACTOR, limit=SHOWN)


def _alone(title: Text) -> Callable[[], object]:
    folded = Text(fold(title.kk), fold(title.ru))
    return partial(score, folded, candidates(folded, ACTOR), SHOWN)


def _found(asked: Sequence[Text], typed: Sequence[Text]) -> float:
    shown = (look_alikes(title.kk, title.ru, ACTOR, limit=SHOWN) for title in typed)
    return sum(
        title in [one.title for one in found]
        for title, found in zip(asked, shown, strict=True)
    )
