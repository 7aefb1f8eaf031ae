"""The inbox on a person's desk."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from .models import Notice
from .saying import Part, parts, path


@dataclass(frozen=True, slots=True)
class InboxItem:
    """A notice as its reader sees it; ``path`` leads to what it is about."""

    id: int
    kind: str
    year: int
    parts: tuple[Part, ...]
    path: str
    created_at: datetime
    read_at: datetime | None

    @property
    def text(self) -> str:
        """What the notice says."""
        return "".join(part.text for part in self.parts)


def inbox(
    person: str, language: str, limit: int = 50, before: int | None = None
) -> list[InboxItem]:
    """Return the person's last notices, the newest first; one query.

    Those from ``before`` on, the id of a notice, are left out.
    """
    notices = Notice.objects.filter(person=person)
    if before is not None:
        notices = notices.filter(id__lt=before)
    return [
        InboxItem(
            id=notice.pk,
            kind=notice.kind,
            year=notice.year,
            parts=parts(notice, language),
            path=path(notice, language),
            created_at=notice.created_at,
            read_at=notice.read_at,
        )
        for notice in notices.order_by("-id")[:limit]
    ]


def unread_count(person: str) -> int:
    """Return how many notices the person has not read; one query."""
    return Notice.objects.filter(person=person, read_at=None).count()


def mark_read(person: str, moment: datetime, ids: Collection[int] | None = None) -> int:
    """Mark notices of the person as read, all or those of ``ids``; return how many."""
    unread = Notice.objects.filter(person=person, read_at=None)
    if ids is not None:
        unread = unread.filter(id__in=ids)
    return unread.update(read_at=moment)
