"""How somebody works a page: with the mouse, or with nothing but the keyboard."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from playwright.sync_api import ElementHandle, Locator, Page

_STOPS = 400
"""How many stops of the Tab key a page has at most."""
_IS_HERE = "element => element === document.activeElement"
_IS_AMONG = """element => {
    const at = document.activeElement;
    return at === element || (at.type === 'radio' && at.name === element.name);
}"""
_IS_IN_MAIN = "element => element.closest('main') !== null"
_IS_SKIP = "document.activeElement.matches('a.skip')"
_MOVES = """(element, label) => {
    const labels = [...element.options].map((option) => option.label.trim());
    return labels.indexOf(label) - element.selectedIndex;
}"""


class Hand(Protocol):
    """What a hand can do on a page."""

    @property
    def page(self) -> Page:
        """The page that it works."""

    def press(self, target: Locator) -> None:
        """Press something that stays on the page."""

    def go(self, target: Locator) -> None:
        """Press a button or a link that leads to a page, and be there."""

    def write(self, target: Locator, text: str) -> None:
        """Write ``text`` in place of what stands in the field."""

    def write_day(self, target: Locator, day: date) -> None:
        """Write a day in place of the one in the field."""

    def choose(self, target: Locator, label: str) -> None:
        """Choose one of a list by its label."""

    def tick(self, target: Locator) -> None:
        """Tick a box, or one of several that exclude each other."""


@dataclass(frozen=True, slots=True)
class Mouse:
    """The mouse, and the keyboard to write."""

    page: Page

    def press(self, target: Locator) -> None:
        """Click it."""
        target.click()

    def go(self, target: Locator) -> None:
        """Click it, and wait for the page."""
        with self.page.expect_event("domcontentloaded"):
            target.click()

    def write(self, target: Locator, text: str) -> None:
        """Fill the field."""
        target.fill(text)

    def write_day(self, target: Locator, day: date) -> None:
        """Fill the field."""
        target.fill(day.isoformat())

    def choose(self, target: Locator, label: str) -> None:
        """Select the option."""
        target.select_option(label=label)

    def tick(self, target: Locator) -> None:
        """Click its label, where the box itself is drawn by it, else the box."""
        label = target.locator("xpath=ancestor::label")
        if not target.is_checked():
            (label if label.count() else target).click()


@dataclass(frozen=True, slots=True)
class Keyboard:
    """The keyboard alone: nothing is clicked, nothing is focused but with Tab."""

    page: Page

    def press(self, target: Locator) -> None:
        """Tab to it and press Enter."""
        self._tab_to(target, _IS_HERE)
        self.page.keyboard.press("Enter")

    def go(self, target: Locator) -> None:
        """Tab to it and press Enter; wait for the page."""
        self._tab_to(target, _IS_HERE)
        with self.page.expect_event("domcontentloaded"):
            self.page.keyboard.press("Enter")

    def write(self, target: Locator, text: str) -> None:
        """Tab to the field, mark what stands in it, and type."""
        self._tab_to(target, _IS_HERE)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def write_day(self, target: Locator, day: date) -> None:
        """Tab to the field and type the day as the browser's own language has it."""
        self._tab_to(target, _IS_HERE)
        self.page.keyboard.type(day.strftime("%m%d%Y"))

    def choose(self, target: Locator, label: str) -> None:
        """Tab to the list, and go through it with the arrows."""
        found = self._tab_to(target, _IS_HERE)
        moves = int(found.evaluate(_MOVES, label))
        for _move in range(abs(moves)):
            self.page.keyboard.press("ArrowDown" if moves > 0 else "ArrowUp")

    def tick(self, target: Locator) -> None:
        """Tab to the box, or to its group and on with the arrows."""
        found = self._tab_to(target, _IS_AMONG)
        for _move in range(_STOPS):
            if found.is_checked():
                return
            here = found.evaluate(_IS_HERE)
            self.page.keyboard.press("Space" if here else "ArrowDown")
        raise AssertionError(f"The arrows do not lead to {target}.")

    def _tab_to(self, target: Locator, there: str) -> ElementHandle:
        """Tab to the target; what stands above the main part of a page is skipped.

        A part of the page that is saved meanwhile may be put in anew.
        """
        found = target.element_handle()
        in_main = found.evaluate(_IS_IN_MAIN)
        reached = f"element => element.isConnected ? ({there})(element) : null"
        for _stop in range(_STOPS):
            answer = found.evaluate(reached)
            if answer:
                return found
            if answer is None:
                found = target.element_handle()
            skips = in_main and self.page.evaluate(_IS_SKIP)
            self.page.keyboard.press("Enter" if skips else "Tab")
            in_main = in_main and not skips
        raise AssertionError(f"The Tab key does not lead to {target}.")
