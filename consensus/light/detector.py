"""
Comparing what the primary says with what witnesses say, and proving which forks are crimes.

    verified way (trace) --ask each witness for the last height--> same hash   it agrees
                                                                   no answer   it is silent
                                                                   other hash  walk the trace:
        the last height that both have = common; there the chains part, and from there the
        witness has to prove its own --it cannot--> a liar, removed
                                     --it can-----> AttackDetected with evidence for both sides
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from chain.certificates import SignatureRefused, precommit_of, verify_message
from chain.errors import ChainError, Invalid, Unavailable
from chain.light.block import LightBlock
from chain.light.verifier import ONE_THIRD, TrustPolicy, verify_backwards
from chain.types.certificate import Certificate
from chain.types.evidence import LightClientAttack
from chain.types.primitives import Height, Milliseconds
from chain.validation import check_header
from consensus.host.clock import Clock
from consensus.light.bisection import bisect
from consensus.light.errors import AttackDetected, HeightUnavailable
from consensus.light.provider import Provider, fetch

# A witness in step with its chain gets in 30 s to the time of any block that may be shown now,
# which is 10 s of drift ahead at most: then it has that height, or proves that there is none.
WITNESS_WAIT_MS: Final = Milliseconds(30_000)
WITNESS_LAG_MS_MAX: Final = Milliseconds(60_000)  # one further behind is not waited for
WITNESS_POLL_MS: Final = Milliseconds(250)  # between two questions to one that lags


@dataclass(frozen=True, slots=True)
class Opinions:
    """What the witnesses say of a block: by position, and why where they do not agree."""

    agreeing: tuple[int, ...]
    silent: tuple[tuple[int, str], ...]
    faulty: tuple[tuple[int, str], ...]  # they said what cannot be: not to be asked again


@dataclass(frozen=True, slots=True)
class _Fork:
    """Where two chains part: the last common block, and the two ways on from it."""

    common: LightBlock
    ours: LightBlock  # the first block of the examined trace that the other does not have
    theirs: list[LightBlock]  # the other's own way, from the common block to its conflicting one


class _Faulty(Exception):
    """A witness contradicts itself or proves nothing."""


class Detector:
    """Asks witnesses about every block before it is trusted."""

    def __init__(
        self, policy: TrustPolicy, clock: Clock, wait_ms: Milliseconds = WITNESS_WAIT_MS
    ) -> None:
        self._policy, self._clock, self._wait_ms = policy, clock, wait_ms

    async def compare(
        self, trace: Sequence[LightBlock], primary: Provider, witnesses: Sequence[Provider]
    ) -> Opinions:
        """
        Return what each witness says of the last block of a verified trace.

        The time that a certificate gives in ms is not compared, only hashes: two times of one
        header lie within a second. Raises AttackDetected as soon as all have spoken and one of
        them has proven another chain.
        """
        found = await asyncio.gather(*(self._ask(trace, primary, w) for w in witnesses))
        for outcome in found:
            if isinstance(outcome, AttackDetected):
                raise outcome
        numbered = list(enumerate(found))
        return Opinions(
            tuple(i for i, outcome in numbered if outcome is None),
            tuple((i, str(why)) for i, why in numbered if isinstance(why, Unavailable)),
            tuple((i, str(why)) for i, why in numbered if isinstance(why, _Faulty)),
        )

    async def _ask(
        self, trace: Sequence[LightBlock], primary: Provider, witness: Provider
    ) -> AttackDetected | Unavailable | _Faulty | None:
        """Return None where the witness agrees."""
        try:
            theirs = await self._counterpart(trace[-1], witness)
            if theirs.hash == trace[-1].hash:
                return None
            fork = await self._examine(trace, theirs, witness)
            return await self._attack(fork, primary, witness)
        except Unavailable as reason:
            return reason
        except (Invalid, _Faulty) as reason:
            return _Faulty(f"{witness.name}: {reason}")

    async def _counterpart(self, ours: LightBlock, witness: Provider) -> LightBlock:
        """
        Return the witness's block of our height, once it has one.

        A witness whose newest block is lower and yet not older than ours cannot be behind: then
        that block is returned, because the two chains have parted (a forward lunatic attack). One
        that is a minute behind is catching up, and knows nothing yet.
        """
        deadline_ms = self._clock.now_ms() + self._wait_ms
        while True:
            try:
                return await fetch(witness, ours.height)
            except HeightUnavailable:
                newest = await witness.light_block(None)
            if newest.height < ours.height and newest.time_ms >= ours.time_ms:
                return newest
            is_far = ours.time_ms - newest.time_ms > WITNESS_LAG_MS_MAX
            if is_far or self._clock.now_ms() >= deadline_ms:
                raise HeightUnavailable(witness.name, ours.height)
            await self._clock.sleep_ms(WITNESS_POLL_MS)

    async def _examine(
        self, trace: Sequence[LightBlock], theirs: LightBlock, other: Provider
    ) -> _Fork:
        """
        Walk a trace along another's blocks to where they part; each step there is verified.

        `theirs` conflicts with the end of the trace. Raises _Faulty, and Invalid where the other
        cannot prove its chain.
        """
        common, now_ms = trace[0], self._clock.now_ms()
        root = await fetch(other, common.height)
        if root.hash != common.hash:
            raise _Faulty(f"it has another block {common.height}, which both start from")
        for ours in trace[1:]:
            if theirs.height <= common.height:
                raise _Faulty(f"its newest block {theirs.height} is as new as ours, yet lower")
            if ours.height >= theirs.height:
                block = theirs
            else:
                block = await fetch(other, ours.height)
            way = await bisect(other, self._policy, common, block, now_ms)
            if block.hash != ours.hash:
                return _Fork(common, ours, way)
            common = ours
        raise _Faulty("it says one thing and then another")

    async def _attack(self, fork: _Fork, primary: Provider, witness: Provider) -> AttackDetected:
        against_primary = await self._evidence(fork, witness)
        return AttackDetected(
            witness.name, against_primary, await self._counter_evidence(fork, primary)
        )

    async def _counter_evidence(self, fork: _Fork, primary: Provider) -> LightClientAttack | None:
        """Walk the witness's way along the primary's blocks; it may part earlier on this way."""
        theirs = fork.theirs[-1]
        if theirs.height != fork.ours.height:
            return None  # the witness has nothing at this height that conflicts
        try:
            back = await self._examine(fork.theirs, fork.ours, primary)
        except (ChainError, _Faulty):
            # The primary has no answers any more; what it showed before is enough.
            back = _Fork(fork.common, theirs, [fork.common, fork.ours])
        return await self._evidence(back, primary)

    async def _evidence(self, fork: _Fork, other: Provider) -> LightClientAttack:
        """Accuse those who certified the fork's own block, before the chain of the other."""
        block = fork.ours
        assert block.commit is not None, "a verified block above another has a commit"
        certificate = keep_valid(block.commit.certificate, self._policy.chain_id)
        height = block.height
        if not is_votable(block, fork.theirs[-1]):
            height = accountable_height(fork.ours, fork.common, await _block_below(fork, other))
        return LightClientAttack(block.header, certificate, block.commit.validators, height)


