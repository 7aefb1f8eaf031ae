"""What speaks against the further fields of a concept, filed or completed."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from jospar.rules.core.act import HasCase, Unmet, _, check, unmet
from jospar.rules.core.further import FURTHER, cells_of

MISSING = _("The field “{label}” is not filled in.")
FILL = _("The concept keeps its day; ask the body to fill the field in.")


class HasFurther(Protocol):
    """A filing that fills in further fields."""

    @property
    def further(self) -> Mapping[str, str]:
        """What is filled in, by the name of the cell."""


@check(
    "concepts.fields",
    _("The ruleset has no field “{cell}”."),
    _("Leave it out, or ask the administrator for the field."),
)
def fields_known(facts: HasCase, filing: HasFurther) -> Iterator[Unmet]:
    """What is filled in is a cell of a field that the ruleset has."""
    known = cells_of(facts.case.ruleset.fields.values())
    for cell in filing.further:
        if cell not in known:
            yield unmet(f"{FURTHER}{cell}", cell=cell)


@check(
    "concepts.fields",
    _("The field “{label}” does not take “{value}”."),
    _("Ask the body for a number, a day such as 2025-03-01, or one of the options."),
    mend=True,
)
def fields_of_their_kind(facts: HasCase, filing: HasFurther) -> Iterator[Unmet]:
    """A number, a day or a choice is what the field takes."""
    known = cells_of(facts.case.ruleset.fields.values())
    for cell, value in filing.further.items():
        if value and cell in known and not known[cell].takes(value):
            label = dict(known[cell].label)
            yield unmet(f"{FURTHER}{cell}", label=label, value=value)
