"""
One account's way out: gas, prices, a nonce, a signature, and no gap left behind.

    Intent --estimate--> refused here, before anything is signed
           --nonce, sign, tell `on_signed`--> submit --known--> Pending
                                                |  nonce taken by somebody else: sign anew
                                                |  refused by the pool: give the nonce back
                                                +  node lost: SendUncertain, sent again later

Sends may run at once. What the node was lost over is sent again before anything newer, so that it
does not hold newer ones up.
"""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from client import answers
from client.errors import (
    ArgumentInvalid,
    NodeBusy,
    NodeUnreachable,
    RequestFailed,
    SendUncertain,
    TransactionReplaced,
)
from client.fees import Fees, current_fees
from client.nonces import NonceBook
from client.refusals import explained
from client.transactions import Intent, Pending, SignedTransaction, call_object, read_signed
from client.transport import Transport
from client.wallet import Wallet

GAS_TRANSFER: Final = 21_000  # gas of a plain transfer to an account without code
PERCENT: Final = 100
SIGNINGS_MAX: Final = 5  # of one intent, while others take its nonces
KNOWN: Final = "already known"  # the node's words for bytes it has
# The node's words where another transaction has the nonce: in a block, or in its pool.
NONCE_PAST: Final = "nonce too low"
NONCE_HELD: Final = "replacement transaction underpriced"
OnSigned = Callable[[SignedTransaction], None]


class Outbox:
    """The transactions of one account at one node."""

    def __init__(
        self,
        transport: Transport,
        wallet: Wallet,
        chain_id: int,
        on_signed: OnSigned | None = None,
    ) -> None:
        self.wallet = wallet
        self._transport, self._chain_id, self._on_signed = transport, chain_id, on_signed
        self._book = NonceBook()
        self._uncertain: dict[int, SignedTransaction] = {}
        self._taking = asyncio.Lock()

    async def send(self, intent: Intent, fees: Fees | None = None) -> Pending:
        """
        Send what somebody intends; raises the module's Refusal where it would say no.

        Raises FeeTooLow, SendUncertain, NodeError.
        """
        intent = replace(intent, gas=intent.gas or await self._estimate(intent))
        offered = fees or await current_fees(self._transport)
        offered.check(self._transport.settings.fee_wei_max)
        for _ in range(SIGNINGS_MAX):
            signed = await self._sent(intent, offered)
            if signed is not None:
                return Pending(self._transport, self, signed)
        raise TransactionReplaced(f"others keep taking the nonces of {self.wallet.address}")

    async def submit(self, signed: SignedTransaction) -> None:
        """Send signed bytes, any number of times; raises NodeError, TransactionReplaced."""
        if not await self._submit(signed):
            raise TransactionReplaced(
                f"another transaction of {signed.sender} has nonce {signed.nonce}", signed.hash
            )

    async def replace(self, signed: SignedTransaction, fees: Fees | None) -> SignedTransaction:
        """Send the same with the same nonce at a higher price; raises FeeTooLow, NodeError."""
        settings = self._transport.settings
        raised = signed.fees.raised(settings.raise_percent)
        offered = fees or raised.at_least(await current_fees(self._transport))
        offered.check(settings.fee_wei_max)
        newer = self._sign(signed.intent, signed.nonce, offered)
        await self.submit(newer)
        return newer

    async def resume(self, raw: bytes) -> Pending:
        """Return a transaction that was signed before, sent again if the node forgot it."""
        signed = read_signed(raw)
        if signed.sender != self.wallet.address:
            raise ArgumentInvalid(f"{signed.hash} is of {signed.sender}, not of this wallet")
        if await self._transport.call("eth_getTransactionByHash", signed.hash) is None:
            await self.submit(signed)
        return Pending(self._transport, self, signed)

    async def repair(self) -> list[Pending]:
        """Fill gaps that hold up later transactions, with transfers of nothing to oneself."""
        filled = []
        while self._book.gaps:
            intent = Intent(self.wallet.address, gas=GAS_TRANSFER)
            filled.append(await self.send(intent))
        return filled

    async def _estimate(self, intent: Intent) -> int:
        call = call_object(self.wallet.address, intent)
        try:
            estimate = answers.number(await self._transport.call("eth_estimateGas", call))
        except RequestFailed as failure:
            raise explained(failure, intent.refusals) from failure
        if estimate <= GAS_TRANSFER:
            return estimate  # a plain transfer takes exactly this
        return estimate + estimate * self._transport.settings.gas_margin_percent // PERCENT

    async def _take(self) -> int:
        """Return a nonce that is free, as far as the node and this program know."""
        async with self._taking:
            await self._send_uncertain()
            was_quiet = self._book.is_quiet
            self._book.observe(await self._count(), was_quiet=was_quiet)
            return self._book.take()

    async def _count(self) -> int:
        address = self.wallet.address
        return answers.number(
            await self._transport.call("eth_getTransactionCount", address, "pending")
        )

    def _sign(self, intent: Intent, nonce: int, fees: Fees) -> SignedTransaction:
        fields = {
            "type": 2,
            "chainId": self._chain_id,
            "nonce": nonce,
            "gas": intent.gas,
            "maxFeePerGas": fees.max_fee_wei,
            "maxPriorityFeePerGas": fees.tip_wei,
            "to": intent.to,
            "value": intent.value_wei,
            "data": intent.data,
        }
        raw, digest = self.wallet.sign_transaction(fields)
        address, hashed = self.wallet.address, answers.hexed(digest)
        signed = SignedTransaction(intent, address, nonce, fees, raw, hashed)
        if self._on_signed is not None:
            self._on_signed(signed)
        return signed

    async def _sent(self, intent: Intent, fees: Fees) -> SignedTransaction | None:
        """Sign and submit with a free nonce; None where somebody else took it first."""
        nonce, signed = await self._take(), None
        try:
            signed = self._sign(intent, nonce, fees)
            is_known = await self._submit(signed, NONCE_HELD)
        except (NodeUnreachable, NodeBusy, asyncio.CancelledError) as lost:
            if signed is None:
                self._book.give_back(nonce)
                raise
            self._book.use(nonce)
            self._uncertain[nonce] = signed
            if isinstance(lost, asyncio.CancelledError):
                raise
            raise SendUncertain(
                f"the node was lost while {signed.hash} was sent: {lost}", signed.hash, signed.raw
            ) from lost
        except BaseException:
            self._book.give_back(nonce)
            if self._book.gaps:
                await self.repair()
            raise
        self._book.use(nonce)
        return signed if is_known else None

    async def _submit(self, signed: SignedTransaction, *words: str) -> bool:
        """Send bytes; False where the node says `words`, or that their nonce is past."""
        try:
            await self._transport.call("eth_sendRawTransaction", answers.hexed(signed.raw))
        except RequestFailed as failure:
            said = failure.message.lower()
            if KNOWN in said:
                return True
            if not any(word in said for word in (NONCE_PAST, *words)):
                raise
            # An answer may have been lost after the first attempt was taken into a block.
            found = await self._transport.call("eth_getTransactionByHash", signed.hash)
            return found is not None
        return True

    async def _send_uncertain(self) -> None:
        """Send again what the node was lost over; raises NodeError while it still is."""
        for nonce in sorted(self._uncertain):
            signed = self._uncertain[nonce]
            with contextlib.suppress(RequestFailed):  # not wanted any more: its nonce is free
                await self._submit(signed)
            del self._uncertain[nonce]
