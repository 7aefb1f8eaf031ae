"""The page for auditors says how to check a file by hand: it can be done."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from jospar.exchange.evidence.package import unpack
from tests.exchange.evidence.conftest import Files
from tests.exchange.evidence.made_evidence import NAME, stated

ROOT = Path(__file__).parents[3]
PAGE = (ROOT / "docs" / "auditors" / "evidence.md").read_text()


@pytest.fixture
def folder(files: Files, tmp_path: Path) -> Path:
    """Unpack a signed file; gives the directory."""
    for name, content in unpack(files.concept, NAME).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path


@pytest.mark.django_db
def test_sums_by_hand(files: Files, folder: Path) -> None:
    """Each text has the sum that the page says, where it says."""
    for one in stated(files.concept).entries:
        if not one.parts:
            continue
        texts = folder / "entries" / str(one.number)
        header = (texts / "header.json").read_bytes()
        assert hashlib.sha256(header).hexdigest() == one.hash
        said = msgspec.json.decode(header)
        assert {
            part: hashlib.sha256((texts / f"{part}.json").read_bytes()).hexdigest()
            for part in one.parts
        }.items() <= said["digests"].items()


def test_the_tree_by_hand(files: Files, folder: Path) -> None:
    """The page's program needs Python alone, and finds every act in its tree."""
    (program,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    command = [sys.executable, "-I", "-c", program]
    found = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=True
    )
    numbers = [one.number for one in stated(files.concept).entries]
    assert found.stdout == "".join(f"{number} True\n" for number in numbers)


@pytest.mark.skipif(not shutil.which("openssl"), reason="no OpenSSL")
def test_the_signature_by_hand(files: Files, folder: Path) -> None:
    """The page's commands verify it with OpenSSL, and the key has its fingerprint."""
    (commands,) = re.findall(r"OpenSSL 3:\n\n```sh\n(.*?)```", PAGE, re.DOTALL)
    shutil.copy(files.public_key, folder / "jospar.pub")
    for script in (
        commands.replace("python3", sys.executable),
        re.findall(r"`(openssl pkey .*?)`", PAGE)[0],
    ):
        command = ["/bin/sh", "-ec", script]
        found = subprocess.run(command, cwd=folder, capture_output=True, check=True)
        assert found.stdout
