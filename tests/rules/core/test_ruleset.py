"""Rulesets: our own, an administrator's, and those that are not in order."""

import hashlib
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from jospar.rules.core.nouns import Language, Level, PlanKind
from jospar.rules.core.provisions import Source
from jospar.rules.core.ruleset import (
    Reading,
    Repeal,
    Ruleset,
    RulesetError,
    load,
    read,
)
from tests.rules.made import CURRENT, LONG_TERM, OTHER_RULES, RULES

OWN = files("jospar.rules") / "rulesets" / "kz-2023.toml"
CONTENT = OWN.read_text("utf-8")
THREE = {"kk", "ru", "en"}


def changed(old: str, new: str) -> bytes:
    """Return our own ruleset with the one place that says ``old`` saying ``new``."""
    assert CONTENT.count(old) == 1
    return CONTENT.replace(old, new).encode()


def test_our_own_rules() -> None:
    """The Rules of 2023 are the default, and say what they are and what ended them."""
    assert load() == RULES
    assert RULES.code == "kz-2023"
    assert RULES.languages == (Language.KK, Language.RU)
    assert RULES.not_before == date(2023, 5, 22)
    assert RULES.repeal == Repeal("№ 11-1-4/161", date(2025, 3, 19))


@pytest.mark.provision("distribution.recipients")
def test_recipients_of_our_own_rules() -> None:
    """Parliament, the Government Office and bodies with rows get a plan, save one."""
    recipients = RULES.recipients
    assert list(recipients.always) == ["parliament", "government_office"]
    assert recipients.bodies_with_rows is True
    assert recipients.excepted == {"mid"}


@pytest.mark.provision("plans.kinds")
@pytest.mark.provision("plans.forms")
def test_headings_of_our_own_rules() -> None:
    """There are two plans; in each language the form has six columns, three groups."""
    headings = RULES.headings
    assert list(headings.titles) == [CURRENT, LONG_TERM]
    assert list(headings.groups) == list(Level)
    assert {language: len(texts) for language, texts in headings.columns.items()} == {
        "kk": 6,
        "ru": 6,
        "en": 6,
    }
    assert headings.titles[CURRENT]["ru"] == (
        "Текущий план заключения международных договоров Республики Казахстан на "
        "{years} год"
    )


def test_paragraphs() -> None:
    """A provision of the law has its paragraph, one of practice has none."""
    assert RULES.paragraph("placement.term") == "10"
    assert RULES.paragraph("amendments.instruction") == "16 1)"
    assert RULES.paragraph("titles.grammar") is None


def test_every_paragraph_has_a_provision() -> None:
    """The provisions of the law run through all nineteen paragraphs in their order."""
    numbers = [
        int(provision.paragraph.split()[0])
        for provision in RULES.provisions.values()
        if provision.paragraph
    ]
    assert list(dict.fromkeys(numbers)) == list(range(1, 20))


@pytest.mark.parametrize("rules", [RULES, OTHER_RULES], ids=["kz-2023", "test-2031"])
def test_provisions_are_complete(rules: Ruleset) -> None:
    """Law has a paragraph, practice has none; both have a gist in three languages."""
    for provision in rules.provisions.values():
        assert (provision.paragraph is None) is (provision.source is Source.PRACTICE)
        assert set(provision.gist) == THREE
        assert set(provision.outside) in (THREE, set())
        for text in (*provision.gist.values(), *provision.outside.values()):
            assert text.strip() == text != ""


@pytest.mark.parametrize("rules", [RULES, OTHER_RULES], ids=["kz-2023", "test-2031"])
def test_readings_are_complete(rules: Ruleset) -> None:
    """A reading has its provision, options and text, and who settled it."""
    for code, reading in rules.readings.items():
        assert reading.code == code
        assert reading.provision in rules.provisions
        assert reading.chosen in reading.options
        assert reading.settled_by
        assert set(reading.text) == THREE


def test_a_reading_is_asked_by_its_name() -> None:
    """The option that is chosen is what the Rules answer with."""
    assert RULES.reading("receipt") == "received"
    assert RULES.readings["given"] == Reading(
        code="given",
        provision="conclusions.deadline",
        options=("signed", "sent"),
        chosen="signed",
        settled_by="Jospar",
        settled_on=date(2026, 11, 22),
        text=RULES.readings["given"].text,
    )


def test_other_rules_differ_in_everything() -> None:
    """The Rules for tests have the same provisions and readings, all said otherwise."""
    assert OTHER_RULES.provisions.keys() == RULES.provisions.keys()
    assert OTHER_RULES.readings.keys() == RULES.readings.keys()
    assert OTHER_RULES.deadlines.keys() == RULES.deadlines.keys()
    for code, provision in OTHER_RULES.provisions.items():
        same = OTHER_RULES.paragraph(code) == RULES.paragraph(code)
        assert same is (provision.source is Source.PRACTICE)
    for code, reading in OTHER_RULES.readings.items():
        same = reading.chosen == RULES.reading(code)
        assert same is (len(reading.options) == 1)
    for code, deadline in OTHER_RULES.deadlines.items():
        assert deadline != RULES.deadlines[code]
    assert OTHER_RULES.recipients != RULES.recipients
    for kind in PlanKind:
        assert OTHER_RULES.horizons[kind] != RULES.horizons[kind]
        assert OTHER_RULES.headings.titles[kind] != RULES.headings.titles[kind]
    assert OTHER_RULES.repeal is None


