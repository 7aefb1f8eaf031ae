"""The example year: the workbook that the demonstration runs, and what it gives."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
WORKBOOK = ROOT / "src" / "jospar" / "exchange" / "examples" / "year-2024.xlsx"
EXPECTED = ROOT / "tests" / "data" / "year-2024.expected.json"
"""What an independent reading makes of the workbook, as JSON."""
