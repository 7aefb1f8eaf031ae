"""What every official letter has, and the reminder, which has little besides."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from jospar.rules.core.nouns import Text

from .handled import Handled

_NO_TEXT = Text()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialLetter(Handled):
    """A letter of the Ministry; before it is sent it has neither number nor day.

    ``through`` is whom it goes through, as it is printed. ``text`` was written by hand
    and stands in place of the usual words; facts and grounds stand all the same.
    """

    number: str = ""
    day: date | None = None
    addressee: Text
    through: Text = _NO_TEXT
    text: Text = _NO_TEXT
    signatory_post: Text = _NO_TEXT
    signatory: str = ""

    def unsent(self) -> Self:
        """Return the letter as it was before it was sent: what is approved.

        A mark is no part of what is approved: it may be set and lifted later.
        """
        return replace(self, number="", day=None, official_use=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder(OfficialLetter):
    """A letter that reminds a body of the ``last_day`` of a ``cycle`` (a year).

    ``rules`` is the name of the Rules as a letter cites it, ``paragraph`` the number of
    the provision on that day ("concepts.deadline").
    """

    cycle: int
    last_day: date
    rules: Text
    paragraph: str
