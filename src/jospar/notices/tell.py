"""Putting notices into people's inboxes, each once."""

from collections.abc import Iterable

from .models import Notice


def tell(notices: Iterable[Notice]) -> int:
    """Keep those notices that their people do not have yet; return how many.

    Two passes at once may both call it: a notice is unique by person and key.
    """
    made = {(notice.person, notice.key): notice for notice in notices}
    keys = {key for _person, key in made}
    known = Notice.objects.filter(key__in=keys).values_list("person", "key")
    new = [made[name] for name in made.keys() - set(known)]
    new.sort(key=lambda notice: (notice.key, notice.person))
    Notice.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)
