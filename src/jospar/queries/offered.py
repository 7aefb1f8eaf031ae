"""What the record already says of an act before a person fills it in."""

from collections.abc import Iterable, Mapping

from jospar.records.models import Concept, PreparedConclusion
from jospar.records.snapshots.plans import bodies_of
from jospar.rules.core.horizon import plans_for
from jospar.rules.core.nouns import Term
from jospar.rules.core.ruleset import Ruleset

from .official_use import marked_concepts

Offered = Mapping[str, Mapping[str, str]]
"""Values as they would be typed, by the keys of concepts and the names of fields."""


def offered(act: str, ruleset: Ruleset, year: int, keys: Iterable[str]) -> Offered:
    """Return what the forms of an act on concepts begin with; one query at most.

    A conclusion is signed as it was prepared; a concept is placed in the plan that its
    term points to, where that is one alone; bodies stand in the order that they have;
    a mark is set where there is none, and lifted where it stands.
    """
    if act == "review.conclude":
        return _prepared(year, keys)
    if act == "drafting.place":
        return _plans(ruleset, year, keys)
    if act == "intake.mark_handling":
        marked = marked_concepts(year)
        return {key: {"official_use": "no" if key in marked else "yes"} for key in keys}
    if act == "reference.order_bodies":
        codes = "\n".join(bodies_of(year))
        return {key: {"codes": codes} for key in keys}
    return {}


def _prepared(year: int, keys: Iterable[str]) -> Offered:
    found = PreparedConclusion.objects.filter(
        concept__cycle_id=year, concept__key__in=keys
    )
    columns = ("concept__key", "expedient", "reasons_kk", "reasons_ru")
    return {
        key: {
            "expedient": "yes" if expedient else "no",
            "reasons_kk": kk,
            "reasons_ru": ru,
        }
        for key, expedient, kk, ru in found.values_list(*columns)
    }


def _plans(ruleset: Ruleset, year: int, keys: Iterable[str]) -> Offered:
    found = Concept.objects.filter(cycle_id=year, key__in=keys)
    columns = ("key", "conclude_from", "conclude_to")
    return {
        key: {"plan": next(iter(plans)).value}
        for key, first_day, last_day in found.values_list(*columns)
        if len(plans := plans_for(ruleset, year, Term(first_day, last_day))) == 1
    }
