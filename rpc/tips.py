"""
What proposers were paid lately: the tip that a transaction is well advised to offer.

    tips of recent blocks --lowest three each, 60th percentile--> suggested tip (geth's oracle)
"""

from typing import Final

from chain.types.block import CommittedBlock
from chain.types.primitives import ZERO_HASH, Hash32, Wei
from rpc.backend import Backend

SAMPLED_BLOCKS: Final = 20  # blocks whose tips a suggestion looks at
SAMPLED_TIPS: Final = 3  # lowest tips taken of each
SUGGESTED_PERCENTILE: Final = 60
SUGGESTED_TIP_MAX_WEI: Final = 500 * 10**9  # 500 gwei


class TipOracle:
    """Suggests a tip, in wei per gas; one look at the chain a block."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._suggestion: tuple[Hash32, Wei] = (ZERO_HASH, Wei(0))  # head's hash, tip

    def suggest_wei(self) -> Wei:
        """Return what most transactions of late would have been content with."""
        head = self._backend.chain.head.header
        if self._suggestion[0] != head.hash:
            self._suggestion = (head.hash, self._sample_wei(head.height))
        return self._suggestion[1]

    def _sample_wei(self, head: int) -> Wei:
        tips: list[int] = []
        for height in range(max(1, head - SAMPLED_BLOCKS + 1), head + 1):
            block = self._backend.chain.block(height)
            assert block is not None, height
            tips += sorted(tip for tip, _ in tips_of(block))[:SAMPLED_TIPS]
        floor = self._backend.pool.min_tip_wei
        if not tips:
            return floor
        tip = sorted(tips)[(len(tips) - 1) * SUGGESTED_PERCENTILE // 100]
        return Wei(max(floor, min(tip, SUGGESTED_TIP_MAX_WEI)))


def tips_of(block: CommittedBlock) -> list[tuple[int, int]]:
    """Return (tip in wei per gas, gas used) of each transaction that paid for gas."""
    base_fee_wei = block.header.base_fee_per_gas_wei
    return [
        (receipt.effective_gas_price_wei - base_fee_wei, receipt.gas_used)
        for receipt in block.receipts
        if receipt.gas_used
    ]
