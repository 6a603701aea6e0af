"""
What consensus asks of the chain; the shape of ABCI 2.0, so that either side can be replaced.

    status -> (propose | validate)* -> commit -> (propose | validate)* -> commit ...

Execution is heavy and the engine's loop must not wait for it: implementations run these on a
thread or in a process. Calls for one height never overlap with `commit` of the same height.
"""

from dataclasses import dataclass
from typing import Protocol

from chain.types.certificate import BlockId, Certificate
from chain.types.evidence import Evidence
from chain.types.primitives import Height, Milliseconds, Round
from chain.types.validators import ValidatorSet


@dataclass(frozen=True, slots=True)
class Candidate:
    """A block that this node built: its name, and the bytes by which others can check it."""

    block_id: BlockId
    payload: bytes


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a block is valid, and for people why not."""

    valid: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ChainStatus:
    """
    The last committed height, and who decides the next one.

    At genesis height is 0, `block_id` names the genesis block, and there is no certificate.
    """

    height: Height
    block_id: BlockId
    certificate: Certificate | None
    validators: ValidatorSet  # of height + 1, its rotation ready for round 0


@dataclass(frozen=True, slots=True)
class CommitResult:
    """What a committed block changes for consensus: the validators of the next height."""

    validators: ValidatorSet


class App(Protocol):
    """The chain, as consensus sees it."""

    async def status(self) -> ChainStatus:
        """Return where the chain stands; asked once, at start."""

    async def propose(
        self,
        height: Height,
        round_: Round,
        time_ms: Milliseconds,
        last_certificate: Certificate | None,
    ) -> Candidate:
        """
        Build and execute a block on the last one, with this time (Unix, ms).

        `last_certificate` proves the parent and belongs into the block; None at height 1.
        """

    async def validate(self, height: Height, block_id: BlockId, payload: bytes) -> Verdict:
        """
        Execute a block and say whether it is valid.

        A pure function of the block and the state at height - 1: never of round, clock or
        mempool. Raises Invalid when the payload is not the block that `block_id` names (its
        hash or time differ): then nothing is known about that block. May be called again for
        the same block after a restart, and for blocks of `propose`; the result is to be kept
        until `commit`.
        """

    async def commit(self, certificate: Certificate) -> CommitResult:
        """
        Make a validated block final: state, block and certificate in one durable batch.

        When this returns, `status` has moved on, also after a crash.
        """

    async def certified(self, height: Height) -> tuple[Certificate, bytes] | None:
        """
        Return a committed block's certificate and payload, for peers that lag behind.

        The payload is what `validate` takes. None outside the heights that are kept.
        """

    async def oldest_height(self) -> Height:
        """Return the lowest height that `certified` can serve."""

    async def add_evidence(self, evidence: Evidence) -> bool:
        """
        Keep proof of a fault until a block carries it; True when it was not known before.

        Evidence of heights that are not committed yet is kept until they are. Raises Invalid
        when it proves nothing, is too old, or its fault is committed already.
        """

    async def transactions_waiting(self) -> None:
        """Return as soon as at least one transaction could go into the next block."""
