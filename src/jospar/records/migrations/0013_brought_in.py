"""Keep plans of past years that were brought in."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0012_carrying_out")]

    operations = [
        migrations.AddField("cycle", "brought_in", models.BooleanField(default=False)),
        migrations.AddField("row", "place", models.IntegerField(default=0)),
        migrations.AddField("plan", "only", models.CharField(default="", max_length=2)),
    ]
