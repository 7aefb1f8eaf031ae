"""The fingerprint of what a revision says."""

import hashlib
from collections.abc import Mapping

import rfc8785


def canonical(content: Mapping[str, object]) -> bytes:
    """Return ``content`` as canonical JSON (RFC 8785)."""
    # The library's type of JSON is invariant in its containers; any mapping will do.
    return rfc8785.dumps(dict(content))  # type: ignore[arg-type]


def fingerprint(content: Mapping[str, object]) -> str:
    """Return the SHA-256 of the canonical JSON of ``content``.

    Returns:
        64 hexadecimal digits in small letters.
    """
    return hashlib.sha256(canonical(content)).hexdigest()
