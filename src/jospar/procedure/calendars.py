"""Kazakhstan's calendar of working days, from the `holidays` package and two files.

The package knows the holidays and the official transfers up to its release; the
project's ``calendars/kz.toml`` says which years are known and how the days are called;
an administrator's file of the same form adds what came later.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

import msgspec
from holidays.countries.kazakhstan import Kazakhstan
from holidays.version import __version__ as package_version

from jospar.rules.core.calendar import SATURDAY, Calendar
from jospar.rules.core.nouns import Language
from jospar.rules.core.sentences import ToldError, _
from jospar.rules.core.terms import day_phrase
from jospar.rules.core.toml import read_toml

KAZAKHSTAN = Path(__file__).parent / "calendars" / "kz.toml"
"""The project's own file; its head explains the form."""

OBSERVED: Mapping[str, str] = {
    Language.KK: "{name} (мереке демалыс күніне сәйкес келгендіктен)",
    Language.RU: "{name} (праздник совпал с выходным днём)",
    Language.EN: "{name} (the holiday fell on a weekend)",
}
"""Why a day after a weekend is off: the Labour Code gives it for the holiday."""

MOVED: Mapping[str, str] = {
    Language.KK: "демалыс күні {day} күнінен ауыстырылды",
    Language.RU: "день отдыха перенесён с {day}",
    Language.EN: "day off moved from {day}",
}
"""Why an ordinary working day is off: an official transfer."""

_OBSERVED_MARK = " (observed)"
_MOVED_MARK = "moved from "
_PACKAGE_MOVED = re.compile(r"Day off \(substituted from (\d\d)/(\d\d)/(\d{4})\)")


CALENDAR = "calendar"
"""What an edition that an administrator entered is called."""


class CalendarFileError(ToldError):
    """A file of days off cannot be used; the sentence names the file and the place."""


class _Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kk: str
    ru: str
    en: str


class _Moved(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    off: date
    works: date


class _DayOff(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    on: date
    name: str


class CalendarFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a file says of days off; the head of ``kz.toml`` explains its form."""

    edition: str
    known_years: tuple[int, ...] = ()
    names: dict[str, _Names] = {}
    moved: tuple[_Moved, ...] = ()
    days_off: tuple[_DayOff, ...] = ()
    working_days: tuple[date, ...] = ()


def kazakhstan(
    first_year: int, last_year: int, added: Sequence[CalendarFile] = ()
) -> Calendar:
    """Return the calendar of Kazakhstan from ``first_year`` to ``last_year``.

    Args:
        first_year: First year that is covered.
        last_year: Last year that is covered.
        added: What an administrator entered, a later edition above an earlier one.

    Raises:
        CalendarFileError: Where a file makes no sense.
    """
    years = range(first_year, last_year + 1)
    package = Kazakhstan(years=years, language="en_US", islamic_show_estimated=False)
    days_off = {
        day: _PACKAGE_MOVED.sub(rf"{_MOVED_MARK}\3-\1-\2", name)
        for day, name in package.items()
    }
    working = set(package.weekend_workdays)
    names: dict[str, _Names] = {}
    known_years: set[int] = set()
    edition = [f"holidays {package_version}"]
    for name, file in [
        (KAZAKHSTAN.name, _own()),
        *((CALENDAR, file) for file in added),
    ]:
        names |= file.names
        _put(file, names, days_off, working)
        known_years |= set(file.known_years)
        edition.append(f"{name} {file.edition}")
    return Calendar(
        edition=" + ".join(edition),
        first_year=first_year,
        last_year=last_year,
        days_off={day: name for day, name in days_off.items() if day.year in years},
        working_weekends=frozenset(day for day in working if day.year in years),
        known_years=frozenset(known_years),
        texts=_texts(set(days_off.values()), names),
    )


def read_calendar(content: str, name: str) -> CalendarFile:
    """Return what the TOML ``content`` of the file ``name`` says of days off.

    Raises:
        CalendarFileError: naming the file and the place that cannot be read.
    """
    try:
        said = read_toml(content)
        return msgspec.convert(said, CalendarFile, builtin_types=(date,), str_keys=True)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise CalendarFileError(
            _("The calendar file “{file}” cannot be read: {error}. See {example}."),
            file=name,
            error=error,
            example=KAZAKHSTAN.name,
        ) from error


def _own() -> CalendarFile:
    return read_calendar(KAZAKHSTAN.read_text(encoding="utf-8"), KAZAKHSTAN.name)


def _put(
    file: CalendarFile,
    names: Mapping[str, _Names],
    days_off: dict[date, str],
    working: set[date],
) -> None:
    """Put what a file says above what is known so far."""
    for moved in file.moved:
        if moved.works.weekday() < SATURDAY or moved.off.weekday() >= SATURDAY:
            raise CalendarFileError(
                _(
                    "The calendar “{edition}” moves {works} to {off}: a transfer goes "
                    "from a Saturday or Sunday to a day from Monday to Friday."
                ),
                edition=file.edition,
                works=moved.works,
                off=moved.off,
            )
        days_off[moved.off] = f"{_MOVED_MARK}{moved.works}"
    for worked in (*file.working_days, *(moved.works for moved in file.moved)):
        days_off.pop(worked, None)
        if worked.weekday() >= SATURDAY:
            working.add(worked)
    for day in file.days_off:
        if day.name not in names:
            raise CalendarFileError(
                _(
                    "The calendar “{edition}” calls {day} “{name}”, which has no names "
                    "in three languages: add them to the file."
                ),
                edition=file.edition,
                day=day.on,
                name=day.name,
            )
        days_off[day.on] = day.name
        working.discard(day.on)


def _texts(
    reasons: Iterable[str], names: Mapping[str, _Names]
) -> dict[str, dict[str, str]]:
    """Return each reason in the three languages.

    A holiday that a newer package brings under a name not yet in the files is called
    as the package calls it.
    """
    return {
        reason: {
            language.value: "; ".join(
                _text(part, language, names) for part in reason.split("; ")
            )
            for language in Language
        }
        for reason in reasons
    }


def _text(reason: str, language: Language, names: Mapping[str, _Names]) -> str:
    if reason.startswith(_MOVED_MARK):
        day = date.fromisoformat(reason.removeprefix(_MOVED_MARK))
        return MOVED[language].format(day=day_phrase(day, language))
    name = reason.removesuffix(_OBSERVED_MARK)
    text = getattr(names[name], language) if name in names else name
    return OBSERVED[language].format(name=text) if name != reason else text
