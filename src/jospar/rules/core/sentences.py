"""Sentences that are told to people in their language, and errors made of them."""

from collections.abc import Mapping


def _(message: str) -> str:
    """Mark a sentence for translation; the kernel itself speaks no language."""
    return message


class ToldError(Exception):
    """Something that a person is told in one sentence, with the place and the cure.

    Attributes:
        message: the English sentence with its placeholders, to be translated.
        values: what fills them.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message, values)
        self.message = message
        self.values: Mapping[str, object] = values

    def __str__(self) -> str:
        """Return the English sentence with its values."""
        return self.message.format(**self.values)
