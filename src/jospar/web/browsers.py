"""What a browser calls itself, in words that its person knows."""

_BROWSERS = (
    ("YaBrowser/", "Яндекс Браузер"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""The others call themselves Chrome and Safari as well, so those come last."""
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)
_SHOWN = 40
"""Letters of what an unknown program calls itself."""


def browser_name(agent: str) -> str:
    """Return ``Firefox · Windows`` for the long name that a browser sends."""
    known = [_first(agent, names) for names in (_BROWSERS, _SYSTEMS)]
    return " · ".join(filter(None, known)) or agent[:_SHOWN]


def _first(agent: str, names: tuple[tuple[str, str], ...]) -> str:
    return next((name for mark, name in names if mark in agent), "")
