"""
The test contracts, compiled: ABI and code as JSON beside each source.

    Client.sol + modules/*/I*.sol --solc--> Client.json   (python -m tests.e2e.contracts.artefacts)

The JSON is checked in, so the tests run without npm; one test compiles anew and compares.
"""

import json
import re
from pathlib import Path
from typing import Any

from tests.npm.packages import compile_solidity

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
NAMES = ("Client", "Counter", "Proxy")
SETTINGS = {
    "evmVersion": "prague",  # what the chain runs; solc's own default is a later fork
    "optimizer": {"enabled": True, "runs": 200},
    "metadata": {"appendCBOR": False, "bytecodeHash": "none"},  # the same bytes on every machine
}
IMPORT = re.compile(r'from "\.\./\.\./\.\./(modules/[a-z_]+/I[A-Za-z]+\.sol)";')


def load(name: str) -> dict[str, Any]:
    """Return a contract's `abi` and `bytecode` as they are checked in."""
    found: dict[str, Any] = json.loads(path_of(name).read_text())
    return found


def path_of(name: str) -> Path:
    """Where a contract's artefact lies."""
    return HERE / f"{name}.json"


def build() -> dict[str, str]:
    """Compile all contracts in one run of the compiler; returns the artefacts' texts by name."""
    places = {name: f"tests/e2e/contracts/{name}.sol" for name in NAMES}
    sources = {place: (ROOT / place).read_text() for place in places.values()}
    imported = {path for text in sources.values() for path in IMPORT.findall(text)}
    sources |= {path: (ROOT / path).read_text() for path in sorted(imported)}
    output = compile_solidity(sources, ("abi", "evm.bytecode.object"), SETTINGS)
    return {name: render(output[place][name]) for name, place in places.items()}


def render(compiled: dict[str, Any]) -> str:
    """Return an artefact as it is checked in."""
    bytecode = "0x" + compiled["evm"]["bytecode"]["object"]
    return json.dumps({"abi": compiled["abi"], "bytecode": bytecode}, indent=1) + "\n"


if __name__ == "__main__":
    for contract, artefact in build().items():
        path_of(contract).write_text(artefact)
