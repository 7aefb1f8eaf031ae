"""What the installation was given: secrets, and the place that files are kept in."""

import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

_WRONG_PLACE = (
    "JOSPAR_FILES is a directory, or s3://bucket/prefix?endpoint=https://…, and the "
    "keys of such a store stand where its programs look for them, not here."
)


def secret(name: str) -> str:
    """Return a setting that others must not see, or nothing.

    It is a variable of the environment, or a file of that name among the credentials
    that systemd hands to the service alone.
    """
    if given := os.environ.get(name):
        return given
    handed = Path(os.environ.get("CREDENTIALS_DIRECTORY") or os.devnull, name)
    return handed.read_text().strip() if handed.is_file() else ""


def files_place(text: str, data: Path) -> Path | str:
    """Return the directory, or the address of the store, that files are kept in.

    Raises:
        ValueError: when it is neither.
    """
    if "://" not in text:
        return Path(text).absolute() if text else data / "files"
    url = urlsplit(text)
    endpoint = parse_qs(url.query, keep_blank_values=True)
    if (
        url.scheme != "s3"
        or url.netloc != url.hostname
        or set(endpoint) - {"endpoint"}
        or not all(one.startswith("http") for one in endpoint.get("endpoint", ()))
    ):
        raise ValueError(_WRONG_PLACE)
    return text
