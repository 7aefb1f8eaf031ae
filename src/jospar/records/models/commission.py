"""What the Commission and the President decided."""

from django.db import models

from jospar.rules.core.bounds import LINE

from .concepts import Concept
from .plans import Plan


class Decision(models.Model):
    """The Commission's decision on a plan."""

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="decisions")
    on = models.DateField()
    number = models.CharField(max_length=LINE)
    outcome = models.CharField(max_length=20)
    present = models.TextField()

    class Meta:
        """A plan's decisions go by their numbers."""

        constraints = (
            models.UniqueConstraint(fields=("plan", "number"), name="decision_number"),
        )

    def __str__(self) -> str:
        """Return the decision's number."""
        return self.number


class RowDecision(models.Model):
    """The Commission's decision on a row; ``effective`` when the plan was approved."""

    entry = models.BigIntegerField(primary_key=True)
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="rows")
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="row_decisions")
    outcome = models.CharField(max_length=20)
    effective = models.BooleanField()
    remark_kk = models.TextField()
    remark_ru = models.TextField()

    class Meta:
        """Of several decisions on a row each stands, in their order."""

        constraints = (
            models.UniqueConstraint(
                fields=("decision", "concept"), name="row_decision"
            ),
        )
        ordering = ("entry",)

    def __str__(self) -> str:
        """Return what was decided."""
        return self.outcome


class Remark(models.Model):
    """A member's remark on a plan, and what became of it.

    ``revision`` is the number of what lay before the Commission. ``point`` is the key
    of a concept, empty for the whole plan. ``answered_on`` and ``settled`` are empty
    until the Ministry answers.
    """

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="remarks")
    revision = models.IntegerField()
    on = models.DateField()
    member = models.TextField()
    point = models.CharField(max_length=LINE)
    remark_kk = models.TextField()
    remark_ru = models.TextField()
    document = models.TextField()
    answered_on = models.DateField(null=True)
    answer_kk = models.TextField(default="")
    answer_ru = models.TextField(default="")
    settled = models.CharField(max_length=20, default="")

    class Meta:
        """Remarks stand in the order in which they were recorded."""

        ordering = ("entry",)

    def __str__(self) -> str:
        """Return whose remark it is."""
        return self.member


class Reply(models.Model):
    """The President's reply on a plan."""

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="replies")
    on = models.DateField()
    number = models.TextField()
    outcome = models.CharField(max_length=20)
    remark_kk = models.TextField()
    remark_ru = models.TextField()

    def __str__(self) -> str:
        """Return the reply's number."""
        return self.number
