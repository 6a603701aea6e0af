"""
Sending: estimate, sign here, submit, wait until the chain has decided.

    Intent --estimate, sign--> raw bytes --eth_sendRawTransaction--> hash --poll--> Receipt

The key never leaves this process. What a module would refuse is refused before anything is signed.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from chain.codec import address_of, sign_transaction
from chain.types.primitives import Address, Wei
from cli.client import RpcFailed, bytes_of, number_of
from cli.contracts import Contracts, hex_of
from cli.errors import CommandFailed

GAS_MARGIN_PERCENT: Final = 25  # above the estimate, as state moves before the block is made
GAS_TRANSFER: Final = 21_000  # gas of a plain transfer to an account without code
FEE_BLOCKS: Final = 4  # blocks whose tips tell what is paid now
BASE_FEE_HEADROOM: Final = 2  # the base fee may double (six full blocks) while this one waits
TIP_WEI_DEFAULT: Final = 10**9  # 1 gwei, where no block tells what is paid
WAIT_S: Final = 60.0  # seconds until giving up on a receipt
POLL_S_MIN: Final = 0.05  # seconds between looks, growing to the maximum
POLL_S_MAX: Final = 1.0


class TransactionFailed(CommandFailed):
    """The transaction is in a block and did nothing but pay its gas."""


@dataclass(frozen=True, slots=True)
class Intent:
    """What a transaction shall do."""

    sender: Address
    to: Address
    value_wei: Wei = Wei(0)
    data: bytes = b""
    gas: int | None = None  # None: estimated

    def as_call(self) -> dict[str, str]:
        """Return the call object of eth_call and eth_estimateGas."""
        call = {"from": hex_of(self.sender), "to": hex_of(self.to), "value": hex(self.value_wei)}
        return {**call, "data": hex_of(self.data)} if self.data else call


@dataclass(frozen=True, slots=True)
class Offer:
    """A transaction's limits: gas, and wei per gas in all and as a tip."""

    nonce: int
    chain_id: int
    gas: int
    max_fee_wei: Wei
    tip_wei: Wei


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a transaction ended."""

    hash: str
    succeeded: bool
    height: int
    gas_used: int
    fee_wei: Wei
    logs: list[dict[str, Any]]


class Sender:
    """Sends transactions to one node."""

    def __init__(self, contracts: Contracts, sleep: Callable[[float], None] = time.sleep) -> None:
        self._contracts, self._caller, self._sleep = contracts, contracts.caller, sleep

    def offer(self, intent: Intent) -> Offer:
        """Return what the transaction takes now; raises Refused where a module would say no."""
        gas = intent.gas if intent.gas is not None else self._estimate(intent)
        tip_wei, base_fee_wei = self._fees()
        return Offer(
            nonce=number_of(
                self._caller.call("eth_getTransactionCount", hex_of(intent.sender), "pending"),
                "nonce",
            ),
            chain_id=number_of(self._caller.call("eth_chainId"), "chain id"),
            gas=gas,
            max_fee_wei=Wei(base_fee_wei * BASE_FEE_HEADROOM + tip_wei),
            tip_wei=tip_wei,
        )

    def submit(self, intent: Intent, offer: Offer, private_key: bytes) -> str:
        """Sign and send; returns the transaction's hash. Raises CommandFailed."""
        assert address_of(private_key) == intent.sender, "a key that is not the sender's"
        signed = sign_transaction(
            private_key,
            chain_id=offer.chain_id,
            nonce=offer.nonce,
            gas_limit=offer.gas,
            to=intent.to,
            max_fee_per_gas_wei=offer.max_fee_wei,
            max_priority_fee_per_gas_wei=offer.tip_wei,
            value_wei=intent.value_wei,
            data=intent.data,
        )
        self._caller.call("eth_sendRawTransaction", hex_of(signed.raw))
        return hex_of(signed.hash)

    def wait(self, transaction_hash: str, timeout_s: float = WAIT_S) -> Receipt:
        """Return the receipt once the transaction is final; raises CommandFailed after a while."""
        waited_s, pause_s = 0.0, POLL_S_MIN
        while True:
            found = self._caller.call("eth_getTransactionReceipt", transaction_hash)
            if found is not None:
                return read_receipt(found)
            if waited_s >= timeout_s:
                raise CommandFailed(
                    f"no block took {transaction_hash} within {timeout_s:g} s: look again with "
                    f"`kumiai query tx {transaction_hash}`"
                )
            self._sleep(pause_s)
            waited_s += pause_s
            pause_s = min(pause_s * 1.5, POLL_S_MAX)

    def check(self, intent: Intent, receipt: Receipt) -> None:
        """Raise what a failed transaction's module said, found by calling it again."""
        if receipt.succeeded:
            return
        try:
            self._caller.call("eth_call", intent.as_call(), hex(max(receipt.height - 1, 0)))
        except RpcFailed as failure:
            raise self._contracts.explain(failure) from failure
        raise TransactionFailed(
            f"transaction {receipt.hash} failed in block {receipt.height}, having used "
            f"{receipt.gas_used:,} gas: try more with --gas"
        )

    def _estimate(self, intent: Intent) -> int:
        try:
            answer = self._caller.call("eth_estimateGas", intent.as_call())
        except RpcFailed as failure:
            raise self._contracts.explain(failure) from failure
        estimate = number_of(answer, "gas estimate")
        if estimate <= GAS_TRANSFER:
            return estimate  # a plain transfer takes exactly this
        return estimate + estimate * GAS_MARGIN_PERCENT // 100

    def _fees(self) -> tuple[Wei, Wei]:
        """Return the tip that recent blocks were paid, and the next block's base fee."""
        history = self._caller.call("eth_feeHistory", hex(FEE_BLOCKS), "latest", [50])
        base_fee_wei = number_of(history["baseFeePerGas"][-1], "base fee")
        paid = [number_of(row[0], "tip") for row in history.get("reward") or [] if row]
        tips = sorted(tip for tip in paid if tip > 0)
        return Wei(tips[len(tips) // 2] if tips else TIP_WEI_DEFAULT), Wei(base_fee_wei)


def read_receipt(found: dict[str, Any]) -> Receipt:
    """Return a node's receipt as numbers; raises AnswerInvalid."""
    gas_used = number_of(found["gasUsed"], "gas used")
    return Receipt(
        hash=hex_of(bytes_of(found["transactionHash"], "transaction hash")),
        succeeded=number_of(found["status"], "status") == 1,
        height=number_of(found["blockNumber"], "block number"),
        gas_used=gas_used,
        fee_wei=Wei(gas_used * number_of(found["effectiveGasPrice"], "gas price")),
        logs=found["logs"],
    )
