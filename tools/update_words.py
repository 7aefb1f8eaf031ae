"""Bring the catalogues up to date: ``python -m tools.update_words``.

New texts come in without a translation; one that was only reworded keeps its old
translation, marked as fuzzy until somebody has looked at it.
"""

from tools.words import LANGUAGES, path, source, translated, written


def main() -> None:
    """Write each catalogue with the texts that the source has now."""
    for language in LANGUAGES:
        catalog = translated(language)
        catalog.update(source())
        path(language).parent.mkdir(parents=True, exist_ok=True)
        path(language).write_bytes(written(catalog))


if __name__ == "__main__":
    main()
