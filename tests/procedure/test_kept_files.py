"""Of every file of the journal it is told whether it is kept as it came."""

from pathlib import Path

import pytest
from django.conf import settings

from jospar.procedure.kept_files import check_files
from jospar.records.files import keep
from tests.procedure.made_orders import perform_act
from tests.records.made_files import PDF, PNG, WORD
from tests.rules import made

pytestmark = pytest.mark.django_db


def test_no_files() -> None:
    """A journal without files has none at fault."""
    assert check_files() == (0, [])


def test_files_at_fault() -> None:
    """Each content is looked at once; the missing and the damaged are named."""
    perform_act(made.open_cycle())
    scan, plan, text = keep(PDF, "a.pdf"), keep(PNG, "b.png"), keep(WORD, "c.docx")
    perform_act(made.list_body(), files=(scan, plan))
    perform_act(made.list_body(code="trade"), files=(text, scan))
    assert check_files() == (3, [])
    places = {
        file.name: Path(settings.FILES) / file.sha256[:2] / file.sha256
        for file in (plan, text)
    }
    places["b.png"].unlink()
    places["c.docx"].write_bytes(b"")
    count, faults = check_files()
    assert (count, sorted(map(str, faults))) == (
        3,
        [
            "The kept file “b.png” is missing; ask the administrator to put "
            f"files/{plan.sha256[:2]}/{plan.sha256} back from a backup.",
            "The kept file “c.docx” is damaged; ask the administrator to put "
            f"files/{text.sha256[:2]}/{text.sha256} back from a backup.",
        ],
    )
