"""What is printed reads well in the three languages, and in each only in that one."""

import argparse
import ast
import inspect
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import gettext, override

from jospar.exchange.report import report
from jospar.exchange.workbook import read
from jospar.exchange.year import YearRun
from jospar.management.argparse_words import ARGPARSE_WORDS
from jospar.procedure.clock import Clock
from jospar.queries.sentences import CODES, WORDS, fill
from jospar.rules.core.nouns import Language, Level, PlanKind, ProgressStage
from jospar.rules.core.offices import Office
from tests.example import WORKBOOK
from tests.installation import Said
from tools.words import source

ROOT = Path(__file__).parents[2]

TEXTS = sorted(str(message.id) for message in source() if message.id)

KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
LATIN = re.compile(r"[A-Za-z][A-Za-z_]+")
OPTION = re.compile(r"--?[a-z][a-z-]*")
PLACEHOLDER = re.compile(r"\{(\w+)\}")

DAYS = "day first_day last_day off on signed_on since today works".split()  # noqa: SIM905 - words
SAMPLES = {
    **dict.fromkeys(DAYS, date(2024, 5, 5)),
    "office": Office.HEAD,
    "offices": (Office.HEAD, Office.PLANNER),
    "plan": PlanKind.CURRENT,
}
"""What fills placeholders that are not filled with a key, a number or a path."""

COMMANDS = (
    *("year", "plan", "law", "laboratory", "days", "journal", "person"),
    *("treaties", "notices", "demo", "simulate", "serve"),
    *("backup", "restore", "move", "repair", "check", "control", "verify", "evidence"),
)
ACTIONS = (
    *("verify", "export", "rebuild", "state"),
    *("follow", "key", "checkpoint", "tree"),
)
NAMES = """
    jospar Jospar JOSPAR_DATA JOSPAR_DATABASE_URL XLSX DOCX PDF JSON TOML XML UTF
    LC_CTYPE PNG JPEG TIFF ASiC CMS DOC XLS
    ISO UZ JOSPAR_MAIL JOSPAR_URL notices kk ru en kz docx pdf xlsx json xml out demo
    current long_term law CSV csv treaties register title_kk title_ru signed_on
    due outer
    JOSPAR_HOSTS JOSPAR_HTTPS JOSPAR_SECRET_KEY JOSPAR_CHECKPOINT_KEY JOSPAR_MAIL_FROM
    JOSPAR_SECOND_FACTOR all reason JOSPAR_OIDC_ISSUER JOSPAR_PROXIES Forwarded For
    HTTPS https TLS serve PostgreSQL SQLite tzdata UTC Ed PEM chmod
    JOSPAR_FILES AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY postgresql sqlite move
    PgBouncer pool_mode session chrony timesyncd
    REINDEX DATABASE ALTER REFRESH COLLATION VERSION
    journal days backup verify export rebuild repair key checkpoint bring in
    quarter year
    evidence zip body_officer energy auditor
""".split()  # noqa: SIM905 - a list of words, written as such
"""What is written in Latin letters in every language."""


def latin(text: str, *known: Iterable[str]) -> set[str]:
    """Return the words of ``text`` in Latin letters that are no names or options."""
    return set(LATIN.findall(OPTION.sub("", text))).difference(NAMES, *known)


def translation(text: str, language: str) -> str:
    """Return ``text`` in ``language``, unfilled."""
    with override(language):
        return gettext(text)


@pytest.mark.parametrize("language", Language)
def test_every_sentence_can_be_filled(language: Language) -> None:
    """A sentence takes its values, and begins as a sentence does."""
    for text in TEXTS:
        if "%" in text:
            continue
        values = {name: SAMPLES.get(name, "x-1") for name in PLACEHOLDER.findall(text)}
        filled = fill(text, values, language)
        assert "{" not in filled
        if text.endswith(".") and not text.startswith("{"):
            assert not filled[0].islower(), filled


@pytest.mark.parametrize("language", [Language.KK, Language.RU])
def test_translations_are_in_their_language(language: Language) -> None:
    """No English word is left, no Russian text Kazakh, no Kazakh sentence Russian."""
    for text in TEXTS:
        translated = translation(text, language)
        named = LATIN.findall(" ".join(re.findall(r"\{\w+\}|%\(\w+\)|“\w+”", text)))
        assert latin(translated, named) == set(), text
        if language is Language.RU:
            assert not KAZAKH.search(translated), translated
        elif text.endswith("."):
            assert KAZAKH.search(translated), translated


def test_english_is_the_source() -> None:
    """English never falls back to Kazakh, the language of the installation."""
    assert settings.LANGUAGE_CODE == Language.KK
    assert [translation(text, Language.EN) for text in TEXTS] == TEXTS


def test_words_of_values() -> None:
    """Each value that a sentence may hold has a word of its own in each language."""
    languages = {Language.KK, Language.RU}
    assert set(WORDS) == {*PlanKind, *Level, *ProgressStage, *languages}
    for language in Language:
        with override(language):
            words = {gettext(text) for text in WORDS.values()}
        assert len(words) == len(WORDS)


