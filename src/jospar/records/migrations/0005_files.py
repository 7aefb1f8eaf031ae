from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0004_drafting")]

    operations = [
        migrations.CreateModel(
            name="AttachedFile",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry",
                        "position",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("entry", models.BigIntegerField()),
                ("position", models.IntegerField()),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("name", models.CharField(max_length=200)),
                ("type", models.CharField(max_length=100)),
                ("size", models.BigIntegerField()),
            ],
        ),
    ]
