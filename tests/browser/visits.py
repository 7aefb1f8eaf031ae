"""Somebody at the pages, who reads them in a language and works them with a hand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from jospar.rules.core.offices import Office
from jospar.web.texts import Texts
from jospar.web.wording import office_name
from tests.browser.hands import Hand


@dataclass(frozen=True, slots=True)
class Visit:
    """A browser window at a site; ``scripted`` unless JavaScript is off."""

    hand: Hand
    site: str
    language: str
    scripted: bool = True
    year: int = 2024

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.hand.page

    def t(self, key: str, **values: object) -> str:
        """Return a text of the pages as the visitor reads it."""
        return Texts(self.language)(key, **values)

    def office(self, office: Office) -> str:
        """Return what the office is called."""
        return office_name(office, self.language)

    def button(self, name: str, about: str = "") -> Locator:
        """Return the button of that name; ``about`` is what is heard, not seen."""
        return self.page.get_by_role("button", name=_named(name, about))

    def link(
        self, name: str, within: Locator | None = None, about: str = ""
    ) -> Locator:
        """Return the link of that name; what is heard and not seen may follow it."""
        return self._in(within).get_by_role("link", name=_named(name, about or ".*"))

    def field(self, name: str, within: Locator | None = None) -> Locator:
        """Return the field of that label; that it may stay empty may follow."""
        return self._in(within).get_by_label(self._label(name))

    def choice(self, group: str, name: str, within: Locator | None = None) -> Locator:
        """Return one of the boxes of a group; what explains it may follow."""
        groups = self._in(within).get_by_role("group", name=self._label(group))
        return groups.get_by_role("radio", name=_begins(name))

    def section(self, name: str) -> Locator:
        """Return the part of the page under a heading that begins so."""
        return self.page.get_by_role("region", name=_begins(name))

    def sees(self, text: str) -> None:
        """Be told ``text``, which stands somewhere on the page."""
        expect(self.page.get_by_text(text).first).to_be_visible()

    def is_told(self, text: str) -> None:
        """Be told ``text`` as what has just happened."""
        told = self.page.get_by_role("status").filter(has_text=text)
        expect(told.first).to_be_visible()

    def boxes(self, name: str) -> Iterator[Locator]:
        """Yield the boxes whose name begins so."""
        yield from self.page.get_by_role("checkbox", name=_begins(name)).all()

    def _in(self, within: Locator | None) -> Page | Locator:
        return self.page if within is None else within

    def _label(self, name: str) -> re.Pattern[str]:
        optional = re.escape(self.t("act_page.optional"))
        return re.compile(rf"^\s*{re.escape(name)}\s*({optional})?\s*$")


def _named(name: str, about: str) -> re.Pattern[str]:
    """Return what finds ``name``, followed by what it is about."""
    if not about:
        return re.compile(rf"^\s*{re.escape(name)}\s*$")
    heard = about if about == ".*" else re.escape(about)
    return re.compile(rf"^\s*{re.escape(name)}\s*([:№]\s*{heard}\s*)?$")


def _begins(name: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(name)}(\s|:|$)")
