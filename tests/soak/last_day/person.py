"""One person at work: comes in, reads, writes, files, and takes their time."""

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from random import Random
from threading import Event
from urllib.parse import urlencode

from .browser import Browser, NoAnswerError, Page
from .people import PASSWORD, YEAR, Account
from .tally import SIGN_IN, Accepted, Tally

_UUID = re.compile(r"/write/([0-9a-f-]{36})/")
_DONE = re.compile(r"[?&]done=([0-9]+)")
_RECEIPT = re.compile(r"/receipts/([0-9]+)/")


class OverError(Exception):
    """The day is over, wherever the person was."""


class Person:
    """Somebody in an office; what they do next is left to chance.

    ``pauses`` are the shortest and the longest time, in seconds, from one page to the
    next.
    """

    def __init__(
        self,
        account: Account,
        browser: Browser,
        chance: Random,
        stop: Event,
        pauses: tuple[float, float],
    ) -> None:
        self.account, self.browser, self.chance = account, browser, chance
        self._stop, self._pauses = stop, pauses

    @property
    def tally(self) -> Tally:
        """What everybody did so far."""
        return self.browser.tally

    def at(self, rest: str) -> str:
        """Return an address of the cycle in the person's language."""
        return f"/{self.account.language}/{YEAR}/{rest}"

    def pause(self) -> None:
        """Read what is shown, or type; the end of the day comes in between."""
        if self._stop.wait(self.chance.uniform(*self._pauses)):
            raise OverError

    def work(self, tasks: Callable[["Person"], None], arriving: float) -> None:
        """Come within ``arriving`` seconds, sign in, and do tasks until it is over.

        What fails is noted, and the person goes on with something else.
        """
        try:
            self._work(tasks, arriving)
        except OverError:
            return
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            self.fail(f"{type(error).__name__}: {error}")
        finally:
            self.browser.close()

    def _work(self, tasks: Callable[["Person"], None], arriving: float) -> None:
        if self._stop.wait(self.chance.uniform(0, arriving)):
            return
        is_in = False
        while True:
            try:
                if not is_in:
                    enter(self.browser, self.account, self.pause)
                    is_in = True
                tasks(self)
            except NoAnswerError as error:
                self.fail(str(error))
            self.pause()

    def fail(self, what: str) -> None:
        """Note that something is not as it should be."""
        self.tally.failures.append(f"{self.account.code}: {what}")

    def perform(self, address: str, **typed: str) -> None:
        """Open the page of an act, fill it in after a pause, and perform it."""
        page = self.browser.get(address, "act page")
        form = page.form("act_id")
        if form is None:
            self.fail(f"{address} shows no form")
            return
        self.pause()
        act = address.partition("/acts/")[2].partition("/")[0]
        sent = form | typed
        answer = self.send(page.path, sent, "act", "after an act")
        if found := _DONE.search(answer.path):
            self.accept(act, form["act_id"], int(found[1]))
        else:
            self.refused(answer)

    def send(self, path: str, form: Mapping[str, str], kind: str, then: str) -> Page:
        """Send a form; where there are cautions tick them, and send it once more."""
        answer = self.browser.post(path, form, kind, then)
        if answer.status == HTTPStatus.UNPROCESSABLE_ENTITY and answer.cautions():
            self.pause()
            ticked = {**form, **answer.cautions()}
            answer = self.browser.post(path, ticked, kind, then)
        return answer

    def filed(self, answer: Page, act: str, act_id: str) -> bool:
        """Tell whether the answer is a receipt, and note it, or else the refusal."""
        if found := _RECEIPT.search(answer.path):
            self.accept(act, act_id, int(found[1]))
            return True
        self.refused(answer)
        return False

    def accept(self, act: str, act_id: str, entry: int) -> None:
        """Note that an act was told of as done."""
        self.tally.accepted.append(Accepted(act, act_id, entry, self.account.code))

    def refused(self, answer: Page) -> None:
        """Note a refusal with its reason; one without is a failure."""
        if reason := answer.reason():
            self.tally.refusals.append(f"{answer.path.partition('?')[0]}: {reason}")
        else:
            self.fail(f"{answer.path}: {answer.status} without a reason")


def enter(
    browser: Browser, account: Account, pause: Callable[[], object] = int
) -> None:
    """Sign in by the form, in the language of the person.

    Raises:
        NoAnswerError: when the door stays closed.
    """
    path = f"/{account.language}/sign-in/"
    form = browser.get(path, "sign-in page").form("code", "password")
    if form is None:  # who is in already is led on
        return
    pause()
    form |= {"code": account.code, "password": PASSWORD}
    page = browser.post(path, form, SIGN_IN, "desk")
    if page.path == path:
        raise NoAnswerError(f"{path} does not let in: {page.reason()}")


def uuid_in(path: str) -> str:
    """Return the id of the draft that an address is of."""
    found = _UUID.search(path)
    return found[1] if found else ""


def query(path: str, **asked: object) -> str:
    """Return the address with what is asked."""
    return f"{path}?{urlencode(asked)}"
