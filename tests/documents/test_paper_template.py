"""Templates that a ministry edits, and what a mistake in one says."""

import os
import re
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import jinja2
import pytest
from docxtpl import DocxTemplate

from jospar.documents import letters
from jospar.documents.docx_template import TemplateError
from jospar.documents.letters import check_template, render
from jospar.documents.paper_samples import SAMPLES
from jospar.documents.paper_values import template_names, template_values
from jospar.documents.papers import PAPER_TYPES, Paper, ReturnLetter
from jospar.rules.core.nouns import Text
from tests.documents.editions import KAZAKH_LETTERS
from tests.documents.made_papers import late_concept, lines, return_letter

TEMPLATES = Path(letters.__file__).parent / "templates" / "letters"
LOCALES = {"kk": "kk-KZ", "ru": "ru-RU"}
NAMES = [(name, language) for name in PAPER_TYPES for language in LOCALES]
FULL: dict[type[Paper], Paper] = {type(paper): paper for paper in reversed(SAMPLES)}
CURE = "correct it in Word."


def edited(folder: Path, *paragraphs: str, name: str = "return_letter.kk.docx") -> Path:
    """Save a template of ours with further paragraphs, as an office would."""
    document = docx.Document(str(TEMPLATES / name))
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(str(folder / name))
    return folder / name


def fault(path: Path) -> str:
    """Return what is wrong with a template for letters of return."""
    with pytest.raises(TemplateError) as caught:
        check_template(path, ReturnLetter)
    return str(caught.value)


def tags(path: Path) -> set[str]:
    """Return the placeholders of a template, its footer included."""
    document = docx.Document(str(path))
    footers = [each.text for each in document.sections[0].footer.paragraphs]
    text = "\n".join([*lines(path.read_bytes()), *footers])
    return set(re.findall(r"\{[{%].*?[%}]\}", text))


@pytest.mark.parametrize(("name", "language"), NAMES)
def test_a_template_of_ours_is_usable(name: str, language: str) -> None:
    """It is filled in with every sample without a fault."""
    check_template(TEMPLATES / f"{name}.{language}.docx", PAPER_TYPES[name])


@pytest.mark.parametrize("name", PAPER_TYPES)
def test_both_languages_have_the_same_placeholders(name: str) -> None:
    """Neither language says less than the other, and each prints all of the paper."""
    kk, ru = (TEMPLATES / f"{name}.{language}.docx" for language in LOCALES)
    assert tags(kk) == tags(ru)
    used = DocxTemplate(str(kk)).get_undeclared_template_variables()
    assert used == set(template_names(PAPER_TYPES[name]))


@pytest.mark.parametrize(("name", "language"), NAMES)
def test_a_document_is_what_docxtpl_makes_of_it(name: str, language: str) -> None:
    """Whoever knows docxtpl knows our templates."""
    paper = FULL[PAPER_TYPES[name]]
    template = DocxTemplate(str(TEMPLATES / f"{name}.{language}.docx"))
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True)
    template.render(template_values(paper, language), environment)
    expected = BytesIO()
    template.save(expected)
    assert lines(render(name, paper, language)) == lines(expected.getvalue())


@pytest.mark.parametrize(("name", "language"), NAMES)
def test_the_language_of_the_text_is_set(name: str, language: str) -> None:
    """Office programs check the spelling in the paper's own language."""
    paper = FULL[PAPER_TYPES[name]]
    styles = docx.Document(BytesIO(render(name, paper, language))).styles.element
    assert styles.xpath("w:docDefaults//w:lang/@w:val") == [LOCALES[language]]


