"""The addresses that Jospar answers to."""

from django.urls import include, path

urlpatterns = [path("", include("jospar.web.urls"))]

handler404 = "jospar.web.views.errors.missing"
handler500 = "jospar.web.views.errors.broken"
