import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "uuid",
                    models.UUIDField(
                        default=uuid.uuid4, primary_key=True, serialize=False
                    ),
                ),
                ("year", models.IntegerField()),
                ("body", models.CharField(max_length=40)),
                ("made_by", models.CharField(max_length=200)),
                ("fields", models.JSONField(default=dict)),
                ("revision", models.IntegerField(default=0)),
                ("updated_at", models.DateTimeField()),
                ("updated_by", models.CharField(max_length=200)),
                ("filed", models.BigIntegerField(null=True)),
                ("supplements", models.BigIntegerField(null=True)),
                ("put_away", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["year", "body"], name="draft_body"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DraftFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("sha256", models.CharField(max_length=64)),
                ("name", models.CharField(max_length=200)),
                ("type", models.CharField(max_length=100)),
                ("size", models.BigIntegerField()),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="web.draft",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("draft", "sha256"), name="draft_file"
                    ),
                ],
            },
        ),
    ]
