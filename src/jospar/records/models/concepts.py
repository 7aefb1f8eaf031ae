"""Concepts, what bodies changed in them, and letters of none."""

from django.db import models

from jospar.rules.core.bounds import CODE, LINE

from .cycles import Cycle


class Concept(models.Model):
    """A concept as it reads now; the journal has what came first.

    It is of a cycle, or it ``amends`` a plan that was agreed already.
    ``complete_on`` is the day since which no text is missing, ``term_on`` the day
    since which the term stands, ``changed_on`` the day of the last change;
    ``further`` holds the cells of the ruleset's further fields; ``treaty`` is the
    number of the first concept of the same treaty, most often its own.
    """

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="concepts", null=True)
    amends = models.ForeignKey(
        "records.Plan", models.PROTECT, related_name="amending", null=True
    )
    key = models.CharField(max_length=LINE)
    title_kk = models.TextField()
    title_ru = models.TextField()
    purpose_kk = models.TextField()
    purpose_ru = models.TextField()
    note_kk = models.TextField()
    note_ru = models.TextField()
    level = models.CharField(max_length=20)
    conclude_from = models.DateField()
    conclude_to = models.DateField()
    procedure = models.CharField(max_length=20)
    procedure_from = models.DateField(null=True)
    procedure_to = models.DateField(null=True)
    entry_kind = models.CharField(max_length=20)
    counterparties = models.JSONField()
    further = models.JSONField(default=dict)
    sent_on = models.DateField(null=True)
    received_at = models.DateTimeField()
    received_on = models.DateField()
    document = models.TextField()
    complete_on = models.DateField(null=True)
    term_on = models.DateField()
    changed_on = models.DateField()
    treaty = models.BigIntegerField(db_index=True)

    class Meta:
        """A key stands for one concept of a cycle, or of what amends a plan."""

        constraints = (
            models.UniqueConstraint(fields=("cycle", "key"), name="concept_key"),
            models.UniqueConstraint(fields=("amends", "key"), name="amending_key"),
            models.CheckConstraint(
                condition=models.Q(cycle=None) ^ models.Q(amends=None),
                name="concept_of_cycle_or_plan",
            ),
        )
        indexes = (
            # With what tells a concept late or whole, so that a list that few are of
            # is found without reading the concepts.
            models.Index(
                fields=("cycle", "entry", "received_at", "complete_on"),
                name="concept_order",
            ),
            models.Index(fields=("cycle", "received_at"), name="concept_receipt"),
        )

    def __str__(self) -> str:
        """Return the key."""
        return self.key

    @property
    def year(self) -> int:
        """The year of its cycle, or of the plan that it amends."""
        return self.cycle_id or (self.amends.cycle_id if self.amends else 0)


class Proposer(models.Model):
    """A body that proposes a concept; position 0 is the first proposer."""

    pk = models.CompositePrimaryKey("concept_id", "position")
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="proposers")
    position = models.IntegerField()
    body = models.CharField(max_length=CODE)

    class Meta:
        """The concepts of a body are read in the order in which they came."""

        indexes = (models.Index(fields=("body", "concept"), name="proposer_concepts"),)

    def __str__(self) -> str:
        """Return the body's code."""
        return self.body


class LetterOfNone(models.Model):
    """A body's letter that it has no proposals."""

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="letters_of_none")
    body = models.CharField(max_length=CODE)
    received_at = models.DateTimeField()
    received_on = models.DateField()
    document = models.TextField()

    def __str__(self) -> str:
        """Return the body's code and the letter's number."""
        return f"{self.body} {self.document}"


class Supplement(models.Model):
    """A paper by which a body completed or corrected its concept."""

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="supplements")
    on = models.DateField()
    document = models.TextField()

    def __str__(self) -> str:
        """Return the paper's number."""
        return self.document


class Settlement(models.Model):
    """What the Ministry settled in a concept for the draft, and why."""

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="settlements")
    on = models.DateField()
    reason = models.TextField()

    def __str__(self) -> str:
        """Return the reason."""
        return self.reason
