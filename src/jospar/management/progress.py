"""How far a long command is, on the terminal; in a file or a pipe it says nothing."""

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn


def progress() -> Progress:
    """Return a bar for each task; it leaves the terminal as it was."""
    console = Console(stderr=True)
    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
