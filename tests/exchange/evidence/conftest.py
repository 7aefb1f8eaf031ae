"""A record and two files on it, which the tests of files look at and never change."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from django.test import TestCase, override_settings
from pytest_django import DjangoDbBlocker

from tests.exchange.evidence.made_evidence import (
    OFFICER,
    agreed_plan,
    evidence,
    reviewed_concept,
    sign,
)


class Files(NamedTuple):
    """A signed file on a conclusion, the same for its body, and one on a plan."""

    concept: bytes
    for_body: bytes
    plan: bytes
    public_key: Path


@pytest.fixture(scope="module")
def files(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Files]:
    """Give the files; the record is taken back as that of a test is."""
    folder = tmp_path_factory.mktemp("keys")
    points = override_settings(CHECKPOINTS=folder / "checkpoints.jsonl")
    with django_db_blocker.unblock(), points:
        TestCase.setUpClass()
        try:
            conclusion = reviewed_concept()
            public = sign(folder)
            concept = evidence(conclusion)
            for_body = evidence(conclusion, OFFICER)
            yield Files(concept, for_body, evidence(agreed_plan()), public)
        finally:
            TestCase.tearDownClass()
            TestCase.doClassCleanups()
