"""eth_: run code without a transaction, and find out what a transaction would cost."""

from typing import Any

from rpc.calls import BlockOverrides, CallRequest, Simulator, StateOverrides
from rpc.lookup import LATEST_ID, BlockId
from rpc.methods import method
from rpc.records import show_access_list
from rpc.shapes import Data, Quantity, data, quantity


class EthCalls:
    """Methods that simulate."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    @method("eth_call")
    async def call(
        self,
        transaction: CallRequest,
        block: BlockId = LATEST_ID,
        state_overrides: StateOverrides | None = None,
        block_overrides: BlockOverrides | None = None,
    ) -> Data:
        """Run a call on the state after a block and return its output."""
        return data(
            await self._simulator.call(transaction, block, state_overrides, block_overrides)
        )

    @method("eth_estimateGas")
    async def estimate_gas(
        self,
        transaction: CallRequest,
        block: BlockId = LATEST_ID,
        state_overrides: StateOverrides | None = None,
        block_overrides: BlockOverrides | None = None,
    ) -> Quantity:
        """A gas limit with which the transaction succeeds, at most 1.5 % too high."""
        return quantity(
            await self._simulator.estimate(transaction, block, state_overrides, block_overrides)
        )

    @method("eth_createAccessList")
    async def create_access_list(
        self,
        transaction: CallRequest,
        block: BlockId = LATEST_ID,
        state_overrides: StateOverrides | None = None,
        block_overrides: BlockOverrides | None = None,
    ) -> dict[str, Any]:
        """The access list a transaction profits from, and the gas it uses with it (EIP-2930)."""
        entries, result = await self._simulator.access_list(
            transaction, block, state_overrides, block_overrides
        )
        shown: dict[str, Any] = {
            "accessList": show_access_list(entries),
            "gasUsed": quantity(result.gas_used),
        }
        if result.error is not None:
            shown["error"] = result.error
        return shown
