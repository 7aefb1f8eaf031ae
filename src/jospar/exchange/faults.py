"""What can't be read, as sentences to be translated and filled with values."""

from collections.abc import Mapping
from dataclasses import dataclass

from jospar.rules.core.sentences import ToldError


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row can't be read: the column, and a sentence with its values."""

    column: str
    message: str
    values: Mapping[str, object]


class WorkbookError(ToldError):
    """The file can't be read as a workbook of this kind, and nothing is done."""


class CellError(ToldError):
    """A cell can't be read as what its column holds."""
