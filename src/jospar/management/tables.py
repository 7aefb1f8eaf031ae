"""Tables that several commands print."""

from collections.abc import Iterable

from django.utils.translation import gettext
from rich.table import Table


def refused_table(lines: Iterable[tuple[str, str, str]]) -> Table:
    """Return what was refused: the place, the paragraph if there is one, and why."""
    table = Table(title=gettext("Refused rows"), title_justify="left")
    for heading in (gettext("Row"), "¶", gettext("Why, and what would help")):
        table.add_column(heading, overflow="fold")
    for place, paragraph, why in lines:
        table.add_row(place, paragraph or "–", why)
    return table
