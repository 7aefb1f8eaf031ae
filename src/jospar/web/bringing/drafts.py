"""Drafts of past plans: how they begin, are saved, and were filed."""

from collections.abc import Iterable, Sequence
from uuid import UUID

import msgspec

from jospar.exchange.past.review import Review
from jospar.procedure.rehearsal import clock_now
from jospar.records.models import JournalEntry
from jospar.rules.core.files import FileRef
from jospar.rules.core.offices import Actor
from jospar.web.models import PlanDraft


def open_drafts() -> list[PlanDraft]:
    """Return the drafts that were not brought in, the last first; two queries."""
    drafts = PlanDraft.objects.filter(put_away=False, filed=None)
    found = list(drafts.order_by("-updated_at"))
    ids = [draft.uuid for draft in found]
    filed = set(
        JournalEntry.objects.filter(act_id__in=ids).values_list("act_id", flat=True)
    )
    return [draft for draft in found if draft.uuid not in filed]


def begin(review: Review, files: Sequence[FileRef], actor: Actor) -> PlanDraft:
    """Keep a review that was just read, with the files that it was read from."""
    draft = PlanDraft(files=msgspec.to_builtins(tuple(files)))
    save(draft, review, actor)
    return draft


def save(draft: PlanDraft, review: Review, actor: Actor) -> None:
    """Keep the review as it is now."""
    draft.review = msgspec.to_builtins(review)
    draft.updated_at = clock_now().now()
    draft.updated_by = actor.person
    draft.save()


def review_kept(draft: PlanDraft) -> Review:
    """Return the review of a draft."""
    return msgspec.convert(draft.review, Review)


def files_kept(draft: PlanDraft) -> tuple[FileRef, ...]:
    """Return the files that the review was read from."""
    return msgspec.convert(draft.files, tuple[FileRef, ...])


def draft_kept(uuid: UUID) -> PlanDraft | None:
    """Return the draft of that number, if there is one."""
    return PlanDraft.objects.filter(uuid=uuid, put_away=False).first()


def filed_as(draft: PlanDraft) -> int | None:
    """Return the entry that brought the plan in; the journal knows, whatever failed."""
    if draft.filed is not None:
        return draft.filed
    entries = JournalEntry.objects.filter(act_id=draft.uuid)
    return entries.values_list("number", flat=True).first()


def put_away(draft: PlanDraft) -> None:
    """Take the draft off the list; what was reviewed stays in the database."""
    PlanDraft.objects.filter(uuid=draft.uuid).update(put_away=True)


def names_of_files(files: Iterable[FileRef]) -> str:
    """Return the names of the files on one line."""
    return ", ".join(file.name for file in files)
