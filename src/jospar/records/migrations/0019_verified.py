"""How far works along the journal have come."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """A table beside the journal, a row for each work."""

    dependencies = [("records", "0018_title_words")]

    operations = [
        migrations.CreateModel(
            name="Reached",
            fields=[
                (
                    "work",
                    models.CharField(
                        choices=[
                            ("verified", "Verified"),
                            ("compared", "Compared"),
                            ("shipped", "Shipped"),
                            ("notices", "Notices"),
                        ],
                        max_length=20,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("number", models.BigIntegerField()),
                ("hash", models.CharField(blank=True, max_length=64)),
                ("at", models.DateTimeField()),
            ],
        ),
    ]
