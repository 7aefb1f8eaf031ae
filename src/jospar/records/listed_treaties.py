"""Earlier treaties, found by their titles as they stand."""

from hashlib import sha256

from django.db.models import QuerySet

from jospar.rules.core.nouns import Text

from .models import Treaty


def digest_of(kk: str, ru: str) -> str:
    """Return by what an index knows the titles: 64 hexadecimal digits.

    Titles themselves are longer than an index of PostgreSQL holds.
    """
    return sha256(f"{kk}\0{ru}".encode()).hexdigest()


def listed_as(title: Text) -> QuerySet[Treaty]:
    """Return the treaties that are listed with this very title, of whatever day."""
    return Treaty.objects.filter(digest=digest_of(title.kk, title.ru))
