"""Somebody at a browser of the machine: cookies, pages over TLS, forms filled in."""

import re
import ssl
from dataclasses import dataclass, field
from http.client import HTTPSConnection
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urljoin

import lxml.html

from tests.deploy.machine import Machine
from tests.deploy.tls import NAME
from tests.web.second_factors import OWN, code_of

HTTPS = 443
_OF_AN_APP = r'<code class="secret"[^>]*>([A-Z2-7 ]+)</code>'


@dataclass(frozen=True, slots=True)
class Page:
    """What was answered at last, and where."""

    path: str
    status: int
    content: bytes

    @property
    def text(self) -> str:
        """Return the page as text."""
        return self.content.decode()

    @property
    def forms(self) -> list[dict[str, Any]]:
        """Return the forms in the middle of the page, with what stands in them."""
        forms = lxml.html.fromstring(self.text).xpath("//main//form[@method='post']")
        return [dict(form.form_values()) for form in forms]

    def found(self, pattern: str) -> str:
        """Return what the group of ``pattern`` finds on the page."""
        found = re.search(pattern, self.text)
        assert found is not None, f"{self.status} {self.path}\n{self.text}"
        return found[1]


@dataclass(slots=True)
class Visitor:
    """A browser that trusts the certificate, and the machine whose pages it asks."""

    machine: Machine
    trusted: ssl.SSLContext
    cookies: dict[str, str] = field(default_factory=dict)

    def open(self, path: str) -> Page:
        """Open a page, and go where it leads."""
        return self._ask("GET", path, "")

    def send(self, page: Page, form: int = 0, /, **typed: object) -> Page:
        """Fill a form of the page, send it, and go where it leads.

        What it cautions against is acknowledged.
        """
        filled = page.forms[form] | {key: str(value) for key, value in typed.items()}
        answer = self._ask("POST", page.path, urlencode(filled))
        cautions = lxml.html.fromstring(answer.content or b"-").xpath(
            "//input[@name='acknowledged']/@value"
        )
        if answer.status == 422 and cautions:
            again = [*filled.items(), *(("acknowledged", one) for one in cautions)]
            answer = self._ask("POST", page.path, urlencode(again))
        assert answer.status == 200, f"{page.path} {filled}\n{answer.text}"
        return answer

    def perform(self, year: int, act: str, **typed: object) -> Page:
        """Perform an act by its form; return the page that it leads to."""
        done = self.send(self.open(f"/en/{year}/acts/{act}/"), **typed)
        assert "done=" in done.path, f"{act} {typed}\n{done.text}"
        return done

    def sign_in(self, code: str, handed: str) -> Page:
        """Sign in with a one-time password; choose an own one, and set up an app.

        That is what who signs in first is led to; return the page after it.
        """
        page = self.send(self.open("/en/"), code=code, password=handed)
        assert page.path.startswith("/en/password/"), page.path
        self.send(page, password=OWN, repeated=OWN)
        page = self.open("/en/")
        assert page.path.startswith("/en/security/"), page.path
        page = self.open("/en/security/app/")
        secret = page.found(_OF_AN_APP).replace(" ", "")
        codes = self.send(page, code=code_of(secret))
        assert len(re.findall(r"\b\d{4} \d{4}\b", codes.text)) == 10
        return self.open("/en/")

    def _ask(self, method: str, path: str, body: str) -> Page:
        for _leap in range(10):
            status, leads, content = self._once(method, path, body)
            if status not in {301, 302, 303}:
                return Page(path, status, content)
            method, path, body = "GET", urljoin(path, leads), ""
        message = f"{path} leads nowhere"
        raise AssertionError(message)

    def _once(self, method: str, path: str, body: str) -> tuple[int, str, bytes]:
        connection = HTTPSConnection(
            "127.0.0.1", HTTPS, context=self.trusted, timeout=60
        )
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = {"Host": NAME, "Cookie": cookies, "Referer": f"https://{NAME}{path}"}
        if method == "POST":
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        with self.machine.network():
            connection.connect()
        connection.request(method, path, body.encode(), headers)
        answer = connection.getresponse()
        content = answer.read()
        for line in answer.headers.get_all("Set-Cookie", []):
            self.cookies |= {n: m.value for n, m in SimpleCookie(line).items()}
        connection.close()
        return answer.status, answer.headers.get("Location", ""), content
