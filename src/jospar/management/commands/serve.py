"""``jospar serve``: the pages."""

import argparse

from jospar.management.cli import DONE
from jospar.management.schema import ensure_schema
from jospar.management.serving import add_serving, serve_pages
from jospar.rules.core.sentences import _

PURPOSE = _("Serve the pages.")
EXAMPLES = """  jospar serve
  jospar serve --port 8080"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_serving(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    ensure_schema()
    serve_pages(options)
    return DONE
