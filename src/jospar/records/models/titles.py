"""Titles as they are searched, and treaties that are older than the record."""

from django.db import models


class Treaty(models.Model):
    """An earlier treaty, so that nobody plans it again unawares.

    Its number is that of the entry which listed it, below zero: the numbers above are
    those of concepts. ``digest`` is that of both titles; see
    ``records.listed_treaties``.
    """

    number = models.BigIntegerField(primary_key=True)
    title_kk = models.TextField()
    title_ru = models.TextField()
    signed_on = models.DateField(null=True)
    digest = models.CharField(max_length=64)

    class Meta:
        """A treaty is found by its titles."""

        indexes = (models.Index(fields=["digest"], name="treaty_digest"),)

    def __str__(self) -> str:
        """Return the title in Russian."""
        return self.title_ru


class TitleWords(models.Model):
    """The folded titles of a concept, by its entry, or of a treaty, by its number.

    The database keeps an index of their words; see ``records.title_index``. The number
    is always given; as such a field, it is where SQLite keeps the row itself.
    """

    number = models.BigAutoField(primary_key=True)
    words_kk = models.TextField()
    words_ru = models.TextField()

    def __str__(self) -> str:
        """Return the folded title in Russian."""
        return self.words_ru
