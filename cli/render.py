"""
`python -m cli.render`: write what follows from the modules' declarations; `--check` only compares.

It prints each path that it writes, one a line; what is there already stays untouched.

    modules/<name>/module.py --> I<Name>.sol, abi.json, layout.json, README.md beside it
                             --> proto/kumiai/<name>/v1/<name>.proto
    proto/, consensus/*/wire/*.proto --protoc--> *_pb2.py, .pyi, *_pb2_grpc.py (cli/protos.py)
    every method of JSON-RPC --> docs/json-rpc.md
    all modules together     --> client/modules, client/sync: what the Python client knows of them
                             --> client/typescript: the same for viem
                             --> genesis.json: a first state with every parameter at its default
"""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import chain
from chain.kit.module import Module
from chain.kit.render.abi_json import render_abi
from chain.kit.render.layout import growth_objection, layout_of, render_layout
from chain.kit.render.names import interface_name
from chain.kit.render.proto import render_proto
from chain.kit.render.reference import render_reference
from chain.kit.render.solidity import render_solidity
from cli.proto_breaks import load_allowed, unwanted
from cli.protos import (
    CLIENT_WIRE,
    GENERATED,
    PROTO,
    WIRE,
    descriptors,
    generated,
    proto_path,
)
from cli.reference_page import render_json_rpc
from cli.renderings import first_state, python_module, sync_faces, typescript
from modules import MODULES

ROOT: Final = Path(chain.__file__).parents[1]
JSON_RPC_PAGE: Final = Path("docs/json-rpc.md")
FIRST_STATE: Final = Path("genesis.json")


def rendered(module: type[Module]) -> dict[Path, str]:
    """Return the text of every file that follows from a module, by its path in the repository."""
    home = Path("modules") / module.name
    return {
        home / f"{interface_name(module)}.sol": render_solidity(module),
        home / "abi.json": render_abi(module),
        home / "layout.json": render_layout(module),
        home / "README.md": render_reference(module),
        proto_path(module.name): render_proto(module),
    }


def pages() -> dict[Path, str]:
    """Return the text of every file that follows from all modules together."""
    client = python_module.rendered(MODULES)
    faces = sync_faces.rendered(MODULES, client)
    bundle = typescript.rendered(MODULES)
    first = {FIRST_STATE: first_state.rendered(MODULES)}
    return {JSON_RPC_PAGE: render_json_rpc(), **first, **client, **faces, **bundle}


def objections(root: Path) -> list[str]:
    """Return why the checked-in layouts and protos must not be replaced by the new ones."""
    found = []
    for module in MODULES:
        layout = root / "modules" / module.name / "layout.json"
        if layout.exists():
            moved = growth_objection(json.loads(layout.read_text()), layout_of(module))
            found += [f"{layout.relative_to(root)}: {moved}"] if moved else []
    return found + _broken_protos(root)


def _broken_protos(root: Path) -> list[str]:
    """What a client of the checked-in protos would misread under those rendered now."""
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        shutil.copytree(root / PROTO, fresh / PROTO)
        for module in MODULES:
            path = fresh / proto_path(module.name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(render_proto(module))
        if _texts(root / PROTO) == _texts(fresh / PROTO):
            return []
        found = unwanted(descriptors(root), descriptors(fresh), load_allowed(root))
        return [str(broken) for broken in found]


def _texts(place: Path) -> dict[str, str]:
    return {str(path.relative_to(place)): path.read_text() for path in place.rglob("*.proto")}


def drifted(root: Path) -> list[Path]:
    """Return the checked-in files that differ from what would be written now."""
    texts = {path: text for module in MODULES for path, text in rendered(module).items()}
    texts |= pages()
    return _stale(root, texts) or _stale_code(root)


def _stale_code(root: Path) -> list[Path]:
    """Compare the generated code with a fresh run of protoc; nothing else may lie beside it."""
    fresh = generated(root)
    homes = (WIRE, CLIENT_WIRE)
    there = (
        p.relative_to(root) for home in homes for g in GENERATED for p in (root / home).glob(g)
    )
    return _stale(root, fresh) + sorted(set(there) - set(fresh))


def _stale(root: Path, texts: Mapping[Path, str]) -> list[Path]:
    return [path for path, text in texts.items() if _read(root / path) != text]


def write(root: Path) -> list[Path]:
    """Write what differs, then the code of the proto files; returns the paths written."""
    texts = {path: text for module in MODULES for path, text in rendered(module).items()}
    written = _write_stale(root, texts | pages())
    return written + _write_stale(root, generated(root))


def _write_stale(root: Path, texts: Mapping[Path, str]) -> list[Path]:
    stale = _stale(root, texts)
    for path in stale:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(texts[path])
    return stale


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
    refused = objections(ROOT)
    if refused and not options.break_compatibility:
        print("\n".join(refused), file=sys.stderr)
        print("slots and field numbers are for good: append, never move", file=sys.stderr)
        return 1
    if options.check:
        stale = drifted(ROOT)
        for path in stale:
            print(f"{path} is not what its module declares: run make render", file=sys.stderr)
        return 1 if stale else 0
    for path in write(ROOT):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
