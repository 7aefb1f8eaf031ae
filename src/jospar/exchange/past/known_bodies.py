"""The bodies that a past plan may name, with every name that the record has of them."""

from jospar.exchange.annexes.values import KnownBody
from jospar.records.models import ListedBody
from jospar.rules.core.nouns import Text


def known_bodies() -> tuple[KnownBody, ...]:
    """Return the bodies of all cycles, each with its names, the present one first.

    A body that was succeeded is one of its own: the plan named it, not its successor.
    One query.
    """
    names: dict[str, dict[Text, None]] = {}
    listed = ListedBody.objects.order_by("-cycle_id", "position")
    for code, kk, ru in listed.values_list("code", "name_kk", "name_ru"):
        names.setdefault(code, {})[Text(kk, ru)] = None
    return tuple(KnownBody(code, tuple(of)) for code, of in names.items())