def test_a_ruleset_is_never_changed() -> None:
    """What was read stays as it is."""
    with pytest.raises(TypeError, match="does not support item assignment"):
        RULES.readings["receipt"] = RULES.readings["given"]  # type: ignore[index] # that is the point


def test_the_digest_is_that_of_the_bytes() -> None:
    """The digest is the SHA-256 of the file, whose text is kept."""
    assert RULES.digest == hashlib.sha256(OWN.read_bytes()).hexdigest()
    assert RULES.content == CONTENT


def test_one_byte_changes_the_digest() -> None:
    """A blank line more is the same ruleset in all but its text and digest."""
    longer = read(CONTENT.encode() + b"\n")
    assert longer.digest != RULES.digest
    assert replace(longer, content=RULES.content, digest=RULES.digest) == RULES


# -------------------------------------------------------- where it is found


def test_an_administrators_file_comes_before_our_own(tmp_path: Path) -> None:
    """A file of our own name in the administrator's directory is read instead."""
    other = changed('excepted = ["mid"]', "excepted = []")
    (tmp_path / "kz-2023.toml").write_bytes(other)
    assert load("kz-2023", tmp_path) == read(other)
    assert load("kz-2023", tmp_path).recipients.excepted == frozenset()


def test_an_empty_directory_leaves_our_own(tmp_path: Path) -> None:
    """Where the administrator has no such file, or no directory yet, ours is read."""
    assert load("kz-2023", tmp_path).digest == RULES.digest
    assert load("kz-2023", tmp_path / "none").digest == RULES.digest


@pytest.mark.parametrize(
    "code",
    ["", "kz-2022", "../rulesets/kz-2023", "./kz-2023", "kz-2023.toml", "k" * 300],
)
def test_there_is_no_such_ruleset(code: str) -> None:
    """An unknown name, or one that is a path, names no ruleset."""
    with pytest.raises(RulesetError, match=rf"^There is no ruleset “{code}”\.$"):
        load(code)


def test_a_name_leads_out_of_no_directory(tmp_path: Path) -> None:
    """A path is no name of an administrator's ruleset either."""
    (tmp_path / "rulesets").mkdir()
    (tmp_path / "outside.toml").write_text(CONTENT, "utf-8")
    with pytest.raises(RulesetError, match="There is no ruleset"):
        load("../outside", tmp_path / "rulesets")


def test_a_file_calls_itself_by_its_name(tmp_path: Path) -> None:
    """A copy that still calls itself by another name is not taken for a new one."""
    (tmp_path / "kz-2027.toml").write_text(CONTENT, "utf-8")
    with pytest.raises(RulesetError, match="“kz-2027” calls itself “kz-2023”"):
        load("kz-2027", tmp_path)


# ------------------------------------------------------------- not in order


@pytest.mark.parametrize("content", [b"\xff", b"code =", b"[deadlines]\n[deadlines]"])
def test_what_is_not_toml(content: bytes) -> None:
    """A file that is not TOML, or not UTF-8, is no ruleset."""
    with pytest.raises(RulesetError, match=r"^The ruleset is not TOML in UTF-8: .+\.$"):
        read(content)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('code = "kz-2023"\n', "", "code"),
        ("[in_force]", "[inforce]", "in_force"),
        ("[horizons]", "[horizon]", "horizons"),
        ("current = { first = 1, last = 1 }", "", "current"),
        ("current = { first = 1, last = 1 }", "current = { first = 1 }", "last"),
        ("month = 11, day = 10,", "month = 11,", "day"),
        ("working_days = 10, late_after", "working_days = 10, after", "late_after"),
        ("bodies_with_rows = true\n", "", "bodies_with_rows"),
        ("[forms.groups.interagency]", "[forms.groups.other]", "interagency"),
        ('by = "№ 11-1-4/161"\n', "", "by"),
    ],
)
def test_what_is_missing(old: str, new: str, key: str) -> None:
    """The first thing that a ruleset lacks is named."""
    with pytest.raises(RulesetError, match=rf"^The ruleset lacks “{key}”\.$"):
        read(changed(old, new))


