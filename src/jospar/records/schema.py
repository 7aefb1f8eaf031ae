"""Whether the database has the tables of this version."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def is_current() -> bool:
    """Tell whether the tables are those of this version."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
