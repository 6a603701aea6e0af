"""
`python -m cli.render`: write what follows from the modules' declarations; `--check` only compares.

    modules/<name>/module.py --> I<Name>.sol, abi.json, layout.json, README.md beside it
                             --> rpc/wire/<name>.proto --protoc--> *_pb2.py, .pyi, *_pb2_grpc.py
    every method of JSON-RPC --> docs/json-rpc.md
    consensus/net/wire/*.proto, consensus/host/wire/*.proto, by hand --protoc--> the same beside it
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import chain
from chain.kit.module import Module
from chain.kit.render.abi_json import render_abi
from chain.kit.render.layout import growth_objection, layout_of, render_layout
from chain.kit.render.names import interface_name
from chain.kit.render.proto import compatibility_objection, render_proto
from chain.kit.render.reference import render_reference
from chain.kit.render.solidity import render_solidity
from cli.reference_page import render_json_rpc
from modules import MODULES

ROOT: Final = Path(chain.__file__).parents[1]
WIRE: Final = Path("rpc/wire")
PROTO_PLACES: Final = (WIRE, Path("consensus/net/wire"), Path("consensus/host/wire"))
JSON_RPC_PAGE: Final = Path("docs/json-rpc.md")
GENERATED: Final = ("_pb2.py", "_pb2.pyi", "_pb2_grpc.py")


def rendered(module: type[Module]) -> dict[Path, str]:
    """Return the text of every file that follows from a module, by its path in the repository."""
    home = Path("modules") / module.name
    return {
        home / f"{interface_name(module)}.sol": render_solidity(module),
        home / "abi.json": render_abi(module),
        home / "layout.json": render_layout(module),
        home / "README.md": render_reference(module),
        WIRE / f"{module.name}.proto": render_proto(module),
    }


def pages() -> dict[Path, str]:
    """Return the text of every page that follows from all modules together."""
    return {JSON_RPC_PAGE: render_json_rpc()}


def objections(module: type[Module], root: Path) -> list[str]:
    """Return why the checked-in layout and proto must not be replaced by the new ones."""
    found = []
    layout = root / "modules" / module.name / "layout.json"
    if layout.exists():
        moved = growth_objection(json.loads(layout.read_text()), layout_of(module))
        found += [f"{layout.relative_to(root)}: {moved}"] if moved else []
    proto = root / WIRE / f"{module.name}.proto"
    if proto.exists():
        broken = compatibility_objection(proto.read_text(), render_proto(module))
        found += [f"{proto.relative_to(root)}: {broken}"] if broken else []
    return found


def compile_protos(root: Path, target: Path) -> None:
    """Run protoc over all proto files; raises CalledProcessError with its words on stderr."""
    found = (path for place in PROTO_PLACES for path in (root / place).glob("*.proto"))
    protos = sorted(str(path.relative_to(root)) for path in found)
    places = [f"--{kind}_out={target}" for kind in ("python", "pyi", "grpc_python")]
    command = [sys.executable, "-m", "grpc_tools.protoc", "-I.", *places, *protos]
    subprocess.run(command, cwd=root, check=True)


def drifted(root: Path) -> list[Path]:
    """Return the checked-in files that differ from what would be written now."""
    texts = {path: text for module in MODULES for path, text in rendered(module).items()}
    texts |= pages()
    stale = [path for path, text in texts.items() if _read(root / path) != text]
    return stale or _drifted_code(root)


def _drifted_code(root: Path) -> list[Path]:
    """Compare the generated code with a fresh run of protoc."""
    with tempfile.TemporaryDirectory() as scratch:
        compile_protos(root, Path(scratch))
        fresh = {path.relative_to(scratch): path for path in Path(scratch).rglob("*.py*")}
        return [path for path, made in fresh.items() if _read(root / path) != made.read_text()]


def write(root: Path) -> None:
    """Write every rendering, then the code of the proto files."""
    for module in MODULES:
        for path, text in rendered(module).items():
            (root / path).write_text(text)
    for path, text in pages().items():
        (root / path).write_text(text)
    compile_protos(root, root)


def _read(path: Path) -> str | None:
    return path.read_text() if path.exists() else None


def main(arguments: Sequence[str] | None = None) -> int:
    """Render or check; returns the exit code: 1 where a file differs or may not be replaced."""
    parser = argparse.ArgumentParser("python -m cli.render", description=(__doc__ or "").strip())
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument(
        "--break-compatibility",
        action="store_true",
        help="replace layouts and protos whatever was there: no chain and no client uses them",
    )
    options = parser.parse_args(arguments)
    refused = [reason for module in MODULES for reason in objections(module, ROOT)]
    if refused and not options.break_compatibility:
        print("\n".join(refused), file=sys.stderr)
        print("slots and field numbers are for good: append, never move", file=sys.stderr)
        return 1
    if options.check:
        stale = drifted(ROOT)
        for path in stale:
            print(f"{path} is not what its module declares: run make render", file=sys.stderr)
        return 1 if stale else 0
    write(ROOT)
    return 0


if __name__ == "__main__":
    sys.exit(main())
