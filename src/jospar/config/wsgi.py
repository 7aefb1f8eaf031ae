"""Jospar as a WSGI application."""

import os
import sys

from django.core.wsgi import get_wsgi_application

from .logs import tell_all

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jospar.config.settings")

# A page asks the database a hundred questions, and after each answer waits for its turn
# among the other pages: as a rule five milliseconds, which is longer than the answer.
sys.setswitchinterval(0.001)

application = get_wsgi_application()
tell_all()
