"""
Foundry's forge against the gateway's contracts: any bytes to its decoders, any calls in any order.

    python -m tests.bridge.fuzz [forge's own options, such as --fuzz-runs 100000]

Forge compiles with the same solc from npm, fetches nothing and leaves nothing in the tree.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bridge.anvil import foundry, quiet_environment
from tests.bridge.artefacts import ROOT
from tests.npm.packages import HERE, npm_package

CONFIG = Path(__file__).parent / "forge" / "foundry.toml"


def run(*options: str) -> int:
    """Run all fuzz tests and return forge's exit status; skips the test where forge is missing."""
    npm_package("solc")
    program = str(foundry("forge"))
    with tempfile.TemporaryDirectory() as home:
        environment = quiet_environment(Path(home)) | {
            "FOUNDRY_SOLC": str(HERE / "solc.cjs"),
            "FOUNDRY_OUT": f"{home}/out",
            "FOUNDRY_CACHE_PATH": f"{home}/cache",
            "FOUNDRY_FUZZ_FAILURE_PERSIST_DIR": f"{home}/failures",
            "FOUNDRY_TEST_FAILURES_FILE": f"{home}/test-failures",
            "FOUNDRY_CONFIG": str(CONFIG),
        }
        command = [program, "test", "--root", str(ROOT), *options]
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(run(*sys.argv[1:]))
