import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0002_journal_is_final")]

    operations = [
        migrations.CreateModel(
            name="PreparedConclusion",
            fields=[
                (
                    "concept",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        serialize=False,
                        to="records.concept",
                    ),
                ),
                ("entry", models.BigIntegerField()),
                ("on", models.DateField()),
                ("expedient", models.BooleanField()),
                ("reasons_kk", models.TextField()),
                ("reasons_ru", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("agreement_entry", models.BigIntegerField(null=True)),
                ("agreed_on", models.DateField(null=True)),
                ("agreed_by", models.CharField(max_length=200)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Clarification",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("by", models.CharField(max_length=200)),
                ("answer_by", models.DateField()),
                ("answer_entry", models.BigIntegerField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("answered_by", models.CharField(max_length=200)),
                ("question_kk", models.TextField()),
                ("question_ru", models.TextField()),
                ("answer_kk", models.TextField()),
                ("answer_ru", models.TextField()),
                ("document", models.TextField()),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="records.concept",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Opinion",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("by", models.CharField(max_length=200)),
                ("answer_by", models.DateField()),
                ("answer_entry", models.BigIntegerField(null=True)),
                ("answered_on", models.DateField(null=True)),
                ("answered_by", models.CharField(max_length=200)),
                ("department", models.TextField()),
                ("question", models.TextField()),
                ("favourable", models.BooleanField(null=True)),
                ("opinion", models.TextField()),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="%(class)ss",
                        to="records.concept",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
    ]
