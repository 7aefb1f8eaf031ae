"""The people as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Persons and their appointments."""

    name = "jospar.accounts"
    label = "accounts"
