"""Persons hold appointments from a day to a day."""

from django.db import models


class Appointment(models.Model):
    """A person holds an office, perhaps standing in for another person.

    ``last_day`` is empty while the appointment has no end.
    """

    entry = models.BigIntegerField(primary_key=True)
    person = models.CharField(max_length=200, db_index=True)
    name = models.TextField()
    office = models.CharField(max_length=40)
    body = models.CharField(max_length=40)
    first_day = models.DateField()
    last_day = models.DateField(null=True)
    standing_in_for = models.CharField(max_length=200)

    def __str__(self) -> str:
        """Return the person and the office."""
        return f"{self.person} {self.office}"
