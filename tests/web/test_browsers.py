"""Browsers as their persons know them."""

import pytest

from jospar.web.browsers import browser_name

CHROME = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 {}"
WINDOWS = "Windows NT 10.0; Win64; x64"


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (CHROME.format(WINDOWS, "Safari/537.36"), "Chrome · Windows"),
        (CHROME.format(WINDOWS, "Safari/537.36 Edg/141.0"), "Edge · Windows"),
        (
            CHROME.format(WINDOWS, "YaBrowser/25.8 Safari/537.36"),
            "Яндекс Браузер · Windows",
        ),
        (CHROME.format("Linux; Android 15", "Mobile Safari"), "Chrome · Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) Safari/604",
            "Safari · iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0", "Firefox · Linux"),
        ("curl/8.0", "curl/8.0"),
        ("x" * 100, "x" * 40),
        ("", ""),
    ],
)
def test_a_browser_is_named(agent: str, name: str) -> None:
    """By what it is and where it runs; of an unknown one the beginning is shown."""
    assert browser_name(agent) == name
