"""The addresses that Jospar answers to."""

from django.urls import include, path

urlpatterns = [path("", include("jospar.web.urls"))]

handler400 = "jospar.web.views.errors.unreadable"
handler403 = "jospar.web.views.refused.not_seen"
handler404 = "jospar.web.views.errors.missing"
handler500 = "jospar.web.views.errors.broken"
