"""What operators do to nodes of a cluster, and what the chain says of their validators."""

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.e2e.cluster import RECOVERY_S, Cluster, Node, until
from tests.e2e.devnet import ENVIRONMENT

DOWNTIME_BPS = 100  # of the stake, for who was not there
DOUBLE_SIGN_BPS = 500  # of the stake, for who signed twice
MISSED_BLOCKS_MAX = 14  # of a window; a restart on a busy machine misses some
JAIL_S = 5


def hurry(genesis: dict[str, Any]) -> None:
    """Jail after 15 of 30 blocks missed, for five seconds."""
    genesis["modules"]["slashing"] = {
        "params": {
            "window_blocks": 30,
            "signed_bps_min": 10_000 * (30 - MISSED_BLOCKS_MAX) // 30,
            "jail_s": JAIL_S,
            "downtime_bps": DOWNTIME_BPS,
            "double_sign_bps": DOUBLE_SIGN_BPS,
        }
    }


def operator_of(node: Node) -> str:
    """Return the operator of a validator of the genesis file."""
    genesis = json.loads((node.home / "genesis.json").read_text())
    return str(genesis["modules"]["staking"]["validators"][node.index]["validator"])


def stake_wei(asked: Node, operator: str) -> int:
    """Return all that is staked with a validator."""
    return int(asked.call("staking_validator", operator)["tokens_wei"], 16)


def validator_of(node: Node) -> str:
    """Return the address that a node's votes carry, in lower case."""
    return str(node.call("eth_coinbase")).lower()


def signs(asked: Node, validator: str, after: int) -> None:
    """Wait until a certificate of a block above `after` has the validator's precommit."""
    height, deadline = after + 1, time.monotonic() + RECOVERY_S
    while time.monotonic() < deadline:
        if asked.height() < height:
            time.sleep(0.1)
            continue
        if bytes.fromhex(validator[2:]) in dict(asked.certificate(height).signatures):
            return
        height += 1
    raise AssertionError(f"no precommit of {validator} in the blocks {after + 1} to {height - 1}")


def enters(asked: Node, validator: str, sent_height: int) -> None:
    """Check that a validator decides from two blocks after the one that elected it, not before."""
    until(lambda: asked.height() >= sent_height + 2)
    assert validator not in asked.validators(sent_height + 1)
    assert validator in asked.validators(sent_height + 2)


def leaves(asked: Node, validator: str, sent_height: int) -> None:
    """Check that a validator decides until the block after the one that voted it out."""
    until(lambda: asked.height() >= sent_height + 2)
    assert validator in asked.validators(sent_height + 1)
    assert validator not in asked.validators(sent_height + 2)


class SignerProcess:
    """`kumiai signer start` with the keys that a node had."""

    def __init__(self, cluster: Cluster, node: Node) -> None:
        self.node, self.home = node, cluster.directory / f"signer{node.index}"
        self.listen = f"unix:{self.home}/socket"
        self.home.mkdir()
        shutil.move(node.home / "validator", self.home / "validator")
        shutil.copy(node.home / "genesis.json", self.home)
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it listens."""
        words = ["signer", "start", "--home", str(self.home), "--listen", self.listen, "--json"]
        output: Path = self.home / "output.log"
        with output.open("wb") as file:
            self.process = subprocess.Popen(
                [*self.node.hosts.prefix(self.node.index), sys.executable, "-m", "cli", *words],
                stdout=file,
                stderr=subprocess.STDOUT,
                env=ENVIRONMENT,
                stdin=subprocess.DEVNULL,
            )
        until(lambda: '"listen"' in output.read_text(), 60.0)

    def kill(self) -> None:
        """End it at once."""
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(timeout=30)

    def give_back(self) -> None:
        """Let the node have its keys again."""
        shutil.move(self.home / "validator", self.node.home / "validator")
