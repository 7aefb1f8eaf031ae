"""Who works on the last day of intake: bodies' officers, most of them, and MFA's."""

from dataclasses import dataclass
from itertools import cycle

YEAR = 2025
"""The cycle whose intake ends."""
PASSWORD = "бүгін соңғы күн 25"  # noqa: S105 - of people who do not exist
BODIES = (
    *("minjust", "mvd", "mo", "mchs", "minfin", "mne", "mti", "msh", "mtszn", "mz"),
    *("mnvo", "mp", "mki", "mts", "mt", "mps", "mvri", "mepr", "me", "mcriap"),
    *("antikor", "adgs", "nbk", "gp", "knb", "vap", "mid", "arrfr", "afm", "azrk"),
)
_MINISTRY = ("reviewer", "registrar", "head", "auditor", "administrator")
"""There is one of each at least, and more of the first ones."""
_ONE_OF = 8
"""Of so many people one sits in the Ministry of Foreign Affairs."""


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in, with the one office that they hold."""

    code: str
    office: str
    body: str
    language: str


def accounts_of(people: int) -> tuple[Account, ...]:
    """Return so many accounts, at least ten; the first ones are bodies' officers."""
    ministry = max(len(_MINISTRY), people // _ONE_OF)
    languages = cycle(("kk", "ru", "kk", "ru", "en"))
    officers = (
        Account(f"officer-{number}", "body_officer", body, next(languages))
        for number, body in zip(range(1, people - ministry + 1), cycle(BODIES))
    )
    others = (
        Account(f"{office}-{number}", office, "", next(languages))
        for number in range(1, ministry + 1)
        for office in [
            _MINISTRY[number - 1] if number <= len(_MINISTRY) else _office(number)
        ]
    )
    return (*officers, *others)


def _office(number: int) -> str:
    """Return reviewers mostly, and now and then a registrar or a head."""
    return {0: "registrar", 1: "head"}.get(number % 6, "reviewer")
