"""What proposers were paid lately."""

from rpc.tips import SUGGESTED_TIP_MAX_WEI, TipOracle, tips_of
from tests.rpc.stage import STRANGER, StageBackend


def test_the_tip_is_that_of_recent_blocks() -> None:
    """The least there is on an idle chain, then what was paid, at most the most; once a block."""
    backend = StageBackend()
    oracle = TipOracle(backend)
    assert backend.mempool.min_tip_wei == oracle.suggest_wei()
    backend.send(0, STRANGER, max_priority_fee_per_gas_wei=5, gas_limit=21_000)
    block = backend.make_block()
    assert [(5, 21_000)] == tips_of(block)
    assert 5 == oracle.suggest_wei()
    rich = 2 * SUGGESTED_TIP_MAX_WEI
    for key in (1, 2):
        backend.send(
            key,
            STRANGER,
            max_fee_per_gas_wei=2 * rich,
            max_priority_fee_per_gas_wei=rich,
            gas_limit=21_000,
        )
        backend.make_block()
    assert SUGGESTED_TIP_MAX_WEI == oracle.suggest_wei()
    backend.close()
