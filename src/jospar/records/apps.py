"""The records as a Django app."""

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    """Everything that acts leave behind."""

    name = "jospar.records"
    label = "records"
