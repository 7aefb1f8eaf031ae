"""Figures of how agreed plans are amended."""

from dataclasses import replace

from jospar.rules.amendment.nouns import Route
from jospar.rules.core.ruleset import Ruleset

from .amendment_grounds import GroundLine, GroundStage
from .cycle_record import CycleRecord
from .dossiers import DossierStage, DossierStanding
from .figures import Behind, Figure, FigureKind, Light, Standing, standing, tally

Figures = tuple[Figure, ...]


def brought(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many dossiers have both papers, in both languages."""
    found = (
        _dossier(one, standing(one.stage is not DossierStage.INCOMPLETE))
        for one in record.dossiers
    )
    return (tally(FigureKind.DOSSIERS, found),)


def concluded(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return on how many dossiers the Ministry concluded; red where one is overdue."""
    due = [one for one in record.dossiers if one.deadline is not None]
    figure = tally(FigureKind.DOSSIER_CONCLUSIONS, map(_conclusion, due))
    left = (one.days_left(record.today) for one in due)
    if any(days is not None and days < 0 for days in left):
        return (replace(figure, light=Light.RED),)
    return (figure,)


def instructed(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many instructions have made their revision; declined ones do not."""
    return (_grounds(record, Route.INSTRUCTION, FigureKind.INSTRUCTIONS),)


def decided(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return how many decisions have made their revision; declined ones do not."""
    return (_grounds(record, Route.DECISION, FigureKind.DECISIONS),)


def amended(ruleset: Ruleset, record: CycleRecord) -> Figures:
    """Return the revisions that amended the agreed plans."""
    found = (
        Behind(Standing.DONE, line.entry, line.number, on=line.effective_on, plan=plan)
        for line in record.grounds
        for plan, _revision in line.made
    )
    return (tally(FigureKind.REVISIONS, found),)


def _grounds(record: CycleRecord, route: Route, kind: FigureKind) -> Figure:
    lines = [
        line
        for line in record.grounds
        if line.route is route and line.stage is not GroundStage.DECLINED
    ]
    return tally(kind, map(_ground, lines))


def _ground(line: GroundLine) -> Behind:
    how = standing(line.stage is GroundStage.MADE)
    return Behind(how, line.entry, line.number, on=line.on)


def _dossier(one: DossierStanding, how: Standing) -> Behind:
    return Behind(how, one.entry, one.key, one.title, one.bodies[0], one.grounds_on)


def _conclusion(one: DossierStanding) -> Behind:
    late = one.days_late or 0
    how = standing(one.concluded_on is not None, late=late > 0)
    found = _dossier(one, how)
    return replace(found, on=one.concluded_on, days_late=late)
