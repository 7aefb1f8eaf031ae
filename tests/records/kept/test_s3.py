"""Files in an S3-compatible store: the same promises as of a directory."""

import hashlib
from collections.abc import Callable, Iterator

import pytest
from pytest_django import Settings

from jospar.procedure.clock import Clock
from jospar.procedure.kept_files import check_files
from jospar.procedure.perform import perform
from jospar.records.file_types import FileError
from jospar.records.files import check_kept, keep, open_kept
from jospar.records.kept import kept_files
from jospar.records.kept.faults import StoreError
from jospar.records.models import JournalEntry
from jospar.rules.core.files import FileRef
from tests.procedure.made_orders import order, perform_act
from tests.records.made_files import PDF, PNG
from tests.records.s3_store import BUCKET, KEYS, S3, s3_store
from tests.rules import made

SHA256 = hashlib.sha256(PDF).hexdigest()
KEY = f"jospar/{SHA256[:2]}/{SHA256}"


@pytest.fixture(scope="module")
def server() -> Iterator[S3]:
    """Run one store for all of these tests."""
    with s3_store() as found:
        yield found


@pytest.fixture
def store(
    server: S3, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> Iterator[S3]:
    """Keep files in an empty store."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    settings.FILES = server.address
    yield server
    for key in server.names():
        server.client.delete_object(Bucket=BUCKET, Key=key)


def told(do: Callable[[], object], kind: type[FileError] = FileError) -> str:
    """Return the sentence with which something is not done."""
    with pytest.raises(kind) as error:
        do()
    return str(error.value)


def test_a_file_that_is_kept(store: S3) -> None:
    """It stands there once, and is read again as it was."""
    files = [keep(PDF, name) for name in ("a.pdf", "b.pdf")]
    assert store.names() == [KEY]
    assert open_kept(SHA256).read() == PDF
    check_kept(files)
    store.client.put_object(Bucket=BUCKET, Key="jospar/notes.txt", Body=b"x")
    assert list(kept_files().all()) == [SHA256]


def test_a_bucket_without_folders(store: S3, settings: Settings) -> None:
    """The prefix may be left out."""
    settings.FILES = f"s3://{BUCKET}?endpoint={store.endpoint}"
    keep(PDF, "a.pdf")
    assert store.names() == [KEY.removeprefix("jospar/")]
    assert list(kept_files().all()) == [SHA256]


def test_what_is_missing_or_altered(store: S3) -> None:
    """It is told by its name, with where it belongs, and not shown."""
    place = f"s3://{BUCKET}/{KEY}"
    cure = f"ask the administrator to put {place} back from a backup."
    missing = f"The kept file “Хат.pdf” is missing; {cure}"
    assert told(lambda: open_kept(SHA256, "Хат.pdf")) == missing
    assert told(lambda: check_kept([FileRef(SHA256, "Хат.pdf", "", 1)])) == missing
    store.client.put_object(Bucket=BUCKET, Key=KEY, Body=PDF[:-1])
    damaged = f"The kept file “Хат.pdf” is damaged; {cure}"
    assert told(lambda: open_kept(SHA256, "Хат.pdf")) == damaged
    keep(PDF, "Хат.pdf")
    assert open_kept(SHA256).read() == PDF


def test_a_bucket_that_is_missing(store: S3, settings: Settings) -> None:
    """Each way to the store says so, as of the store and not of a file."""
    settings.FILES = f"s3://nowhere/?endpoint={store.endpoint}"
    said = (
        "The store of files has no bucket “nowhere”: make it, or correct JOSPAR_FILES."
    )
    for do in (
        lambda: keep(PDF, "a.pdf"),
        lambda: open_kept(SHA256),
        lambda: check_kept([FileRef(SHA256, "a.pdf", "", 1)]),
        lambda: list(kept_files().all()),
    ):
        assert told(do, StoreError) == said


def test_keys_that_are_not_given(
    store: S3, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: object
) -> None:
    """The sentence names where they belong."""
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", f"{tmp_path}/none")
    monkeypatch.setenv("AWS_CONFIG_FILE", f"{tmp_path}/none")
    settings.FILES = f"s3://{BUCKET}/other?endpoint={store.endpoint}"
    assert told(lambda: keep(PDF, "a.pdf"), StoreError) == (
        f"The store of files refuses the keys for the bucket “{BUCKET}”: correct "
        "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or what they may do."
    )


@pytest.mark.django_db
def test_an_act_whose_file_is_gone(store: S3) -> None:
    """Nothing is performed, so that nothing refers to what is not there."""
    perform_act(made.open_cycle())
    act = order(made.list_body(), files=(keep(PDF, "a.pdf"),))
    store.client.delete_object(Bucket=BUCKET, Key=KEY)
    assert told(lambda: perform(act, Clock())).startswith("The kept file “a.pdf” is")
    assert JournalEntry.objects.count() == 1


@pytest.mark.slow
@pytest.mark.django_db
def test_a_store_that_is_down(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says so, and a proof ends at once instead of asking for each."""
    for name, value in KEYS.items():
        monkeypatch.setenv(name, value)
    with s3_store() as store:
        settings.FILES = store.address
        perform_act(made.open_cycle())
        perform_act(made.list_body(), files=(keep(PDF, "a.pdf"), keep(PNG, "b.png")))
        assert check_files() == (2, [])
    for do in (lambda: keep(PDF, "a.pdf"), check_files):
        said = told(do, StoreError)
        assert said.startswith("The store of files does not do what it is asked: ")
        assert said.endswith("; try again later, and tell the administrator.")
