"""Why something was late or not done."""

from django.db import models

from .cycles import Cycle


class Explanation(models.Model):
    """An explanation of what was late under a provision.

    ``subject`` is the entry that it explains; without one it is for all of them. Of
    several on the same the last one stands.
    """

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="explanations")
    provision = models.CharField(max_length=60)
    subject = models.BigIntegerField(null=True)
    on = models.DateField()
    text_kk = models.TextField()
    text_ru = models.TextField()

    class Meta:
        """A later explanation stands above the ones before it."""

        ordering = ("entry",)

    def __str__(self) -> str:
        """Return the provision."""
        return self.provision
