"""Prices of gas: what blocks were paid lately, doubled for what may come."""

import pytest

from client.errors import AnswerInvalid, FeeTooLow
from client.fees import TIP_WEI_DEFAULT, Fees


def test_prices_follow_from_base_fee_and_the_median_tip(play):
    """The base fee may double while a transaction waits."""

    async def story(client, node):
        history = {"baseFeePerGas": ["0x1", "0xa"], "reward": [["0x5"], ["0x0"], ["0x9"], ["0x7"]]}
        node.answers["eth_feeHistory"] = lambda *_: history
        assert Fees(27, 7) == await client.fees()
        history["reward"] = None
        assert Fees(20 + TIP_WEI_DEFAULT, TIP_WEI_DEFAULT) == await client.fees()
        history["baseFeePerGas"] = []
        with pytest.raises(AnswerInvalid, match="base fees"):
            await client.fees()

    play(story)


def test_a_raised_price_is_rounded_up_and_never_falls():
    """A tenth of a few wei is a wei."""
    assert Fees(4, 2) == Fees(3, 1).raised(10)
    assert Fees(9, 8) == Fees(9, 1).at_least(Fees(2, 8))


def test_a_limit_on_prices_holds():
    """At the limit is not above it."""
    Fees(10, 1).check(10)
    with pytest.raises(FeeTooLow, match="11 wei"):
        Fees(11, 1).check(10)
