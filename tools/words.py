"""The texts of the program, and their catalogues in ``jospar/locale``."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

PROGRAM = Path(__file__).parents[1] / "src" / "jospar"
LANGUAGES = ("kk", "ru")
"""English is the language of the source and needs no catalogue."""

_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2)}
_PLACEHOLDER = re.compile(r"\{\w*\}|%\(\w+\)[a-z]|%[a-z]")

# Neither dates nor names: a catalogue changes when its texts do.
_HEADER = """\
# The texts of Jospar; `python -m tools.update_words` brings them up to date.
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural_forms}\\n"

"""


def source() -> Catalog:
    """Return every text that the source marks, untranslated."""
    catalog = Catalog()
    for _file, _line, text, _comments, _context in extract_from_dir(
        PROGRAM, method_map=[("**.py", "python")], keywords=_KEYWORDS
    ):
        catalog.add(text)
    return catalog


def path(language: str) -> Path:
    """Return where the catalogue of ``language`` stands."""
    return PROGRAM / "locale" / language / "LC_MESSAGES" / "django.po"


def translated(language: str) -> Catalog:
    """Return the catalogue of ``language``, empty where there is none yet."""
    if not path(language).exists():
        return Catalog(language)
    with path(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def written(catalog: Catalog) -> bytes:
    """Return ``catalog`` as its file holds it: sorted, without places in the source."""
    text = BytesIO()
    write_po(
        text,
        catalog,
        no_location=True,
        omit_header=True,
        sort_output=True,
        ignore_obsolete=True,
    )
    header = _HEADER.format(
        language=catalog.locale_identifier, plural_forms=catalog.plural_forms
    )
    return header.encode() + text.getvalue()


def faults(texts: Catalog, catalog: Catalog) -> Iterator[str]:
    """Yield a line for each text that ``catalog`` lacks or does not hold well."""
    for text in _texts(texts):
        message = catalog.get(text.id)
        if message is None:
            yield _line(catalog, "missing", text)
        elif not all(_forms(message.string)):
            yield _line(catalog, "empty", text)
        elif message.fuzzy:
            yield _line(catalog, "fuzzy", text)
        elif any(
            _placeholders(form) != _placeholders(_forms(text.id)[-1])
            for form in _forms(message.string)
        ):
            yield _line(catalog, "other placeholders", text)
    for message in (*_texts(catalog), *catalog.obsolete.values()):
        if texts.get(message.id) is None:
            yield _line(catalog, "obsolete", message)


def _texts(catalog: Catalog) -> Iterator[Message]:
    """Yield the messages without the header."""
    return (message for message in catalog if message.id)


def _forms(text: object) -> tuple[str, ...]:
    """Return the forms of a text; one that counts nothing has one form."""
    return tuple(map(str, text)) if isinstance(text, (tuple, list)) else (str(text),)


def _placeholders(text: str) -> set[str]:
    return set(_PLACEHOLDER.findall(text))


def _line(catalog: Catalog, fault: str, message: Message) -> str:
    return f"{catalog.locale_identifier}: {fault}: {_forms(message.id)[0]!r}"