@pytest.mark.parametrize(("name", "language"), NAMES)
def test_the_same_paper_gives_the_same_bytes(name: str, language: str) -> None:
    """Nothing of the moment of making gets into a document."""
    paper = FULL[PAPER_TYPES[name]]
    once = render(name, paper, language)
    assert render(name, paper, language) == once
    with zipfile.ZipFile(BytesIO(once)) as package:
        moments = {entry.date_time for entry in package.infolist()}
    assert moments == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("{{ 7 * 7 }} {% if %} {# #}", "{{ 7 * 7 }} {% if %} {# #}"),
        ("{{ number }} {_{ x }_}", "{{ number }} {_{ x }_}"),
        ("A & B <w:p/> </w:t> \"q\" 'q'", "A & B <w:p/> </w:t> \"q\" 'q'"),
        ("&amp; &#65; ]]>", "&amp; &#65; ]]>"),
        ("бір\r\nекі\nүш", "бір\nекі\nүш"),
        ("a\x00b\x0bc", "abc"),
        (KAZAKH_LETTERS + "№₸", KAZAKH_LETTERS + "№₸"),
    ],
)
def test_a_title_is_printed_as_it_is(title: str, printed: str) -> None:
    """No title is read as markup or as a placeholder, and no letter is lost."""
    letter = return_letter(late_concept(title=Text(title, title)))
    assert lines(render("return_letter", letter, "kk"))[5] == (
        f"1 | C-084\n{printed} | № 5-2/135 | 2024 жылғы 26 қыркүйек, 09:05"
    )


def test_an_office_replaces_one_template(tmp_path: Path) -> None:
    """Its own is used where there is one, and ours in the other language."""
    edited(tmp_path, "Орындаушы: {{ signatory }}")
    letter = return_letter()
    own = lines(render("return_letter", letter, "kk", tmp_path))
    assert own == [
        *lines(render("return_letter", letter, "kk")),
        "Орындаушы: Б. Әлімов",
    ]
    assert render("return_letter", letter, "ru", tmp_path) == render(
        "return_letter", letter, "ru"
    )


def test_a_changed_template_is_read_again(tmp_path: Path) -> None:
    """The next letter follows the change."""
    render("return_letter", return_letter(), "kk", edited(tmp_path, "бір").parent)
    path = edited(tmp_path, "екі")
    later = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(later, later))
    letter = lines(render("return_letter", return_letter(), "kk", tmp_path))
    assert letter[-1] == "екі"


def test_a_placeholder_that_word_cut_up(tmp_path: Path) -> None:
    """It works all the same."""
    document = docx.Document(str(TEMPLATES / "return_letter.kk.docx"))
    paragraph = document.add_paragraph("Нөмірі: {")
    for piece in ("{ num", "ber }", "}"):
        paragraph.add_run(piece).italic = True
    document.save(str(tmp_path / "return_letter.kk.docx"))
    text = lines(render("return_letter", return_letter(), "kk", tmp_path))
    assert text[-1] == "Нөмірі: ҚК/408"


