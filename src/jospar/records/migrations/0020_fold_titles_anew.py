"""Let titles with signs that nobody sees be found by their words.

Version 0.1.0 let a soft hyphen part a word in two.
"""

import re
from typing import Any

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from jospar.rules.core.titles import fold

_UNSEEN = re.compile("[\xad\u200b-\u200d\u2060\ufeff]")
_LONGEST = 100


def _words(title: str) -> str:
    return " ".join(word[:_LONGEST] for word in fold(title).split())


def _former_words(title: str) -> str:
    return _words(_UNSEEN.sub(" ", title))


def fold_anew(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fold the titles of concepts and treaties whose words are those of before."""
    using = schema_editor.connection.alias

    def rows(name: str) -> Any:
        return apps.get_model("records", name).objects.using(using)

    for name, number in (("Concept", "entry"), ("Treaty", "number")):
        titles = rows(name).values_list(number, "title_kk", "title_ru")
        unseen = [row for row in titles.iterator() if _UNSEEN.search(row[1] + row[2])]
        for one, kk, ru in unseen:
            # Who has other words has another title since, which was folded later.
            rows("TitleWords").filter(
                number=one, words_kk=_former_words(kk), words_ru=_former_words(ru)
            ).update(words_kk=_words(kk), words_ru=_words(ru))


class Migration(migrations.Migration):
    dependencies = [("records", "0019_verified")]

    operations = [migrations.RunPython(fold_anew, migrations.RunPython.noop)]
