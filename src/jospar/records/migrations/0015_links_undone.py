from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0014_revision_acknowledged")]

    operations = [
        migrations.AddField("treatylink", "undone_on", models.DateField(null=True)),
        migrations.AddField(
            "treatylink", "undone_entry", models.BigIntegerField(null=True)
        ),
        migrations.AddField("treatylink", "undone_kk", models.TextField(default="")),
        migrations.AddField("treatylink", "undone_ru", models.TextField(default="")),
    ]
