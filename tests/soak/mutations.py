"""What is valid, made invalid by chance: bytes, packages of XML, texts and forms."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from tests.web.test_bad_input import BAD

TEXTS = (
    *BAD,
    *("", " ", "\r\n", "../../etc/passwd", "<script>alert(1)</script>", "{{ 7*7 }}"),
    *("' OR 1=1 --", "=1+1", "%00", "%s%n", "$(id)", '#read("x")', "\u202e", "\ufeff"),
    *("2024-02-30", "2024-13-01", "24:00", "1e308", "NaN", "-0", "0x10", "٣", "Ⅷ"),
    *("null", "true", "[]", "{}", "kk", "ru", "mark-key", "C-1", "trade", "yes", "on"),
    *("а" * 201, "б в " * 4_000, "а\u0301" * 500, "🇰🇿", "\U0010ffff", "İıſﬀ"),
)
"""Texts that something has stumbled on before, and some that fit too well."""
_PIECES = (
    *(
        b"",
        b"\0",
        b"\xff",
        b"\xff\xfe",
        b"PK\x03\x04",
        b"PK\x01\x02",
        b"%PDF-",
        b"<?xml",
    ),
    *(b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"]]>", b"&#0;", b"&b;", b"-->", b"<a>" * 300),
    *(
        b"{" * 300,
        b"[" * 300,
        b'"',
        b"\\u0000",
        b"\x80" * 20,
        b"9" * 400,
        b"-1",
        b"1e999",
    ),
    *(b"<w:tbl>", b"</w:tr>", b'<c r="XFD1048576"/>', b"<f>1+1</f>", b'w:val="-1"'),
)
_MOST = 400_000
"""Bytes that a mutation is made of: a larger input is passed on as it is."""


def mutated(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Return ``data`` changed in a few places; a package is changed within, mostly."""
    if len(data) > _MOST:
        return data
    if data.startswith(b"PK") and random.random() < 0.7:
        return _package(random, data, others)
    for _ in range(random.choice((1, 1, 2, 5))):
        data = _once(random, data, others)
    return data


def text(random: Random, good: str) -> str:
    """Return another text than ``good``, or that with something put into it."""
    bad = random.choice(TEXTS)
    if random.random() < 0.6:
        return bad
    at = random.randrange(len(good) + 1)
    return good[:at] + bad[:300] + good[at + random.randrange(3) :]


def form(random: Random, good: Mapping[str, str]) -> dict[str, str | list[str]]:
    """Return a form with some of its fields changed, exchanged, doubled or left out."""
    sent: dict[str, str | list[str]] = dict(good)
    names = list(good) or ["text"]
    for _ in range(random.choice((1, 1, 2, 3, len(names)))):
        name, other = random.choice(names), random.choice(names)
        match random.randrange(6):
            case 0:
                sent.pop(name, None)
            case 1:
                sent[name] = good.get(other, "")
            case 2:
                sent[name] = [good.get(name, ""), text(random, good.get(name, ""))]
            case 3:
                sent[text(random, name)[:100]] = good.get(name, "")
            case _:
                sent[name] = text(random, good.get(name, ""))
    return sent


def _once(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Return ``data`` with a stretch of it cut out, repeated, or exchanged."""
    at = random.randrange(len(data) + 1)
    till = min(len(data), at + random.choice((0, 1, 4, 40, 400)))
    before, stretch, behind = data[:at], data[at:till], data[till:]
    match random.randrange(7):
        case 0:
            changed = before
        case 1:
            changed = before + behind
        case 2:
            changed = before + stretch * random.randrange(2, 9) + behind
        case 3:
            changed = before + random.randbytes(1) + data[at + 1 :]
        case 4:
            other = random.choice(others)[:_MOST]
            changed = before + other[random.randrange(len(other) + 1) :]
        case 5:
            changed = random.randbytes(random.choice((0, 1, 100, 5_000)))
        case _:
            changed = before + random.choice(_PIECES) + behind
    return changed


def _package(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Return a package with a part changed, renamed, doubled or taken out."""
    try:
        with ZipFile(BytesIO(data)) as package:
            parts = [(name, package.read(name)) for name in package.namelist()]
    except (BadZipFile, NotImplementedError, RuntimeError):
        return _once(random, data, others)
    if not parts:
        return data
    which = random.randrange(len(parts))
    name, content = parts[which]
    match random.randrange(8):
        case 0:
            del parts[which]
        case 1:
            parts[which] = (
                random.choice(("../x", "/etc/x", name.upper(), "x" * 300)),
                content,
            )
        case 2:
            parts[which] = (name, random.choice(parts)[1])
        case _:
            parts[which] = (name, _once(random, content, others))
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in parts:
            package.writestr(name, content)
    return file.getvalue()
