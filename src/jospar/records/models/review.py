"""What is asked about a concept, and what becomes of it."""

from django.db import models
from django.db.models import Q

from jospar.rules.core.bounds import LINE

from .concepts import Concept


class Question(models.Model):
    """Something that is asked about a concept; days and persons of both sides."""

    entry = models.BigIntegerField(primary_key=True)
    concept = models.ForeignKey(Concept, models.PROTECT, related_name="%(class)ss")
    on = models.DateField()
    by = models.CharField(max_length=LINE)
    answer_by = models.DateField()
    answer_entry = models.BigIntegerField(null=True)
    answered_on = models.DateField(null=True)
    answered_by = models.CharField(max_length=LINE)

    class Meta:
        """A pattern for the records below."""

        abstract = True


class Opinion(Question):
    """What a department of the Ministry was asked, and the opinion that it gave."""

    department = models.TextField()
    question = models.TextField()
    favourable = models.BooleanField(null=True)
    opinion = models.TextField()

    def __str__(self) -> str:
        """Return the department."""
        return self.department


class Clarification(Question):
    """What the body was asked about its concept, and what it answered."""

    question_kk = models.TextField()
    question_ru = models.TextField()
    answer_kk = models.TextField()
    answer_ru = models.TextField()
    document = models.TextField()

    def __str__(self) -> str:
        """Return the number of the answer, if there is one."""
        return self.document


class OfConcept(models.Model):
    """Something that happens to a concept once, on a day."""

    concept = models.OneToOneField(Concept, models.PROTECT, primary_key=True)
    entry = models.BigIntegerField()
    on = models.DateField()

    class Meta:
        """A pattern for the records below."""

        abstract = True


class PreparedConclusion(OfConcept):
    """A conclusion as it was prepared last, and who agreed to it."""

    expedient = models.BooleanField()
    reasons_kk = models.TextField()
    reasons_ru = models.TextField()
    by = models.CharField(max_length=LINE)
    agreement_entry = models.BigIntegerField(null=True)
    agreed_on = models.DateField(null=True)
    agreed_by = models.CharField(max_length=LINE)

    class Meta:
        """Those that wait for agreement are few, and asked for every day."""

        indexes = (
            models.Index(
                fields=("concept",),
                condition=Q(agreed_on=None),
                name="prepared_to_agree",
            ),
        )

    def __str__(self) -> str:
        """Return the person who prepared it."""
        return self.by


class Conclusion(OfConcept):
    """The Ministry's conclusion on a concept."""

    expedient = models.BooleanField()
    number = models.TextField()
    reasons_kk = models.TextField()
    reasons_ru = models.TextField()
    signed_by = models.TextField()

    def __str__(self) -> str:
        """Return the conclusion's number."""
        return self.number


class Notice(OfConcept):
    """The paper with which the conclusion was sent to the body."""

    document = models.TextField()

    def __str__(self) -> str:
        """Return the paper's number."""
        return self.document


class Return(OfConcept):
    """The letter with which a late concept went back."""

    document = models.TextField()

    def __str__(self) -> str:
        """Return the letter's number."""
        return self.document


class Withdrawal(OfConcept):
    """The letter by which a body withdrew its concept."""

    document = models.TextField()

    def __str__(self) -> str:
        """Return the letter's number."""
        return self.document
