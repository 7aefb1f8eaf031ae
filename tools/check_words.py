"""Check that every text is translated: ``python -m tools.check_words``."""

import sys

from tools.words import LANGUAGES, faults, source, translated


def main() -> None:
    """Say each text that is not well translated, and exit with 1 where there is one."""
    texts = source()
    found = [
        fault for language in LANGUAGES for fault in faults(texts, translated(language))
    ]
    if found:
        cure = "Run `python -m tools.update_words` and complete the catalogues."
        sys.exit("\n".join((*found, cure)))


if __name__ == "__main__":
    main()
