"""What is wrong with a page as HTML: its ids, headings, labels and languages."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import BytesIO

import lxml.html
from babel.messages.pofile import read_po
from lxml.html import HtmlElement

from jospar.rules.core.ruleset import load
from jospar.rules.core.titles import looks_kazakh
from jospar.rules.registry import ACTS
from jospar.web.texts import table

LANGUAGES = ("kk", "ru", "en")
NAMES = frozenset({"А. Ә.", "Б. Оспанов", "А. Ахметова", "Ташкент"})
"""Proper names of the record, which are written as they are in every language."""
_NAMES = re.compile("|".join(map(re.escape, sorted(NAMES))))
_CODES = re.compile(r"mark-\w+|[\w№ ()-]+\.(pdf|docx|xlsx|png)\b|\b[0-9a-f]{64}\b")
"""Marks of the record, names of files, fingerprints: they are in no language."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_SPOKEN = ("title", "aria-label", "alt", "placeholder")
_KEYS = re.compile(r"(?<![\w/@.-])[a-z_]+\.[a-z_]+(?![\w/-])")
_SOURCES = ("code", "pre")
"""Elements that show a thing as programs write it, in no language."""
_REFERS = "//@aria-labelledby | //@aria-describedby | //label/@for"
_TYPED = ("hidden", "submit", "button")


def faults(html: str, language: str) -> list[str]:
    """Return what is wrong with the page, which should be in ``language``."""
    page = lxml.html.document_fromstring(html)
    found = [] if page.get("lang") == language else [f"lang={page.get('lang')}"]
    found += _ids(page) + _headings(page) + _labels(page)
    for text, spoken_in in _texts(page, ""):
        found += _said(text) + _foreign(text, spoken_in)
    return found


def links(html: str) -> set[str]:
    """Return the addresses that the page leads to, in this house."""
    page = lxml.html.document_fromstring(html)
    addresses = (link.get("href", "") for link in page.iter("a"))
    return {one.split("#")[0] for one in addresses if one.startswith(("/", "?"))}


def _ids(page: HtmlElement) -> list[str]:
    count = Counter(page.xpath("//@id"))
    found = [
        f"id {one} stands {times} times" for one, times in count.items() if times > 1
    ]
    wanted = {
        name
        for value in page.xpath(
            "//@aria-labelledby | //@aria-describedby | //label/@for"
        )
        for name in str(value).split()
    }
    return found + [f"no id {name}" for name in wanted - count.keys()]


def _headings(page: HtmlElement) -> list[str]:
    levels = [int(str(one.tag)[1]) for one in page.xpath("//h1|//h2|//h3|//h4|//h5")]
    steps = zip([0, *levels], levels, strict=False)
    found = [
        f"h{level} after h{before}" for before, level in steps if level > before + 1
    ]
    return found if levels.count(1) == 1 else [*found, f"{levels.count(1)} h1"]


def _labels(page: HtmlElement) -> list[str]:
    named = set(page.xpath("//label/@for"))
    return [
        f"no label: {lxml.html.tostring(field, encoding='unicode')[:80]}"
        for field in page.xpath("//input|//select|//textarea")
        if field.get("type") not in _TYPED
        and field.get("id") not in named
        and not field.xpath("ancestor::label[normalize-space()]")
        and field.get("aria-hidden") != "true"
        and field.get("aria-label") is None
        and field.get("aria-labelledby") is None
    ]


def _texts(element: HtmlElement, spoken_in: str) -> Iterator[tuple[str, str]]:
    """Yield every text that is read or heard, with the language that it bears."""
    if not isinstance(element.tag, str) or element.tag in {"script", "style"}:
        return
    spoken_in = element.get("lang", spoken_in)
    if element.get("translate") != "no" and element.tag not in _SOURCES:
        yield from ((element.get(name, ""), spoken_in) for name in _SPOKEN)
        yield element.text or "", spoken_in
    for child in element:
        yield from _texts(child, spoken_in)
        yield child.tail or "", spoken_in


def _said(text: str) -> list[str]:
    """Return what no reader should see: keys, unfilled values, nothing at all."""
    found = [f"key {key}" for key in _KEYS.findall(text) if key in _keys()]
    if re.search(r"\bNone\b|\bUndefined\b|[{}]|&lt;|&amp;", text):
        found.append(f"unfilled: {text.strip()[:80]}")
    return found


def _foreign(text: str, language: str) -> list[str]:
    """Return the text if it is in another language than it bears."""
    if language not in LANGUAGES:
        return [f"no language: {text.strip()[:80]}"] if text.strip() else []
    text = _CODES.sub("", _NAMES.sub("", text))
    words = {word.lower() for word in _WORD.findall(text)}
    own = words & _words(language)
    if language == "en":
        wrong = _CYRILLIC.search(text) is not None
    else:
        other = {"kk": "ru", "ru": "kk"}[language]
        wrong = not own and bool(words & (_words(other) | _words("en")))
        if language == "ru":
            wrong = wrong or looks_kazakh(text)
    return [f"not {language}: {text.strip()[:80]}"] if wrong else []


@cache
def _keys() -> frozenset[str]:
    keys = frozenset(table()) | {act.code for act in ACTS}
    return keys - load().provisions.keys()  # they are named where they are the ground


@cache
def _words(language: str) -> frozenset[str]:
    """Return the words of the catalogues that are of this language alone."""
    said = {one: set(_all_words(one)) for one in LANGUAGES}
    others = set().union(*(said[one] for one in LANGUAGES if one != language))
    return frozenset(said[language] - others)


def _all_words(language: str) -> Iterator[str]:
    for forms in (texts[language] for texts in table().values()):
        for form in [forms] if isinstance(forms, str) else forms:
            yield from _WORD.findall(form.lower())
    if language != "en":
        file = files("jospar").joinpath("locale", language, "LC_MESSAGES", "django.po")
        for message in read_po(BytesIO(file.read_bytes())):
            yield from _WORD.findall(str(message.string).lower())
