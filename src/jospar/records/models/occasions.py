"""The two registers of what the plans take into account."""

from django.db import models

from .cycles import Cycle


class Occasion(models.Model):
    """A high-level agreement, or an event with the President or Prime Minister.

    ``years`` are those for which it matters; ``concepts`` are keys, which need not
    be in the record.
    """

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="occasions")
    register = models.CharField(max_length=20)
    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    title = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    place = models.TextField()
    years = models.JSONField()
    concepts = models.JSONField()
    considered = models.TextField()

    class Meta:
        """A key stands for one entry of a register."""

        constraints = (
            models.UniqueConstraint(
                fields=("cycle", "register", "key"), name="occasion_key"
            ),
        )

    def __str__(self) -> str:
        """Return the key."""
        return self.key
