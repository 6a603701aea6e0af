"""A real chain, whose validators change by stake, is followed as it is."""

import asyncio
from itertools import combinations

import pytest

from chain.light.errors import NotEnoughTrust
from chain.light.verifier import TrustPolicy, verify
from consensus.light.bisection import bisect
from modules.staking.module import Staking
from tests.chain.stage import CHAIN_ID, COIN_WEI, VALIDATOR_KEYS, VALIDATORS, Chain, network_data
from tests.consensus.light.providers import ChainProvider
from tests.consensus.light.real_chain import shown

POLICY = TrustPolicy(CHAIN_ID)
BLOCKS = 16


def test_a_change_of_stake_is_followed_two_heights_on() -> None:
    """
    One validator gets most of the power in block 4, and signs alone as soon as that is enough.

    Block 5 names the first new set, for block 6, and each block after it up to a third more, as
    elections are bounded; the set of genesis gives no trust in the last block, so the way leads
    by a block between. From any block there is a way to any later one.
    """
    chain = Chain(data=network_data(100, 100, 100, 100), keys=VALIDATOR_KEYS[:4])
    for _ in range(3):
        chain.block()
    chain.call(0, Staking, "delegate", VALIDATORS[1], value_wei=900 * COIN_WEI)
    while chain.head.header.height < BLOCKS:
        block_id, _ = chain.propose()
        deciding = chain.app.validators()
        alone = deciding.is_quorum(deciding.power_of(VALIDATORS[1]))
        signers = VALIDATOR_KEYS[1:2] if alone else chain.keys
        chain.app.commit(chain.certify(block_id, *signers))
    blocks = [shown(chain, height) for height in range(BLOCKS + 1)]
    named = [block.next_validators.power_of(VALIDATORS[1]) for block in blocks]
    assert [named[0]] * 5 == named[:5] and named[4] < named[5] < 10 * named[0] == named[BLOCKS]
    assert named == sorted(named)
    with pytest.raises(NotEnoughTrust, match="1/3 of"):
        verify(POLICY, blocks[0], blocks[BLOCKS], chain.time_ms)
    for first, last in combinations(range(BLOCKS + 1), 2):
        provider, start = ChainProvider(blocks), blocks[first]
        way = asyncio.run(bisect(provider, POLICY, start, blocks[last], chain.time_ms))
        assert blocks[last] == way[-1] and len(way) <= 5
    way = asyncio.run(
        bisect(ChainProvider(blocks), POLICY, blocks[0], blocks[BLOCKS], chain.time_ms)
    )
    assert 2 < len(way)
