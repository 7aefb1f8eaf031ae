"""What became of a concept: its conclusion and notice, its return or withdrawal."""

from django.db import models

from .concepts import Concept


class OfConcept(models.Model):
    """Something that happens to a concept once, on a day."""

    concept = models.OneToOneField(Concept, models.PROTECT, primary_key=True)
    entry = models.BigIntegerField()
    on = models.DateField()

    class Meta:
        """A pattern for the records below."""

        abstract = True


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
