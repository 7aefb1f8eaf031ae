"""Documents sent to be kept by the reader; nothing on the way keeps them."""

from django.http import HttpResponse

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PRINTED = frozenset({"docx", "pdf"})
"""The endings of papers and of revisions of plans."""


def download(content: bytes, name: str) -> HttpResponse:
    """Return a document under ``name``, whose ending says of which type it is."""
    response = HttpResponse(content, content_type=TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
