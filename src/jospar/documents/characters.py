"""Which characters a document can hold."""

import re

_FORBIDDEN = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return ``text`` without the characters that XML 1.0 cannot hold.

    A carriage return would be read back as the end of a line: it becomes one.
    """
    if text.isprintable():  # most texts are, and this is quick to tell
        return text
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