def test_quotation_marks_of_office_programs(tmp_path: Path) -> None:
    """Placeholders may have theirs bent, or escaped as LibreOffice does."""
    path = edited(tmp_path, "{{ number or “жоқ” }}{{ number and 'тағы' }}")
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w") as package:
        for name, part in parts.items():
            escaped = part.replace("'тағы'".encode(), "&quot;тағы&quot;".encode())
            package.writestr(name, escaped)
    text = lines(render("return_letter", return_letter(), "kk", tmp_path))
    assert text[-1] == "ҚК/408тағы"


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (
            "{{ nomber }}",
            "The template return_letter.kk.docx uses {{ nomber }}, which this paper "
            "does not have: take one of number, day, addressee, through, text, "
            "signatory_post, signatory, concepts, cycle, last_day, rules, paragraph.",
        ),
        (
            "{% if cycle == 1 %}{{ plan }}{% endif %}",
            "The template return_letter.kk.docx uses {{ plan }}, which this paper "
            "does not have: take one of number, day, addressee, through, text, "
            "signatory_post, signatory, concepts, cycle, last_day, rules, paragraph.",
        ),
        (
            "{{ concepts[0].name }}",
            "The template return_letter.kk.docx has a placeholder that cannot be "
            "worked out ('types.SimpleNamespace object' has no attribute 'name'): "
            + CURE,
        ),
        (
            "{{ (concepts|reject)|first }}",
            "The template return_letter.kk.docx has a placeholder that cannot be "
            "worked out (No first item, sequence was empty.): " + CURE,
        ),
        (
            "Нөмірі: {{ number + }}",
            "In the template return_letter.kk.docx a placeholder is broken, in or near "
            "“Нөмірі: {{ number + }}” (unexpected 'end of print statement'): " + CURE,
        ),
        (
            "{{ number|big }}",
            "In the template return_letter.kk.docx a placeholder is broken, in or near "
            "“{{ number|big }}” (No filter named 'big'.): " + CURE,
        ),
        (
            "{{ cycle / 0 }}",
            "The template return_letter.kk.docx has a placeholder that cannot be "
            "worked out (division by zero): " + CURE,
        ),
        (
            "{{ number.__class__.__mro__ }}",
            "The template return_letter.kk.docx has a placeholder that cannot be "
            "worked out (access to attribute '__class__' of 'str' object is unsafe.): "
            + CURE,
        ),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, paragraph: str, expected: str) -> None:
    """The template, the placeholder and the cure stand in one sentence."""
    assert fault(edited(tmp_path, paragraph)) == expected


def test_a_mistake_is_found_before_the_letter_is_made(tmp_path: Path) -> None:
    """Even if this letter would not come past it."""
    edited(tmp_path, "{% if not number %}{{ concepts[0].name }}{% endif %}")
    with pytest.raises(TemplateError):
        render("return_letter", return_letter(), "kk", tmp_path)


def test_a_condition_across_formatting(tmp_path: Path) -> None:
    """It works, and so does what it leaves out."""
    document = docx.Document(str(TEMPLATES / "return_letter.kk.docx"))
    paragraph = document.add_paragraph("{% if number %}бар{% else %}")
    paragraph.add_run("жоқ").bold = True
    paragraph.add_run("{% endif %}")
    document.save(str(tmp_path / "return_letter.kk.docx"))
    assert [
        lines(render("return_letter", return_letter(number=number), "kk", tmp_path))[-1]
        for number in ("1", "")
    ] == ["бар", "жоқ"]


def test_a_condition_that_ends_in_a_table(tmp_path: Path) -> None:
    """A document that would not open is never made."""
    document = docx.Document(str(TEMPLATES / "return_letter.kk.docx"))
    document.add_paragraph("{% if not number %}")
    document.add_table(1, 1).cell(0, 0).text = "{% endif %}"
    document.save(str(tmp_path / "return_letter.kk.docx"))
    assert fault(tmp_path / "return_letter.kk.docx") == (
        "The template return_letter.kk.docx would make a document that does not open: "
        "let each {% if %} and {% for %} end in the cell or paragraph in which it "
        "begins, or give both their own paragraph ({%p … %}) or row ({%tr … %})."
    )


def test_what_is_no_docx_file(tmp_path: Path) -> None:
    """A missing file, a text, another kind of package and a torn file are refused."""
    whole = (TEMPLATES / "return_letter.kk.docx").read_bytes()
    (tmp_path / "text.docx").write_text("{{ number }}", encoding="utf-8")
    (tmp_path / "torn.docx").write_bytes(whole[: len(whole) // 2])
    with zipfile.ZipFile(tmp_path / "sheet.docx", "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    with zipfile.ZipFile(tmp_path / "words.docx", "w") as package:
        package.writestr("word/document.xml", "{{ number }}")
    names = ("missing.docx", "text.docx", "torn.docx", "sheet.docx", "words.docx")
    for name in names:
        assert fault(tmp_path / name) == (
            f"The template {name} cannot be read as a DOCX file: put one in its place "
            "that was saved as DOCX, without a password."
        )