def test_a_ruleset_lacks_its_readings() -> None:
    """A ruleset without any reading, or any provision, lacks them."""
    readings = CONTENT.index("[[reading]]"), CONTENT.index("[forms.title.current]")
    with pytest.raises(RulesetError, match=r"^The ruleset lacks “reading”\.$"):
        read((CONTENT[: readings[0]] + CONTENT[readings[1] :]).encode())
    with pytest.raises(RulesetError, match=r"^The ruleset lacks “provision”\.$"):
        read(CONTENT[: CONTENT.index("[[provision]]")].encode())


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('code = "plans.kinds"', 'code = "1"', "“1” is not a name of a provision"),
        (
            'en = "Each plan has its form: six columns, three groups."',
            "",
            "a text lacks en",
        ),
        (
            '"commission.deadline" = ',
            '"commission.day" = ',
            "no provision is named commission.day",
        ),
        (
            'code = "approval_lapses"\nprovision = "commission.decision"',
            'code = "approval_lapses"\nprovision = "commission.vote"',
            "no provision is named commission.vote",
        ),
        (
            'working_days = 10, late_after = "outer"',
            'working_days = 10, late_after = "then"',
            "distribution.deadline: late_after is due or outer, not then",
        ),
        ("month = 9, day = 25", "month = 9, day = 31", "day is out of range"),
        ("month = 9, day = 25", 'month = "9", day = 25', "'str' object cannot be"),
        (
            'chosen = "received"',
            'chosen = "opened"',
            "receipt: opened is not among its options",
        ),
        (
            "current = { first = 1, last = 1 }",
            "current = { first = 0, last = 1 }",
            "the years of current do not follow each other",
        ),
        (
            "long_term = { first = 2, last = 4 }",
            "long_term = { first = 4, last = 2 }",
            "the years of long_term do not follow each other",
        ),
        (
            'en = ["No.", ',
            "en = [",
            "the forms have six columns in every language",
        ),
        (
            'languages = ["kk", "ru"]',
            'languages = ["kk", "uz"]',
            "'uz' is not a valid Language",
        ),
        (
            'paragraph = "1"\n',
            'source = "custom"\n',
            "'custom' is not a valid Source",
        ),
    ],
)
def test_what_is_not_in_order(old: str, new: str, why: str) -> None:
    """The first thing that a ruleset may not say is named with its reason."""
    with pytest.raises(RulesetError) as error:
        read(changed(old, new))
    assert error.value.message == "The ruleset is not in order: {error}."
    assert str(error.value.values["error"]).startswith(why)


@pytest.mark.provision("concepts.fields")
def test_an_administrator_adds_fields() -> None:
    """Our own Rules name none; tables of a file state them, in their order."""
    assert RULES.fields == {}
    tables = """
[[field]]
code = "budget"
kind = "long_text"
label = { kk = "Қаржы", ru = "Финансы", en = "Money" }
help = { kk = "Қаржы көзі", ru = "Источник", en = "The source" }
required = true
both_languages = true

[[field]]
code = "origin"
kind = "choice"
label = { kk = "Тегі", ru = "Происхождение", en = "Origin" }
help = { kk = "Кім бастады", ru = "Кто предложил", en = "Who began" }
[[field.option]]
code = "own"
label = { kk = "Өзіміз", ru = "Мы", en = "We" }
"""
    other = read((CONTENT + tables).encode())
    assert list(other.fields) == ["budget", "origin"]
    assert other.fields["budget"].cells == ("budget_kk", "budget_ru")
    assert other.fields["origin"].options["own"]["en"] == "We"


@pytest.mark.parametrize(
    ("table", "why"),
    [
        ('[[field]]\ncode = "budget"\n', "The ruleset lacks “kind”."),
        (
            '[[field]]\ncode = "B"\nkind = "text"\n',
            "The ruleset is not in order: “B” is not a name of a field such as "
            "budget_line.",
        ),
        (
            '[[signatory]]\npaper = "note"\ntitle = { kk = "Д", ru = "Д" }\n',
            "The ruleset is not in order: 'note' is not a valid PaperKind.",
        ),
    ],
)
def test_fields_and_signatories_that_are_not_in_order(table: str, why: str) -> None:
    """What they lack, or may not say, is named as of any other part."""
    with pytest.raises(RulesetError) as error:
        read(f"{CONTENT}\n{table}".encode())
    assert str(error.value) == why


def test_a_text_where_texts_are_expected() -> None:
    """A name in one language only, said as a text, is not in order."""
    start, end = CONTENT.index("[name]"), CONTENT.index("# In force")
    content = CONTENT[:start].replace("kz-2023", "x") + CONTENT[end:]
    with pytest.raises(RulesetError, match="no attribute 'get'"):
        read(b'name = "Rules"\n' + content.encode())


def test_a_kept_text_is_completed_by_a_later_one() -> None:
    """What only the later text states is added; what the kept one has stays."""
    provision = RULES.provisions["plans.kinds"]
    outside = replace(provision, outside={"en": "Not yet."})
    deadline = RULES.deadlines["concepts.deadline"]
    kept = replace(
        RULES,
        provisions={"plans.kinds": outside},
        readings={},
        deadlines={"concepts.deadline": replace(deadline, day=1)},
    )
    completed = kept.completed(RULES)
    assert completed.provisions == RULES.provisions
    assert completed.readings == RULES.readings
    assert completed.deadlines["concepts.deadline"].day == 1
    assert completed.deadlines.keys() == RULES.deadlines.keys()
    assert completed.digest == kept.digest


def test_a_kept_text_knows_more_than_a_later_one() -> None:
    """What the later text no longer states stays."""
    later = replace(RULES, provisions={}, readings={}, deadlines={})
    assert RULES.completed(later) == RULES
