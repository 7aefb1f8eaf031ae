"""The addresses of what is being written, below ``write/`` of a cycle."""

from django.urls import path

from jospar.web.views import (
    concept_form,
    draft,
    draft_files,
    file_concept,
    propose_again,
    report_none,
    write,
)

urlpatterns = [
    path("", write.write, name="write"),
    path("none/", report_none.report_none, name="report-none"),
    path("form.docx", concept_form.empty_form, name="concept-form"),
    path("again/<int:entry>/", write.again, name="write-again"),
    path("rows/", propose_again.rows, name="rows-again"),
    path("rows/<int:entry>/", propose_again.row, name="row-again"),
    path("<uuid:uuid>/", draft.draft, name="draft"),
    path("<uuid:uuid>/away/", draft.away, name="draft-away"),
    path("<uuid:uuid>/file/", file_concept.file_concept, name="draft-file-concept"),
    path("<uuid:uuid>/files/", draft_files.files, name="draft-files"),
    path("<uuid:uuid>/files/<str:sha256>/", draft_files.file, name="draft-file"),
    path("<uuid:uuid>/form.docx", concept_form.draft_form, name="draft-form"),
]
