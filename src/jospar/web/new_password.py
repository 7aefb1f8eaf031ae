"""A password that somebody chooses: typed twice, and good enough."""

from collections.abc import Mapping

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from jospar.accounts.models import Person


def faults_of(typed: Mapping[str, str], person: Person) -> dict[str, list[str]]:
    """Return what is wrong with ``password`` and ``repeated``: texts by fields."""
    new, faults = typed.get("password", ""), {}
    try:
        validate_password(new, person)
    except ValidationError as error:
        faults["password"] = [str(found.code) for found in error.error_list]
    if new != typed.get("repeated", ""):
        faults["repeated"] = ["differs"]
    return faults
