"""Fill a rehearsal with something of every kind, and print who may open which page.

``python -m tests.browser.whole_site`` does it in the directory that JOSPAR_DATA names.
What it prints is JSON: for each reader the cookie of a session, and addresses without
their language.
"""

import json
import sys

import django

django.setup()

from jospar.management.schema import ensure_schema  # noqa: E402 - after Django is set up
from tests.web.gates import once_each  # noqa: E402 - the same
from tests.web.walk import enter  # noqa: E402 - the same
from tests.web.whole_record import whole_record  # noqa: E402 - the same


def main() -> None:
    """Fill the database and tell what there is to look at."""
    ensure_schema()
    record = whole_record()
    readers = []
    for walker, paths in once_each(record, "kk"):
        cookie = enter(walker).cookies.get("jospar_session")
        shown = [path.removeprefix("/kk/") for path in paths]
        readers.append([cookie.value if cookie else "", shown])
    json.dump(readers, sys.stdout)


if __name__ == "__main__":
    main()
