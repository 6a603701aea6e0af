"""eth_: what gas costs now, and what it cost lately."""

from typing import Annotated, Any, Final

from chain.errors import Malformed
from chain.types.block import CommittedBlock
from rpc.backend import Backend
from rpc.config import RpcLimits
from rpc.errors import InvalidParams, RpcError, describe
from rpc.lookup import BlockNumber, Lookup
from rpc.methods import QUANTITY_SCHEMA, Reading, Schema, method
from rpc.shapes import Quantity, parse_quantity, quantity
from rpc.tips import TipOracle, tips_of
from rpc.work import LongWork

BLOB_BASE_FEE_WEI: Final = 1  # the least there is (EIP-4844); this chain carries no blobs
DECIMAL_DIGITS_MAX: Final = 19  # of a 64-bit count written in decimal


def parse_block_count(value: Any) -> int:
    """Read a quantity, a JSON integer or decimal text, as clients send it; raises Malformed."""
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if isinstance(value, str) and value.isascii() and value.isdigit():
        if len(value) <= DECIMAL_DIGITS_MAX:
            return int(value)
        raise Malformed("number > 64 bits")
    return parse_quantity(value, 64)


def parse_percentiles(value: Any) -> tuple[float, ...]:
    """Read a list of numbers; raises Malformed."""
    if not isinstance(value, list):
        raise Malformed(f"array of numbers expected, found {describe(value)}")
    for index, item in enumerate(value):
        if isinstance(item, bool) or not isinstance(item, int | float):
            raise Malformed(f"number expected at {index}, found {describe(item)}")
    return tuple(value)


COUNT_SCHEMA: Final[Schema] = {"oneOf": [QUANTITY_SCHEMA, {"type": "integer", "minimum": 0}]}
BlockCount = Annotated[int, Reading(parse_block_count, {"title": "block count", **COUNT_SCHEMA})]
Percentiles = Annotated[
    tuple[float, ...],
    Reading(
        parse_percentiles,
        {
            "title": "reward percentiles, ascending",
            "type": "array",
            "items": {"type": "number", "minimum": 0, "maximum": 100},
        },
    ),
]


class EthFees:
    """Methods about prices, in wei per gas."""

    def __init__(self, backend: Backend, limits: RpcLimits, lookup: Lookup, work: LongWork) -> None:
        self._backend, self._limits, self._lookup, self._work = backend, limits, lookup, work
        self._tips = TipOracle(backend)

    @method("eth_gasPrice")
    def gas_price(self) -> Quantity:
        """A price that the next block takes: its base fee and the suggested tip."""
        return quantity(self._backend.chain.next_base_fee_wei + self.suggest_tip_wei())

    @method("eth_maxPriorityFeePerGas")
    def max_priority_fee_per_gas(self) -> Quantity:
        """The suggested tip."""
        return quantity(self.suggest_tip_wei())

    @method("eth_baseFee")
    def base_fee(self) -> Quantity:
        """The base fee of the block to come."""
        return quantity(self._backend.chain.next_base_fee_wei)

    @method("eth_blobBaseFee")
    def blob_base_fee(self) -> Quantity:
        """The least price of blob gas; this chain carries no blobs."""
        return quantity(BLOB_BASE_FEE_WEI)

    @method("eth_feeHistory")
    async def fee_history(
        self,
        block_count: BlockCount,
        newest_block: BlockNumber,
        reward_percentiles: Percentiles = (),
    ) -> dict[str, Any]:
        """Base fees, fullness and tips of some blocks; the last base fee is the next block's."""
        check_percentiles(reward_percentiles, self._limits)
        count = min(block_count, self._limits.fee_history_blocks_max)
        newest = self._newest(newest_block)
        if count == 0:
            return {"oldestBlock": "0x0", "gasUsedRatio": [], "baseFeePerGas": []}
        first = max(0, newest - count + 1)
        return await self._work.run(lambda: self._history(first, newest, reward_percentiles))

    def _newest(self, wanted: BlockNumber) -> int:
        head, height = self._backend.chain.head.header.height, self._lookup.height(wanted)
        if height > head:
            raise RpcError(f"request beyond head block: requested {height}, head {head}")
        return height

    def _history(self, first: int, newest: int, percentiles: tuple[float, ...]) -> dict[str, Any]:
        blocks = [self._block(height) for height in range(first, newest + 1)]
        fees = [block.header.base_fee_per_gas_wei for block in blocks]
        after = self._backend.chain.block(newest + 1)
        next_fee = self._backend.chain.next_base_fee_wei
        fees.append(next_fee if after is None else after.header.base_fee_per_gas_wei)
        history: dict[str, Any] = {
            "oldestBlock": quantity(first),
            "baseFeePerGas": [quantity(fee) for fee in fees],
            "gasUsedRatio": [b.header.gas_used / b.header.gas_limit for b in blocks],
            "baseFeePerBlobGas": [quantity(BLOB_BASE_FEE_WEI)] * (len(blocks) + 1),
            "blobGasUsedRatio": [0.0] * len(blocks),
        }
        if percentiles:
            history["reward"] = [
                [quantity(tip) for tip in compute_reward_tips_wei(block, percentiles)]
                for block in blocks
            ]
        return history

    def _block(self, height: int) -> CommittedBlock:
        block = self._backend.chain.block(height)
        assert block is not None, height
        return block

    def suggest_tip_wei(self) -> int:
        """Return what most transactions of late would have been content with; once a block."""
        return self._tips.suggest_wei()


def check_percentiles(percentiles: tuple[float, ...], limits: RpcLimits) -> None:
    """Refuse percentiles that are too many, out of range or not ascending."""
    if len(percentiles) > limits.fee_percentiles_max:
        raise InvalidParams(f"over the query limit {limits.fee_percentiles_max}")
    for index, value in enumerate(percentiles):
        if not 0 <= value <= 100:
            raise InvalidParams(f"invalid reward percentile: {value:f}")
        if index and value < percentiles[index - 1]:
            raise InvalidParams(
                f"invalid reward percentile: #{index - 1}:{percentiles[index - 1]:f} "
                f">= #{index}:{value:f}"
            )


def compute_reward_tips_wei(block: CommittedBlock, percentiles: tuple[float, ...]) -> list[int]:
    """Return, a percentile of the block's gas each, the highest tip within it; 0 if it is empty."""
    paid = sorted(tips_of(block))
    if not paid:
        return [0] * len(percentiles)
    rewards, place, gas = [], 0, paid[0][1]
    for percentile in percentiles:
        threshold = int(block.header.gas_used * percentile / 100)
        while gas < threshold and place < len(paid) - 1:
            place += 1
            gas += paid[place][1]
        rewards.append(paid[place][0])
    return rewards
