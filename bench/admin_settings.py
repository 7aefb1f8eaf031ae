"""Jospar's settings, with Django's admin beside its pages."""

from typing import Any

from jospar.config.settings import *  # noqa: F403 - all of them, and a little more
from jospar.config.settings import INSTALLED_APPS as OURS
from jospar.config.settings import TEMPLATES as JINJA

_JINJA: list[dict[str, Any]] = [*JINJA]

INSTALLED_APPS = [*OURS, "django.contrib.admin"]
ROOT_URLCONF = "bench.admin_urls"
_DJANGO: dict[str, Any] = {
    "BACKEND": "django.template.backends.django.DjangoTemplates",
    "APP_DIRS": True,
    "OPTIONS": {
        "context_processors": [
            "django.template.context_processors.request",
            "django.contrib.auth.context_processors.auth",
        ]
    },
}
TEMPLATES = [*_JINJA, _DJANGO]
