"""Let PostgreSQL keep the words of a title in a column that it searches by."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from jospar.records import title_index


def remake(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        title_index.drop(schema_editor)
        title_index.create(schema_editor)
        # It plans by what it knows of the words, and looks at new rows alone by itself.
        schema_editor.execute(f"ANALYZE {title_index.TITLES}")


class Migration(migrations.Migration):
    """The index of titles as it is made now; a new database has it so already."""

    dependencies = [("records", "0017_treaties_by_title")]

    operations = [migrations.RunPython(remake, migrations.RunPython.noop)]
