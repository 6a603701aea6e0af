"""
What protoc makes of the proto files: Python code beside its users, and descriptors to compare.

    proto/kumiai/<name>/v<n>/<name>.proto --protoc--> code that imports kumiai.<name>.v<n>
                                             `--imports renamed--> rpc/wire/<name>_pb2.py
             of CLIENT_PROTOS       `--imports renamed--> client/wire/<name>_pb2.py
    consensus/{net,host}/wire/*.proto     --protoc--> the same beside them

The files under `proto/` are what clients of any language compile; the names of their descriptors
are the paths below that directory, here as there.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from google.protobuf.descriptor_pb2 import FileDescriptorSet

PROTO: Final = Path("proto")  # what clients compile: the root of all import paths
PACKAGES: Final = Path("kumiai")  # below it: one directory a package and version
WIRE: Final = Path("rpc/wire")  # the Python code of those
CLIENT_WIRE: Final = Path("client/wire")  # the same for the Python client, which imports no node
CLIENT_PROTOS: Final = ("blocks", "errors", "events")  # what it asks of gRPC, and their imports
OWN_PLACES: Final = (Path("consensus/net/wire"), Path("consensus/host/wire"))
GENERATED: Final = ("*_pb2.py", "*_pb2.pyi", "*_pb2_grpc.py")
KINDS: Final = ("python", "pyi", "grpc_python")
_IMPORT: Final = re.compile(r"^from kumiai\.\w+\.v\d+ import ", re.MULTILINE)


def proto_path(name: str, version: int = 1) -> Path:
    """Return where a package's proto file lies in the repository."""
    return PROTO / PACKAGES / name / f"v{version}" / f"{name}.proto"


def generated(root: Path) -> dict[Path, str]:
    """
    Return the text of all that protoc writes for a tree, by path in the repository.

    Raises CalledProcessError, with protoc's words on stderr.
    """
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch)
        public = _below(root / PROTO, (PACKAGES,))
        _protoc(root / PROTO, [f"--{kind}_out={target}" for kind in KINDS], public)
        code = {path.name: path.read_text() for path in _code(target)}
    found = {WIRE / name: _renamed(text, WIRE) for name, text in code.items()}
    found |= {
        CLIENT_WIRE / name: _renamed(text, CLIENT_WIRE)
        for name, text in code.items()
        if name.partition("_pb2")[0] in CLIENT_PROTOS
    }
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch)
        own = _below(root, OWN_PLACES)
        if own:
            _protoc(root, [f"--{kind}_out={target}" for kind in KINDS], own)
        return found | {path.relative_to(target): path.read_text() for path in _code(target)}


def descriptors(root: Path) -> FileDescriptorSet:
    """Return what the files under a tree's `proto/` declare; raises CalledProcessError."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / "set.bin"
        public = _below(root / PROTO, (PACKAGES,))
        _protoc(root / PROTO, [f"--descriptor_set_out={target}"], public)
        return FileDescriptorSet.FromString(target.read_bytes())


def _below(root: Path, places: Sequence[Path]) -> list[str]:
    """The proto files under some directories, as protoc is to call them."""
    found = (path for place in places for path in (root / place).rglob("*.proto"))
    return sorted(path.relative_to(root).as_posix() for path in found)


def _protoc(root: Path, outputs: Sequence[str], files: Sequence[str]) -> None:
    command = [sys.executable, "-m", "grpc_tools.protoc", "-I.", *outputs, *files]
    subprocess.run(command, cwd=root, check=True)


def _code(target: Path) -> list[Path]:
    return sorted(path for pattern in GENERATED for path in target.rglob(pattern))


def _renamed(text: str, home: Path) -> str:
    """protoc imports by the proto's path; the Python code lies in one package of its own."""
    return _IMPORT.sub(f"from {'.'.join(home.parts)} import ", text)
