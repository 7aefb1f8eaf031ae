"""How the titles of concepts are kept for searching."""

from jospar.records.models import TitleWords
from jospar.rules.core.nouns import Text
from jospar.rules.core.titles import fold

_WORDS = ["words_kk", "words_ru"]
_LONGEST = 100
"""Letters of a word that are searched: the indexes of PostgreSQL hold no long ones."""


def search_by(number: int, title: Text) -> None:
    """Let a concept or treaty be found by ``title``, and by none that it had before."""
    words = TitleWords(
        number=number, words_kk=_words(title.kk), words_ru=_words(title.ru)
    )
    TitleWords.objects.bulk_create(
        [words], update_conflicts=True, unique_fields=["number"], update_fields=_WORDS
    )


def _words(title: str) -> str:
    return " ".join(word[:_LONGEST] for word in fold(title).split())
