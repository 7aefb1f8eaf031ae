"""Two administrators who do the same at once: one act, and a lawful refusal."""

import sys
from pathlib import Path

import pytest

from tests.installation import Installation

pytestmark = pytest.mark.slow

CODE = "e.serik"
FACTOR = (
    "INSERT INTO mfa_authenticator (user_id, type, data, created_at) "
    "SELECT id, 'totp', '{\"secret\": \"JBSWY3DP\"}', '2024-01-01' FROM accounts_person"
)
ENDS = """
import os, sys
from uuid import uuid4
import django
os.environ["DJANGO_SETTINGS_MODULE"] = "jospar.config.settings"
django.setup()
from jospar.procedure.clock import Clock
from jospar.procedure.perform import ActRefusedError, Order, perform
from jospar.procedure.rulesets import ruleset
from jospar.rules.core.offices import Actor, Office
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.reference.facts import EndAppointment

clock = Clock()
today, actor = clock.today(), Actor("e.serik", Office.ADMINISTRATOR)
filing = EndAppointment(1, today)
try:
    perform(Order(uuid4(), filing, today.year, today, actor, ruleset(DEFAULT)), clock)
except ActRefusedError as error:
    print(*(found.code for found in error.objections))
else:
    print("performed")
"""
"""A program in which an administrator ends the first appointment today."""


@pytest.fixture
def administrated(jospar: Installation) -> Installation:
    """Return an installation with an administrator who has a second factor."""
    person = ("--add", CODE, "--name", "Е. Серік", "--office", "administrator")
    assert jospar("person", *person).status == 0
    with jospar.database() as sql:
        sql(FACTOR)
    return jospar


def test_two_forget_the_same_factors(administrated: Installation) -> None:
    """One does; the others read that nothing is left, and nothing is written twice."""
    forget = ("person", "--forget-factors", CODE, "--reason", "No. 12")
    processes = [administrated.start(*forget) for _ in range(3)]
    said = [process.communicate(timeout=60) for process in processes]
    assert sorted(process.returncode for process in processes) == [0, 2, 2]
    for process, (_out, err) in zip(processes, said, strict=True):
        refused = "has no second factors that could be forgotten" in err
        assert refused is (process.returncode == 2)
    assert administrated.entries() == 2
    assert administrated("journal", "verify").status == 0


def test_two_end_the_same_appointment(administrated: Installation) -> None:
    """It ends once; the others read that it ends on that day already."""
    program = Path(sys.executable)
    processes = [
        administrated.start("-c", ENDS, program=program, stderr=None) for _ in range(3)
    ]
    said = [process.communicate(timeout=60)[0].strip() for process in processes]
    assert sorted(said) == ["ends_earlier", "ends_earlier", "performed"]
    assert administrated.entries() == 2
    assert administrated("journal", "verify").status == 0
