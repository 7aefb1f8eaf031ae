"""A signed original beside a revision: every cell of it, and what is doubtful."""

from dataclasses import dataclass

from jospar.exchange.annexes.comparison import compare_with_revision
from jospar.exchange.annexes.reading import read_annex_tables
from jospar.exchange.annexes.values import Doubt
from jospar.rules.core.forms import FormHeadings, PlanEdition

from .of_tables import told
from .values import Departure, Part, departure


@dataclass(frozen=True, slots=True)
class ComparedOriginal:
    """A plan of an original in one language: where it departs from the revision.

    ``rows`` is how many were read; ``name`` is that of the file.
    """

    name: str
    language: str
    rows: int
    departures: tuple[Departure, ...]
    doubts: tuple[Doubt, ...]

    @property
    def says_the_same(self) -> bool:
        """Whether blanks, quotes and dashes alone differ, if anything does."""
        return all(one.part is Part.SIGNS for one in self.departures)

    @property
    def renumbered(self) -> tuple[Departure, ...]:
        """Departures of rows of which the number alone differs.

        They follow from a row that the original has too many or too few.
        """
        rows = self._renumbered_rows()
        return tuple(one for one in self.departures if one.concept in rows)

    @property
    def others(self) -> tuple[Departure, ...]:
        """All other departures."""
        rows = self._renumbered_rows()
        return tuple(one for one in self.departures if one.concept not in rows)

    def _renumbered_rows(self) -> set[str]:
        """Return the keys behind rows of which the number alone differs."""
        numbered = {one.concept for one in self.departures if _of_number(one)}
        return numbered - {
            one.concept for one in self.departures if not _of_number(one)
        }


def compare_original(
    data: bytes, name: str, edition: PlanEdition, headings: FormHeadings
) -> tuple[ComparedOriginal, ...]:
    """Return each plan in a DOCX or XLSX file beside ``edition``.

    Args:
        data: what the file holds, which nobody has looked at yet.
        name: its name, for the sentences.
        edition: the revision that was signed.
        headings: those of the forms, as the ruleset gives them.

    Raises:
        ToldError: the file cannot be read as one that holds a plan.
    """
    content = edition.form.content()
    return tuple(
        ComparedOriginal(
            name=name,
            language=table.language.value,
            rows=len(table.rows),
            departures=tuple(
                departure(one, table.language.value)
                for one in compare_with_revision(table, content)
            ),
            doubts=told(table.doubts),
        )
        for table in read_annex_tables(data, name, headings)
    )


def _of_number(found: Departure) -> bool:
    return found.part is Part.CELL and found.field == "number"
