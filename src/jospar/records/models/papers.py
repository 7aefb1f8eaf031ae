"""Official papers: their approvals, reminders, and the Ministry's own numbers."""

from django.db import models

from jospar.rules.core.bounds import CODE, LINE

from .cycles import Cycle


class PaperApproval(models.Model):
    """A paper may leave with this content; of several approvals the last counts.

    The two ``sha256`` are those of the paper as DOCX without number and day.
    """

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="approvals")
    paper = models.CharField(max_length=20)
    subject = models.CharField(max_length=LINE)
    on = models.DateField()
    sha256_kk = models.CharField(max_length=64)
    sha256_ru = models.CharField(max_length=64)
    text_kk = models.TextField()
    text_ru = models.TextField()

    class Meta:
        """Approvals are asked for by their paper."""

        indexes = (
            models.Index(fields=("cycle", "paper", "subject"), name="approval_paper"),
        )

    def __str__(self) -> str:
        """Return the paper and its subject."""
        return f"{self.paper} {self.subject}"


class Reminder(models.Model):
    """A reminder to a body; until it is sent it has no number."""

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="reminders")
    body = models.CharField(max_length=CODE)
    on = models.DateField()
    text_kk = models.TextField()
    text_ru = models.TextField()
    sent_on = models.DateField(null=True)
    document = models.TextField()

    def __str__(self) -> str:
        """Return the body's code."""
        return self.body


class Registration(models.Model):
    """The Ministry's own number and day on a paper that came.

    ``paper`` is the number of the journal's entry by which the paper was recorded.
    """

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="registrations")
    paper = models.BigIntegerField(unique=True)
    number = models.TextField()
    on = models.DateField()

    def __str__(self) -> str:
        """Return the number."""
        return self.number
