"""
What becomes of a transaction: signed, pending, in a block, with typed events or a typed refusal.

    SignedTransaction --submit--> Pending --receipt()--> Receipt: events, gas, fee
                                    |                    Refusal, TransactionFailed
                                    +--replace()--> the same nonce at a higher price
"""

import asyncio
import time
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

import rlp
from eth_account import Account
from eth_hash.auto import keccak

from client import answers
from client.errors import (
    AnswerInvalid,
    ArgumentInvalid,
    NotMined,
    RequestFailed,
    TransactionFailed,
    TransactionReplaced,
)
from client.fees import Fees
from client.kit.records import Event, Refusal
from client.logs import Logged, decoded_logs
from client.refusals import explained
from client.transport import Transport

E = TypeVar("E", bound=Event)
SLOWER: Final = 1.5  # factor between looks for a receipt
DYNAMIC_FEES: Final = 2  # the type of transactions of EIP-1559
LOOKS_UNTIL_ASKED: Final = 8  # without a receipt, until somebody asks where the transaction is


@dataclass(frozen=True, slots=True)
class Intent:
    """What a transaction shall do, whatever its nonce and prices."""

    to: str
    data: bytes = b""
    value_wei: int = 0
    gas: int = 0
    refusals: tuple[type[Refusal], ...] = ()  # of whom it calls, to be looked for first


@dataclass(frozen=True, slots=True)
class SignedTransaction:
    """A transaction as it is sent; the same bytes may be sent any number of times."""

    intent: Intent
    sender: str
    nonce: int
    fees: Fees
    raw: bytes
    hash: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """How a transaction ended."""

    hash: str
    succeeded: bool
    height: int
    gas_used: int
    fee_wei: int  # paid for gas
    events: tuple[Logged[Event], ...]  # of modules, in order

    def all(self, kind: type[E]) -> list[E]:
        """Return every event of a kind, in order."""
        return [seen.event for seen in self.events if isinstance(seen.event, kind)]

    def one(self, kind: type[E]) -> E:
        """Return the one event of a kind; raises AnswerInvalid where there is not exactly one."""
        found = self.all(kind)
        if len(found) != 1:
            raise AnswerInvalid(f"{self.hash}: one {kind.__name__} expected, found {len(found)}")
        return found[0]


class Sends(Protocol):
    """Who signs and submits for an account: client.outbox."""

    async def submit(self, signed: SignedTransaction) -> None:
        """Send signed bytes, again if need be."""
        ...

    async def replace(self, signed: SignedTransaction, fees: Fees | None) -> SignedTransaction:
        """Send the same at a higher price."""
        ...


class Pending:
    """A transaction that the node knows, until a block has it."""

    def __init__(self, transport: Transport, sends: Sends, signed: SignedTransaction) -> None:
        self._transport, self._sends = transport, sends
        self._sent = [signed]

    @property
    def signed(self) -> SignedTransaction:
        """The newest of the transactions that have this nonce."""
        return self._sent[-1]

    @property
    def hash(self) -> str:
        """The newest transaction's hash."""
        return self.signed.hash

    async def replace(self, fees: Fees | None = None) -> None:
        """Offer more for the same; without fees, as much more as a node asks, or as prices rose."""
        self._sent.append(await self._sends.replace(self.signed, fees))

    async def receipt(self, timeout_s: float | None = None) -> Receipt:
        """
        Return how it ended, once a block has it.

        Raises the module's own Refusal, TransactionFailed, TransactionReplaced, NotMined.
        """
        settings = self._transport.settings
        limit_s = settings.receipt_s if timeout_s is None else timeout_s
        until, pause_s, looks = time.monotonic() + limit_s, settings.poll_s_min, 0
        while True:
            found = await self._look()
            if found is not None:
                return await self._ended(found)
            looks += 1
            if looks % LOOKS_UNTIL_ASKED == 0:
                await self._ask_where_it_is()
            if time.monotonic() >= until:
                raise NotMined(f"no block took {self.hash} in {limit_s:g} s", self.hash)
            await asyncio.sleep(pause_s)
            pause_s = min(pause_s * SLOWER, settings.poll_s_max)

    async def _look(self) -> dict[str, Any] | None:
        for signed in self._sent:
            found = await self._transport.call("eth_getTransactionReceipt", signed.hash)
            if found is not None:
                return found if isinstance(found, dict) else {}
        return None

    async def _ask_where_it_is(self) -> None:
        """Send what the node forgot again; raises TransactionReplaced where that is in vain."""
        signed = self.signed
        if await self._transport.call("eth_getTransactionByHash", signed.hash) is not None:
            return
        answer = await self._transport.call("eth_getTransactionCount", signed.sender, "latest")
        if answers.number(answer) > signed.nonce and await self._look() is None:
            raise TransactionReplaced(
                f"another transaction of {signed.sender} has nonce {signed.nonce}", signed.hash
            )
        if answers.number(answer) <= signed.nonce:
            await self._sends.submit(signed)

    async def _ended(self, found: dict[str, Any]) -> Receipt:
        receipt = read_receipt(found)
        if receipt.succeeded:
            return receipt
        intent = next(s.intent for s in self._sent if s.hash == receipt.hash)
        await self._explain(intent, receipt)
        raise TransactionFailed(
            f"{receipt.hash} failed in block {receipt.height:,}, having used "
            f"{receipt.gas_used:,} of {intent.gas:,} gas",
            receipt.hash,
        )

    async def _explain(self, intent: Intent, receipt: Receipt) -> None:
        """Raise what a module said, found by running the call again before its block."""
        call = call_object(self.signed.sender, intent)
        try:
            await self._transport.call("eth_call", call, hex(max(receipt.height - 1, 0)))
        except RequestFailed as failure:
            meaning = explained(failure, intent.refusals)
            if isinstance(meaning, Refusal):
                raise meaning from failure


def read_receipt(found: dict[str, Any]) -> Receipt:
    """Return a node's receipt as numbers and typed events; raises AnswerInvalid."""
    gas_used = answers.number(answers.field(found, "gasUsed"))
    return Receipt(
        hash=str(answers.field(found, "transactionHash")),
        succeeded=answers.number(answers.field(found, "status")) == 1,
        height=answers.number(answers.field(found, "blockNumber")),
        gas_used=gas_used,
        fee_wei=gas_used * answers.number(answers.field(found, "effectiveGasPrice")),
        events=decoded_logs(answers.field(found, "logs")),
    )


def call_object(sender: str | None, intent: Intent) -> dict[str, str]:
    """Return the parameter of eth_call and eth_estimateGas."""
    call = {"to": intent.to, "value": hex(intent.value_wei), "data": answers.hexed(intent.data)}
    return {"from": sender, **call} if sender else call


def read_signed(raw: bytes) -> SignedTransaction:
    """Return a transaction of EIP-1559 that was signed before; raises ArgumentInvalid."""
    try:
        if raw[0] != DYNAMIC_FEES:
            raise ValueError("type")
        _, nonce, tip, most, gas, to, value, data, *_ = rlp.decode(raw[1:])
        sender = str(Account.recover_transaction(raw))
    except Exception as cause:  # libraries differ in what they say of noise
        raise ArgumentInvalid("a signed transaction of type 2 expected") from cause
    numbers = [int.from_bytes(word, "big") for word in (nonce, tip, most, gas, value)]
    fees = Fees(max_fee_wei=numbers[2], tip_wei=numbers[1])
    intent = Intent(answers.address("0x" + to.hex()), bytes(data), numbers[4], numbers[3])
    return SignedTransaction(intent, sender, numbers[0], fees, raw, answers.hexed(keccak(raw)))
