import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0006_search")]

    operations = [
        migrations.AddField(
            model_name="concept",
            name="further",
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name="distribution",
            name="document",
            field=models.TextField(default=""),
            preserve_default=False,
        ),
        migrations.CreateModel(
            name="PaperApproval",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("paper", models.CharField(max_length=20)),
                ("subject", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("sha256_kk", models.CharField(max_length=64)),
                ("sha256_ru", models.CharField(max_length=64)),
                ("text_kk", models.TextField()),
                ("text_ru", models.TextField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="approvals",
                        to="records.cycle",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["cycle", "paper", "subject"], name="approval_paper"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Registration",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("paper", models.BigIntegerField(unique=True)),
                ("number", models.TextField()),
                ("on", models.DateField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registrations",
                        to="records.cycle",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("body", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("text_kk", models.TextField()),
                ("text_ru", models.TextField()),
                ("sent_on", models.DateField(null=True)),
                ("document", models.TextField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="records.cycle",
                    ),
                ),
            ],
        ),
    ]
