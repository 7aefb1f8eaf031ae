"""Let an earlier treaty be found by its titles without reading the others."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from jospar.records.listed_treaties import digest_of


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Compute the digests of the treaties that are there."""
    treaties = apps.get_model("records", "Treaty").objects.using(
        schema_editor.connection.alias
    )
    found = list(treaties.all())
    for treaty in found:
        treaty.digest = digest_of(treaty.title_kk, treaty.title_ru)
    treaties.bulk_update(found, ["digest"], batch_size=300)


class Migration(migrations.Migration):
    """The digest of the titles, which has an index."""

    dependencies = [("records", "0016_lists")]

    operations = [
        migrations.AddField(
            "treaty",
            "digest",
            models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            "treaty", models.Index(fields=["digest"], name="treaty_digest")
        ),
    ]
