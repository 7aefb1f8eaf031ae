"""Jospar as a WSGI application."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jospar.config.settings")

application = get_wsgi_application()
