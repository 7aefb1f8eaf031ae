"""What a kept content is called."""

import re

_SHA256 = re.compile(r"[0-9a-f]{64}")


def is_sha256(name: str) -> bool:
    """Tell whether ``name`` is written as a SHA-256 is here."""
    return _SHA256.fullmatch(name) is not None
