"""The two registers of what the plans take into account."""

from django.db import models

from jospar.rules.core.bounds import CODE, LINE

from .cycles import Cycle


class Occasion(models.Model):
    """A high-level agreement, or an event with the President or Prime Minister.

    ``years`` are those for which it matters; ``concepts`` are keys, which need not
    be in the record. ``considered_on`` is the day since which they and ``considered``
    stand, empty while they do as registered.
    """

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="occasions")
    register = models.CharField(max_length=20)
    key = models.CharField(max_length=LINE)
    kind = models.CharField(max_length=20)
    title = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField()
    place = models.TextField()
    years = models.JSONField()
    concepts = models.JSONField()
    considered = models.TextField()
    registered_on = models.DateField()
    considered_on = models.DateField(null=True)

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


class RequestForConcept(models.Model):
    """A body was asked for a concept on an agreement or event, by a day."""

    entry = models.BigIntegerField(primary_key=True)
    occasion = models.ForeignKey(Occasion, models.PROTECT, related_name="requests")
    body = models.CharField(max_length=CODE)
    on = models.DateField()
    answer_by = models.DateField()
    question_kk = models.TextField()
    question_ru = models.TextField()

    class Meta:
        """Requests stand in the order in which they were made."""

        ordering = ("entry",)

    def __str__(self) -> str:
        """Return the body's code and the day."""
        return f"{self.body} {self.answer_by}"
