"""Store of the files that came with an act."""

from jospar.records.models import AttachedFile
from jospar.rules.core.files import FilesAttached

from .dispatch import At, store


@store.register
def _(effect: FilesAttached, at: At) -> None:
    AttachedFile.objects.bulk_create(
        AttachedFile(
            entry=at.entry,
            position=position,
            sha256=file.sha256,
            name=file.name,
            type=file.type,
            size=file.size,
        )
        for position, file in enumerate(effect.files)
    )
