"""What a store of files may do wrong, known without what talks to it."""

from jospar.records.file_types import FileError


class StoreError(FileError):
    """The store does not do what it should, whichever file it is asked for."""
