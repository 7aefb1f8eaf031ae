"""The central state bodies of a cycle."""

from django.db import models

from jospar.rules.core.bounds import CODE

from .cycles import Cycle


class ListedBody(models.Model):
    """A central state body as a cycle knows it, in the official order."""

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="bodies")
    code = models.CharField(max_length=CODE)
    position = models.IntegerField()
    name_kk = models.TextField()
    name_ru = models.TextField()
    name_en = models.TextField()
    answers = models.BooleanField()

    class Meta:
        """A code stands for one body of a cycle."""

        constraints = (
            models.UniqueConstraint(fields=("cycle", "code"), name="body_code"),
        )
        ordering = ("position",)

    def __str__(self) -> str:
        """Return the code."""
        return self.code
