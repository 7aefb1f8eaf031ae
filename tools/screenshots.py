"""Take the pictures of the documentation: ``python -m tools.screenshots [DIR]``.

Rehearsals of 2024 are made in directories of their own and served there, one at each
of the days; Debian's Chromium takes a seat for every picture and looks at a page
as somebody in that office sees it.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

PICTURES = Path("docs/pictures")
SETTLED = 3000
"""Milliseconds until a page has saved what was typed, and shows what came back."""
HEAVIEST = 150_000
"""Bytes of a picture: a reader waits for no more."""
WRITING, REVIEW, DECISION = "2024-09-20", "2024-10-20", "2024-11-20"
"""Days of the rehearsals: before the bodies' deadline, in the midst of the review, and
between the Commission and the President."""
JOSPAR = str(Path(sys.executable).with_name("jospar"))
WIDE, PHONE = 1280, 390


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as it is looked at: by whom, in which language, on what screen.

    ``seat`` is what the seat's English name begins with. ``follow`` finds a link on the
    page that leads to what is shown; ``button`` is pressed there, and ``typed`` are
    texts by the names of fields.
    """

    name: str
    day: str
    seat: str
    path: str
    follow: str = ""
    button: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    dark: bool = False
    width: int = WIDE
    height: int = 800


HEAD = "head of the International Law Department"
BODY = "officer of a body mti"
TITLE = (
    (
        "title_kk",
        "Қазақстан Республикасының Үкіметі мен Өзбекстан Республикасының Үкіметі "
        "арасындағы электрондық сауда туралы келісім",
    ),
    (
        "title_ru",
        "Соглашение между Правительством Республики Казахстан и Правительством "
        "Республики Узбекистан об электронной торговле",
    ),
    ("counterparties", "Өзбекстан"),
)
TAKEN = (
    Picture("desk-of-a-body", WRITING, BODY, "kk/2024/"),
    Picture(
        "write",
        WRITING,
        BODY,
        "kk/2024/write/",
        button="main form.buttons button",
        typed=TITLE,
    ),
    Picture("desk-on-a-phone", WRITING, BODY, "kk/2024/", width=PHONE, height=844),
    Picture("concepts", REVIEW, "reviewer", "ru/2024/concepts/"),
    Picture(
        "concept",
        REVIEW,
        "reviewer",
        "ru/2024/concepts/?text=в области миграции",
        follow="#rows tbody th a",
        height=700,
    ),
    Picture("desk-of-a-reviewer", REVIEW, "reviewer", "en/2024/", dark=True),
    Picture("outbox", REVIEW, "registrar", "kk/2024/outbox/"),
    Picture("amendments", REVIEW, "planner", "ru/2023/amendments/", height=700),
    Picture("carrying-out", REVIEW, "controller", "kk/carrying-out/"),
    Picture(
        "treaty",
        REVIEW,
        "controller",
        "ru/carrying-out/",
        follow=".chip",
    ),
    Picture("living-rules", REVIEW, HEAD, "en/2024/rules/"),
    Picture("journal", REVIEW, "auditor", "ru/2024/journal/", dark=True),
    Picture("plan", DECISION, "planner", "kk/2024/current/"),
    Picture("commission", DECISION, "secretary", "ru/2024/commission/"),
    Picture("president", DECISION, "officer of the Admin", "kk/2024/president/"),
    Picture(
        "plan-on-a-phone",
        DECISION,
        "planner",
        "ru/2024/current/",
        dark=True,
        width=PHONE,
        height=844,
    ),
)


def main(folder: Path) -> int:
    """Take every picture anew into ``folder``; return 1 when one is too heavy."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("Chromium is not installed: apt-get install chromium")  # noqa: T201 - it tells
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    heavy = 0
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium) as browser,
    ):
        for day, pictures in groupby(TAKEN, key=lambda picture: picture.day):
            with _served(day) as site:
                for picture in pictures:
                    size = _take(browser, site, picture, folder)
                    heavy += size > HEAVIEST
                    print(f"{picture.name}.png {size / 1000:.0f} kB")  # noqa: T201 - it tells
    return 1 if heavy else 0


def _take(browser: Browser, site: str, picture: Picture, folder: Path) -> int:
    """Take one picture, and return its bytes."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme="dark" if picture.dark else "light",
    )
    _sit_down(page, site, picture.seat)
    page.goto(f"{site}/{picture.path}")
    if picture.follow:
        page.goto(str(page.locator(picture.follow).first.evaluate("a => a.href")))
    if picture.button:
        page.locator(picture.button).first.click()
        page.wait_for_load_state("networkidle")
    for name, text in picture.typed:
        page.fill(f"[name={name}]", text)
    if picture.typed:
        page.wait_for_timeout(SETTLED)
        page.evaluate("scrollTo(0, 0)")
    path = folder / f"{picture.name}.png"
    page.screenshot(path=path)
    page.close()
    return path.stat().st_size


def _sit_down(page: Page, site: str, seat: str) -> None:
    page.goto(f"{site}/en/sign-in/")
    seats = page.locator("#seat option")
    labels = [label.strip() for label in seats.all_text_contents()]
    chosen = next(label for label in labels if re.search(seat, label))
    page.select_option("#seat", label=chosen)
    page.click(".rehearse form:has(#seat) button")
    page.wait_for_load_state()


@contextmanager
def _served(day: str) -> Iterator[str]:
    """Rehearse 2024 up to a day and serve it; give the address of its pages."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    with tempfile.TemporaryDirectory() as kept:
        _run(kept, "demo", "--no-serve", "--day", day, "--out", f"{kept}/out")
        command = [JOSPAR, "serve", "--port", port, "--no-notices"]
        with subprocess.Popen(  # noqa: S603 - our own program
            command, env=_environment(f"{kept}/demo"), stdout=subprocess.DEVNULL
        ) as process:
            try:
                _wait_for(int(port))
                yield f"http://127.0.0.1:{port}"
            finally:
                process.terminate()


def _run(data: str, *arguments: str) -> None:
    subprocess.run(  # noqa: S603 - our own program
        [JOSPAR, *arguments],
        env=_environment(data),
        stdout=subprocess.DEVNULL,
        check=True,
    )


def _environment(data: str) -> dict[str, str]:
    return {**os.environ, "JOSPAR_DATA": data, "JOSPAR_DATABASE_URL": ""}


def _wait_for(port: int) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        else:
            return


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES))
