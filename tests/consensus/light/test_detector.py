"""Forks are found, proven, and told from lies and lags."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from chain.certificates import verify_certificate
from chain.light.block import LightBlock
from chain.types.evidence import LightClientAttack
from chain.types.header import Header
from chain.types.primitives import Address, Milliseconds
from chain.types.validators import ValidatorSet
from consensus.host.clock import ManualClock
from consensus.light.bisection import bisect
from consensus.light.detector import (
    Detector,
    Opinions,
    accountable_height,
    is_votable,
    keep_valid,
)
from consensus.light.errors import AttackDetected, ProviderFailed
from tests.chain.light.stage import (
    ADDRESSES,
    BLOCK_MS,
    CHAIN_ID,
    NOW_MS,
    POLICY,
    branch,
    grow,
    members,
)
from tests.consensus.light.providers import ChainProvider

FOUR = members({0: 10, 1: 10, 2: 10, 3: 10})
CHAIN = grow([FOUR] * 10)


class RunningClock(ManualClock):
    """A clock that moves as fast as it is waited for."""

    async def sleep_ms(self, span_ms: Milliseconds) -> None:
        """Move on at once."""
        self._now_ms += span_ms
        await asyncio.sleep(0)


def compare(
    primary: ChainProvider, *witnesses: ChainProvider, target: int = -1, wait_ms: int = 1_000
) -> Opinions:
    """What witnesses say of the primary's chain from its genesis on."""

    async def story() -> Opinions:
        clock = RunningClock(NOW_MS)
        detector = Detector(POLICY, clock, Milliseconds(wait_ms))
        genesis, last = primary.blocks[0], primary.blocks[target]
        trace = await bisect(primary, POLICY, genesis, last, NOW_MS)
        return await detector.compare(trace, primary, witnesses)

    return asyncio.run(story())


def attack(primary: ChainProvider, *witnesses: ChainProvider) -> AttackDetected:
    """The attack that comparing finds."""
    with pytest.raises(AttackDetected) as caught:
        compare(primary, *witnesses)
    return caught.value


def check_evidence(found: LightClientAttack, block: LightBlock, common_height: int) -> None:
    """Evidence shows this block and proves it by every one of its signatures."""
    assert (block.hash, common_height) == (found.header.hash, found.common_height)
    verify_certificate(found.certificate, found.validators, CHAIN_ID)


def test_witnesses_that_agree_are_counted() -> None:
    """Equal hashes are all that is asked for; one question each."""
    witnesses = ChainProvider(CHAIN), ChainProvider(CHAIN)
    assert Opinions((0, 1), (), ()) == compare(ChainProvider(CHAIN), *witnesses)
    assert [[9], [9]] == [witness.asked for witness in witnesses]


def test_a_fork_that_the_primary_shows_is_proven_to_both_sides() -> None:
    """A set that decides twice: each chain gets the other's block, and where they parted."""
    forked = branch(CHAIN, 6, [FOUR] * 3)
    found = attack(ChainProvider(forked), ChainProvider(CHAIN, "bob"))
    check_evidence(found.against_primary, forked[9], 8)
    assert found.against_witness is not None
    check_evidence(found.against_witness, CHAIN[9], 8)
    assert f"0x{forked[9].hash.hex()}" in str(found) and "witness bob" in str(found)


def test_the_walk_finds_where_the_chains_part() -> None:
    """Every block of the trace is compared, not only its ends."""
    others = members({0: 10, 4: 10, 5: 10, 6: 10})
    honest = grow([FOUR] * 4 + [others] * 6)
    forked = branch(honest, 7, [others] * 2)
    found = attack(ChainProvider(forked), ChainProvider(honest))
    assert found.against_witness is not None
    check_evidence(found.against_primary, forked[9], 8)
    check_evidence(found.against_witness, honest[9], 8)


def test_an_equivocation_is_answered_for_at_its_own_height() -> None:
    """A block on the same parent, as honest validators could have voted for in another round."""
    forked = branch(CHAIN, 8, [FOUR])
    found = attack(ChainProvider(forked), ChainProvider(CHAIN))
    assert found.against_witness is not None
    check_evidence(found.against_primary, forked[9], 9)
    check_evidence(found.against_witness, CHAIN[9], 9)


BLOCK = branch(CHAIN, 8, [FOUR])[9]
HEADER = BLOCK.header


