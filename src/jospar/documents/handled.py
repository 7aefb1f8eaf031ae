"""What every official paper says of how it is to be handled."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """A paper that is ``official_use`` where it tells of a concept with that mark."""

    official_use: bool = False
