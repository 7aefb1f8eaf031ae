"""A ruleset: every date, term, reading, heading and paragraph number, as data.

One TOML file per edition of the Rules, with its digest; code asks it by name. The
2023 Rules stand beside this file; an administrator may add others in a directory.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

from .bounds import CODE
from .forms import FormHeadings
from .further import Field, fields_from
from .nouns import Language, Level, PaperKind, PlanKind
from .provisions import Provision, Source, check_code
from .sentences import ToldError, _
from .signatories import Signatory, signatories_from
from .tables import frozen, in_three_languages
from .toml import read_toml

DEFAULT = "kz-2023"
COLUMNS = 6
"""How many columns the forms have."""


class RulesetError(ToldError):
    """A ruleset that is not there or that says something it may not."""


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A deadline that the Rules name by its day of the year, or in working days.

    ``before`` means that the named day itself is too late. ``late_after`` says which
    of the two days lateness counts from: ``due`` or ``outer``.
    """

    provision: str
    month: int
    day: int
    working_days: int
    before: bool
    rolls: bool
    first_counts: bool
    late_after: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How an open word of a provision is read: the options, and the one chosen."""

    code: str
    provision: str
    options: tuple[str, ...]
    chosen: str
    settled_by: str
    settled_on: date
    text: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Recipients:
    """Who an agreed plan is sent to beside the bodies with a row in it."""

    always: Mapping[str, Mapping[str, str]]
    bodies_with_rows: bool
    excepted: frozenset[str]


@dataclass(frozen=True, slots=True)
class Repeal:
    """By what a ruleset was repealed; the day is not known, only a bound for it."""

    by: str
    not_before: date


@dataclass(frozen=True, slots=True)
class Ruleset:
    """An edition of the Rules, whole.

    ``content`` is the TOML that states it, ``digest`` the SHA-256 of that.
    ``horizons`` gives for each plan the first and the last year as numbers of years
    after the cycle's; ``fields`` are further ones of a concept, in the order of the
    form. ``not_before`` bounds the day of its coming into force.
    """

    code: str
    content: str
    digest: str
    name: Mapping[str, str]
    not_before: date
    repeal: Repeal | None
    languages: tuple[Language, ...]
    horizons: Mapping[PlanKind, tuple[int, int]]
    deadlines: Mapping[str, DeadlineRule]
    readings: Mapping[str, Reading]
    recipients: Recipients
    headings: FormHeadings
    fields: Mapping[str, Field]
    signatories: Mapping[PaperKind, Signatory]
    provisions: Mapping[str, Provision]

    def reading(self, code: str) -> str:
        """Return the option that is chosen for the reading ``code``."""
        return self.readings[code].chosen

    def paragraph(self, provision: str) -> str | None:
        """Return the paragraph of a provision; practice has none."""
        return self.provisions[provision].paragraph

    def completed(self, present: "Ruleset") -> "Ruleset":
        """Return this ruleset with what only ``present``, a later text of it, states.

        Neither the text and its digest change nor any figure that it has.
        """
        later = {
            code: provision
            for code, provision in present.provisions.items()
            if code not in self.provisions or self.provisions[code].outside
        }
        return replace(
            self,
            provisions=frozen({**self.provisions, **later}),
            readings=frozen({**present.readings, **self.readings}),
            deadlines=frozen({**present.deadlines, **self.deadlines}),
        )


def load(code: str = DEFAULT, directory: Path | None = None) -> Ruleset:
    """Return the ruleset named ``code``, an administrator's before our own.

    Raises:
        RulesetError: when there is none of this name, or its file is not in order.
    """
    own = files("jospar.rules") / "rulesets"
    may_be = len(code) <= CODE and code.replace("-", "").isalnum()
    for place in (directory, own) if directory else (own,):
        file = place / f"{code}.toml"
        if may_be and file.is_file():
            ruleset = read(file.read_bytes())
            if ruleset.code == code:
                return ruleset
            raise RulesetError(
                _("The file of the ruleset “{code}” calls itself “{name}”."),
                code=code,
                name=ruleset.code,
            )
    raise RulesetError(_("There is no ruleset “{code}”."), code=code)


def read(content: bytes) -> Ruleset:
    """Return the ruleset that the TOML ``content`` states.

    Raises:
        RulesetError: with the place of the first thing that is not in order.
    """
    practice = (files("jospar.rules") / "rulesets" / "practice.toml").read_bytes()
    try:
        table = read_toml(content.decode())
        ruleset = _ruleset(table, _provisions(tomllib.loads(practice.decode())))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RulesetError(
            _("The ruleset is not TOML in UTF-8: {error}."), error=error
        ) from error
    except KeyError as error:
        raise RulesetError(
            _("The ruleset lacks {error}."), error=f"“{error.args[0]}”"
        ) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise RulesetError(
            _("The ruleset is not in order: {error}."), error=error
        ) from error
    digest = hashlib.sha256(content).hexdigest()
    return replace(ruleset, content=content.decode(), digest=digest)


def _provisions(table: Mapping[str, Any]) -> dict[str, Provision]:
    return {
        entry["code"]: Provision(
            code=check_code(entry["code"]),
            source=Source(entry.get("source", Source.LAW)),
            paragraph=entry.get("paragraph"),
            gist=in_three_languages(entry["gist"]),
            outside=frozen(entry.get("outside", {})),
        )
        for entry in table["provision"]
    }


def _ruleset(table: Mapping[str, Any], practice: dict[str, Provision]) -> Ruleset:
    provisions = practice | _provisions(table)
    deadlines = {
        code: _deadline(code, rule) for code, rule in table["deadlines"].items()
    }
    readings = {entry["code"]: _reading(entry) for entry in table["reading"]}
    for code in (*deadlines, *(reading.provision for reading in readings.values())):
        if code not in provisions:
            raise ValueError(f"no provision is named {code}")
    repeal = table.get("repeal")
    recipients = table["recipients"]
    return Ruleset(
        code=table["code"],
        content="",
        digest="",
        name=in_three_languages(table["name"]),
        not_before=table["in_force"]["not_before"],
        repeal=Repeal(repeal["by"], repeal["not_before"]) if repeal else None,
        languages=tuple(Language(language) for language in table["languages"]),
        horizons=frozen(
            {kind: _horizon(kind, table["horizons"][kind]) for kind in PlanKind}
        ),
        deadlines=frozen(deadlines),
        readings=frozen(readings),
        recipients=Recipients(
            always=frozen(
                {
                    code: in_three_languages(name)
                    for code, name in recipients["always"].items()
                }
            ),
            bodies_with_rows=recipients["bodies_with_rows"],
            excepted=frozenset(recipients["excepted"]),
        ),
        headings=_headings(table["forms"]),
        fields=fields_from(table.get("field", ())),
        signatories=signatories_from(table.get("signatory", ())),
        provisions=frozen(provisions),
    )


def _horizon(kind: PlanKind, years: Mapping[str, int]) -> tuple[int, int]:
    first, last = years["first"], years["last"]
    if not 1 <= first <= last:
        raise ValueError(f"the years of {kind} do not follow each other")
    return first, last


def _deadline(code: str, rule: Mapping[str, Any]) -> DeadlineRule:
    late_after = rule["late_after"]
    if late_after not in {"due", "outer"}:
        raise ValueError(f"{code}: late_after is due or outer, not {late_after}")
    if "working_days" not in rule:
        date(2000, rule["month"], rule["day"])  # refuses a day that no year has
    return DeadlineRule(
        provision=code,
        month=rule.get("month", 0),
        day=rule.get("day", 0),
        working_days=rule.get("working_days", 0),
        before=rule.get("before", False),
        rolls=rule.get("rolls", True),
        first_counts=rule.get("first_counts", False),
        late_after=late_after,
    )


def _reading(entry: Mapping[str, Any]) -> Reading:
    if entry["chosen"] not in entry["options"]:
        raise ValueError(f"{entry['code']}: {entry['chosen']} is not among its options")
    return Reading(
        code=entry["code"],
        provision=entry["provision"],
        options=tuple(entry["options"]),
        chosen=entry["chosen"],
        settled_by=entry["settled_by"],
        settled_on=entry["settled_on"],
        text=in_three_languages(entry["text"]),
    )


def _headings(forms: Mapping[str, Any]) -> FormHeadings:
    columns = {language: tuple(texts) for language, texts in forms["columns"].items()}
    if any(len(texts) != COLUMNS for texts in columns.values()):
        raise ValueError("the forms have six columns in every language")
    return FormHeadings(
        titles=frozen(
            {kind: in_three_languages(forms["title"][kind]) for kind in PlanKind}
        ),
        columns=in_three_languages(columns),
        groups=frozen(
            {level: in_three_languages(forms["groups"][level]) for level in Level}
        ),
    )
