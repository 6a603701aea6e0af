"""
The contracts under measurement, compiled: ABI and code as JSON beside each source.

    Coin.sol, Pair.sol ... --solc--> Coin.json ...      (python -m bench.contracts.artefacts)
"""

import json
from pathlib import Path
from typing import Any

from tests.e2e.contracts.artefacts import SETTINGS, render
from tests.npm.packages import compile_solidity

HERE = Path(__file__).parent
PLACES = {
    "Coin": "Coin",
    "Pair": "Pair",
    "Router": "Pair",
    "Work": "Work",
    "ModelSale": "ModelSale",
    "UsageBook": "ModelSaleBook",
}  # contract -> the source that it is in


def load(name: str) -> dict[str, Any]:
    """Return a contract's `abi` and `bytecode` as they are checked in."""
    found: dict[str, Any] = json.loads((HERE / f"{name}.json").read_text())
    return found


def build() -> dict[str, str]:
    """Compile all contracts in one run of the compiler; returns the artefacts' texts by name."""
    sources = {path.name: path.read_text() for path in sorted(HERE.glob("*.sol"))}
    output = compile_solidity(sources, ("abi", "evm.bytecode.object"), SETTINGS)
    return {name: render(output[f"{place}.sol"][name]) for name, place in PLACES.items()}


if __name__ == "__main__":
    for contract, artefact in build().items():
        (HERE / f"{contract}.json").write_text(artefact)
