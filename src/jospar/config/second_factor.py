"""Which offices need a second factor: what ``JOSPAR_SECOND_FACTOR`` says."""

from jospar.rules.core.offices import Office


def offices_with_second_factor(said: str) -> frozenset[Office]:
    """Return the offices of ``none``, ``all``, or a list such as ``head,planner``.

    Raises:
        ValueError: when something else is said: a slip would open what should not be.
    """
    words = {word.strip() for word in said.split(",")} - {""}
    if words <= {"none"}:
        return frozenset()
    if words == {"all"}:
        return frozenset(Office)
    if unknown := sorted(words - set(Office)):
        raise ValueError(
            f"JOSPAR_SECOND_FACTOR names “{unknown[0]}”: write none, all, or some of "
            f"{', '.join(Office)}, separated by commas."
        )
    return frozenset(map(Office, words))
