"""``jospar check`` tells where data and files are not safe."""

from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.management.checks import Check, storage
from jospar.management.checks.finding import Severity
from tests.records.s3_store import KEYS, s3_store

WRONG, ADVICE = Severity.WRONG, Severity.ADVICE
MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/data /srv/with\\040blank nfs4 rw 0 0
/dev/sdb1 /srv/with\\040blank/own xfs rw 0 0
"""


@pytest.fixture(autouse=True)
def data(settings: Settings, tmp_path: Path) -> Path:
    """Return the directory of an installation in order, with its files in it."""
    settings.DATA = tmp_path / "data"
    settings.FILES = settings.DATA / "files"
    settings.FILES.mkdir(mode=0o700, parents=True)
    return tmp_path / "data"


def found(check: Check) -> list[tuple[Severity, str]]:
    """Return what a check finds, in English."""
    return [(one.severity, one.message.format(**one.values)) for one in check()]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/var/lib/jospar", "ext4"),
        ("/srv/with blank", "nfs4"),
        ("/srv/with blank/a/b", "nfs4"),
        ("/srv/with blank/own/b", "xfs"),
    ],
)
def test_kinds_of_disks(path: str, kind: str) -> None:
    """The nearest place above that something is mounted at tells the kind."""
    assert storage.kind_of_disk(Path(path), MOUNTS) == kind
    assert storage.kind_of_disk(Path(path), "") == ""


def test_sqlite_on_this_machine(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its disk is not one of the network; that of the tests is not either."""
    assert found(storage.network_disk) == []
    if "sqlite" not in settings.DATABASES["default"]["ENGINE"]:
        return
    here = storage.kind_of_disk(Path.cwd(), Path("/proc/self/mounts").read_text())
    monkeypatch.setattr(storage, "OVER_NETWORK", {here})
    ((severity, said),) = found(storage.network_disk)
    assert (severity, said.startswith("The SQLite file ")) == (WRONG, True)


def test_a_directory_of_files(settings: Settings, tmp_path: Path) -> None:
    """Where it stands outside of the data, others may not look into it either."""
    assert found(storage.files_place) == []
    settings.FILES = tmp_path / "shared"
    assert found(storage.files_place) == []
    settings.FILES.mkdir(mode=0o700)
    assert found(storage.files_place) == []
    settings.FILES.chmod(0o750)
    said = f"Others on the machine may look into {settings.FILES} (mode 750)."
    assert found(storage.files_place) == [(ADVICE, said)]


def test_a_store_of_files(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """It answers, has the bucket, and is spoken to encrypted over a network."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with s3_store() as store:
        settings.FILES = store.address
        assert found(storage.files_place) == []
        settings.FILES = store.address.replace("papers", "other")
        said = "The store of files has no bucket “other”: make it, or correct "
        assert found(storage.files_place) == [(WRONG, f"{said}JOSPAR_FILES.")]
    settings.FILES = "s3://papers/?endpoint=http://store.invalid:9"
    ((_severity, first), (severity, second)) = found(storage.files_place)
    assert first.startswith("Files go to their store unencrypted")
    assert (severity, second[:19]) == (WRONG, "The store of files ")


def test_keys_of_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """They are for their owner alone."""
    keys = tmp_path / "keys"
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(keys))
    assert found(storage.keys_of_store) == []
    keys.touch(mode=0o600)
    assert found(storage.keys_of_store) == []
    keys.chmod(0o640)
    said = f"Others may read the keys of the store of files, “{keys}”."
    assert found(storage.keys_of_store) == [(WRONG, said)]
