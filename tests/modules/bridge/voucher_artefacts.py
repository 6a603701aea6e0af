"""
The voucher's contracts, compiled: ABI and code as JSON beside each source.

    modules/bridge/voucher/*.sol --solc--> *.json

To make them: python -m tests.modules.bridge.voucher_artefacts

`bytecode` deploys; `runtime` is what then stands there, and what this chain places by itself.
"""

import json
from pathlib import Path
from typing import Any

from tests.e2e.contracts.artefacts import SETTINGS
from tests.npm.packages import compile_solidity

ROOT = Path(__file__).parents[3]
PLACE = Path("modules/bridge/voucher")
NAMES = ("Voucher", "VoucherMaker")
WANTED = ("abi", "evm.bytecode.object", "evm.deployedBytecode.object")


def load(name: str) -> dict[str, Any]:
    """Return a contract's `abi`, `bytecode` and `runtime` as they are checked in."""
    found: dict[str, Any] = json.loads(path_of(name).read_text())
    return found


def path_of(name: str) -> Path:
    """Where a contract's artefact lies."""
    return ROOT / PLACE / f"{name}.json"


def build() -> dict[str, str]:
    """Compile the contracts; returns the artefacts' texts by name."""
    sources = {f"{PLACE}/{name}.sol": (ROOT / PLACE / f"{name}.sol").read_text() for name in NAMES}
    output = compile_solidity(sources, WANTED, SETTINGS)
    return {name: _render(output[f"{PLACE}/{name}.sol"][name]) for name in NAMES}


def _render(compiled: dict[str, Any]) -> str:
    artefact = {
        "abi": compiled["abi"],
        "bytecode": "0x" + compiled["evm"]["bytecode"]["object"],
        "runtime": "0x" + compiled["evm"]["deployedBytecode"]["object"],
    }
    return json.dumps(artefact, indent=1) + "\n"


if __name__ == "__main__":
    for contract, artefact in build().items():
        path_of(contract).write_text(artefact)
