"""The notices as a Django app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices to people, the mail that carries them, and their feeds."""

    name = "jospar.notices"
    label = "notices"
