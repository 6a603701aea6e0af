"""
A light client: one primary that is asked, witnesses that it is compared with, and a store.

    begin(height, hash) --> verify_newest() | verify_at(height) --bisect--> --compare--> store

A block is stored, and by that trusted, only after at least one witness has confirmed its hash.
What lies between on the way is forgotten: no witness was asked about it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from chain.light.block import LightBlock
from chain.light.errors import BlockInconsistent
from chain.light.verifier import (
    TrustPolicy,
    verify_backwards,
    verify_commit,
    verify_root,
)
from chain.types.primitives import Hash32, Height, Milliseconds
from consensus.host.clock import Clock
from consensus.light.bisection import OnStep, bisect
from consensus.light.detector import WITNESS_WAIT_MS, Detector
from consensus.light.errors import TrustedHashDiffers, WitnessesSilent
from consensus.light.provider import Provider, fetch
from consensus.light.store import TrustedStore

BACKWARD_BLOCKS_MAX: Final = 10_000  # heights that are walked down from a trusted block


class HeightTooFar(BlockInconsistent):
    """A height so far below all trusted blocks that walking down to it is refused."""


class LightClient:
    """
    Follows one chain. Not for two tasks at once.

    Witnesses that prove wrong are left out from then on; `witnesses` are those that remain.
    """

    def __init__(
        self,
        policy: TrustPolicy,
        primary: Provider,
        witnesses: Sequence[Provider],
        store: TrustedStore,
        clock: Clock,
        witness_wait_ms: Milliseconds = WITNESS_WAIT_MS,
    ) -> None:
        self.policy, self.primary, self.witnesses = policy, primary, tuple(witnesses)
        self._store, self._clock = store, clock
        self._detector = Detector(policy, clock, witness_wait_ms)
        self.removed: list[str] = []  # why witnesses were left out, for people

    @property
    def newest(self) -> LightBlock | None:
        """The newest trusted block."""
        heights = self._store.heights()
        return self._store.get(heights[-1]) if heights else None

    async def begin(self, height: Height, block_hash: Hash32) -> LightBlock:
        """
        Trust the block of a height because its hash was given by someone trusted.

        Raises TrustedHashDiffers, also where the store holds another block of this height; what
        `verify_root` raises; and what the primary raises.
        """
        kept = self._store.get(height)
        block = kept or await fetch(self.primary, height)
        if block.hash != block_hash:
            raise TrustedHashDiffers(height, block_hash, block.hash)
        if kept is None:
            verify_root(self.policy, block, self._clock.now_ms())
            self._store.save(block)
        return block

    async def verify_newest(self, on_step: OnStep | None = None) -> LightBlock:
        """
        Verify and trust the primary's newest block; the newest trusted one where it has no newer.

        Raises TrustedHashDiffers where it has another one, and what `verify_at` raises.
        """
        trusted = self._trusted()
        target = await self.primary.light_block(None)
        if target.height == trusted.height and target.hash != trusted.hash:
            raise TrustedHashDiffers(trusted.height, trusted.hash, target.hash)
        if target.height <= trusted.height:
            return trusted
        return await self._ahead(trusted, target, on_step)

    async def verify_at(self, height: Height, on_step: OnStep | None = None) -> LightBlock:
        """
        Return the verified block of a height.

        Ahead of all trusted blocks or between them by signatures, below the lowest, or where the
        lower one has expired, by parents' hashes.

        Raises AttackDetected, WitnessesSilent, TrustExpired, and what the verifier and the
        primary raise.
        """
        kept = self._store.get(height)
        if kept is not None:
            return kept
        heights = self._store.heights()
        above = bisect_right(heights, height)
        below = self._store.get(heights[above - 1]) if above else None
        is_usable = below and not self.policy.is_expired(below, self._clock.now_ms())
        if below is not None and (is_usable or above == len(heights)):
            return await self._ahead(below, await fetch(self.primary, height), on_step)
        self._trusted()
        higher = self._store.get(heights[above])
        assert higher is not None, heights
        return await self._back(higher, height, on_step)

    def _trusted(self) -> LightBlock:
        newest = self.newest
        if newest is None:
            raise ValueError("begin with a trusted block first")
        return newest

    async def _ahead(
        self, trusted: LightBlock, target: LightBlock, on_step: OnStep | None
    ) -> LightBlock:
        now_ms = self._clock.now_ms()
        trace = await bisect(self.primary, self.policy, trusted, target, now_ms, on_step)
        await self._confirm(trace)
        self._store.save(target)
        return target

    async def _confirm(self, trace: list[LightBlock]) -> None:
        """Have at least one witness agree; leave out those that prove wrong."""
        opinions = await self._detector.compare(trace, self.primary, self.witnesses)
        faulty = dict(opinions.faulty)
        self.removed += faulty.values()
        self.witnesses = tuple(w for i, w in enumerate(self.witnesses) if i not in faulty)
        if not opinions.agreeing:
            reasons = "; ".join([*dict(opinions.silent).values(), *faulty.values()])
            raise WitnessesSilent(
                f"no witness confirms block {trace[-1].height}: {reasons or 'there is none'}"
            )

    async def _back(
        self, trusted: LightBlock, height: Height, on_step: OnStep | None
    ) -> LightBlock:
        """
        Walk down by parents' hashes; a light block brings its parent, so two a step.

        The result is not stored: what it proves is only that it lies below the trusted block.
        """
        if trusted.height - height > BACKWARD_BLOCKS_MAX:
            raise HeightTooFar(
                height, f"at most {BACKWARD_BLOCKS_MAX} below block {trusted.height}", str(height)
            )
        link = trusted.header
        if trusted.commit is not None and trusted.height - 1 > height:
            link = trusted.commit.parent
        while True:
            older = await fetch(self.primary, Height(link.height - 1))
            verify_backwards(link, older)
            if on_step is not None:
                on_step(older.height, height)
            if older.height == height:
                break
            assert older.commit is not None, "only the genesis block has none, and nothing is below"
            is_last = older.height - 1 == height
            link = older.header if is_last else older.commit.parent
        if older.commit is not None:
            verify_commit(older.commit, self.policy.chain_id)  # so that its time is agreed, too
        return older
