"""How the titles of concepts are kept for searching."""

from jospar.records.models import TitleWords
from jospar.rules.core.nouns import Text
from jospar.rules.core.titles import fold

_WORDS = ["words_kk", "words_ru"]
_NONE = Text()
_LONGEST = 100
"""Letters of a word that are searched: the indexes of PostgreSQL hold no long ones."""


def search_by(number: int, title: Text, name: Text = _NONE) -> None:
    """Let a concept or treaty be found by ``title``, and by none that it had before.

    ``name`` is what its treaty is called now, if otherwise: its other words find it
    too, and do not make the title less like itself.
    """
    words = TitleWords(
        number=number,
        words_kk=_words(title.kk, name.kk),
        words_ru=_words(title.ru, name.ru),
    )
    TitleWords.objects.bulk_create(
        [words], update_conflicts=True, unique_fields=["number"], update_fields=_WORDS
    )


def _words(title: str, name: str) -> str:
    words = [*fold(title).split()]
    others = dict.fromkeys(word for word in fold(name).split() if word not in words)
    return " ".join(word[:_LONGEST] for word in (*words, *others))
