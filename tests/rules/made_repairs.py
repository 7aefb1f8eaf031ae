"""Repairs as tests make them: lawful as they are, changed where a test says so."""

from dataclasses import replace
from functools import partial

from jospar.rules.core.offices import Office
from jospar.rules.reference.facts import Repair, RepairFacts, RepairKind
from tests.rules import made

repair_facts = partial(replace, RepairFacts(made.acting(Office.ADMINISTRATOR)))
repair = partial(replace, Repair(RepairKind.BY_HAND, "Диск істен шықты, № 12 акт"))
