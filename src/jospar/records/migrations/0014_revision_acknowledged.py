from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0013_brought_in")]

    operations = [
        migrations.AddField(
            model_name="revisionsending",
            name="acknowledged_on",
            field=models.DateField(null=True),
        ),
    ]
