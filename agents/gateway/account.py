"""
The gateway's account: transactions that are noted before they are sent, and settled once.

    call --sign--> journal, with what it is for --> node --receipt--> journal
    restart: what is noted is sent again as it was: the same bytes are the same transaction
"""

import logging
from collections.abc import Awaitable, Callable, Sequence
from contextvars import ContextVar
from typing import Final

from agents.gateway.journal import Journal, Statement
from client import Client, ClientError, Pending, Receipt, Refusal
from client.errors import (
    NotMined,
    RequestFailed,
    TransactionFailed,
    TransactionReplaced,
)
from client.transactions import SignedTransaction, read_receipt

LOG: Final = logging.getLogger(__name__)
Notes = Callable[[str], Sequence[Statement]]  # by the transaction's hash
_PURPOSE: ContextVar[tuple[str, Notes]] = ContextVar("purpose")
SETTLED: Final = "UPDATE transactions SET fee_wei = ?, value_wei = ?, settled = 1 WHERE hash = ?"


def _nothing(_: str) -> Sequence[Statement]:
    return ()


class Account:
    """Calls of one account, each with its trace in the journal."""

    def __init__(self, client: Client, journal: Journal) -> None:
        self._journal = journal
        self.client = client.using(client.wallet, on_signed=self._note)

    async def do(
        self, purpose: str, call: Callable[[], Awaitable[Pending]], notes: Notes = _nothing
    ) -> Receipt:
        """
        Make a call and wait for its block; `notes` are written with it, before it is sent.

        Raises Refusal, TransactionError, NodeError.
        """
        token = _PURPOSE.set((purpose, notes))
        try:
            pending = await call()
        finally:
            _PURPOSE.reset(token)
        return await self._settled(pending)

    async def settle(self) -> None:
        """Find out what became of every transaction that the journal does not know the end of."""
        for transaction_hash, raw in self._journal.rows(
            "SELECT hash, raw FROM transactions WHERE settled = 0"
        ):
            try:
                await self._settled(await self.client.resume(raw))
            except (TransactionReplaced, RequestFailed) as gone:
                LOG.warning("%s is given up: %s", transaction_hash, gone)
                self._note_settled(transaction_hash, 0, 0, succeeded=False)
            except (Refusal, TransactionFailed, NotMined) as ended:
                LOG.warning("%s: %s", transaction_hash, ended)

    async def _settled(self, pending: Pending) -> Receipt:
        signed = pending.signed
        try:
            receipt = await pending.receipt()
        except (Refusal, TransactionFailed):
            found = await self.client.transport.call("eth_getTransactionReceipt", signed.hash)
            self._note_settled(signed.hash, read_receipt(found).fee_wei, 0, succeeded=False)
            raise
        except TransactionReplaced:
            self._note_settled(signed.hash, 0, 0, succeeded=False)
            raise
        self._note_settled(signed.hash, receipt.fee_wei, signed.intent.value_wei, succeeded=True)
        return receipt

    def _note(self, signed: SignedTransaction) -> None:
        purpose, notes = _PURPOSE.get(("", _nothing))
        self._journal.write_now(
            (
                "INSERT OR IGNORE INTO transactions VALUES (?, ?, ?, '0', '0', 0)",
                (signed.hash, signed.raw, purpose),
            ),
            *notes(signed.hash),
        )

    def _note_settled(
        self, transaction_hash: str, fee_wei: int, value_wei: int, *, succeeded: bool
    ) -> None:
        state = "split" if succeeded else "settled"
        batch = None if not succeeded else transaction_hash
        self._journal.write_now(
            (SETTLED, (str(fee_wei), str(value_wei), transaction_hash)),
            (
                "UPDATE payments SET state = ?, batch = ? WHERE batch = ?",
                (state, batch, transaction_hash),
            ),
        )


FAULTS: Final = ClientError
