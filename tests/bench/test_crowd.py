"""A crowd written in bulk is a chain like any other: everybody has coins and tokens."""

from pathlib import Path

from bench.crowd import COIN, HELD, Crowd
from bench.scenes import BALANCE_WEI
from bench.workloads import balances


def test_everybody_can_pay_in_both_kinds(tmp_path: Path) -> None:
    """Each account has coins and words of the token; blocks of both kinds succeed whole."""
    crowd = Crowd(tmp_path, accounts=300, per_block=10, blocks=4)
    crowd.begin()
    crowd.open()
    state = crowd.chain.app.ledger.state()
    for address in crowd.addresses:
        account = state.account(address)
        assert account is not None and account.balance_wei == BALANCE_WEI
        (slot,) = balances(COIN, [address], HELD)
        assert HELD == state.storage(COIN, slot)
    for kind in ("transfer", "erc20") * 2:
        assert 10 <= len(crowd.chain.run_block(crowd.next_block(kind)).receipts)
    crowd.chain.store.close()


def test_in_a_large_crowd_each_sends_once(tmp_path: Path) -> None:
    """No sender is met twice where there are more accounts than transactions."""
    crowd = Crowd(tmp_path, accounts=100, per_block=10, blocks=2)
    crowd.begin()
    crowd.open()
    for _ in range(2):
        crowd.chain.run_block(crowd.next_block("transfer"))
    assert [1] * 20 == crowd.nonces
    crowd.chain.store.close()
