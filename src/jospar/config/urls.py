"""The addresses that Jospar answers to."""

from django.urls import include, path

from jospar.management.checks import findings
from jospar.web.views.installation import installation_page

urlpatterns = [
    path("", include("jospar.web.urls")),
    # The checks of the command line stand above the pages, so they are handed down.
    path(
        "<language:language>/installation/",
        installation_page(findings),
        name="installation",
    ),
]

handler400 = "jospar.web.views.errors.unreadable"
handler403 = "jospar.web.views.refused.not_seen"
handler404 = "jospar.web.views.errors.missing"
handler500 = "jospar.web.views.errors.broken"
