"""Drafts of concepts: whose they are, how they are saved, and when they were filed."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db import transaction
from django.db.models import Count, F, QuerySet

from jospar.procedure.rehearsal import clock_now
from jospar.records.models import JournalEntry
from jospar.rules.core.files import FileRef
from jospar.rules.core.nouns import Text
from jospar.rules.core.offices import OF_ONE_BODY, Actor
from jospar.rules.intake.submit_concept import submit_concept
from jospar.web.models import Draft, DraftFile

from .merging import Merged, Sent, merge


def may_write(actor: Actor) -> bool:
    """Tell whether the actor's office files concepts."""
    return actor.office in submit_concept.by


def drafts_of(actor: Actor, year: int) -> QuerySet[Draft]:
    """Return the drafts of the cycle that the actor's body is writing."""
    if not may_write(actor):
        return Draft.objects.none()
    return Draft.objects.filter(body=_owner(actor), year=year, put_away=False)


def unfiled(year: int) -> dict[str, int]:
    """Return how many drafts of the cycle each body has not filed; two queries."""
    open_drafts = Draft.objects.filter(year=year, put_away=False, filed=None)
    filed = JournalEntry.objects.filter(year=year, act=submit_concept.code)
    return dict(
        open_drafts.exclude(body="")
        .exclude(uuid__in=filed.values("act_id"))
        .values_list("body")
        .annotate(Count("uuid"))
        .order_by("body")
    )


def new_draft(
    actor: Actor,
    year: int,
    texts: Mapping[str, str] | None = None,
    earlier: int | None = None,
    reason: Text | None = None,
) -> Draft:
    """Begin a draft with the texts of cells, where there are any; see ``Draft``."""
    now = clock_now().now()
    stamp = {"by": actor.person, "at": now.isoformat(timespec="seconds"), "page": ""}
    return Draft.objects.create(
        year=year,
        body=_owner(actor),
        made_by=actor.person,
        fields={
            name: {"text": text, "revision": 0, **stamp}
            for name, text in (texts or {}).items()
            if text
        },
        updated_at=now,
        updated_by=actor.person,
        earlier=earlier,
        reason_kk=reason.kk if reason else "",
        reason_ru=reason.ru if reason else "",
    )


def save(draft: Draft, sent: Sent, actor: Actor) -> Merged:
    """Merge what was sent into the draft, which then reads as it does now."""
    with transaction.atomic():
        now = clock_now().now()
        current = Draft.objects.select_for_update().get(uuid=draft.uuid)
        merged = merge(
            current.fields,
            sent,
            revision=current.revision + 1,
            by=actor.person,
            at=now,
        )
        if merged.written:
            current.fields = merged.cells
            _touch(current, actor, "fields")
    for name in ("fields", "revision", "updated_at", "updated_by"):
        setattr(draft, name, getattr(current, name))
    return merged


def attach(draft: Draft, files: Iterable[FileRef], actor: Actor) -> None:
    """Put kept files to the draft; one that is there already is there once."""
    with transaction.atomic():
        for file in files:
            DraftFile.objects.get_or_create(
                draft=draft,
                sha256=file.sha256,
                defaults={"name": file.name, "type": file.type, "size": file.size},
            )
        _touch(draft, actor)


def detach(draft: Draft, sha256: str, actor: Actor) -> None:
    """Take a file off the draft."""
    with transaction.atomic():
        draft.files.filter(sha256=sha256).delete()
        _touch(draft, actor)


def begun_again(actor: Actor, year: int, earlier: Iterable[int]) -> dict[int, UUID]:
    """Return the unfiled drafts that propose rows again, by the rows' concepts."""
    found = drafts_of(actor, year).filter(earlier__in=list(earlier), filed=None)
    found = found.exclude(reason_kk="").order_by("updated_at")
    rows = found.values_list("earlier", "uuid")
    return {concept: uuid for concept, uuid in rows if concept is not None}


def put_away(draft: Draft, actor: Actor) -> None:
    """Take the draft off the list; what was written stays in the database."""
    draft.put_away = True
    _touch(draft, actor, "put_away")


def files_of(draft: Draft) -> tuple[FileRef, ...]:
    """Return the files of the draft as acts refer to them."""
    return tuple(
        FileRef(file.sha256, file.name, file.type, file.size)
        for file in draft.files.all()
    )


def mark_filed(draft: Draft, number: int) -> None:
    """Record by which entry of the journal the draft was filed."""
    draft.filed = number
    draft.save(update_fields=["filed"])


def filed_as(drafts: Iterable[Draft]) -> dict[UUID, int]:
    """Return the entries of drafts that were filed, whatever happened afterwards.

    The journal knows, even if the power failed right after the act.
    """
    known = {draft.uuid: draft.filed for draft in drafts}
    found = JournalEntry.objects.filter(
        act_id__in=[uuid for uuid, number in known.items() if number is None]
    ).values_list("act_id", "number")
    return {uuid: number for uuid, number in known.items() if number} | dict(found)


def _touch(draft: Draft, actor: Actor, *changed: str) -> None:
    # Counted in the database: what a colleague saves meanwhile is a revision, too.
    Draft.objects.filter(uuid=draft.uuid).update(revision=F("revision") + 1)
    draft.refresh_from_db(fields=["revision"])
    draft.updated_at = clock_now().now()
    draft.updated_by = actor.person
    draft.save(update_fields=["updated_at", "updated_by", *changed])


def _owner(actor: Actor) -> str:
    return actor.body if actor.office in OF_ONE_BODY else ""
