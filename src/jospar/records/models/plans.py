"""Plans: their rows, revisions, and where they were sent."""

from django.db import models

from jospar.rules.core.bounds import CODE

from .concepts import Concept
from .cycles import Cycle


class Plan(models.Model):
    """One of the two plans of a cycle; ``stage`` is moved by effects alone.

    ``lost_row_on`` is the last day on which a row of the draft moved to the other.
    ``only`` is the language of a plan that is known in one alone.
    """

    id = models.CharField(max_length=20, primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=20)
    stage = models.CharField(max_length=20)
    stage_on = models.DateField(null=True)
    lost_row_on = models.DateField(null=True)
    only = models.CharField(max_length=2, default="")

    def __str__(self) -> str:
        """Return the cycle and the kind."""
        return self.id


class Row(models.Model):
    """A concept's place in a plan.

    ``fixed`` is the row's wording while the plan is not a draft; it stays when the
    plan is returned, and says what was before the Commission last. Of an agreed plan
    it is as the last revision says; since ``removed_on`` an amendment has the row out
    of it. ``progress`` is the stage of carrying it out that was reached last; effects
    alone move it. ``place`` is where a row that was brought in stood in its document.
    """

    concept = models.OneToOneField(Concept, models.PROTECT, primary_key=True)
    entry = models.BigIntegerField()
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="rows")
    placed_on = models.DateField()
    reason = models.TextField()
    fixed = models.JSONField(null=True)
    removed_on = models.DateField(null=True)
    progress = models.CharField(max_length=30, default="not_begun")
    place = models.IntegerField(default=0)

    def __str__(self) -> str:
        """Return the concept and the plan."""
        return f"{self.concept_id} {self.plan_id}"


class Revision(models.Model):
    """What a plan said when it was sent: numbered, immutable, fingerprinted.

    ``content`` is the canonical JSON that ``fingerprint`` is the SHA-256 of.
    """

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="revisions")
    number = models.IntegerField()
    on = models.DateField()
    fingerprint = models.CharField(max_length=64)
    content = models.TextField()

    class Meta:
        """A plan's revisions are numbered."""

        constraints = (
            models.UniqueConstraint(fields=("plan", "number"), name="revision_number"),
        )
        ordering = ("number",)

    def __str__(self) -> str:
        """Return the plan and the number."""
        return f"{self.plan_id} {self.number}"


TO_PRESIDENT = ("president", "brought_in")
"""Whereto a revision was sent that the President agreed, or may agree."""


class Sending(models.Model):
    """A plan was sent to the Commission or to the President, as a revision.

    One that was ``brought_in`` came as the revision that the President had agreed.
    """

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="sendings")
    to = models.CharField(max_length=20)
    on = models.DateField()
    document = models.TextField()
    revision = models.IntegerField()

    def __str__(self) -> str:
        """Return the paper's number."""
        return self.document


class Distribution(models.Model):
    """An agreed plan was sent to a recipient."""

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="distributions")
    recipient = models.CharField(max_length=CODE)
    on = models.DateField()
    means = models.TextField()
    document = models.TextField()
    acknowledged_on = models.DateField(null=True)

    class Meta:
        """A plan is sent to a recipient once."""

        constraints = (
            models.UniqueConstraint(
                fields=("plan", "recipient"), name="distribution_recipient"
            ),
        )

    def __str__(self) -> str:
        """Return the recipient."""
        return self.recipient
