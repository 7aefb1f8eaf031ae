"""What can be said against a row before any law is asked."""

from collections.abc import Sequence

from jospar.rules.core.act import Kind, Objection, _

from .faults import Fault


def unreadable(faults: Sequence[Fault]) -> Objection:
    """Return the refusal of a row that has cells which cannot be read."""
    first, *others = faults
    cure = (
        _("These columns of the row cannot be read either: {others}.")
        if others
        else _("Correct the row and run the workbook again; the rest is not lost.")
    )
    values = dict(first.values, others=tuple(fault.column for fault in others))
    return _refusal(
        "cells_readable", "workbook.cell", first.message, cure, first.column, **values
    )


def key_used_twice(key: tuple[str, ...]) -> Objection:
    """Return the refusal of a row whose key another row of the file has used."""
    return _refusal(
        "key_used_once",
        "record.key",
        _("Another row of this sheet has the key {key} already."),
        _("Give the row a key of its own, or delete it."),
        "",
        key=", ".join(key),
    )


def differs_from_record(number: int) -> Objection:
    """Return the refusal of a row that an earlier run performed otherwise."""
    return _refusal(
        "same_as_recorded",
        "record.key",
        _("The row differs from what an earlier run recorded as entry {number}."),
        _("Restore the row; record what changed as a new act."),
        "",
        number=number,
    )


def no_decision(number: str) -> Objection:
    """Return the refusal of a row decision whose decision is not in the record."""
    return _refusal(
        "in_the_record",
        "record.known",
        _("There is no decision “{key}” of the Commission in the record."),
        _("Correct the name, or record first what it names."),
        "decision",
        key=number,
    )


def unknown_layout(column: str | None) -> Objection:
    """Return the caution on a sheet or column that is not read."""
    message = (
        _("This column is not one of the sheet's; it was not read.")
        if column
        else _("This sheet is not one of the workbook's; it was not read.")
    )
    return Objection(
        kind=Kind.CAUTION,
        code="layout_known",
        provision="workbook.layout",
        message=message,
        cure=_("Correct its name if it was meant to be read."),
        field=column or "",
        values={},
    )


def _refusal(
    code: str, provision: str, message: str, cure: str, field: str, **values: object
) -> Objection:
    return Objection(Kind.REFUSAL, code, provision, message, cure, field, values)
