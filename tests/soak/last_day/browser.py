"""A browser without a screen: it keeps cookies, files and connections."""

import gzip
import html
import re
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Event
from urllib.parse import urlencode, urljoin, urlsplit
from uuid import uuid4

import lxml.html

from .tally import STATIC, Request, Tally

_TIMEOUT, _AGAIN = 60, 1.0
"""Seconds until no answer is awaited any more, and from one try to the next."""
_STATIC = re.compile(r'(?:href|src)="(/static/[^"]+)"')
_SAID = re.compile(
    r'class="said (?:refused|cautioned)"[^>]*>(.*?)</(?:ul|p|section)>', re.DOTALL
)
_BOX = re.compile(r'name="acknowledged" value="([^"]+)"')
_REDIRECTS = {301, 302, 303}
_REFUSED = {409, 422}
_FIRST_FAILURE = 500


@dataclass(frozen=True, slots=True)
class Page:
    """What a request ended in, after redirects: its address, status and text."""

    path: str
    status: int
    text: str

    def links(self, pattern: str) -> list[str]:
        """Return the addresses that links lead to and that match, each once."""
        found = re.findall(rf'href="({pattern})"', self.text)
        return list(dict.fromkeys(map(html.unescape, found)))

    def form(self, *names: str) -> dict[str, str] | None:
        """Return how the form is filled in that has fields of these names, if any."""
        root = lxml.html.document_fromstring(self.text)
        for form in root.forms:
            if form.method == "POST" and all(one in form.inputs for one in names):
                filled = {name: str(value) for name, value in form.form_values()}
                # lxml takes an empty value for none, which would be “on”.
                empty = form.xpath('.//input[@checked and @value=""]/@name')
                return filled | dict.fromkeys(empty, "")
        return None

    def cautions(self) -> dict[str, str]:
        """Return the boxes of cautions as they are sent when all are ticked."""
        found = _BOX.findall(self.text)
        return {"acknowledged": "\n".join(found)} if found else {}

    def reason(self) -> str:
        """Return why something was refused, if the page says it."""
        found = _SAID.search(self.text)
        return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


class NoAnswerError(Exception):
    """There was no answer, or none that a person can go on with."""


class Browser:
    """The browser of one person; what it asks for is noted in ``tally``.

    What gets no answer is sent again for so many seconds of ``patience``, as it was,
    each time to the next of ``urls``, as a proxy or a person would do; so is what the
    server failed at.
    """

    def __init__(
        self, urls: Sequence[str], tally: Tally, stop: Event, patience: float = 0
    ) -> None:
        self.tally, self._stop, self._patience = tally, stop, patience
        self._urls, self._turn = list(urls), 0
        self._cookies: dict[str, str] = {}
        self._kept: set[str] = set()
        self._connection: HTTPConnection | None = None

    def get(self, path: str, kind: str, *, target: str = "") -> Page:
        """Ask for a page; ``target`` is the part of a page that is to be replaced."""
        return self._go("GET", path, kind, b"", _htmx(target))

    def post(
        self,
        path: str,
        fields: Mapping[str, str],
        kind: str,
        then: str = "",
        *,
        target: str = "",
    ) -> Page:
        """Send a form, and be at the page that it leads to, which is of kind ``then``.

        ``acknowledged`` may stand for several boxes, on lines.
        """
        given = {
            name: text.split("\n") if name == "acknowledged" else text
            for name, text in fields.items()
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        body = urlencode(given, doseq=True).encode()
        return self._go("POST", path, kind, body, headers | _htmx(target), then)

    def upload(
        self, path: str, fields: Mapping[str, str], name: str, file: bytes
    ) -> Page:
        """Send a form with a PDF in its field ``name``, and be at what it leads to."""
        mark = uuid4().hex
        parts = [
            f'--{mark}\r\nContent-Disposition: form-data; name="{field}"\r\n\r\n{text}'
            for field, text in fields.items()
            if field != name
        ]
        parts.append(
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; '
            'filename="letter.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
        )
        body = "\r\n".join(parts).encode() + file + f"\r\n--{mark}--\r\n".encode()
        headers = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        return self._go("POST", path, "upload", body, headers, "draft")

    def _go(
        self,
        method: str,
        path: str,
        kind: str,
        body: bytes,
        headers: Mapping[str, str],
        then: str = "",
    ) -> Page:
        """Send a request, follow where it leads, and load what the page needs."""
        page, onward = self._ask(method, path, kind, body, headers)
        while onward:
            to = urljoin(page.path, onward)
            page, onward = self._ask("GET", to, then or kind, b"", {})
        if page.status >= 400 and page.status not in _REFUSED:
            raise NoAnswerError(f"{method} {path}: {page.status} {page.text[:300]}")
        for file in set(_STATIC.findall(page.text)) - self._kept:
            self._kept.add(file)
            self._ask("GET", file, STATIC, b"", {})
        return page

    def _ask(
        self, method: str, path: str, kind: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[Page, str]:
        """Return the answer and where it sends us, trying again as long as we may."""
        until = time.monotonic() + self._patience
        while True:
            begun = time.monotonic()
            try:
                response, content = self._once(method, path, body, headers)
            except (OSError, HTTPException) as error:
                trouble = f"{method} {path}: {error!r}"
            else:
                seconds = time.monotonic() - begun
                if response.status < _FIRST_FAILURE:
                    self.tally.requests.append(Request(kind, response.status, seconds))
                    text = _text(response, content)
                    to = response.headers.get("Location", "")
                    onward = to if response.status in _REDIRECTS else ""
                    return Page(path, response.status, text), onward
                trouble = f"{method} {path}: {response.status} {content[:300]!r}"
            self.close()
            if time.monotonic() > until:
                raise NoAnswerError(trouble)
            self.tally.retried.append(trouble)
            self._turn += 1
            self._stop.wait(_AGAIN)

    def _once(
        self, method: str, path: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[HTTPResponse, bytes]:
        """Send a request; a connection that the server left meanwhile is made anew."""
        was_open = self._connection is not None
        try:
            return self._sent(method, path, body, headers)
        except (ConnectionError, HTTPException):
            self.close()
            if not was_open:
                raise
            return self._sent(method, path, body, headers)

    def _sent(
        self, method: str, path: str, body: bytes, headers: Mapping[str, str]
    ) -> tuple[HTTPResponse, bytes]:
        if self._connection is None:
            place = urlsplit(self._urls[self._turn % len(self._urls)])
            self._connection = HTTPConnection(place.netloc, timeout=_TIMEOUT)
        given = {"Accept-Encoding": "gzip", **headers}
        if self._cookies:
            given["Cookie"] = "; ".join(f"{n}={v}" for n, v in self._cookies.items())
        self._connection.request(method, path, body or None, given)
        response = self._connection.getresponse()
        content = response.read()
        for line in response.headers.get_all("Set-Cookie", ()):
            name, _equals, value = line.partition(";")[0].partition("=")
            self._cookies[name] = value
        return response, content

    def close(self) -> None:
        """Let the connection go; the next request makes another."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None


def _text(response: HTTPResponse, content: bytes) -> str:
    """Return the text of a page; of anything else nothing is looked at."""
    if response.headers.get_content_type() != "text/html":
        return ""
    packed = response.headers.get("Content-Encoding") == "gzip"
    return (gzip.decompress(content) if packed else content).decode()


def _htmx(target: str) -> dict[str, str]:
    return {"HX-Request": "true", "HX-Target": target} if target else {}
