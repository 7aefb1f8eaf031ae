"""Let the database itself refuse to change or delete an entry of the journal."""

from collections.abc import Callable

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "records_journalentry"
SAYS = "Entries of the journal are never changed or deleted."

SQLITE = (
    f"CREATE TRIGGER journal_no_update BEFORE UPDATE ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
    f"CREATE TRIGGER journal_no_delete BEFORE DELETE ON {TABLE} "
    f"BEGIN SELECT RAISE(ABORT, '{SAYS}'); END",
)
SQLITE_UNDO = (
    "DROP TRIGGER journal_no_update",
    "DROP TRIGGER journal_no_delete",
)
POSTGRESQL = (
    "CREATE FUNCTION journal_is_final() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{SAYS}'; END $$",
    "CREATE TRIGGER journal_is_final BEFORE UPDATE OR DELETE OR TRUNCATE ON "
    f"{TABLE} FOR EACH STATEMENT EXECUTE FUNCTION journal_is_final()",
)
POSTGRESQL_UNDO = (
    f"DROP TRIGGER journal_is_final ON {TABLE}",
    "DROP FUNCTION journal_is_final()",
)


def running(
    sqlite: tuple[str, ...], postgresql: tuple[str, ...]
) -> Callable[[Apps, BaseDatabaseSchemaEditor], None]:
    """Return what runs the statements of the database in use."""

    def run(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
        vendor = schema_editor.connection.vendor
        for statement in postgresql if vendor == "postgresql" else sqlite:
            schema_editor.execute(statement)

    return run


class Migration(migrations.Migration):
    """Triggers of the journal's table."""

    dependencies = [("records", "0001_initial")]

    operations = [
        migrations.RunPython(
            running(SQLITE, POSTGRESQL), running(SQLITE_UNDO, POSTGRESQL_UNDO)
        )
    ]
