"""The addresses of the provider, and a door that asks for no password."""

from django.contrib.auth import login
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def enter(request: HttpRequest, username: str) -> HttpResponse:
    """Sign that person in at the provider."""
    user, _new = User.objects.get_or_create(
        username=username,
        defaults={
            "email": request.GET.get("email", ""),
            "first_name": request.GET.get("verified", ""),
        },
    )
    backend = "django.contrib.auth.backends.ModelBackend"
    login(request, user, backend)  # type: ignore[arg-type] # of the provider, not ours
    return HttpResponse()


urlpatterns = [
    path("enter/<str:username>/", enter),
    path("o/", include("oauth2_provider.urls", namespace="oauth2_provider")),
]
