"""The template of the plan, as an office may have edited it."""

import re
import zipfile
from collections.abc import Callable
from importlib.resources import files
from io import BytesIO

import docx
import pytest

from jospar.documents.docx_template import TemplateError
from jospar.documents.plan_docx import plan_docx
from tests.documents.editions import grouped, make

OWN = files("jospar.documents").joinpath("templates/plan.docx").read_bytes()
BODY = "word/document.xml"


def edited(part: str, change: Callable[[str], str]) -> bytes:
    """Return Jospar's own template with the text of one part changed."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(OWN)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            new.writestr(name, change(text) if name == part else text)
    return target.getvalue()


def without(part: str) -> bytes:
    """Return Jospar's own template without one part."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(OWN)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
    return target.getvalue()


def test_an_office_may_use_its_own_template() -> None:
    """A template with other words around the markers prints them."""
    own = edited(BODY, lambda text: text.replace("{title}", "Бекітемін. {title}"))
    edition = make(1)
    document = docx.Document(BytesIO(plan_docx(edition, "kk", own)))
    assert document.paragraphs[0].text == f"Бекітемін. {edition.form.title['kk']}"


def test_a_template_resaved_by_python_docx_still_works() -> None:
    """Editing and saving the template in another program keeps it usable."""
    target = BytesIO()
    docx.Document(BytesIO(OWN)).save(target)
    edition = make(2)
    document = docx.Document(BytesIO(plan_docx(edition, "ru", target.getvalue())))
    assert (
        document.tables[0].cell(2, 2).text
        == (edition.form.groups[0].rows[0].cells["ru"][2])
    )


def test_a_marker_cut_into_runs_is_found() -> None:
    """Office programs cut a word into runs; a marker is put together again."""
    cut = "{ce</w:t></w:r><w:r><w:t>l</w:t></w:r><w:r><w:t>l3} — <w:t>".removesuffix(
        "<w:t>"
    )
    own = edited(BODY, lambda text: text.replace("{cell3}", f"№ {cut}"))
    edition = make(1)
    document = docx.Document(BytesIO(plan_docx(edition, "kk", own)))
    title = edition.form.groups[0].rows[0].cells["kk"][2]
    assert document.tables[0].cell(2, 2).text == f"№ {title} — "


def test_two_markers_that_share_a_run_are_found() -> None:
    """A run may hold the end of one marker and the beginning of the next."""
    cut = "{revi</w:t></w:r><w:r><w:t>sion}{fin</w:t></w:r><w:r><w:t>gerprint}"

    def change(text: str) -> str:
        text = text.replace("{fingerprint}", "")
        return text.replace("{revision}", cut)

    edition = make(1)
    own = edited("word/footer1.xml", change)
    document = docx.Document(BytesIO(plan_docx(edition, "kk", own)))
    line = document.sections[0].footer.paragraphs[0].text
    said = f"1-редакцияБақылау сомасы: {grouped(edition.fingerprint)}"
    assert line.split(" · ")[0] == said


@pytest.mark.parametrize(
    ("template", "words"),
    [
        (b"no zip", "is not a DOCX file"),
        (OWN[:2000], "is not a DOCX file"),
        (without(BODY), "no readable part word/document.xml"),
        (edited(BODY, lambda text: text[:-9]), "no readable part word/document.xml"),
        (
            edited(BODY, lambda text: re.sub("{title}|{cell4}", "", text)),
            "lacks {cell4}, {title} in its text",
        ),
        (
            edited("word/footer1.xml", lambda text: text.replace("{pages}", "")),
            "lacks {pages} in its header or footer",
        ),
        (
            edited("word/styles.xml", lambda t: re.sub("<w:docDef.*Defaults>", "", t)),
            "no default text style",
        ),
        (
            edited(BODY, lambda text: text.replace("{group}", "{cell1}", 1)
                   .replace("{cell1}", "{group}").replace("{group}", "{cell1}", 1)),
            "the row with {group}",
        ),
        (
            edited(BODY, lambda text: text.replace("{cell1}", "{cell1}{cell1}")),
            "the row with {group}",
        ),
    ],
    ids=[
        "no zip", "truncated", "no body", "broken body", "markers", "footer",
        "no defaults", "rows changed over", "marker twice",
    ],
)  # fmt: skip
def test_a_template_that_lacks_something_is_refused(
    template: bytes, words: str
) -> None:
    """The error names what is missing."""
    with pytest.raises(TemplateError, match=re.escape(words)):
        plan_docx(make(1), "kk", template)
