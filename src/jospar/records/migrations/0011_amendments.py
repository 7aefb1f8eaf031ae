import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("records", "0010_handling")]

    operations = [
        migrations.AlterField(
            model_name="concept",
            name="cycle",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="concepts",
                to="records.cycle",
            ),
        ),
        migrations.AddField(
            model_name="concept",
            name="amends",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="amending",
                to="records.plan",
            ),
        ),
        migrations.AddConstraint(
            model_name="concept",
            constraint=models.UniqueConstraint(
                fields=("amends", "key"), name="amending_key"
            ),
        ),
        migrations.AddConstraint(
            model_name="concept",
            constraint=models.CheckConstraint(
                condition=models.Q(("cycle", None)) ^ models.Q(("amends", None)),
                name="concept_of_cycle_or_plan",
            ),
        ),
        migrations.AddField(
            model_name="row",
            name="removed_on",
            field=models.DateField(null=True),
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("key", models.CharField(max_length=200)),
                ("body", models.CharField(max_length=40)),
                ("grounds_kk", models.TextField(default="")),
                ("grounds_ru", models.TextField(default="")),
                ("grounds_on", models.DateField(null=True)),
                ("grounds_document", models.TextField(default="")),
                ("grounds_by", models.CharField(default="", max_length=200)),
                ("concept_on", models.DateField(null=True)),
                ("concept_by", models.CharField(default="", max_length=200)),
                ("concluded_on", models.DateField(null=True)),
                ("expedient", models.BooleanField(null=True)),
                ("number", models.TextField(default="")),
                ("reasons_kk", models.TextField(default="")),
                ("reasons_ru", models.TextField(default="")),
                ("signed_by", models.TextField(default="")),
                ("requested_on", models.DateField(null=True)),
                ("request_document", models.TextField(default="")),
                (
                    "concept",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossier",
                        to="records.concept",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="records.plan",
                    ),
                ),
            ],
            options={
                "ordering": ("entry",),
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "key"), name="dossier_key")
                ],
            },
        ),
        migrations.CreateModel(
            name="Instruction",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("by", models.CharField(max_length=30)),
                ("outcome", models.CharField(max_length=20)),
                ("dossiers", models.JSONField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="instructions",
                        to="records.cycle",
                    ),
                ),
            ],
            options={
                "ordering": ("entry",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "number"), name="instruction_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AmendingDecision",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("present", models.TextField()),
                (
                    "cycle",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amending_decisions",
                        to="records.cycle",
                    ),
                ),
            ],
            options={
                "ordering": ("entry",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cycle", "number"), name="amending_decision_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("number", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("outcome", models.CharField(max_length=20)),
                (
                    "decision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="records.amendingdecision",
                    ),
                ),
            ],
            options={"ordering": ("entry",)},
        ),
        migrations.CreateModel(
            name="RowChange",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("route", models.CharField(max_length=20)),
                ("ground", models.CharField(max_length=200)),
                ("on", models.DateField()),
                ("outcome", models.CharField(max_length=20)),
                ("wording", models.JSONField(null=True)),
                ("changes", models.JSONField(null=True)),
                ("reason_kk", models.TextField()),
                ("reason_ru", models.TextField()),
                ("revision", models.IntegerField(null=True)),
                (
                    "concept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="row_changes",
                        to="records.concept",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="row_changes",
                        to="records.plan",
                    ),
                ),
            ],
            options={
                "ordering": ("entry",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "route", "ground", "concept"),
                        name="row_change",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("revision", models.IntegerField()),
                ("route", models.CharField(max_length=20)),
                ("ground", models.CharField(max_length=200)),
                ("ground_on", models.DateField()),
                ("effective_on", models.DateField()),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amendments",
                        to="records.plan",
                    ),
                ),
            ],
            options={
                "ordering": ("revision",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "revision"), name="amendment_revision"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RevisionSending",
            fields=[
                ("entry", models.BigIntegerField(primary_key=True, serialize=False)),
                ("revision", models.IntegerField()),
                ("recipient", models.CharField(max_length=40)),
                ("on", models.DateField()),
                ("document", models.TextField()),
                ("means", models.TextField()),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="revision_sendings",
                        to="records.plan",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("plan", "revision", "recipient"),
                        name="revision_recipient",
                    )
                ],
            },
        ),
    ]
