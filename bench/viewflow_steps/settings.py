"""The settings of viewflow's side: a database as durable as Jospar's."""

from jospar.config.settings import DATABASES as OF_JOSPAR

SECRET_KEY = "of nothing"  # noqa: S105 - no page is served
DATABASES = {"default": OF_JOSPAR["default"]}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "viewflow",
    "viewflow.workflow",
    "bench.viewflow_steps",
]
USE_TZ = True
