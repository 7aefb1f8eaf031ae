"""A file that is not given is told of on a page, and nothing fails."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from jospar.records.file_types import FileError
from jospar.web.kept_files import TellOfFiles

TITLES = {"kk": "Файл қолжетімсіз", "ru": "Файл недоступен", "en": "A file is out of "}


@pytest.mark.parametrize("language", TITLES)
def test_why_a_file_is_not_given(language: str) -> None:
    """Its sentence is there, in the language of the page."""
    middleware = TellOfFiles(lambda _request: HttpResponse("shown"))
    request = RequestFactory().get(f"/{language}/")
    assert middleware(request).content == b"shown"
    error = FileError("“{name}” is not a file.", name="Хат.pdf")
    answer = middleware.process_exception(request, error)
    assert answer is not None
    text = answer.content.decode()
    assert (answer.status_code, TITLES[language] in text, "Хат.pdf" in text) == (
        503,
        True,
        True,
    )
    assert middleware.process_exception(request, ValueError()) is None
