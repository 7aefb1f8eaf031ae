"""Persons hold appointments from a day to a day, sign in, and read."""

from typing import Any, NoReturn

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from jospar.rules.core.bounds import CODE, LINE
from jospar.rules.core.nouns import Language


class Appointment(models.Model):
    """A person holds an office, perhaps standing in for another person.

    ``last_day`` is empty while the appointment has no end.
    """

    entry = models.BigIntegerField(primary_key=True)
    person = models.CharField(max_length=LINE, db_index=True)
    name = models.TextField()
    office = models.CharField(max_length=40)
    body = models.CharField(max_length=CODE)
    first_day = models.DateField()
    last_day = models.DateField(null=True)
    standing_in_for = models.CharField(max_length=LINE)

    def __str__(self) -> str:
        """Return the person and the office."""
        return f"{self.person} {self.office}"


class People(BaseUserManager["Person"]):
    """The persons; Django's sign-in finds them by their codes."""


class Person(AbstractBaseUser):
    """Somebody who signs in; what they may do is said by appointments, not here.

    ``code`` is what the journal calls the person. ``one_time_until`` is the moment up
    to which a password that the administrator handed over opens the way to choose an
    own one; it is empty when the person has chosen.
    """

    code = models.CharField(max_length=LINE, unique=True)
    name = models.TextField()
    email = models.EmailField()
    language = models.CharField(max_length=2, default=Language.KK.value)
    is_active = models.BooleanField(default=True)
    one_time_until = models.DateTimeField(null=True)

    objects = People()

    USERNAME_FIELD = "code"
    EMAIL_FIELD = "email"

    class Meta:
        """Persons stand in the order of their names."""

        ordering = ("name", "code")

    def __str__(self) -> str:
        """Return the name."""
        return self.name


class Readings(models.QuerySet["Reading"]):
    """Readings are added and looked at."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: what was read was read."""
        raise ReadingIsFinalError

    def delete(self) -> NoReturn:
        """Refuse: what was read was read."""
        raise ReadingIsFinalError


class ReadingIsFinalError(RuntimeError):
    """Something tried to change or delete the record of reading."""

    def __init__(self) -> None:
        super().__init__("The record of reading is never changed or deleted.")


class Reading(models.Model):
    """Somebody read or downloaded what is not public.

    ``what`` is the kind and the entry of what was read: ``concept 12``.
    """

    person = models.CharField(max_length=LINE, db_index=True)
    office = models.CharField(max_length=40)
    body = models.CharField(max_length=CODE)
    what = models.CharField(max_length=LINE, db_index=True)
    at = models.DateTimeField(db_index=True)

    objects = Readings.as_manager()

    def __str__(self) -> str:
        """Return who read what."""
        return f"{self.person} {self.what}"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: what was read was read."""
        raise ReadingIsFinalError


class ReceiptLink(models.Model):
    """A personal link by which a recipient acknowledges one plan of one cycle.

    ``revision`` is that which amended the plan, 0 for the plan as it was agreed.
    ``digest`` is the SHA-256 of the token, which nobody keeps but who was given it.
    """

    year = models.IntegerField()
    plan = models.CharField(max_length=20)
    recipient = models.CharField(max_length=CODE)
    revision = models.IntegerField(default=0)
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=LINE)
    made_on = models.DateField()
    last_day = models.DateField()

    class Meta:
        """A recipient has one link to what it was sent: a new one ends that before."""

        constraints = (
            models.UniqueConstraint(
                fields=("year", "plan", "recipient", "revision"), name="receipt_link"
            ),
        )

    def __str__(self) -> str:
        """Return the recipient and the plan."""
        return f"{self.recipient} {self.year}.{self.plan}"


class Invitation(models.Model):
    """A personal link by which a person sets their first password, until a moment.

    ``digest`` is the SHA-256 of the token, which nobody keeps but who was given it.
    """

    person = models.OneToOneField(Person, models.CASCADE, related_name="invitation")
    digest = models.CharField(max_length=64, unique=True)
    made_by = models.CharField(max_length=LINE)
    until = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        """Return the person."""
        return str(self.person)


class Rehearsal(models.Model):
    """The day that a rehearsal pretends it is; there is one, or none was chosen."""

    day = models.DateField()

    def __str__(self) -> str:
        """Return the day."""
        return str(self.day)


class SharedCache(models.Model):
    """The table of Django's cache, made like any other; Django alone writes there.

    It counts failed sign-ins, and is a table so that every worker on every machine
    counts together.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    class Meta:
        """The name that the settings give to the cache."""

        db_table = "accounts_cache"

    def __str__(self) -> str:
        """Return the key."""
        return self.cache_key
