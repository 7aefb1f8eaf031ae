"""What stands in addresses besides plain words: languages, years, plans."""

from django.urls import register_converter

from jospar.rules.core.nouns import PlanKind


class LanguageConverter:
    """A language that pages are read in."""

    regex = "kk|ru|en"

    def to_python(self, value: str) -> str:
        """Return the language's code."""
        return value

    def to_url(self, value: str) -> str:
        """Return the language's code."""
        return value


class FormLanguageConverter(LanguageConverter):
    """A language that the forms exist in."""

    regex = "kk|ru"


class YearConverter:
    """A year of four digits."""

    regex = "[12][0-9]{3}"

    def to_python(self, value: str) -> int:
        """Return the year."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return the year's digits."""
        return str(value)


class PlanConverter:
    """One of the two plans, as its files are called."""

    regex = "current|long-term"

    def to_python(self, value: str) -> PlanKind:
        """Return the plan."""
        return PlanKind(value.replace("-", "_"))

    def to_url(self, value: PlanKind) -> str:
        """Return how the plan's files are called."""
        return value.value.replace("_", "-")


class ProvisionConverter:
    """The name of a provision: ``concepts.deadline``."""

    regex = r"[a-z_]+\.[a-z_]+"

    def to_python(self, value: str) -> str:
        """Return the name."""
        return value

    def to_url(self, value: str) -> str:
        """Return the name."""
        return value


def register_converters() -> None:
    """Let addresses name these parts."""
    register_converter(LanguageConverter, "language")
    register_converter(FormLanguageConverter, "form")
    register_converter(YearConverter, "year")
    register_converter(PlanConverter, "plan")
    register_converter(ProvisionConverter, "provision")
