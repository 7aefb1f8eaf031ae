"""The journal: not a log beside the data, but the data."""

from typing import Any, NoReturn

from django.db import models


class JournalIsFinalError(RuntimeError):
    """Something tried to change or delete an entry of the journal."""

    def __init__(self) -> None:
        super().__init__("Entries of the journal are never changed or deleted.")


class Entries(models.QuerySet["JournalEntry"]):
    """Entries can be read; they are written by the journal alone."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: entries are final."""
        raise JournalIsFinalError

    def delete(self) -> NoReturn:
        """Refuse: entries are final."""
        raise JournalIsFinalError


class JournalEntry(models.Model):
    """An act that was performed, as the exact texts that its hash covers.

    ``header`` is JSON and holds the digests of the parts ``filing``, ``effects`` and
    ``cautions``, each JSON with a salt, so that a part can be withheld and the chain
    still verifies. ``hash`` is the SHA-256 of the header, which names the hash before.
    ``act_id``, ``act`` and ``year`` repeat the header, to be searched by.
    """

    number = models.BigIntegerField(primary_key=True)
    act_id = models.UUIDField(unique=True)
    act = models.CharField(max_length=60, db_index=True)
    year = models.IntegerField(db_index=True)
    header = models.TextField()
    filing = models.TextField()
    effects = models.TextField()
    cautions = models.TextField()
    hash = models.CharField(max_length=64)

    objects = Entries.as_manager()

    class Meta:
        """Entries stand in the order of their numbers."""

        ordering = ("number",)

    def __str__(self) -> str:
        """Return the number and the act."""
        return f"{self.number} {self.act}"

    def save(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: entries are written by the journal alone."""
        raise JournalIsFinalError

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: entries are final."""
        raise JournalIsFinalError
