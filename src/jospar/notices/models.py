"""What people are told, and the mail that tells it: no part of the record.

People stand here by their codes, as they do in the journal.
"""

from django.db import models


class Progress(models.Model):
    """How far the journal was read for notices: up to ``entry``, that one included."""

    id = models.SmallIntegerField(primary_key=True)
    entry = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        """Return the number of the entry."""
        return str(self.entry)


class Delivery(models.Model):
    """A mail to a person: what must be told at once, or the digest of a day.

    ``key`` names the mail among those of the person, so that it is made once.
    ``address`` is where the last attempt went; ``next_attempt_at`` the moment from
    which a waiting mail may be tried (again).
    """

    class State(models.TextChoices):
        """Where the mail stands; ``failed`` after the last attempt that is made."""

        WAITING = "waiting"
        SENT = "sent"
        FAILED = "failed"

    person = models.CharField(max_length=200)
    key = models.CharField(max_length=100)
    digest = models.BooleanField()
    address = models.CharField(max_length=254, blank=True)
    state = models.CharField(
        max_length=10, choices=State.choices, default=State.WAITING
    )
    attempts = models.IntegerField(default=0)
    next_attempt_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)

    class Meta:
        """A mail is made once, and those to be sent are found quickly."""

        constraints = (
            models.UniqueConstraint(fields=("person", "key"), name="delivery_key"),
        )
        indexes = (
            models.Index(fields=("state", "next_attempt_at"), name="delivery_waiting"),
        )

    def __str__(self) -> str:
        """Return the person and the mail."""
        return f"{self.person} {self.key}"


class Notice(models.Model):
    """Something that a person is told once; it becomes words when it is read.

    ``key`` names the notice among those of the person. ``parameters`` are what its
    text is filled with; ``at_once`` tells whether it waits for the digest.
    ``delivery`` is the mail that carries it, empty while none does.
    """

    person = models.CharField(max_length=200)
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=60)
    year = models.IntegerField()
    parameters = models.JSONField()
    at_once = models.BooleanField()
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    delivery = models.ForeignKey(
        Delivery, models.SET_NULL, null=True, related_name="notices"
    )

    class Meta:
        """A person is told a thing once; the inbox goes by person."""

        constraints = (
            models.UniqueConstraint(fields=("person", "key"), name="notice_key"),
        )
        indexes = (models.Index(fields=("person", "read_at"), name="notice_unread"),)

    def __str__(self) -> str:
        """Return the person and the notice."""
        return f"{self.person} {self.key}"


class FeedToken(models.Model):
    """The secret in the address of a person's calendar feed, as its SHA-256."""

    person = models.CharField(max_length=200, primary_key=True)
    secret_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField()

    def __str__(self) -> str:
        """Return the person."""
        return self.person
