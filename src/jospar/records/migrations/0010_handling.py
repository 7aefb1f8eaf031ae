import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0008_explanations")]

    operations = [
        migrations.CreateModel(
            name="HandlingMark",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("reason", models.TextField()),
                ("lifted_on", models.DateField(null=True)),
                ("lift_entry", models.BigIntegerField(null=True)),
                ("lift_reason", models.TextField(default="")),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marks",
                        to="records.concept",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_on", None)),
                        fields=("concept",),
                        name="handling_mark",
                    )
                ],
            },
        ),
    ]
