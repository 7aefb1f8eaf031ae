"""How agreed plans are carried out: reports on rows, signings, names."""

from django.db import models

from .concepts import Concept
from .cycles import Cycle


class Progress(models.Model):
    """What was reported of a row; ``stage`` is empty where nothing changed.

    A signing stands here too, as the stage that it is; ``reached_on`` is the day on
    which the stage was reached.
    """

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="reports")
    on = models.DateField()
    document = models.TextField()
    stage = models.CharField(max_length=30)
    reached_on = models.DateField(null=True)
    note_kk = models.TextField()
    note_ru = models.TextField()

    class Meta:
        """A later day stands above the ones before it, whenever it was recorded."""

        ordering = ("on", "entry")

    def __str__(self) -> str:
        """Return the stage."""
        return self.stage


class PlannedStage(models.Model):
    """The day by which a stage of a row is planned; the last one said stands."""

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="planned_stages")
    on = models.DateField()
    stage = models.CharField(max_length=30)
    planned_on = models.DateField()

    class Meta:
        """A later plan stands above the ones before it."""

        ordering = ("on", "entry")

    def __str__(self) -> str:
        """Return the stage and its day."""
        return f"{self.stage} {self.planned_on}"


class ReportRequest(models.Model):
    """A body was asked how its rows stand in a quarter, by a day."""

    entry = models.BigIntegerField(primary_key=True)
    cycle = models.ForeignKey(Cycle, models.PROTECT, related_name="report_requests")
    body = models.CharField(max_length=40)
    on = models.DateField()
    year = models.IntegerField()
    quarter = models.IntegerField()
    answer_by = models.DateField()

    class Meta:
        """A body is asked once in a quarter."""

        constraints = (
            models.UniqueConstraint(
                fields=("cycle", "body", "year", "quarter"), name="report_request"
            ),
        )

    def __str__(self) -> str:
        """Return the body's code and the quarter."""
        return f"{self.body} {self.year}-{self.quarter}"


class PutForward(models.Model):
    """A row was put forward for signing in the year of the day ``on``."""

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="put_forward")
    on = models.DateField()
    document = models.TextField()
    reason_kk = models.TextField()
    reason_ru = models.TextField()

    def __str__(self) -> str:
        """Return the concept's number and the day."""
        return f"{self.concept_id} {self.on}"


class Signing(models.Model):
    """The treaty of a row was signed or joined, and under which name."""

    concept = models.OneToOneField(
        Concept, models.PROTECT, primary_key=True, related_name="signing"
    )
    entry = models.BigIntegerField()
    on = models.DateField()
    place = models.TextField()
    signatories = models.TextField()
    name_kk = models.TextField()
    name_ru = models.TextField()
    document = models.TextField()

    def __str__(self) -> str:
        """Return the place and the day."""
        return f"{self.place} {self.on}"


class TreatyName(models.Model):
    """What a row's treaty is called now; the row keeps its agreed name.

    ``ground`` is that of a correction, and empty where talks changed the name: then
    ``from_side`` says who did, ``judged_by`` who found that it is not one of principle.
    """

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="names")
    on = models.DateField()
    name_kk = models.TextField()
    name_ru = models.TextField()
    ground = models.CharField(max_length=20)
    from_side = models.TextField()
    judged_by = models.TextField()
    document = models.TextField()
    reason_kk = models.TextField()
    reason_ru = models.TextField()

    class Meta:
        """A later name stands above the ones before it."""

        ordering = ("on", "entry")

    def __str__(self) -> str:
        """Return the name in Russian."""
        return self.name_ru


class TreatyLink(models.Model):
    """A concept continues, or is, the treaty of an earlier concept.

    A link that was wrong is undone since ``undone_on``, by the entry ``undone_entry``.
    """

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="links")
    earlier = models.ForeignKey(Concept, models.PROTECT, related_name="linked_by")
    on = models.DateField()
    how = models.CharField(max_length=20)
    reason_kk = models.TextField()
    reason_ru = models.TextField()
    undone_on = models.DateField(null=True)
    undone_entry = models.BigIntegerField(null=True)
    undone_kk = models.TextField(default="")
    undone_ru = models.TextField(default="")

    def __str__(self) -> str:
        """Return the numbers of the two concepts."""
        return f"{self.concept_id} {self.earlier_id}"


class ToldApart(models.Model):
    """Two concepts look alike, and are not of one treaty."""

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="told_apart")
    other = models.ForeignKey(Concept, models.PROTECT, related_name="told_apart_by")
    on = models.DateField()
    reason_kk = models.TextField()
    reason_ru = models.TextField()

    def __str__(self) -> str:
        """Return the numbers of the two concepts."""
        return f"{self.concept_id} {self.other_id}"


class Succession(models.Model):
    """A body answers for everything of another one from the day ``on``."""

    entry = models.BigIntegerField(primary_key=True)
    body = models.CharField(max_length=40, unique=True)
    successor = models.CharField(max_length=40)
    on = models.DateField()
    document = models.TextField()

    def __str__(self) -> str:
        """Return the two codes."""
        return f"{self.body} {self.successor}"
