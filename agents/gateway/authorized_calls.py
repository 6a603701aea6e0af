"""
One call that an x402 payment pays for: verified, worked for, settled on the chain, then answered.

    verify: signature, amount, time, nonce, balance --note--> work --settle--> answer with receipt
    the same payment with the same request again: answered again, never settled twice

Nothing is taken where the upstream fails: what is noted is settled only when there is an answer.
"""

from dataclasses import dataclass, field
from typing import Any, Final

from agents.gateway.account import Account
from agents.gateway.faults import node_failed
from agents.gateway.journal import Journal
from agents.gateway.lanes import REPEATS_MAX
from agents.gateway.requests import Asked
from agents.gateway.x402 import RESPONSE_HEADER, Payment, Terms
from client import Refusal
from client.errors import NodeError, TransactionError

FIND: Final = "SELECT asked, state, batch FROM payments WHERE payer = ? AND nonce = ?"
INSERT: Final = "INSERT INTO payments VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'taken', NULL)"
SETTLE: Final = (
    "UPDATE payments SET state = 'settled' WHERE payer = ? AND nonce = ? AND state = 'taken'"
)
DROP: Final = "DELETE FROM payments WHERE payer = ? AND nonce = ? AND state = 'taken'"


class Cashier:
    """Takes x402 payments for one account; a payment is for one request."""

    def __init__(self, account: Account, journal: Journal) -> None:
        self.account, self.journal = account, journal
        self.repeats: dict[tuple[str, bytes], int] = {}
        self.under_way: set[tuple[str, bytes]] = set()

    async def open(
        self, payment: Payment, terms: Terms, asked: Asked, now_s: int
    ) -> "AuthorizedCall":
        """Verify a payment and note it; raises ApiFault, and nothing is noted."""
        said = payment.authorization
        key = (said.from_, said.nonce)
        if key in self.under_way:
            raise terms.refusal("this payment's call is under way", "payment_used")
        found = self.journal.rows(FIND, key)
        self.under_way.add(key)
        try:
            if found:
                return self._again(found[0], payment, terms, asked)
            terms.check(payment, now_s)
            await self._check_chain(payment, terms)
            values = (terms.model_id, str(terms.amount_wei), *_units(terms), said.valid_before)
            await self.journal.write((INSERT, (*key, asked.digest, *values)))
        except BaseException:
            self.under_way.discard(key)
            raise
        return AuthorizedCall(self, payment, terms)

    def _again(
        self, row: tuple[Any, ...], payment: Payment, terms: Terms, asked: Asked
    ) -> "AuthorizedCall":
        digest, state, _ = row
        key = (payment.authorization.from_, payment.authorization.nonce)
        if digest != asked.digest:
            raise terms.refusal("this payment was for another request", "payment_used")
        count = self.repeats[key] = self.repeats.get(key, 0) + 1
        if count > REPEATS_MAX:
            raise terms.refusal("this payment has had its answers", "payment_used")
        return AuthorizedCall(self, payment, terms, is_settled=state != "taken")

    async def _check_chain(self, payment: Payment, terms: Terms) -> None:
        said, client = payment.authorization, self.account.client
        try:
            is_used = await client.token.authorization_state(said.from_, said.nonce)
            balance_wei = await client.balance_wei(said.from_)
        except (NodeError, Refusal) as cause:
            raise node_failed(str(cause)) from cause
        if is_used:
            raise terms.refusal("this authorization is used or canceled", "payment_used")
        if balance_wei < said.value:
            raise terms.refusal(
                f"{said.from_} has {balance_wei} of {said.value} wei", "insufficient_quota"
            )

    async def settle(self, payment: Payment, terms: Terms) -> str:
        """Carry a payment to the chain; return its transaction. Raises ApiFault."""
        said = payment.authorization
        fields = (said.from_, said.to, said.value, said.valid_after, said.valid_before, said.nonce)
        token, transaction = self.account.client.token, ""
        try:
            receipt = await self.account.do(
                "x402", lambda: token.transfer_with_authorization(*fields, *payment.parts)
            )
            transaction = receipt.hash
        except Refusal as refusal:
            if not await token.authorization_state(said.from_, said.nonce):
                raise terms.refusal(str(refusal), "settlement_refused") from refusal
        except (NodeError, TransactionError) as cause:
            raise node_failed(str(cause)) from cause
        await self.journal.write((SETTLE, (said.from_, said.nonce)))
        return transaction


@dataclass(slots=True)
class AuthorizedCall:
    """A call that a payment pays for, while it is under way."""

    cashier: Cashier
    payment: Payment
    terms: Terms
    is_settled: bool = False
    is_over: bool = False
    how: str = "x402"
    headers: dict[str, str] = field(default_factory=dict)

    async def begin(self) -> None:
        """Settle, as there is an answer; raises ApiFault."""
        if not self.headers:
            transaction = ""
            if not self.is_settled:
                transaction = await self.cashier.settle(self.payment, self.terms)
            payer = self.payment.authorization.from_
            self.headers = {RESPONSE_HEADER: self.terms.response(payer, transaction)}

    async def progress(self, units: tuple[int, int]) -> None:
        """Nothing is to be noted: the call is paid whole."""

    async def finish(self, units: tuple[int, int], answered: bytes) -> dict[str, Any]:
        """Return what was paid for, the most that the terms named."""
        await self.begin()
        self._release()
        return {"paid_wei": str(self.terms.amount_wei), "units": list(_units(self.terms))}

    async def fail(self) -> None:
        """Forget a payment that was not settled: it pays for a later try."""
        if self.is_over:
            return
        self._release()
        said = self.payment.authorization
        if not self.headers and not self.is_settled:
            await self._drop_unless_used(said.from_, said.nonce)

    async def _drop_unless_used(self, payer: str, nonce: bytes) -> None:
        """What may be on its way to the chain stays noted, so that its split is paid."""
        try:
            is_used = await self.cashier.account.client.token.authorization_state(payer, nonce)
        except (NodeError, Refusal):
            return
        statement = SETTLE if is_used else DROP
        await self.cashier.journal.write((statement, (payer, nonce)))

    def _release(self) -> None:
        self.is_over = True
        said = self.payment.authorization
        self.cashier.under_way.discard((said.from_, said.nonce))


def _units(terms: Terms) -> tuple[int, int]:
    return terms.input_tokens, terms.output_tokens
