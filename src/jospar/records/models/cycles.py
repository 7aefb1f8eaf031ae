"""Cycles of planning work, and the calendar that they count with."""

from django.db import models

from jospar.rules.core.bounds import CODE, LINE


class Cycle(models.Model):
    """The planning work of a calendar year, and the ruleset that it keeps to.

    ``content`` is that ruleset whole, as TOML; ``digest`` is its SHA-256. A cycle that
    was ``brought_in`` was not planned here: its agreed plans came from elsewhere.
    """

    year = models.IntegerField(primary_key=True)
    entry = models.BigIntegerField()
    ruleset = models.CharField(max_length=CODE)
    digest = models.CharField(max_length=64)
    content = models.TextField()
    brought_in = models.BooleanField(default=False)

    def __str__(self) -> str:
        """Return the year."""
        return str(self.year)


class CalendarEdition(models.Model):
    """What became known of days off, as the TOML in which it was entered."""

    entry = models.BigIntegerField(primary_key=True)
    edition = models.CharField(max_length=LINE, unique=True)
    content = models.TextField()

    class Meta:
        """A later edition stands above the ones before it."""

        ordering = ("entry",)

    def __str__(self) -> str:
        """Return the edition's name."""
        return self.edition
