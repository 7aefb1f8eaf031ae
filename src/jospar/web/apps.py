"""The pages as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The pages that Jospar serves."""

    name = "jospar.web"
    label = "web"
