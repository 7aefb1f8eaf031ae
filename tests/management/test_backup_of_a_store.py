"""Files of a store are in the backup, and come back into the store that is named."""

import hashlib
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.installation import Installation
from tests.records.made_files import PDF
from tests.records.s3_store import BUCKET, KEYS, s3_store

pytestmark = pytest.mark.slow

SHA256 = hashlib.sha256(PDF).hexdigest()
KEY = f"{SHA256[:2]}/{SHA256}"


def test_from_a_store_and_back(
    installations: Callable[..., Installation], tmp_path: Path
) -> None:
    """They come back elsewhere; where the store is down no backup is replaced."""
    source, target = installations(sqlite=True), installations(sqlite=True, empty=True)
    backup = tmp_path / "jospar.tar"
    with s3_store() as store:
        store.client.put_object(Bucket=BUCKET, Key=f"jospar/{KEY}", Body=PDF)
        given = {**KEYS, "JOSPAR_FILES": store.address}
        assert source("backup", backup, **given).status == 0
        with tarfile.open(backup) as archive:
            kept = archive.extractfile(f"files/{KEY}")
            assert kept is not None
            assert kept.read() == PDF
        elsewhere = given | {"JOSPAR_FILES": store.address.replace("jospar", "other")}
        assert target("restore", backup, "--reason", "No. 12", **elsewhere).status == 0
        assert store.names() == [f"jospar/{KEY}", f"other/{KEY}"]
    before = backup.read_bytes()
    status, _out, err = source("backup", backup, **given)
    assert (status, err.count("\n")) == (2, 1)
    assert err.startswith("jospar: The store of files does not do what it is asked: ")
    assert backup.read_bytes() == before
