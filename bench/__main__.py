"""Take the measurements, print them as a table and write ``out/bench.json``.

``python -m bench lists growth`` takes those alone; without names, all.
"""

import json
import sys
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
    asked = set(sys.argv[1:])
    for module in MODULES:
        if asked and module.__name__.rsplit(".", 1)[-1] not in asked:
            continue
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
