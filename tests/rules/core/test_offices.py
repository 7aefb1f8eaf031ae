"""The offices, and which of them belong to the Ministry."""

from jospar.rules.core.offices import Actor, Office


def test_offices_of_the_ministry() -> None:
    """Five of the eleven offices belong to the Ministry of Foreign Affairs."""
    assert [office for office in Office if office.of_the_ministry] == [
        Office.REGISTRAR,
        Office.REVIEWER,
        Office.HEAD,
        Office.PLANNER,
        Office.CONTROLLER,
    ]
    assert len(Office) == 11


def test_actor_stands_in_for_nobody_unless_said() -> None:
    """An actor needs a person and an office only."""
    actor = Actor("a.akhmetova", Office.HEAD)
    assert (actor.body, actor.standing_in_for) == ("", "")
