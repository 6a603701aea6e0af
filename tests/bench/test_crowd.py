"""A crowd written in bulk is a chain like any other: everybody has coins and tokens."""

from itertools import pairwise
from pathlib import Path

import pytest

from bench.crowd import COIN, GAS, GAS_USED, HELD, Crowd, full_block
from bench.scenes import BALANCE_WEI
from bench.workloads import balances
from chain.genesis import BLOCK_GAS_MAX


def test_everybody_can_pay_in_both_kinds(tmp_path: Path) -> None:
    """Each account has coins and words of the token; blocks of both kinds succeed whole."""
    crowd = Crowd(tmp_path, accounts=300, sizes=dict.fromkeys(GAS, 10), blocks=2)
    crowd.begin()
    crowd.open()
    state = crowd.chain.app.ledger.state()
    for address in crowd.addresses:
        account = state.account(address)
        assert account is not None and account.balance_wei == BALANCE_WEI
        (slot,) = balances(COIN, [address], HELD)
        assert HELD == state.storage(COIN, slot)
    for kind in ("transfer", "erc20") * 2:
        gas = [
            r.cumulative_gas_used for r in crowd.chain.run_block(crowd.next_block(kind)).receipts
        ]
        assert len(gas) >= 10
        used = {after - before for before, after in pairwise(gas)}
        assert max(used) == GAS_USED[kind]
    crowd.chain.store.close()


@pytest.mark.parametrize("accounts", [5, 100])
def test_a_crowd_goes_on_where_another_process_ended(tmp_path: Path, accounts: int) -> None:
    """Few send again with the nonces that are next; of many nobody sends twice."""
    crowd = Crowd(tmp_path, accounts, sizes={"transfer": 10}, blocks=4)
    crowd.begin()
    for _ in range(2):
        crowd.open()
        for _ in range(2):
            crowd.chain.run_block(crowd.next_block("transfer"))
        crowd.chain.store.close()
    assert 40 == sum(crowd.nonces)
    assert accounts == 5 or [1] * 40 == crowd.nonces


def test_a_full_block_has_no_gas_left_for_one_more() -> None:
    """So many fit where each may use its limit, and with one more the last would not."""
    for kind, count in ((kind, full_block(kind)) for kind in GAS):
        before_last = (count - 1) * GAS_USED[kind]
        assert before_last + GAS[kind] <= BLOCK_GAS_MAX < before_last + GAS_USED[kind] + GAS[kind]
