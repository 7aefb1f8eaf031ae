"""Write the table of offices into the docs: ``python -m tools.update_offices``."""

from pathlib import Path

from jospar.rules.core.offices import Sight, table

PAGE = Path(__file__).parents[1] / "docs" / "offices.md"

_HEAD = """\
# Who may do and see what

The source is `src/jospar/rules/core/offices.toml`; `python -m tools.update_offices`
writes this page from it, and a test holds the two equal. A page or a paper that an
office does not see answers as if it were not there; an act that an office may not
perform says which offices may.

| office | қазақша | по-русски | does | sees |
|---|---|---|---|---|
"""


def written() -> str:
    """Return the page."""
    lines = []
    for office, line in table().items():
        acts = ", ".join(f"`{act}`" for act in sorted(line.does)) or "nothing"
        sights = ", ".join(sight.value for sight in Sight if sight in line.sees)
        names = f"{line.name['kk']} | {line.name['ru']}"
        lines.append(
            f"| {line.name['en']} (`{office}`) | {names} | {acts} | "
            f"{sights.replace('_', ' ')} |\n"
        )
    return _HEAD + "".join(lines)


if __name__ == "__main__":
    PAGE.write_text(written())
