"""What is titled much like a title that is being written."""

import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest

from bench.filled import add_treaties
from bench.generated_titles import perturbed, real_titles, titles
from jospar.queries.look_alikes import LookAlike, Place, look_alikes
from jospar.records.models import Treaty
from jospar.rules.core.nouns import Language, Text
from jospar.rules.core.offices import Actor, Office
from jospar.rules.treaty.facts import How
from tests.queries.made_record import agree, do, open_cycle, place, submit
from tests.rules import made
from tests.rules import made_carrying_out as made_rows
from tests.rules.made import CURRENT, YEAR

pytestmark = pytest.mark.django_db

HEAD = Actor("a.akhmetova", Office.HEAD)
OFFICER = Actor("b.bolatov", Office.BODY_OFFICER, "trade")
TOURISM = Text(
    "Қазақстан Республикасының Үкіметі мен Өзбекстан Республикасының Үкіметі "
    "арасындағы туризм саласындағы ынтымақтастық туралы келісім",
    "Соглашение между Правительством Республики Казахстан и Правительством "
    "Республики Узбекистан о сотрудничестве в области туризма",
)
SPORT = Text(TOURISM.kk.replace("туризм", "спорт"), "Конвенция о спорте")
WITHOUT_LETTERS = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")


def submitted(key: str, title: Text, body: str = "trade") -> int:
    """Submit a concept of that title, and return its entry."""
    return submit(key, proposers=(body,), wording=made.wording(title=title))


def treaties(*found: Text) -> None:
    """Keep earlier treaties of these titles."""
    add_treaties(found)
    Treaty.objects.update(signed_on=made.DAY)


def entries(actor: Actor, title: Text, **others: int) -> list[int | None]:
    """Return the entries of what looks like ``title`` to the actor."""
    return [one.entry for one in look_alikes(title.kk, title.ru, actor, **others)]


def test_where_a_look_alike_stands() -> None:
    """In a plan, in a concept of the cycle, or among earlier treaties."""
    open_cycle()
    place("C-1", wording=made.wording(title=TOURISM))
    both = submit(
        "C-2", proposers=("energy", "trade"), wording=made.wording(title=SPORT)
    )
    treaties(TOURISM)
    row, treaty, concept = look_alikes(TOURISM.kk, "", HEAD)
    assert row == LookAlike(
        place=Place.PLAN,
        title=TOURISM,
        score=100,
        language=Language.KK,
        entry=row.entry,
        year=YEAR,
        bodies=("trade",),
        plan=CURRENT,
        years=(YEAR + 1,),
    )
    assert treaty == LookAlike(
        Place.TREATY, TOURISM, 100, Language.KK, signed_on=made.DAY
    )
    assert (concept.place, concept.entry) == (Place.CONCEPT, both)
    assert (concept.bodies, concept.year) == (("energy", "trade"), YEAR)


def test_language_of_the_likeness() -> None:
    """It is the one in which the titles are most alike; two languages say more."""
    treaties(TOURISM, SPORT)
    both = look_alikes(TOURISM.kk, TOURISM.ru, HEAD)
    assert [(one.title, one.score, one.language) for one in both] == [
        (TOURISM, 100, Language.KK)
    ]
    (russian,) = look_alikes("", TOURISM.ru.replace("туризма", "спорта"), HEAD)
    assert (russian.title, russian.language) == (TOURISM, Language.RU)


def test_nothing_is_like_it() -> None:
    """Neither nothing typed, nor what most titles begin with, nor another title."""
    add_treaties(real_titles())
    for typed in ("", "–", "о", "Соглашение между", "Конвенция о правах ребёнка"):
        assert look_alikes("", typed, HEAD) == []


def test_a_title_is_found_while_it_is_typed() -> None:
    """The more of it is typed, the more alike it is; a slip does little harm."""
    treaties(TOURISM)
    words = TOURISM.ru.replace("туризма", "турызма").split()
    scores = []
    for number in (5, 9, len(words)):
        (found,) = look_alikes("", " ".join(words[:number]), HEAD)
        scores.append(found.score)
    assert scores == [90, 96, 99]


