"""
The gateway's contracts and those of its tests, compiled: ABI and code as JSON beside each source.

    bridge/gateway/*.sol, tests/bridge/contracts/*.sol --solc--> *.json
    (python -m tests.bridge.artefacts)

The JSON is checked in, so a relayer and the tests need no compiler; one test compiles anew and
compares.
"""

import json
from pathlib import Path
from typing import Any

from tests.npm.packages import compile_solidity

ROOT = Path(__file__).parents[2]
GATEWAY = "bridge/gateway"
CONTRACTS = "tests/bridge/contracts"
# What is deployed, and where its source lies; everything else is part of these.
PLACES = {
    "Gateway": GATEWAY,
    "LightClient": GATEWAY,
    "Proxy": GATEWAY,
    "ProofReader": CONTRACTS,
    "Receivers": CONTRACTS,
    "Tokens": CONTRACTS,
    "Upgrades": CONTRACTS,
}
SETTINGS = {
    "evmVersion": "prague",
    "optimizer": {"enabled": True, "runs": 200},
    "metadata": {"appendCBOR": False, "bytecodeHash": "none"},  # the same bytes on every machine
}
WANTED = ("abi", "evm.bytecode.object", "evm.deployedBytecode.object", "storageLayout")


def load(name: str) -> dict[str, Any]:
    """Return the contracts of a source by name, each with `abi` and `bytecode`."""
    found: dict[str, Any] = json.loads(path_of(name).read_text())
    return found


def path_of(name: str) -> Path:
    """Where the artefact of a source lies."""
    return ROOT / PLACES[name] / f"{name}.json"


def compile_all() -> dict[str, Any]:
    """Compile everything in one run of the compiler; returns its output by source and contract."""
    folders = (ROOT / GATEWAY, ROOT / CONTRACTS)
    paths = sorted(path for folder in folders for path in folder.glob("*.sol"))
    sources = {path.relative_to(ROOT).as_posix(): path.read_text() for path in paths}
    return compile_solidity(sources, WANTED, SETTINGS)


def render_all(output: dict[str, Any]) -> dict[str, str]:
    """Return the artefacts' texts by name, of what `compile_all` said."""
    return {
        name: _render(output[f"{place}/{name}.sol"], None if place == CONTRACTS else name)
        for name, place in PLACES.items()
    }


def _render(compiled: dict[str, Any], only: str | None) -> str:
    contracts = {
        name: {"abi": found["abi"], "bytecode": "0x" + found["evm"]["bytecode"]["object"]}
        for name, found in sorted(compiled.items())
        if only in (None, name) and found["evm"]["bytecode"]["object"]
    }
    return json.dumps(contracts, indent=1) + "\n"


if __name__ == "__main__":
    for contract, artefact in render_all(compile_all()).items():
        path_of(contract).write_text(artefact)
