"""A real chain, whose validators change by stake, is followed as it is."""

import asyncio
from itertools import combinations

import pytest

from consensus.light.bisection import bisect
from consensus.light.errors import NotEnoughTrust
from consensus.light.verifier import TrustPolicy, verify
from modules.staking.module import Staking
from tests.chain.stage import CHAIN_ID, COIN_WEI, VALIDATOR_KEYS, VALIDATORS, Chain, network_data
from tests.consensus.light.real_chain import shown
from tests.consensus.light.stage import ChainProvider

POLICY = TrustPolicy(CHAIN_ID)
BLOCKS = 11


def test_a_change_of_stake_is_followed_two_heights_on() -> None:
    """
    One validator gets most of the power in block 4, and from block 8 on signs alone.

    Block 5 names the new set for block 6; the set of genesis gives no trust in block 11, so the
    way leads by a block between. From any block there is a way to any later one.
    """
    chain = Chain(data=network_data(100, 100, 100, 100), keys=VALIDATOR_KEYS[:4])
    for _ in range(3):
        chain.block()
    chain.call(0, Staking, "delegate", VALIDATORS[1], value_wei=900 * COIN_WEI)
    while chain.head.header.height < BLOCKS:
        block_id, _ = chain.propose()
        signers = chain.keys if chain.head.header.height < 7 else VALIDATOR_KEYS[1:2]
        chain.app.commit(chain.certify(block_id, *signers))
    blocks = [shown(chain, height) for height in range(BLOCKS + 1)]
    named = [block.next_validators.power_of(VALIDATORS[1]) for block in blocks]
    assert [named[0]] * 5 == named[:5] and 10 * named[0] == named[5] == named[11]
    with pytest.raises(NotEnoughTrust, match="1/3 of"):
        verify(POLICY, blocks[0], blocks[11], chain.time_ms)
    for first, last in combinations(range(BLOCKS + 1), 2):
        provider, start = ChainProvider(blocks), blocks[first]
        way = asyncio.run(bisect(provider, POLICY, start, blocks[last], chain.time_ms))
        assert blocks[last] == way[-1] and len(way) <= 4
    assert 2 < len(asyncio.run(bisect(provider, POLICY, blocks[0], blocks[11], chain.time_ms)))
