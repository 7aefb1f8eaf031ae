"""The people as a Django app."""

from importlib import import_module

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Persons and their appointments."""

    name = "jospar.accounts"
    label = "accounts"

    def ready(self) -> None:
        """Let signing in and out be told."""
        import_module("jospar.accounts.sign_in_log")
