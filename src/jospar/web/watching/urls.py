"""The addresses that machines ask."""

from django.urls import path

from jospar.web.views import health

urlpatterns = [
    path("health/live", health.live, name="health-live"),
    path("health/ready", health.ready, name="health-ready"),
    path("health/worker", health.worker, name="health-worker"),
    path("metrics", health.metrics, name="metrics"),
]
