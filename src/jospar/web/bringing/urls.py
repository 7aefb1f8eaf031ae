"""The addresses of past plans, below ``bring-in/``."""

from django.urls import path

from jospar.web.views import bring_in

urlpatterns = [
    path("", bring_in.files, name="bring-in"),
    path("<uuid:uuid>/", bring_in.review, name="bring-in-review"),
    path("<uuid:uuid>/review.xlsx", bring_in.sheet, name="bring-in-sheet"),
]