async def _block_below(fork: _Fork, other: Provider) -> LightBlock | None:
    """Return the other chain's block right below the fork's, or its newest; None without answer."""
    theirs = fork.theirs[-1]
    if theirs.height < fork.ours.height:
        return theirs
    try:
        below = await fetch(other, Height(theirs.height - 1))
        verify_backwards(theirs.header, below)
    except ChainError:
        return None
    return below


def accountable_height(block: LightBlock, common: LightBlock, below: LightBlock | None) -> Height:
    """
    Return the height whose validators answer for a block that no honest validator would sign.

    All of them do who signed it. The nearer below the block, the longer evidence stays young
    enough; but a light client was led astray only by a third of some set that the chain knows. So
    it is the height of `below`, the other chain's block next below, where a third of those signed,
    and else the one above the common block, whose set the client trusted.

    Right above the common block evidence names the common height itself, because the accountable
    height has to be a lower one than the block's.
    """
    assert block.commit is not None, "a verified block above another has a commit"
    signers = [who for who, _ in block.commit.certificate.signatures]
    if below is not None and below.commit is not None:
        deciding = below.commit.validators
        if ONE_THIRD.is_met(sum(map(deciding.power_of, signers)), deciding.total_power):
            return below.height
    return Height(min(common.height + 1, block.height - 1))


def is_votable(block: LightBlock, other: LightBlock) -> bool:
    """
    Whether a block follows from the parent that the other chain has at its height.

    Then an honest validator may have voted for it, in another round, and only who signed both
    blocks answers, at their own height. Its randomness is no sign: it follows from the proposer's
    link, and headers do not show what that had to be.
    """
    ours, theirs = block.commit, other.commit
    if ours is None or theirs is None or ours.parent.hash != theirs.parent.hash:
        return False
    header, parent = block.header, ours.parent
    try:
        check_header(header, parent)
    except Invalid:
        return False
    return header.extra_data == other.header.extra_data and header.coinbase in theirs.validators


def keep_valid(certificate: Certificate, chain_id: int) -> Certificate:
    """
    Return a certificate with its good signatures only, every one checked.

    Verification stops at two thirds, so an attacker could add one bad signature behind them and
    so spoil the evidence of all the good ones.
    """
    good = []
    for address, signature in certificate.signatures:
        try:
            verify_message(precommit_of(certificate, address, signature), chain_id)
        except SignatureRefused:
            continue
        good.append((address, signature))
    return replace(certificate, signatures=tuple(good))
