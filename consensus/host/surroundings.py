"""The parts that an engine works with, the same for all heights; and the errors that stop it."""

from collections.abc import Callable
from dataclasses import dataclass

from chain.errors import ChainError
from chain.types.evidence import Evidence
from chain.types.primitives import Height
from consensus.host.app import App
from consensus.host.clock import Clock
from consensus.host.config import EngineConfig
from consensus.host.durable import Durably
from consensus.host.network import Network
from consensus.host.observer import Observer
from consensus.host.signer import Signer
from consensus.host.wal import Wal


class ConsensusHalted(ChainError):
    """More than two thirds decided a block that is invalid here; the node must stop."""


class LogAheadOfChain(ChainError):
    """The log says that a height is committed, and the chain does not have it."""


class VerdictChanged(ChainError):
    """A block that was valid before the restart is not now, or the reverse."""


class SignedBlockLost(ChainError):
    """This validator precommitted a block that its log has lost, and cannot go on without it."""


class SignStateLost(ChainError):
    """The chain holds a signature of this validator that its sign state does not know."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """
    The parts an engine works with.

    `found_evidence` takes proofs of the core; `false_block` is told which peer gave a block of
    which height that does not prove itself, and why; what must be on disk goes by `durably`.
    """

    app: App
    signer: Signer
    wal: Wal
    clock: Clock
    network: Network
    config: EngineConfig
    chain_id: int
    fail_point: Callable[[str], None]
    observer: Observer
    found_evidence: Callable[[Evidence], None]
    false_block: Callable[[str, Height, str], None]
    durably: Durably
