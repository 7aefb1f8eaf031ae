from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_person")]

    operations = [
        migrations.CreateModel(
            name="ReceiptLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("year", models.IntegerField()),
                ("plan", models.CharField(max_length=20)),
                ("recipient", models.CharField(max_length=40)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_by", models.CharField(max_length=200)),
                ("made_on", models.DateField()),
                ("last_day", models.DateField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("year", "plan", "recipient"), name="receipt_link"
                    )
                ],
            },
        ),
    ]