@pytest.mark.parametrize(
    "header",
    [
        replace(HEADER, extra_data=members({5: 1}).hash),
        replace(HEADER, coinbase=ADDRESSES[9]),
        replace(HEADER, gas_limit=HEADER.gas_limit * 2),
        replace(HEADER, difficulty=1),
    ],
)
def test_a_header_that_no_honest_validator_signs_is_told_from_an_equivocation(
    header: Header,
) -> None:
    """
    Whatever follows from the parent is compared.

    Roots and gas may differ between rounds, and so does the randomness: by the proposer's link.
    """
    assert is_votable(BLOCK, CHAIN[9])
    for other in ({"gas_used": 1}, {"mix_hash": HEADER.parent_hash}):
        assert is_votable(replace(BLOCK, header=replace(HEADER, **other)), CHAIN[9])
    assert not is_votable(replace(BLOCK, header=header), CHAIN[9])


def test_who_answers_is_found_as_near_as_a_third_of_them_signed() -> None:
    """The set right below the block, or else the one that the client trusted."""
    others = members({0: 10, 4: 10, 5: 10, 6: 10})
    honest = grow([FOUR] * 4 + [others] * 6)
    lunatic = branch(honest, 3, [FOUR] * 3)[6]  # by those who left at block 5
    assert (4, 4) == (
        accountable_height(lunatic, honest[3], honest[5]),
        accountable_height(lunatic, honest[3], None),
    )
    assert 5 == accountable_height(branch(honest, 5, [others])[6], honest[1], honest[5])
    first = branch(honest, 0, [others])[1]
    assert 0 == accountable_height(first, honest[0], honest[0])


def test_a_lunatic_s_own_validators_are_evidence_too() -> None:
    """The liars hand over to a set of their own; the first forged block is what proves it."""
    mine = members({8: 10})
    forked = branch(CHAIN, 6, [mine, mine, mine])
    found = attack(ChainProvider(forked), ChainProvider(CHAIN))
    # The step to block 9 has no trust, so the trace comes by blocks 4 and 6 to block 7.
    assert found.against_primary.header.height == 7
    check_evidence(found.against_primary, forked[7], 6)
    assert found.against_primary.validators.hash == FOUR.hash


def test_a_bad_signature_does_not_spoil_the_evidence() -> None:
    """Behind two thirds nobody looks, so an attacker may hide one there; it is left out."""
    forked = branch(CHAIN, 8, [FOUR])
    commit = forked[9].commit
    assert commit is not None
    weakest = sorted(v.address for v in FOUR)[-1]
    spoilt = tuple(
        (who, bytes(65) if who == weakest else signature)
        for who, signature in commit.certificate.signatures
    )
    certificate = replace(commit.certificate, signatures=spoilt)
    forked[9] = replace(forked[9], commit=replace(commit, certificate=certificate))
    found = attack(ChainProvider(forked), ChainProvider(CHAIN))
    check_evidence(found.against_primary, forked[9], 9)
    signers = {who for who, _ in found.against_primary.certificate.signatures}
    assert {v.address for v in FOUR} - {weakest} == signers


def test_all_signatures_are_read_for_evidence() -> None:
    """ASA-2024-008: what only verified its first two thirds is not handed on as verified."""
    commit = CHAIN[3].commit
    assert commit is not None
    assert commit.certificate == keep_valid(commit.certificate, CHAIN_ID)
    assert () == keep_valid(commit.certificate, CHAIN_ID + 1).signatures


def honest_only(_: ValidatorSet) -> Sequence[Address]:
    """Too few to decide."""
    return ADDRESSES[:2]


def test_a_witness_that_proves_nothing_is_a_liar() -> None:
    """Another header without a quorum is no second chain."""
    liar = ChainProvider(branch(CHAIN, 8, [FOUR], honest_only), "eve")
    found = compare(ChainProvider(CHAIN), ChainProvider(CHAIN), liar)
    assert ((0,), ()) == (found.agreeing, found.silent)
    ((index, reason),) = found.faulty
    assert 1 == index and reason.startswith("eve: ") and "two thirds" in reason


def test_a_witness_of_another_chain_is_a_liar() -> None:
    """It does not even know the block that is trusted."""
    stranger = ChainProvider(grow([FOUR] * 10, salt=b"other"))
    ((_, reason),) = compare(ChainProvider(CHAIN), stranger).faulty
    assert "it has another block 0" in reason


