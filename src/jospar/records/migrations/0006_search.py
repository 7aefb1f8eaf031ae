"""Let titles be searched, and lists of concepts be read page by page."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from jospar.records import title_index
from jospar.rules.core.titles import fold


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fold the titles of the concepts that are there."""
    using = schema_editor.connection.alias
    concept, words = (
        apps.get_model("records", name) for name in ("Concept", "TitleWords")
    )
    titles = concept.objects.using(using).values_list("entry", "title_kk", "title_ru")
    words.objects.using(using).bulk_create(
        (
            words(number=entry, words_kk=fold(kk), words_ru=fold(ru))
            for entry, kk, ru in titles
        ),
        batch_size=300,
    )


def create(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    title_index.create(schema_editor)


def drop(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    title_index.drop(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("records", "0005_files")]

    operations = [
        migrations.CreateModel(
            name="Treaty",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                ("title_kk", models.TextField()),
                ("title_ru", models.TextField()),
                ("signed_on", models.DateField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="TitleWords",
            fields=[
                ("number", models.BigAutoField(primary_key=True, serialize=False)),
                ("words_kk", models.TextField()),
                ("words_ru", models.TextField()),
            ],
        ),
        migrations.AlterField("proposer", "body", models.CharField(max_length=40)),
        migrations.AddIndex(
            "concept", models.Index(fields=["cycle", "entry"], name="concept_order")
        ),
        migrations.AddIndex(
            "concept",
            models.Index(fields=["cycle", "received_at"], name="concept_receipt"),
        ),
        migrations.AddIndex(
            "proposer",
            models.Index(fields=["body", "concept"], name="proposer_concepts"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RunPython(create, drop),
    ]
