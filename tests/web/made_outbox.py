"""An outbox for the pages' tests, and forms that mark its papers."""

import re
from datetime import date
from uuid import uuid4

from jospar.procedure.rehearsal import rehearse_on
from jospar.queries.outbox import outbox
from jospar.queries.outbox_page import by_refs
from jospar.rules.core.offices import Office
from tests.queries.made_record import LATE, conclude, open_cycle, submit
from tests.rules.made import RULES, YEAR
from tests.web.seats import seat

TODAY = date(2024, 12, 10)
ADDRESS, PAPER = "/en/2024/outbox/", "/en/2024/outbox/paper/"
RETURN, NOTICE = "return_letter/C-1", "conclusion_notice/C-3"


def waiting() -> None:
    """Let a letter of return on two concepts wait, and a notice."""
    open_cycle()
    submit("C-1", received_at=LATE)
    submit("C-2", received_at=LATE)
    submit("C-3")
    conclude("C-3")
    rehearse_on(TODAY)


def form(*refs: str, **typed: str) -> dict[str, str | list[str]]:
    """Return a form that marks papers as they were looked at."""
    lines = by_refs(outbox(RULES, YEAR, TODAY))
    seen = {}
    for ref in refs:
        html = seat(Office.HEAD).get(ADDRESS).content.decode()
        found = re.search(rf'name="{ref}.seen" value="([^"]*)"', html)
        assert found or ref not in lines
        seen[f"{ref}.seen"] = found[1] if found else ""
    return {"form_id": str(uuid4()), "paper": list(refs), **seen, **typed}


def text(html: bytes) -> str:
    """Return what a page says without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.decode()).split())


def waits() -> list[str]:
    """Return what waits."""
    lines = by_refs(outbox(RULES, YEAR, TODAY)).items()
    return [ref for ref, line in lines if line.sent_on is None]
