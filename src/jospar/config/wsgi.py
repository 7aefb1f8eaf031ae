"""Jospar as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

from .logs import tell_all

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jospar.config.settings")

application = get_wsgi_application()
tell_all()
