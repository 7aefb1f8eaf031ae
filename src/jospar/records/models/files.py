"""Files that came with acts; what they hold is kept outside the database."""

from django.db import models

from jospar.rules.core.bounds import LINE


class AttachedFile(models.Model):
    """A file that came with the act of ``entry``, in the place it was given."""

    pk = models.CompositePrimaryKey("entry", "position")
    entry = models.BigIntegerField()
    position = models.IntegerField()
    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField(max_length=LINE)
    type = models.CharField(max_length=100)
    size = models.BigIntegerField()

    def __str__(self) -> str:
        """Return the file's name."""
        return self.name
