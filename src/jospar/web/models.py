"""Drafts of concepts: what is being written, and no part of the record."""

from uuid import uuid4

from django.db import models

from jospar.rules.core.bounds import CODE, LINE


class Draft(models.Model):
    """A concept that a body is writing; all officers of the body see it.

    ``body`` is empty for what the registrar records from paper. ``fields`` holds for
    each cell ``text``, the ``revision`` of the draft that wrote it, ``by`` whom, ``at``
    what moment, in which ``page`` of a browser, and as ``rival`` what somebody else
    wrote at the same time until one of the two is chosen. ``filed`` is the entry of
    the journal, ``earlier`` the entry of the concept that it was begun from. Where
    that has a row that is proposed again, ``reason_kk`` and ``reason_ru`` say why:
    filed, the two are linked as one treaty.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid4)
    year = models.IntegerField()
    body = models.CharField(max_length=CODE)
    made_by = models.CharField(max_length=LINE)
    fields = models.JSONField(default=dict)
    revision = models.IntegerField(default=0)
    updated_at = models.DateTimeField()
    updated_by = models.CharField(max_length=LINE)
    filed = models.BigIntegerField(null=True)
    earlier = models.BigIntegerField(null=True)
    reason_kk = models.TextField(default="")
    reason_ru = models.TextField(default="")
    put_away = models.BooleanField(default=False)

    class Meta:
        """The drafts of a body are read by its cycle."""

        indexes = (models.Index(fields=("year", "body"), name="draft_body"),)

    def __str__(self) -> str:
        """Return the body and the draft's own number."""
        return f"{self.body} {self.uuid}"


class DraftFile(models.Model):
    """A file that will come with the concept; what it holds is kept by its SHA-256."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="files")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=LINE)
    type = models.CharField(max_length=100)
    size = models.BigIntegerField()

    class Meta:
        """A draft has a content once."""

        constraints = (
            models.UniqueConstraint(fields=("draft", "sha256"), name="draft_file"),
        )
        ordering = ("id",)

    def __str__(self) -> str:
        """Return the file's name."""
        return self.name


class PlanDraft(models.Model):
    """A past plan under review, and no part of the record; the Ministry sees it.

    ``review`` holds what ``exchange.past.review.Review`` holds; its files are kept by
    their SHA-256. ``filed`` is the entry of the journal that brought the plan in.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid4)
    review = models.JSONField(default=dict)
    files = models.JSONField(default=list)
    updated_at = models.DateTimeField()
    updated_by = models.CharField(max_length=LINE)
    filed = models.BigIntegerField(null=True)
    put_away = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Return the draft's own number."""
        return str(self.uuid)
