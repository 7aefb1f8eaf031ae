"""Keep past plans while they are reviewed."""

from uuid import uuid4

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("web", "0002_proposed_again")]

    operations = [
        migrations.CreateModel(
            "PlanDraft",
            [
                (
                    "uuid",
                    models.UUIDField(default=uuid4, primary_key=True, serialize=False),
                ),
                ("review", models.JSONField(default=dict)),
                ("files", models.JSONField(default=list)),
                ("updated_at", models.DateTimeField()),
                ("updated_by", models.CharField(max_length=200)),
                ("filed", models.BigIntegerField(null=True)),
                ("put_away", models.BooleanField(default=False)),
            ],
        ),
    ]
