import datetime

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0003_review")]

    operations = [
        migrations.AddField(
            model_name="occasion",
            name="registered_on",
            field=models.DateField(default=datetime.date.min),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="occasion",
            name="considered_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="plan",
            name="lost_row_on",
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("revision", models.IntegerField()),
                ("on", models.DateField()),
                ("member", models.TextField()),
                ("point", models.CharField(max_length=200)),
                ("remark_kk", models.TextField()),
                ("remark_ru", models.TextField()),
                ("document", models.TextField()),
                ("answered_on", models.DateField(null=True)),
                ("answer_kk", models.TextField(default="")),
                ("answer_ru", models.TextField(default="")),
                ("settled", models.CharField(default="", max_length=20)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="remarks",
                        to="records.plan",
                    ),
                ),
            ],
            options={"ordering": ("entry",)},
        ),
        migrations.CreateModel(
            name="RequestForConcept",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("body", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("answer_by", models.DateField()),
                ("question_kk", models.TextField()),
                ("question_ru", models.TextField()),
                (
                    "occasion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requests",
                        to="records.occasion",
                    ),
                ),
            ],
            options={"ordering": ("entry",)},
        ),
    ]
