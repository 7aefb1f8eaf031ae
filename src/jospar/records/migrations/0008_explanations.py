import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0007_papers")]

    operations = [
        migrations.CreateModel(
            name="Explanation",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("provision", models.CharField(max_length=60)),
                ("subject", models.BigIntegerField(null=True)),
                ("on", models.DateField()),
                ("text_kk", models.TextField()),
                ("text_ru", models.TextField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="explanations",
                        to="records.cycle",
                    ),
                ),
            ],
            options={"ordering": ("entry",)},
        ),
    ]
