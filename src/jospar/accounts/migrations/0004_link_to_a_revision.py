from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_receipt_link")]

    operations = [
        migrations.AddField(
            model_name="receiptlink",
            name="revision",
            field=models.IntegerField(default=0),
        ),
        migrations.RemoveConstraint(model_name="receiptlink", name="receipt_link"),
        migrations.AddConstraint(
            model_name="receiptlink",
            constraint=models.UniqueConstraint(
                fields=("year", "plan", "recipient", "revision"), name="receipt_link"
            ),
        ),
    ]
