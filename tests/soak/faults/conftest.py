"""A site on each database, to which one fault after the other happens."""

from collections.abc import Iterator

import pytest

from tests.soak.faults.site import SEED, Site, site
from tools.with_postgresql import UnavailableError, programs

SQLITE, POSTGRESQL = "SQLite", "PostgreSQL"


def _has_postgresql() -> bool:
    try:
        programs()
    except UnavailableError:
        return False
    return True


@pytest.fixture(
    scope="session",
    params=[
        pytest.param(name, marks=pytest.mark.xdist_group(f"faults on {name}"))
        for name in (SQLITE, POSTGRESQL)
    ],
)
def faulty(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """Have a site until all faults have happened to it."""
    on_postgresql = request.param == POSTGRESQL
    if on_postgresql and not _has_postgresql():
        pytest.skip("PostgreSQL is missing: install postgresql")
    print(f"JOSPAR_SOAK_SEED={SEED}")  # noqa: T201 - pytest shows it where one fails
    with site(tmp_path_factory.mktemp("site"), postgresql=on_postgresql) as made:
        yield made
