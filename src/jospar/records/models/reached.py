"""How far works along the journal have come: no part of the record."""

from django.db import models


class Work(models.TextChoices):
    """What is done with the journal, from its first entry on."""

    VERIFIED = "verified"
    """The chain was verified."""
    COMPARED = "compared"
    """The records were compared with it, after the chain was verified."""
    SHIPPED = "shipped"
    """It was shipped to a second place."""
    NOTICES = "notices"
    """People were told of it: the beat of the worker."""


class Reached(models.Model):
    """A work has come to the entry ``number``, whose hash was ``hash``, at a moment.

    ``hash`` is empty where the work does not prove the chain.
    """

    work = models.CharField(max_length=20, primary_key=True, choices=Work.choices)
    number = models.BigIntegerField()
    hash = models.CharField(max_length=64, blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        """Return the work and the number of the entry."""
        return f"{self.work} {self.number}"
