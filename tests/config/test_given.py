"""Secrets, and the place of files, as the environment gives them."""

from pathlib import Path

import pytest

from jospar.config.given import files_place, secret


def test_a_secret(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is a variable, or a credential that the service was handed, or nothing."""
    for name in ("JOSPAR_OWN", "CREDENTIALS_DIRECTORY"):
        monkeypatch.delenv(name, raising=False)
    assert secret("JOSPAR_OWN") == ""
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    assert secret("JOSPAR_OWN") == ""
    (tmp_path / "JOSPAR_OWN").write_text("handed\n")
    assert secret("JOSPAR_OWN") == "handed"
    monkeypatch.setenv("JOSPAR_OWN", "given")
    assert secret("JOSPAR_OWN") == "given"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", Path("/data/files")),
        ("/shared/files", Path("/shared/files")),
        ("s3://papers", "s3://papers"),
        ("s3://papers/jospar", "s3://papers/jospar"),
        ("s3://papers?endpoint=https://s3:9", "s3://papers?endpoint=https://s3:9"),
    ],
)
def test_places_of_files(text: str, place: Path | str) -> None:
    """They are a directory or a store; a directory of the data is the default."""
    assert files_place(text, Path("/data")) == place


@pytest.mark.parametrize(
    "text",
    [
        "https://papers",
        "s3://",
        "s3://key:secret@papers",
        "s3://papers:9/jospar",
        "s3://papers?secret=x",
        "s3://papers?endpoint=",
        "s3://papers?endpoint=ftp://s3",
    ],
)
def test_what_is_no_place_of_files(text: str) -> None:
    """It is told before anything is kept; keys do not stand in an address."""
    with pytest.raises(ValueError, match="JOSPAR_FILES is a directory"):
        files_place(text, Path("/data"))
