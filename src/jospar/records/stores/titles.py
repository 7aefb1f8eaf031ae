"""How the titles of concepts are kept for searching."""

from jospar.records.models import TitleWords
from jospar.rules.core.nouns import Text
from jospar.rules.core.titles import fold

_WORDS = ["words_kk", "words_ru"]


def search_by(concept: int, title: Text) -> None:
    """Let a concept be found by ``title``, and by no title that it had before."""
    words = TitleWords(number=concept, words_kk=fold(title.kk), words_ru=fold(title.ru))
    TitleWords.objects.bulk_create(
        [words], update_conflicts=True, unique_fields=["number"], update_fields=_WORDS
    )
