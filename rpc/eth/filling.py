"""
A transaction with everything its author left out: nonce, gas, prices, type.

    {"from", "to", ...} --CallRequest--> Filler --geth's defaults--> Transaction, unsigned
"""

from dataclasses import replace
from typing import Final

from chain.errors import FeeOverflow
from chain.params import UINT256_MAX
from chain.types.primitives import Gas, Nonce, Wei
from chain.types.transaction import Transaction, TransactionType
from chain.vm.call import CallMessage, encoded, unsigned
from rpc.backend import Backend
from rpc.calls import CallRequest, Simulator
from rpc.errors import InvalidParams
from rpc.eth.fees import EthFees
from rpc.lookup import BlockId, BlockNumber

BASE_FEE_HEADROOM: Final = 2  # the base fee may double while the transaction waits (geth)
PENDING: Final = BlockId(number=BlockNumber(tag="pending"))


class Filler:
    """Fills in what a transaction lacks, by the state of now."""

    def __init__(self, backend: Backend, simulator: Simulator, fees: EthFees) -> None:
        self._backend, self._simulator, self._fees = backend, simulator, fees

    async def fill(self, request: CallRequest) -> Transaction:
        """
        Return the whole transaction without a signature.

        Raises InvalidParams, and Reverted, CallFailed or TransactionInvalid where its gas has to be
        estimated and it fails.
        """
        message, chain_id = request.message, self._backend.status.chain_id
        if message.to is None and not message.data:
            raise InvalidParams("contract creation without any data provided")
        if request.chain_id not in (None, chain_id):
            raise InvalidParams(
                f"chainId does not match node's (have={request.chain_id}, want={chain_id})"
            )
        fee_wei, tip_wei = self._prices(request)
        gas = message.gas_limit
        if gas is None:
            gas = await self._simulator.estimate(request, PENDING)
        if gas * fee_wei > UINT256_MAX:
            raise FeeOverflow()
        nonce = message.nonce
        if nonce is None:
            nonce = self._backend.pool.next_nonce(message.sender)
        priced = replace(
            message, max_fee_per_gas_wei=Wei(fee_wei), max_priority_fee_per_gas_wei=Wei(tip_wei)
        )
        return encoded(unsigned(priced, _type_of(request), chain_id, Nonce(nonce), Gas(gas)))

    def _prices(self, request: CallRequest) -> tuple[int, int]:
        """Return (fee cap, tip) in wei per gas."""
        prices = request.prices
        if prices.gas_price_wei is not None:
            return prices.gas_price_wei, prices.gas_price_wei
        tip_wei, fee_wei = prices.tip_wei, prices.fee_cap_wei
        if tip_wei is None:
            tip_wei = self._fees.suggest_tip_wei()
            if fee_wei is not None:
                tip_wei = min(tip_wei, fee_wei)
        if fee_wei is None:
            fee_wei = tip_wei + BASE_FEE_HEADROOM * self._backend.chain.next_base_fee_wei
        return fee_wei, tip_wei


def _type_of(request: CallRequest) -> TransactionType:
    message: CallMessage = request.message
    if message.authorizations:
        return TransactionType.SET_CODE
    if request.prices.gas_price_wei is None:
        return TransactionType.DYNAMIC_FEE
    return TransactionType.ACCESS_LIST if message.access_list else TransactionType.LEGACY
