"""Which snapshot a filing needs."""

from functools import singledispatch

from jospar.rules.core.act import Case, HasCase, Kind, Objection, _
from jospar.rules.core.calendar import Calendar


class NotInRecordError(LookupError):
    """An act names something that is not in the record.

    Attributes:
        objection: the refusal that says what, and what would cure it.
    """

    def __init__(self, noun: str, key: str, field: str = "") -> None:
        super().__init__(f"{noun} {key}")
        self.objection = Objection(
            kind=Kind.REFUSAL,
            code="in_the_record",
            provision="record.known",
            message=NOUNS[noun],
            cure=_("Correct the name, or record first what it names."),
            field=field or noun,
            values={"key": key},
        )


NOUNS = {
    "amending_decision": _(
        "There is no decision “{key}” to change agreed plans in the record."
    ),
    "appointment": _("There is no appointment {key} in the record."),
    "body": _("There is no body “{key}” in this cycle."),
    "change": _("No change of “{key}” waits under this ground."),
    "concept": _("There is no concept “{key}” in the record."),
    "cycle": _("The cycle of {key} is not open."),
    "decision": _("There is no decision “{key}” of the Commission in the record."),
    "dossier": _("There is no dossier “{key}” in the record."),
    "file": _("No act came with the file {key}."),
    "hash": _("The journal has no such entry with the hash {key}."),
    "instruction": _("There is no instruction “{key}” in the record."),
    "occasion": _("There is no entry “{key}” in this register."),
    "paper": _("There is no paper “{key}” in the record."),
    "person": _("There is no person “{key}”."),
    "recipient": _("There is no recipient “{key}”."),
    "remark": _("There is no remark {key} on this plan in the record."),
    "revision": _("No amendment made a revision {key} of this plan."),
    "row": _("The agreed plan has no row “{key}”."),
}


@singledispatch
def facts_for(filing: object, case: Case, calendar: Calendar) -> HasCase:
    """Return the facts that the act of ``filing`` looks at.

    Raises:
        NotInRecordError: when the filing names what is not in the record.
    """
    raise TypeError(f"No snapshot is made for {type(filing).__name__}.")
