"""Drafts remember the earlier concept by one name, and why a row is proposed again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the reason; what was begun from a concept before stays so."""

    dependencies = [("web", "0001_initial")]

    operations = [
        migrations.RenameField("draft", "supplements", "earlier"),
        migrations.AddField("draft", "reason_kk", models.TextField(default="")),
        migrations.AddField("draft", "reason_ru", models.TextField(default="")),
    ]
