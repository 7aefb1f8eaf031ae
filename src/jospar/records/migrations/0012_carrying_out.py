"""Keep how agreed plans are carried out, and one treaty through the years."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def own_treaties(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Let every concept that is there be the first of its treaty."""
    using = schema_editor.connection.alias
    concepts = apps.get_model("records", "Concept").objects.using(using)
    concepts.update(treaty=models.F("entry"))


def entry() -> "models.BigIntegerField[int, int]":
    return models.BigIntegerField(primary_key=True, serialize=False)


def concept(related_name: str) -> "models.ForeignKey[object, object]":
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT,
        related_name=related_name,
        to="records.concept",
    )


class Migration(migrations.Migration):
    dependencies = [("records", "0011_amendments")]

    operations = [
        migrations.AddField(
            "row", "progress", models.CharField(default="not_begun", max_length=30)
        ),
        migrations.AddField(
            "concept",
            "treaty",
            models.BigIntegerField(db_index=True, default=0),
            preserve_default=False,
        ),
        migrations.RunPython(own_treaties, migrations.RunPython.noop),
        migrations.CreateModel(
            name="Progress",
            fields=[
                ("entry", entry()),
                ("on", models.DateField()),
                ("document", models.TextField()),
                ("stage", models.CharField(max_length=30)),
                ("reached_on", models.DateField(null=True)),
                ("note_kk", models.TextField()),
                ("note_ru", models.TextField()),
                ("concept", concept("reports")),
            ],
            options={"ordering": ("on", "entry")},
        ),
        migrations.CreateModel(
            name="PlannedStage",
            fields=[
                ("entry", entry()),
                ("on", models.DateField()),
                ("stage", models.CharField(max_length=30)),
                ("planned_on", models.DateField()),
                ("concept", concept("planned_stages")),
            ],
            options={"ordering": ("on", "entry")},
        ),
        migrations.CreateModel(
            name="ReportRequest",
            fields=[
                ("entry", entry()),
                ("body", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("year", models.IntegerField()),
                ("quarter", models.IntegerField()),
                ("answer_by", models.DateField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_requests",
                        to="records.cycle",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "body", "year", "quarter"),
                        name="report_request",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PutForward",
            fields=[
                ("entry", entry()),
                ("on", models.DateField()),
                ("document", models.TextField()),
                ("reason_kk", models.TextField()),
                ("reason_ru", models.TextField()),
                ("concept", concept("put_forward")),
            ],
        ),
        migrations.CreateModel(
            name="Signing",
            fields=[
                (
                    "concept",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="signing",
                        serialize=False,
                        to="records.concept",
                    ),
                ),
                ("entry", models.BigIntegerField()),
                ("on", models.DateField()),
                ("place", models.TextField()),
                ("signatories", models.TextField()),
                ("name_kk", models.TextField()),
                ("name_ru", models.TextField()),
                ("document", models.TextField()),
            ],
        ),
        migrations.CreateModel(
            name="TreatyName",
            fields=[
                ("entry", entry()),
                ("on", models.DateField()),
                ("name_kk", models.TextField()),
                ("name_ru", models.TextField()),
                ("ground", models.CharField(max_length=20)),
                ("from_side", models.TextField()),
                ("judged_by", models.TextField()),
                ("document", models.TextField()),
                ("reason_kk", models.TextField()),
                ("reason_ru", models.TextField()),
                ("concept", concept("names")),
            ],
            options={"ordering": ("on", "entry")},
        ),
        migrations.CreateModel(
            name="TreatyLink",
            fields=[
                ("entry", entry()),
                ("on", models.DateField()),
                ("how", models.CharField(max_length=20)),
                ("reason_kk", models.TextField()),
                ("reason_ru", models.TextField()),
                ("concept", concept("links")),
                ("earlier", concept("linked_by")),
            ],
        ),
        migrations.CreateModel(
            name="ToldApart",
            fields=[
                ("entry", entry()),
                ("on", models.DateField()),
                ("reason_kk", models.TextField()),
                ("reason_ru", models.TextField()),
                ("concept", concept("told_apart")),
                ("other", concept("told_apart_by")),
            ],
        ),
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("entry", entry()),
                ("body", models.CharField(max_length=40, unique=True)),
                ("successor", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("document", models.TextField()),
            ],
        ),
    ]
