"""
Blocks that are trusted beforehand, so that a new node cannot be led into another past.

    [consensus] trust_height, trust_hash --> Checkpoint --+
    light client's verified blocks ----------------------> Checkpoints --asked--> ConsensusApp
"""

from collections.abc import Iterable
from dataclasses import dataclass

from chain.app import Application
from chain.errors import ChainError
from chain.types.primitives import Hash32, Height
from cli.config import NodeConfig
from cli.errors import ConfigInvalid


class WrongCheckpoint(ChainError):
    """The chain in this home is not the one that its operator trusts."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """
    A block that the operator knows to be the chain's, from a source other than peers.

    Validators whose stake has left long ago could sign another past, and a node that is new would
    have no way to tell: it is told by this (weak subjectivity).
    """

    height: Height
    hash: Hash32


class Checkpoints:
    """Blocks that the chain has to have; empty where nothing is trusted beforehand."""

    def __init__(self, checkpoints: Iterable[Checkpoint] = ()) -> None:
        self._hashes = {item.height: item.hash for item in checkpoints}

    def allows(self, height: Height, block_hash: Hash32) -> bool:
        """Whether a block may stand at a height."""
        return self._hashes.get(height, block_hash) == block_hash

    def check_past(self, app: Application) -> None:
        """Raise WrongCheckpoint where the chain has another block at one of the heights."""
        for height, expected in sorted(self._hashes.items()):
            block = app.ledger.block(height)
            if block is not None and block.header.hash != expected:
                raise WrongCheckpoint(
                    f"block {height}: expected 0x{expected.hex()}, which the settings trust, "
                    f"found 0x{block.header.hash.hex()}: correct consensus.trust_hash, or remove "
                    "this home's data and fetch the chain from other peers"
                )


def checkpoint_of(config: NodeConfig) -> Checkpoint | None:
    """Return the block that the settings trust, None where they name none; raises ConfigInvalid."""
    if not config.trust_height:
        return None
    digits = config.trust_hash.removeprefix("0x")
    try:
        trusted = bytes.fromhex(digits)
    except ValueError:
        trusted = b""
    if len(trusted) != 32:
        raise ConfigInvalid("consensus.trust_hash: 0x and 64 hex digits expected")
    return Checkpoint(Height(config.trust_height), Hash32(trusted))