@pytest.mark.parametrize(
    ("kk", "ru", "filled"),
    [
        ("interagency", "", "“ведомствоаралық”, “–”"),
        ("interagency interstate", "Пакт", "“мемлекетаралық, ведомствоаралық”, “Пакт”"),
    ],
)
def test_what_titles_say(kk: str, ru: str, filled: str) -> None:
    """Levels that titles show are said in words; a title that shows none has a dash."""
    assert fill("“{kk}”, “{ru}”", {"kk": kk, "ru": ru}, Language.KK) == filled


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("cell", "title_kk", "қазақша атауы"),
        ("cell", "B5", "B5"),
        ("column", "title_kk", "title_kk"),
        ("reason", "Permission denied", "рұқсат жоқ"),
        ("reason", "Something else", "Something else"),
        ("error", "Permission denied", "Permission denied"),
        ("names", ("a", "b"), "a, b"),
        ("offices", (Office.AUDITOR, Office.RECIPIENT), "аудитор, жоспарды алушы"),
        ("on", date(2024, 5, 5), "2024 жылғы 5 мамыр"),
        ("label", {"kk": "Қаржы", "ru": "Финансы", "en": "Money"}, "Қаржы"),
    ],
)
def test_values_as_people_write_them(name: str, value: object, shown: str) -> None:
    """Codes are said in words where the sentence means what they stand for."""
    assert fill(f"{{{name}}}", {name: value}, Language.KK) == shown


def test_codes_are_of_placeholders_that_texts_have() -> None:
    """Words for codes belong to placeholders of our texts."""
    named = {name for text in TEXTS for name in PLACEHOLDER.findall(text)}
    assert set(CODES) - named == set()


def test_words_of_argparse_are_what_argparse_says() -> None:
    """Each text of argparse that we translate is one of its texts."""
    texts = {
        node.value
        for node in ast.walk(ast.parse(inspect.getsource(argparse)))
        if isinstance(node, ast.Constant)
    }
    assert set(ARGPARSE_WORDS) - texts == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "arguments",
    [(), *((name,) for name in COMMANDS), *(("journal", name) for name in ACTIONS)],
    ids=" ".join,
)
def test_help_is_in_the_language_asked_for(
    command: Callable[..., Said], arguments: tuple[str, ...]
) -> None:
    """The help holds no English besides names of commands, options and formats."""
    texts = {}
    for language in Language:
        said = command("--lang", language, *arguments, "--help")
        assert (said.status, said.err) == (0, "")
        texts[language] = said.out.partition(translation("Examples:", language))[0]
    for language in (Language.KK, Language.RU):
        assert latin(texts[language], COMMANDS, ACTIONS, list(Office)) == set()
    assert KAZAKH.search(texts[Language.KK])
    assert not KAZAKH.search(texts[Language.RU])
    assert not re.search("[а-я]", texts[Language.EN])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("year", "jospar year: ошибка: не указаны обязательные аргументы: ФАЙЛ, --out"),
        (
            "days concepts.deadline",
            "jospar days: ошибка: укажите один из аргументов: --enter --year --from",
        ),
        (
            "serve --port",
            "jospar serve: ошибка: аргумент --port: требуется одно значение",
        ),
        (
            "serve --port 0",
            "jospar serve: ошибка: аргумент --port: «0» – не номер порта от 1 до 65535",
        ),
        ("plan 2024 current x", "jospar plan: ошибка: неизвестные аргументы: x"),
        (
            "plan 2024 current --form doc",
            "jospar plan: ошибка: аргумент --form: недопустимое значение 'doc' "
            "(выберите из: 'docx', 'pdf', 'xlsx', 'json', 'xml')",
        ),
    ],
)
def test_argparse_speaks_the_language_asked_for(
    command: Callable[..., Said], arguments: str, told: str
) -> None:
    """What is wrong with arguments is told in the language asked for."""
    said = command(*arguments.split(), "--lang", "ru")
    assert (said.status, said.out) == (2, "")
    assert said.err.splitlines()[-1] == told


@pytest.mark.django_db
def test_the_language_may_be_named_anywhere(command: Callable[..., Said]) -> None:
    """It is heard behind the action of a command too."""
    said = command("journal", "state", "--on", "x", "--lang", "kk")
    told = "«x» күн ретінде оқылмайды; 2024-09-25 түрінде жазыңыз"
    assert said.err.splitlines()[-1] == (
        f"jospar journal state: қате: --on аргументі: {told}"
    )


@pytest.mark.django_db
def test_a_language_that_there_is_not(command: Callable[..., Said]) -> None:
    """It is refused, with those that there are."""
    said = command("--lang", "de", "law")
    assert said.status == 2
    assert "'kk', 'ru', 'en'" in said.err.splitlines()[-1]


@pytest.mark.django_db
def test_the_report_is_in_the_language_asked_for() -> None:
    """The year 2024 is reported on in Kazakh and in Russian, without English."""
    workbook = read(WORKBOOK)
    outcome = YearRun(workbook, Clock(date(2024, 12, 31))).run(lambda _done, _of: None)
    found = [*outcome.refused, *outcome.cautions]
    values = [part.objection.values.values() for part in found]
    named = LATIN.findall(" ".join(map(str, values)))
    for language in (Language.KK, Language.RU):
        made = report(outcome, workbook, language)
        lines = [*made["refused"], *made["cautions"]]
        assert len(lines) == len(found) > 0
        for line in lines:
            assert latin(line["message"], named) == set()
            assert bool(KAZAKH.search(line["message"])) or language is Language.RU