def test_a_witness_that_sends_nonsense_is_a_liar() -> None:
    """A block of another height, or one whose parts do not fit."""
    for wrong in (CHAIN[8], replace(CHAIN[9], next_validators=members({5: 1}))):
        witness = ChainProvider(CHAIN)
        witness.answers[9] = wrong
        opinions = compare(ChainProvider(CHAIN), witness)
        if wrong.hash == CHAIN[9].hash:
            assert (0,) == opinions.agreeing  # the hash is all that is taken from a witness
        else:
            assert 1 == len(opinions.faulty)


def test_a_witness_that_is_away_is_silent() -> None:
    """Neither a lie nor a confirmation."""
    away = ChainProvider(CHAIN)
    away.answers[9] = ProviderFailed("away", "no answer")
    found = compare(ChainProvider(CHAIN), away, ChainProvider(CHAIN))
    assert ((1,), ((0, "away: no answer"),), ()) == (found.agreeing, found.silent, found.faulty)


def test_a_witness_that_lags_is_waited_for() -> None:
    """A block that is only just decided is not everywhere yet."""

    class Late(ChainProvider):
        async def light_block(self, height: int | None) -> LightBlock:  # type: ignore[override]
            if self.asked.count(9) == 2:
                self.blocks = CHAIN
            return await super().light_block(height)  # type: ignore[arg-type]

    assert (0,) == compare(ChainProvider(CHAIN), Late(CHAIN[:9])).agreeing
    ((_, reason),) = compare(ChainProvider(CHAIN), ChainProvider(CHAIN[:9], "slow")).silent
    assert "slow has no block 9" == reason


def test_a_witness_far_behind_is_not_waited_for() -> None:
    """It is catching up: two questions, and the others decide."""
    chain = grow([FOUR] * 60)
    behind = ChainProvider(chain[:18], "new")
    assert chain[59].time_ms - chain[17].time_ms > 60_000
    found = compare(ChainProvider(chain), behind, ChainProvider(chain), wait_ms=30_000)
    assert ((1,), [59, None]) == (found.agreeing, behind.asked)


def test_a_chain_that_ran_ahead_in_heights_but_not_in_time_is_an_attack() -> None:
    """Forward lunatic: the witness is as new as the primary's block, and yet below it."""
    forked = branch(CHAIN, 5, [FOUR] * 8, lead_ms=1 - BLOCK_MS)
    witness = ChainProvider(CHAIN[:9])
    assert forked[13].time_ms <= CHAIN[8].time_ms
    found = attack(ChainProvider(forked), witness)
    assert found.against_witness is None
    check_evidence(found.against_primary, forked[13], 8)


def test_a_witness_with_a_new_time_on_an_old_height_is_a_liar() -> None:
    """A newest block below the common one, and yet later, contradicts what it showed before."""
    witness = ChainProvider(CHAIN[:9])
    late = branch(CHAIN, 0, [FOUR], lead_ms=10 * BLOCK_MS)[1]
    witness.answers[None] = replace(late, header=CHAIN[0].header, commit=late.commit)
    ((_, reason),) = compare(ChainProvider(CHAIN), witness).faulty
    assert "as new as ours, yet lower" in reason


def test_a_primary_that_falls_silent_is_still_proven_wrong() -> None:
    """What it showed is enough, and the witness's block is evidence for its chain."""
    forked = branch(CHAIN, 6, [FOUR] * 3)
    primary = ChainProvider(forked)
    primary.answers[0] = ProviderFailed("primary", "gone")
    found = attack(primary, ChainProvider(CHAIN))
    assert found.against_witness is not None
    check_evidence(found.against_witness, CHAIN[9], 8)


def test_two_times_of_one_header_are_no_fork() -> None:
    """The header is what is compared; milliseconds of one second are not in it."""
    commit = CHAIN[9].commit
    assert commit is not None
    block_id = replace(commit.certificate.block_id, time_ms=Milliseconds(CHAIN[9].time_ms + 1))
    other = replace(commit, certificate=replace(commit.certificate, block_id=block_id))
    witness = ChainProvider([*CHAIN[:9], replace(CHAIN[9], commit=other)])
    assert (0,) == compare(ChainProvider(CHAIN), witness).agreeing
