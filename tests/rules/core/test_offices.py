"""The offices, and who acts in one."""

from jospar.rules.core.offices import Actor, Office


def test_actor_stands_in_for_nobody_unless_said() -> None:
    """An actor needs a person and an office only."""
    actor = Actor("a.akhmetova", Office.HEAD)
    assert (actor.body, actor.standing_in_for) == ("", "")