def test_a_body_sees_its_own_the_agreed_and_the_earlier() -> None:
    """Neither another body's concept, nor that its own stands in a draft."""
    open_cycle()
    agreed = (
        place("C-1", proposers=("energy",), wording=made.wording(title=TOURISM)) - 2
    )
    own = submitted("C-2", TOURISM)
    others = submitted("C-3", TOURISM, "energy")
    assert entries(HEAD, TOURISM) == [others, own, agreed]
    assert entries(OFFICER, TOURISM) == [own]
    do(made.conclude(key="C-2", on=date(2024, 10, 10)))
    do(made.place(key="C-2", on=date(2024, 10, 11)))
    assert look_alikes(*_both(TOURISM), OFFICER)[0].place is Place.CONCEPT
    agree()
    places = [(one.entry, one.place) for one in look_alikes(*_both(TOURISM), OFFICER)]
    assert places == [(own, Place.PLAN), (agreed, Place.PLAN)]
    treaties(TOURISM)
    assert entries(OFFICER, TOURISM) == [own, agreed, None]


def test_what_went_back_is_not_shown() -> None:
    """Nor is the concept itself, whose title it is."""
    open_cycle()
    withdrawn, own = submitted("C-1", TOURISM), submitted("C-2", TOURISM)
    assert entries(HEAD, TOURISM) == [own, withdrawn]
    do(made.withdraw_concept(key="C-1", on=date(2024, 9, 30)))
    assert entries(HEAD, TOURISM) == [own]
    assert entries(HEAD, TOURISM, besides=own) == []


def test_no_more_than_asked_for() -> None:
    """The most alike are kept, and of equals the latest concepts."""
    open_cycle()
    made_entries = [submitted(f"C-{number}", TOURISM) for number in range(3)]
    assert entries(HEAD, TOURISM, limit=2) == made_entries[:0:-1]


def test_queries_do_not_hang_on_the_rows(
    django_assert_num_queries: Callable[[int], AbstractContextManager[object]],
) -> None:
    """One look-alike and eight are read alike."""
    open_cycle()
    for number in range(10):
        place(f"C-{number}", wording=made.wording(title=TOURISM))
        if number in {0, 9}:
            with django_assert_num_queries(5):
                assert len(entries(HEAD, TOURISM)) == min(number + 1, 8)


def test_perturbed_titles_are_found() -> None:
    """Real titles, mistyped and without Kazakh letters, among many others."""
    chance = random.Random(1)  # noqa: S311 - no secret
    add_treaties(titles(500))
    missed = []
    for title in chance.sample(real_titles(), 20):
        typed = perturbed(title, chance)
        found = look_alikes(typed.kk.translate(WITHOUT_LETTERS), typed.ru, HEAD)
        if title not in [one.title for one in found]:
            missed.append(typed)
    assert missed == []


def _both(title: Text) -> tuple[str, str]:
    return title.kk, title.ru


@pytest.mark.provision("treaties.one")
def test_what_was_told_apart_is_no_look_alike() -> None:
    """Nor is what belongs to the same treaty as it; others still are."""
    open_cycle()
    first, second, third, fourth = (
        submitted(f"C-{number}", TOURISM) for number in range(1, 5)
    )
    on, year = date(2024, 12, 9), YEAR
    do(made_rows.link(key="C-2", on=on, earlier_year=year, earlier="C-1", how=How.SAME))
    do(made_rows.tell_apart(key="C-3", on=on, other_year=year, other="C-2"))
    assert set(entries(HEAD, TOURISM, besides=third)) == {fourth}
    assert set(entries(HEAD, TOURISM, besides=first)) == {second, fourth}
    assert set(entries(HEAD, TOURISM, besides=fourth)) == {first, second, third}
    assert len(entries(HEAD, TOURISM)) == 4
