"""Jospar's pages, and Django's admin list of the same concepts."""

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import path

from jospar.config import urls as ours
from jospar.config.urls import handler403, handler404, handler500
from jospar.queries.concept_list import PAGE
from jospar.records.models import Concept

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]


class Site(admin.AdminSite):
    """An admin that everybody may use who is signed in."""

    def has_permission(self, request: HttpRequest) -> bool:
        """Let everybody in."""
        return True


class PlainConcepts(admin.ModelAdmin):  # type: ignore[type-arg] # generic for mypy alone
    """The concepts with columns of their own table alone: the least it can be."""

    list_display: tuple[str, ...] = (
        *("key", "title_kk", "title_ru"),
        *("level", "received_on"),
    )
    list_per_page = PAGE

    def has_view_permission(
        self, request: HttpRequest, obj: Concept | None = None
    ) -> bool:
        """Show everybody everything."""
        return True

    has_module_permission = has_add_permission = has_view_permission
    has_change_permission = has_delete_permission = has_view_permission


class Concepts(PlainConcepts):
    """The concepts with the columns and the filters of our page, and no others."""

    list_display = (
        *("key", "title_kk", "bodies", "level"),
        *("conclude_from", "conclude_to", "stage"),
    )
    list_filter = ("level", "row__plan__kind")
    list_select_related = ("conclusion", "return", "withdrawal", "row")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Concept]:
        """Return the concepts with the bodies that propose them."""
        return super().get_queryset(request).prefetch_related("proposers")

    def bodies(self, concept: Concept) -> str:
        """Return the codes of the bodies."""
        return ", ".join(proposer.body for proposer in concept.proposers.all())

    def stage(self, concept: Concept) -> str:
        """Return what became of the concept."""
        for name in ("withdrawal", "return", "row", "conclusion"):
            if hasattr(concept, name):
                return name
        return "received"


PLAIN, LIKE_OURS = Site(name="plain"), Site(name="admin")
PLAIN.register(Concept, PlainConcepts)
LIKE_OURS.register(Concept, Concepts)
urlpatterns = [
    path("plain/", PLAIN.urls),
    path("admin/", LIKE_OURS.urls),
    *ours.urlpatterns,
]
