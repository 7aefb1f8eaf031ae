"""The catalogues: what is taken from the source, written, and found at fault."""

from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from tools import check_words, update_words, words


def catalog(texts: dict[str, str], language: str = "ru") -> Catalog:
    """Return a catalogue that holds ``texts`` with their translations."""
    made = Catalog(language)
    for text, translation in texts.items():
        made.add(text, translation)
    return made


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand a program of one file in the place of ours and return that file."""
    monkeypatch.setattr(words, "PROGRAM", tmp_path)
    source = tmp_path / "program.py"
    source.write_text('_("Open the cycle.")\ngettext("{count} rows")\nprint("none")\n')
    return source


def test_source_has_what_is_marked(program: Path) -> None:
    """Texts in ``_`` and ``gettext`` are taken, other texts are not."""
    texts = [message.id for message in words.source() if message.id]
    assert texts == ["Open the cycle.", "{count} rows"]


def test_source_has_both_forms_of_a_number(program: Path) -> None:
    """The two English forms of ``ngettext`` are one text."""
    program.write_text('ngettext("{count} row", "{count} rows", count)\n')
    texts = [message.id for message in words.source() if message.id]
    assert texts == [("{count} row", "{count} rows")]


def test_written_is_sorted_and_bears_no_day() -> None:
    """A catalogue is written by its texts, without days, names and places."""
    made = catalog({"Wait.": "Ждите.", "Close it.": "Закройте."})
    assert words.written(made).decode() == (
        "# The texts of Jospar; "
        "`python -m tools.update_words` brings them up to date.\n"
        'msgid ""\n'
        'msgstr ""\n'
        '"Language: ru\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: {made.plural_forms}\\n"\n'
        "\n"
        'msgid "Close it."\n'
        'msgstr "Закройте."\n'
        "\n"
        'msgid "Wait."\n'
        'msgstr "Ждите."\n'
        "\n"
    )


def test_update_keeps_what_is_translated(program: Path) -> None:
    """A new text comes in empty, a reworded one fuzzy; one that is gone is dropped."""
    words.path("ru").parent.mkdir(parents=True)
    before = catalog({"Open a cycle.": "Откройте цикл.", "Long gone": "Давно нет"})
    words.path("ru").write_bytes(words.written(before))
    update_words.main()
    after = words.translated("ru")
    kept = {message.id: (message.string, message.fuzzy) for message in after}
    del kept[""]
    assert kept == {
        "Open the cycle.": ("Откройте цикл.", True),
        "{count} rows": ("", False),
    }
    assert list(words.faults(words.source(), words.translated("kk"))) == [
        "kk: empty: 'Open the cycle.'",
        "kk: empty: '{count} rows'",
    ]


def test_update_twice_is_update_once(program: Path) -> None:
    """A second update changes nothing."""
    update_words.main()
    once = words.path("kk").read_bytes()
    update_words.main()
    assert words.path("kk").read_bytes() == once


@pytest.mark.parametrize(
    ("texts", "faults"),
    [
        ({"Wait for {name}.": "Ждите: {name}."}, []),
        ({}, ["ru: missing: 'Wait for {name}.'"]),
        ({"Wait for {name}.": ""}, ["ru: empty: 'Wait for {name}.'"]),
        (
            {"Wait for {name}.": "Ждите: {nam}."},
            ["ru: other placeholders: 'Wait for {name}.'"],
        ),
        (
            {"Wait for {name}.": "Ждите: {name}.", "Go.": "Идите."},
            ["ru: obsolete: 'Go.'"],
        ),
    ],
)
def test_faults(texts: dict[str, str], faults: list[str]) -> None:
    """Each text that is not well translated is named, and each that is not ours."""
    source = catalog({"Wait for {name}.": ""})
    assert list(words.faults(source, catalog(texts))) == faults


def test_a_fuzzy_translation_is_a_fault() -> None:
    """A translation that nobody has looked at does not count."""
    source, fuzzy = catalog({"Wait.": ""}), catalog({"Wait.": "Ждите."})
    fuzzy.get("Wait.").flags.add("fuzzy")  # type: ignore[union-attr] # it is there
    assert list(words.faults(source, fuzzy)) == ["ru: fuzzy: 'Wait.'"]


def test_check_names_the_faults_and_the_cure(program: Path) -> None:
    """The check fails with a line for each fault, and says what to do."""
    with pytest.raises(SystemExit) as stop:
        check_words.main()
    assert str(stop.value).splitlines() == [
        "kk: missing: 'Open the cycle.'",
        "kk: missing: '{count} rows'",
        "ru: missing: 'Open the cycle.'",
        "ru: missing: '{count} rows'",
        "Run `python -m tools.update_words` and complete the catalogues.",
    ]


def test_our_catalogues_are_complete() -> None:
    """Every text of the program is translated into Kazakh and Russian."""
    check_words.main()
