"""The calendar of Kazakhstan from the package, the project's and another file."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from holidays.countries.kazakhstan import Kazakhstan
from holidays.version import __version__ as package_version

from jospar.procedure.calendars import (
    CalendarFile,
    CalendarFileError,
    kazakhstan,
    read_calendar,
)
from jospar.rules.core.nouns import Language


def file(text: str) -> list[CalendarFile]:
    """Return what an administrator entered, as the calendar takes it."""
    return [read_calendar(text, "later.toml")]


def test_every_day_is_as_the_package_says() -> None:
    """With no file of one's own a day is worked exactly where the package says so."""
    calendar = kazakhstan(2014, 2032)
    package = Kazakhstan(years=range(2014, 2033))
    days = [date(2014, 1, 1) + timedelta(days=n) for n in range(19 * 365)]
    assert [day for day in days if calendar.is_working(day)] == [
        day for day in days if package.is_working_day(day)
    ]


def test_years_that_are_known() -> None:
    """Transfers are known where the package cites them, and for 2026."""
    calendar = kazakhstan(2000, 2030)
    assert [year for year in range(2000, 2031) if not calendar.is_known(year)] == [
        2004,
        2015,
        2027,
        2028,
        2029,
        2030,
    ]


def test_working_saturday() -> None:
    """A Saturday that is worked for another day counts, and the other day is off."""
    calendar = kazakhstan(2024, 2024)
    assert calendar.working_weekends == frozenset({date(2024, 5, 4)})
    assert calendar.is_working(date(2024, 5, 4)) is True
    assert calendar.reason_off(date(2024, 5, 8)) == "moved from 2024-05-04"


@pytest.mark.parametrize(
    ("day", "kk", "ru", "en"),
    [
        (
            date(2024, 12, 16),
            "Тәуелсіздік күні",
            "День Независимости",
            "Independence Day",
        ),
        (
            date(2024, 5, 8),
            "демалыс күні 2024 жылғы 4 мамыр күнінен ауыстырылды",
            "день отдыха перенесён с 4 мая 2024 года",
            "day off moved from 4 May 2024",
        ),
        (
            date(2024, 3, 25),
            "Наурыз мейрамы (мереке демалыс күніне сәйкес келгендіктен)",
            "Наурыз мейрамы (праздник совпал с выходным днём)",
            "Nauryz (the holiday fell on a weekend)",
        ),
        (
            date(2032, 3, 22),
            "Құрбан айт; Наурыз мейрамы",
            "Курбан айт; Наурыз мейрамы",
            "Kurban Ait; Nauryz",
        ),
    ],
)
def test_reasons_in_three_languages(day: date, kk: str, ru: str, en: str) -> None:
    """Every kind of day off says in the three languages why it is off."""
    calendar = kazakhstan(2024, 2032)
    reason = str(calendar.reason_off(day))
    texts = [calendar.reason_text(reason, language) for language in Language]
    assert texts == [kk, ru, en]


def test_every_holiday_has_its_names() -> None:
    """No day off of the package is called by the package's English name in Kazakh."""
    calendar = kazakhstan(1995, 2040)
    day, last = date(1995, 1, 1), date(2040, 12, 31)
    reasons = {reason for _, reason in calendar.skipped(day, last)}
    kazakh = {calendar.reason_text(reason, Language.KK) for reason in reasons}
    assert [text for text in kazakh if text.isascii()] == []


def test_edition_names_every_source() -> None:
    """The edition says which package and which state of which files were used."""
    added = file('edition = "2027-01-15"\nknown_years = [2027]')
    package = f"holidays {package_version} + kz.toml 2026-11-22"
    assert kazakhstan(2027, 2027).edition == package
    calendar = kazakhstan(2027, 2027, added)
    assert calendar.edition == f"{package} + calendar 2027-01-15"
    assert (calendar.is_known(2027), calendar.is_known(2028)) == (True, False)


def test_administrator_moves_a_day_off() -> None:
    """A transfer from a file makes one day a day off and the other a working day."""
    added = file(
        'edition = "x"\n[[moved]]\noff = 2027-05-06\nworks = 2027-05-08\n'
        "[[moved]]\noff = 2027-12-17\nworks = 2027-12-19",
    )
    calendar = kazakhstan(2027, 2027, added)
    assert calendar.reason_off(date(2027, 5, 6)) == "moved from 2027-05-08"
    assert calendar.working_weekends == {date(2027, 5, 8), date(2027, 12, 19)}


def test_administrator_corrects_the_package() -> None:
    """A file adds days off, gives names, and takes days off back."""
    added = file(
        'edition = "x"\nworking_days = [2024-12-16, 2024-01-07]\n'
        '[[days_off]]\non = 2024-12-17\nname = "Some Day"\n'
        '[[days_off]]\non = 2024-05-04\nname = "Victory Day"\n'
        '[names."Some Day"]\nkk = "Бір күн"\nru = "Некий день"\nen = "Some Day"',
    )
    calendar = kazakhstan(2024, 2024, added)
    assert calendar.is_working(date(2024, 12, 16)) is True
    assert calendar.is_working(date(2024, 1, 7)) is True
    assert calendar.reason_off(date(2024, 12, 17)) == "Some Day"
    assert calendar.reason_text("Some Day", "ru") == "Некий день"
    assert calendar.reason_off(date(2024, 5, 4)) == "Victory Day"


def test_holiday_without_names_keeps_the_package_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A holiday that the files do not name yet is called as the package calls it."""
    bare = tmp_path / "bare.toml"
    bare.write_text('edition = "bare"')
    monkeypatch.setattr("jospar.procedure.calendars.KAZAKHSTAN", bare)
    calendar = kazakhstan(2024, 2024)
    assert calendar.reason_text("Victory Day", "kk") == "Victory Day"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("edition = ", "(at end of document)"),
        ("known_years = [2027]", "missing required field `edition`"),
        ('edition = "x"\nknown_years = ["2027"]', "`$.known_years[0]`"),
        ('edition = "x"\nholiday = 1', "unknown field `holiday`"),
        (
            'edition = "x"\n[[moved]]\noff = "May"\nworks = 2027-05-08',
            "`$.moved[0].off`",
        ),
        (
            'edition = "x"\n[[moved]]\noff = 2027-05-06',
            "field `works` - at `$.moved[0]`",
        ),
        (
            'edition = "x"\n[[moved]]\noff = 2027-05-08\nworks = 2027-05-09',
            "moves 2027-05-09 to 2027-05-08",
        ),
        (
            'edition = "x"\n[[moved]]\noff = 2027-05-06\nworks = 2027-05-05',
            "moves 2027-05-05 to 2027-05-06",
        ),
        (
            'edition = "x"\n[[days_off]]\non = 2027-05-06\nname = "May"',
            "calls 2027-05-06 “May”",
        ),
    ],
)
def test_bad_file(text: str, place: str) -> None:
    """A file that cannot be used is refused with a sentence that names the place."""
    with pytest.raises(CalendarFileError) as error:
        kazakhstan(2027, 2027, file(text))
    assert place in str(error.value)
