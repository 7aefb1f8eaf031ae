"""nginx, by the ready file, in front of the pages: what passes, and what does not."""

import http.client
import os
import re
import shutil
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pytest

from tests.deploy.tls import NAME, certificate
from tests.installation import Installation
from tests.management.test_demo_and_serve import free_port

DEPLOY = Path(__file__).parents[2] / "deploy"
TOKEN = "of-the-tests"  # noqa: S105 - of these tests alone
MAIN = """
daemon off;
pid {home}/pid;
error_log {home}/error.log;
{user}
events {{ worker_connections 256; }}
http {{
    types {{ text/html html; }}
    access_log off;
    client_body_temp_path {home}/body;
    proxy_temp_path {home}/proxy;
    fastcgi_temp_path {home}/fastcgi;
    uwsgi_temp_path {home}/uwsgi;
    scgi_temp_path {home}/scgi;
    include {home}/jospar.conf;
}}
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("nginx") is None, reason="nginx is missing"),
    pytest.mark.xdist_group("nginx"),
]


@dataclass(frozen=True, slots=True)
class Site:
    """Pages behind nginx: where it writes, its ports, who trusts its certificate."""

    home: Path
    port: int
    plain_port: int
    trusted: ssl.SSLContext

    def ask(
        self,
        path: str,
        *,
        body: bytes | None = None,
        source: str = "127.0.0.1",
        headers: Mapping[str, str] = MappingProxyType({}),
    ) -> tuple[int, http.client.HTTPMessage, str]:
        """Return the status, the headers and the text of an answer, over TLS."""
        connection = http.client.HTTPSConnection(
            "127.0.0.1",
            self.port,
            context=self.trusted,
            timeout=20,
            source_address=(source, 0),
        )
        method = "GET" if body is None else "POST"
        connection.request(method, path, body, {"Host": NAME, **headers})
        answer = connection.getresponse()
        said = answer.status, answer.headers, answer.read().decode()
        connection.close()
        return said


def configured(home: Path, pages: int, port: int, plain_port: int) -> Path:
    """Write the ready file for ports of this test, and return what includes it."""
    text = (DEPLOY / "nginx" / "jospar.conf").read_text()
    for ready, here in (
        ("listen [::]:", "# "),
        ("listen 80;", f"listen 127.0.0.1:{plain_port};"),
        ("listen 443 ", f"listen 127.0.0.1:{port} "),
        ("127.0.0.1:8000", f"127.0.0.1:{pages}"),
        ("/etc/jospar/tls", str(home)),
        ("/var/log/nginx", str(home)),
        ("/opt/jospar/share/deploy/nginx", str(home)),
        ("client_max_body_size 200m", "client_max_body_size 1m"),
    ):
        assert ready in text
        text = text.replace(ready, here)
    (home / "jospar.conf").write_text(text)
    main = home / "nginx.conf"
    # As root it would serve as somebody who may not enter this directory.
    user = "user root;" if os.geteuid() == 0 else ""
    main.write_text(MAIN.format(home=home, user=user))
    shutil.copytree(DEPLOY / "nginx" / "pages", home / "pages")
    return main


@pytest.fixture(scope="module")
def site(
    tmp_path_factory: pytest.TempPathFactory, tables: Callable[..., Installation]
) -> Iterator[Site]:
    """Serve pages behind nginx for all of these tests."""
    home = tmp_path_factory.mktemp("nginx")
    pages, port, plain_port = free_port(), free_port(), free_port()
    main, trusted = configured(home, pages, port, plain_port), certificate(home)
    options = ("serve", "--port", pages, "--no-notices")
    given = {
        "JOSPAR_HOSTS": NAME,
        "JOSPAR_HTTPS": "1",
        "JOSPAR_PROXIES": "1",
        "JOSPAR_URL": f"https://{NAME}",
        "JOSPAR_METRICS_TOKEN": TOKEN,
    }
    jospar = Installation(home / "data")
    jospar.take_tables(tables(sqlite=True))
    serving = jospar.start(*options, environment=given)
    nginx = subprocess.Popen(
        ["nginx", "-p", home, "-e", home / "error.log", "-c", main],
        stderr=subprocess.PIPE,
    )
    found = Site(home, port, plain_port, trusted)
    try:
        _wait(found, nginx)
        yield found
    finally:
        for process in (nginx, serving):
            process.terminate()
            process.communicate(timeout=30)


def _wait(site: Site, nginx: subprocess.Popen[bytes]) -> None:
    for _attempt in range(300):
        assert nginx.poll() is None
        try:
            if site.ask("/en/")[0] != http.client.BAD_GATEWAY:
                return
        except OSError:
            pass
        time.sleep(0.1)
    raise TimeoutError


def test_the_pages(site: Site) -> None:
    """They come over TLS, each header of safety once, and cookies for TLS alone."""
    status, headers, text = site.ask("/en/sign-in/")
    assert (status, "<title>" in text) == (200, True)
    for name in (
        "Strict-Transport-Security",
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
    ):
        assert len(headers.get_all(name, [])) == 1, name
    assert headers["Server"] == "nginx"
    assert all("Secure" in cookie for cookie in headers.get_all("Set-Cookie", []))


def test_plain_http_leads_to_tls(site: Site) -> None:
    """The same page, under the same name."""
    assert _asked_plainly(site, "/en/?q=1") == (301, f"https://{NAME}/en/?q=1")


@pytest.mark.parametrize(
    "path",
    [
        "/en/received/{}/",
        "/received/{}/plan.kk.pdf",
        "/en/invited/{}/",
        "/calendar/{}.ics",
    ],
)
def test_no_log_has_the_address_of_a_personal_link(site: Site, path: str) -> None:
    """Whatever is answered, and by whom; other addresses are written down."""
    secret = "abcdefgh" * 5
    path = path.format(secret)
    too_much = b"x" * (2**20 + 1)
    assert site.ask(path)[1].get_all("Referrer-Policy") == ["strict-origin"]
    assert site.ask(path, body=too_much)[0] == http.client.REQUEST_ENTITY_TOO_LARGE
    assert _asked_plainly(site, path)[0] == http.client.MOVED_PERMANENTLY
    site.ask("/en/rules/", body=too_much)
    assert _asked_plainly(site, "/en/rules/")[0] == http.client.MOVED_PERMANENTLY
    for name, known in (("access.log", 2), ("error.log", 1)):
        written = (site.home / name).read_text()
        assert written.count("/en/rules/") >= known
        assert secret not in written


def _asked_plainly(site: Site, path: str) -> tuple[int, str]:
    """Return the status of an answer without TLS, and where it leads."""
    connection = http.client.HTTPConnection("127.0.0.1", site.plain_port, timeout=20)
    connection.request("GET", path, headers={"Host": NAME})
    answer = connection.getresponse()
    connection.close()
    return answer.status, answer.headers["Location"]


def test_too_much_at_once(site: Site) -> None:
    """One clear page says so in three languages, and nothing of it reaches Jospar."""
    status, headers, text = site.ask("/en/sign-in/", body=b"x" * (2**20 + 1))
    titles = re.findall("<h1>(.*?)</h1>", text)
    assert (status, titles) == (
        413,
        ["Файлдар тым үлкен", "Файлы слишком велики", "The files are too large"],
    )
    for name in ("Strict-Transport-Security", "Content-Security-Policy"):
        assert len(headers.get_all(name, [])) == 1


def test_what_a_sender_says_of_itself(site: Site) -> None:
    """Another name, another protocol and another address are not believed."""
    spoofed = {
        "X-Forwarded-Host": "evil.example",
        "X-Forwarded-Proto": "http",
        "X-Forwarded-For": "10.0.0.1",
        "Forwarded": "host=evil.example;proto=http",
    }
    status, headers, text = site.ask("/en/", headers=spoofed)
    assert (status, "evil.example" in text) == (302, False)
    assert "evil.example" not in str(headers)
    assert (
        len(
            site.ask("/en/sign-in/", headers=spoofed)[1].get_all(
                "Strict-Transport-Security", []
            )
        )
        == 1
    )
    assert site.ask("/en/", headers={"Host": "evil.example"})[0] == 400


@pytest.mark.parametrize("path", ["/health/live", "/metrics"])
def test_what_only_this_machine_may_ask(site: Site, path: str) -> None:
    """How Jospar is doing it tells who watches from here, and nobody else."""
    token = {"Authorization": f"Bearer {TOKEN}"}
    assert site.ask(path, headers=token)[0] == http.client.OK
    elsewhere = site.ask(path, source="127.0.0.2", headers=token)
    assert elsewhere[0] == http.client.FORBIDDEN


def test_sign_in_again_and_again(site: Site) -> None:
    """Who asks faster than people do is told to wait; others are not."""
    answers = [site.ask("/en/sign-in/", source="127.0.0.3") for _time in range(60)]
    assert {status for status, *_others in answers} == {200, 429}
    told = next(text for status, _headers, text in answers if status != 200)
    assert "<h1>Too many requests</h1>" in told
    assert site.ask("/en/sign-in/", source="127.0.0.4")[0] == 200
