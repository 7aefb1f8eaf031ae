"""Take all measurements, print them as a table and write ``out/bench.json``."""

import json
from pathlib import Path

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Column, Table

from . import (
    acts,
    control,
    days,
    documents,
    growth,
    journal,
    lists,
    look_alikes,
    verdicts,
)

MODULES = (
    days,
    verdicts,
    acts,
    journal,
    documents,
    control,
    look_alikes,
    lists,
    growth,
)
RESULT = Path("out/bench.json")
WIDTH = 160
"""How wide the table is, in a terminal or a file."""


def main() -> None:
    """Measure module after module; a figure that falls short is marked, not hidden."""
    headings = ("measure", "figure", "against", "its figure", "ratio", "goal", "")
    table = Table(*(Column(heading, no_wrap=True) for heading in headings), box=SIMPLE)
    figures = {}
    for module in MODULES:
        for measure in module.measures():
            table.add_row(
                measure.name,
                f"{measure.figure:.4g} {measure.unit}",
                measure.against,
                f"{measure.against_figure:.4g} {measure.unit}",
                f"{measure.ratio:.3g}",
                measure.goal,
                measure.says,
            )
            figures[measure.name] = {
                "figure": measure.figure,
                "against": measure.against_figure,
                "ratio": measure.ratio,
            }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", "utf-8")
    Console(width=WIDTH).print(table)


if __name__ == "__main__":
    main()
