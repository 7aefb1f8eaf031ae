"""Marks that say how a concept is to be handled."""

from django.db import models
from django.db.models import Q

from .concepts import Concept


class HandlingMark(models.Model):
    """A concept is for official use from a day, to the day on which that was lifted.

    ``lift_entry`` is the entry that lifted the mark; it is empty while the mark stands.
    """

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="marks")
    on = models.DateField()
    reason = models.TextField()
    lifted_on = models.DateField(null=True)
    lift_entry = models.BigIntegerField(null=True)
    lift_reason = models.TextField(default="")

    class Meta:
        """A concept bears one mark at a time."""

        constraints = (
            models.UniqueConstraint(
                fields=("concept",), condition=Q(lifted_on=None), name="handling_mark"
            ),
        )

    def __str__(self) -> str:
        """Return the reason."""
        return self.reason
