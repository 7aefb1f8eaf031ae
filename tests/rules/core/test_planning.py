"""Which acts make plans."""

import pytest

from jospar.rules.core.planning import plans


@pytest.mark.provision("plans.brought_in")
@pytest.mark.parametrize(
    ("code", "makes"),
    [
        ("intake.submit_concept", True),
        ("outbox.send_reminder", True),
        ("outbox.approve", False),
        ("agreement.distribute", True),
        ("intake.mark_handling", False),
        ("amendment.decide", False),
        ("carrying_out.report", False),
        ("reference.list_body", False),
        ("plans.bring_in", False),
    ],
)
def test_what_makes_plans(code: str, makes: bool) -> None:
    """All parts until the plans are sent out, but for what is done afterwards too."""
    assert plans(code) is makes
