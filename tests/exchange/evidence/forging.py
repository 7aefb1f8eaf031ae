"""Evidence files of journals that somebody made up, with every proof that they fit."""

import hashlib
import json
from typing import Any

import msgspec

from jospar.exchange.evidence.contents import EVIDENCE, Evidence, entry_path
from jospar.exchange.evidence.package import pack, unpack
from jospar.procedure.tree import Tree
from jospar.records.fingerprints import canonical
from tests.exchange.evidence.made_evidence import NAME, Change, Parts

_UNKNOWN = "0" * 64


def forged(data: bytes, change: Change) -> bytes:
    """Return the file after a change, with the proofs of a journal that has it so.

    Nobody signed that journal. The pages for people stay what they were.
    """
    parts = unpack(data, NAME)
    said = msgspec.json.decode(parts[EVIDENCE])
    change(said, parts)
    _prove(said, parts)
    parts[EVIDENCE] = canonical(said)
    names = msgspec.json.decode(parts[EVIDENCE], type=Evidence).names()
    return pack({name: parts[name] for name in names})


def written(number: int, part: str, **values: Any) -> Change:
    """Return what says other values in a part of an entry, in its first effect too."""

    def change(_said: Any, parts: Parts) -> None:
        name = entry_path(number, part)
        text = json.loads(parts[name])
        inner = text if part == "header" else text["value"]
        (inner[0] if part == "effects" else inner).update(values)
        parts[name] = json.dumps(text).encode()

    return change


def _prove(said: Any, parts: Parts) -> None:
    hashes = {}
    for entry in said["entries"]:
        number = entry["number"]
        if entry["parts"]:
            name = entry_path(number, "header")
            header = json.loads(parts[name])
            for part in entry["parts"]:
                header["digests"][part] = _sha256(parts[entry_path(number, part)])
            parts[name] = json.dumps(header).encode()
            entry["hash"] = _sha256(parts[name])
        hashes[number] = entry["hash"]
    last = max(hashes)
    tree = Tree(hashes.get(number, _UNKNOWN) for number in range(1, last + 1))
    said["journal"] = hashes.get(1, _UNKNOWN)
    point = said["points"][0]["point"] | {
        "journal": said["journal"],
        "number": last,
        "hash": hashes[last],
        "tree": tree.root(last),
    }
    said["points"] = [{"point": point, "signature": ""}]
    for entry in said["entries"]:
        entry |= {"point": 0, "path": list(tree.path(entry["number"], last))}


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
