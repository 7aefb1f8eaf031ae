"""Indexes by which a list of concepts is found without reading the concepts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The order of concepts with what tells them late, and conclusions to agree."""

    dependencies = [("records", "0015_links_undone")]

    operations = [
        migrations.RemoveIndex(model_name="concept", name="concept_order"),
        migrations.AddIndex(
            model_name="concept",
            index=models.Index(
                fields=["cycle", "entry", "received_at", "complete_on"],
                name="concept_order",
            ),
        ),
        migrations.AddIndex(
            model_name="preparedconclusion",
            index=models.Index(
                condition=models.Q(agreed_on=None),
                fields=["concept"],
                name="prepared_to_agree",
            ),
        ),
    ]
