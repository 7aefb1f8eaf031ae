"""``jospar serve``: the pages."""

import argparse

from jospar.management.cli import DONE
from jospar.management.options import add_address
from jospar.management.schema import ensure_schema
from jospar.rules.core.sentences import _
from jospar.web.serve import serve

PURPOSE = _("Serve the pages.")
EXAMPLES = """  jospar serve
  jospar serve --port 8080"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    add_address(parser)


def run(options: argparse.Namespace) -> int:
    """Serve until stopped."""
    ensure_schema()
    serve(options.host, options.port)
    return DONE
