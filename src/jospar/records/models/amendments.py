"""How agreed plans are amended: dossiers, grounds, changes of rows, sendings."""

from django.db import models

from .concepts import Concept
from .cycles import Cycle
from .plans import Plan


class Dossier(models.Model):
    """What a body brings to have a treaty added to an agreed plan.

    Grounds and concept come in either order, and each may come anew until the
    conclusion: the days ``grounds_on`` and ``concept_on`` are those of the last ones,
    ``grounds_by`` and ``concept_by`` the persons who brought them at a body's desk.
    """

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="dossiers")
    key = models.CharField(max_length=200)
    body = models.CharField(max_length=40)
    grounds_kk = models.TextField(default="")
    grounds_ru = models.TextField(default="")
    grounds_on = models.DateField(null=True)
    grounds_document = models.TextField(default="")
    grounds_by = models.CharField(max_length=200, default="")
    concept = models.OneToOneField(
        Concept, models.PROTECT, related_name="dossier", null=True
    )
    concept_on = models.DateField(null=True)
    concept_by = models.CharField(max_length=200, default="")
    concluded_on = models.DateField(null=True)
    expedient = models.BooleanField(null=True)
    number = models.TextField(default="")
    reasons_kk = models.TextField(default="")
    reasons_ru = models.TextField(default="")
    signed_by = models.TextField(default="")
    requested_on = models.DateField(null=True)
    request_document = models.TextField(default="")

    class Meta:
        """A key stands for one dossier on a plan."""

        constraints = (
            models.UniqueConstraint(fields=("plan", "key"), name="dossier_key"),
        )
        ordering = ("entry",)

    def __str__(self) -> str:
        """Return the key."""
        return self.key


class Instruction(models.Model):
    """An instruction on the plans of a cycle; ``dossiers`` are keys that it answers."""

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="instructions")
    number = models.CharField(max_length=200)
    on = models.DateField()
    by = models.CharField(max_length=30)
    outcome = models.CharField(max_length=20)
    dossiers = models.JSONField()

    class Meta:
        """Instructions go by their numbers."""

        constraints = (
            models.UniqueConstraint(
                fields=("cycle", "number"), name="instruction_number"
            ),
        )
        ordering = ("entry",)

    def __str__(self) -> str:
        """Return the number."""
        return self.number


class AmendingDecision(models.Model):
    """The Commission's decision that agreed plans of a cycle change."""

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="amending_decisions")
    number = models.CharField(max_length=200)
    on = models.DateField()
    present = models.TextField()

    class Meta:
        """Decisions go by their numbers."""

        constraints = (
            models.UniqueConstraint(
                fields=("cycle", "number"), name="amending_decision_number"
            ),
        )
        ordering = ("entry",)

    def __str__(self) -> str:
        """Return the number."""
        return self.number


class Consent(models.Model):
    """What the Administration replied to such a decision; the last reply stands."""

    entry = models.BigIntegerField(primary_key=True)
    decision = models.ForeignKey(
        AmendingDecision, models.PROTECT, related_name="consents"
    )
    number = models.CharField(max_length=200)
    on = models.DateField()
    outcome = models.CharField(max_length=20)

    class Meta:
        """Replies stand in the order in which they were recorded."""

        ordering = ("entry",)

    def __str__(self) -> str:
        """Return the number."""
        return self.number


class RowChange(models.Model):
    """A row that is added, changed or removed under one ground.

    ``wording`` is that of a row that is added, ``changes`` the cells of one that is
    changed. ``revision`` is empty until the change is a part of one.
    """

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="row_changes")
    route = models.CharField(max_length=20)
    ground = models.CharField(max_length=200)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="row_changes")
    on = models.DateField()
    outcome = models.CharField(max_length=20)
    wording = models.JSONField(null=True)
    changes = models.JSONField(null=True)
    reason_kk = models.TextField()
    reason_ru = models.TextField()
    revision = models.IntegerField(null=True)

    class Meta:
        """A ground changes a row once."""

        constraints = (
            models.UniqueConstraint(
                fields=("plan", "route", "ground", "concept"), name="row_change"
            ),
        )
        ordering = ("entry",)

    def __str__(self) -> str:
        """Return the concept and what becomes of its row."""
        return f"{self.concept_id} {self.outcome}"


class Amendment(models.Model):
    """A revision that amended an agreed plan, and its ground.

    The ground has effect since ``ground_on``, the revision since ``effective_on``.
    """

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="amendments")
    revision = models.IntegerField()
    route = models.CharField(max_length=20)
    ground = models.CharField(max_length=200)
    ground_on = models.DateField()
    effective_on = models.DateField()

    class Meta:
        """A revision has one ground."""

        constraints = (
            models.UniqueConstraint(
                fields=("plan", "revision"), name="amendment_revision"
            ),
        )
        ordering = ("revision",)

    def __str__(self) -> str:
        """Return the plan and the number."""
        return f"{self.plan_id} {self.revision}"


class RevisionSending(models.Model):
    """A revision that amended a plan was sent to a recipient."""

    entry = models.BigIntegerField(primary_key=True)
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="revision_sendings")
    revision = models.IntegerField()
    recipient = models.CharField(max_length=40)
    on = models.DateField()
    document = models.TextField()
    means = models.TextField()
    acknowledged_on = models.DateField(null=True)

    class Meta:
        """A revision is sent to a recipient once."""

        constraints = (
            models.UniqueConstraint(
                fields=("plan", "revision", "recipient"), name="revision_recipient"
            ),
        )

    def __str__(self) -> str:
        """Return the recipient."""
        return self.recipient
