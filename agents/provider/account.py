"""
The provider's account: calls that are noted before they are sent, and settled once.

    call --sign--> journal --> node --receipt--> journal        restart: what is noted is resumed
"""

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from agents.provider.journal import Journal
from agents.provider.workbench import Unfit
from agents.store.content import StoreError
from client import Client, ClientError, Pending, Receipt, Refusal
from client.errors import (
    NodeBusy,
    NodeUnreachable,
    NotMined,
    RequestFailed,
    SendUncertain,
    TransactionFailed,
    TransactionReplaced,
)
from client.transactions import SignedTransaction

LOG: Final = logging.getLogger(__name__)


class NodeUncertain(ClientError):
    """What became of a transaction is not known yet: nothing else is sent before it is."""


FAULTS_OF_NODES: Final = (NodeUnreachable, NodeBusy, NodeUncertain)  # all steps meet them


class Account:
    """Calls of one account, each with its trace in the journal."""

    def __init__(self, client: Client, journal: Journal) -> None:
        self.journal = journal
        self.client = client.using(client.wallet, on_signed=self._note)
        self.calls = self.refusals = 0

    async def settle(self) -> None:
        """Find out what became of every transaction that the journal does not know the end of."""
        for transaction_hash, raw in tuple(self.journal.memory.unsettled.items()):
            try:
                pending = await self.client.resume(raw)
            except (TransactionReplaced, RequestFailed) as gone:
                LOG.warning("%s is given up: %s", transaction_hash, gone)
                self.journal.note_settled(transaction_hash, 0, 0)
                continue
            with suppress(Refusal, TransactionFailed, TransactionReplaced, NotMined):
                await self._settled(pending)

    async def do(self, name: str, call: Callable[[], Awaitable[Pending]]) -> Receipt | None:
        """
        Make a call and wait for its block; None where the chain says no.

        Who is refused looks again in the next turn: the chain has moved on. Raises NodeError.
        """
        try:
            return await self.must(name, call)
        except (Refusal, TransactionFailed, TransactionReplaced) as refusal:
            self.refusals += 1
            LOG.info("%s: %s", name, refusal)
            return None

    async def must(self, name: str, call: Callable[[], Awaitable[Pending]]) -> Receipt:
        """
        Make a call and wait for its block; what the chain says against it is raised as it is.

        Raises Refusal, TransactionFailed, TransactionReplaced, NodeError.
        """
        try:
            receipt = await self._settled(await call())
        except (NotMined, SendUncertain) as unknown:
            LOG.warning("%s: %s", name, unknown)
            raise NodeUncertain(str(unknown)) from unknown
        self.calls += 1
        LOG.info("%s: block %d", name, receipt.height)
        return receipt

    async def contain(self, name: str, step: Awaitable[None]) -> None:
        """Take one step; its own trouble is told, and is not that of the steps after it."""
        try:
            await step
        except FAULTS_OF_NODES:
            raise
        except (ClientError, StoreError, Unfit) as trouble:
            LOG.warning("%s: %s", name, trouble)

    async def _settled(self, pending: Pending) -> Receipt:
        """Wait for a transaction's block and note what it cost, whether it failed or not."""
        signed = pending.signed
        try:
            receipt = await pending.receipt()
        except (Refusal, TransactionFailed):
            await self._note_fee(signed.hash)
            raise
        except TransactionReplaced:
            self.journal.note_settled(signed.hash, 0, 0)
            raise
        self.journal.note_settled(signed.hash, receipt.fee_wei, signed.intent.value_wei)
        return receipt

    async def _note_fee(self, transaction_hash: str) -> None:
        """A call that failed in its block cost its fee and moved nothing."""
        found = await self.client.transport.call("eth_getTransactionReceipt", transaction_hash)
        fee_wei = int(found["gasUsed"], 16) * int(found["effectiveGasPrice"], 16)
        self.journal.note_settled(transaction_hash, fee_wei, 0)

    def _note(self, signed: SignedTransaction) -> None:
        self.journal.note_signed(signed.hash, signed.raw)
