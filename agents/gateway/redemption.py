"""
What a gateway earned, brought home: vouchers in batches, and the split of x402 payments.

    newest vouchers --128 a transaction--> coins split by the module
    settled payments --one a model--> pay_for_units: the split is the same as a channel's

A voucher that is redeemed twice is refused by the chain and pays nothing, so what a crash left
open is simply done again. A split is noted with its transaction before it is sent, and sent again
as the same bytes.
"""

import asyncio
import logging
import time
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from agents.gateway.account import Account
from agents.gateway.defence import Defence
from agents.gateway.journal import Journal, Statement
from agents.gateway.settings import Settings
from agents.gateway.till import Till
from agents.gateway.tills import Tills
from client import ClientError, Refusal
from client.errors import TransactionError
from client.flows.channels import BATCH_MAX, packed
from client.modules.model_fees import (
    ChannelClosing,
    ChannelSettled,
    ChannelState,
    ChannelToppedUp,
    SessionStarted,
    Voucher,
    VoucherRefused,
)

LOG: Final = logging.getLogger(__name__)
POLL_S: Final = 0.5  # between two looks at the chain's height
KINDS: Final = (ChannelClosing, ChannelSettled, ChannelToppedUp, SessionStarted)
HELD: Final = (ChannelState.OPEN, ChannelState.ACTIVE, ChannelState.CLOSING)


class Redeemer:
    """Follows the chain for the tills, and redeems."""

    def __init__(
        self, account: Account, journal: Journal, tills: Tills, settings: Settings
    ) -> None:
        self._account, self._journal, self._tills = account, journal, tills
        self._settings, self._client = settings, account.client
        self._defence = Defence(account, journal)
        self._height, self._last_s = -1, time.monotonic()
        self.now_s = 0  # the newest block's time
        self.faults = 0

    async def begin(self) -> None:
        """Settle what a crash left open; raises NodeError."""
        await self._account.settle()
        block = await self._client.block()
        self._height, self.now_s = block.height, block.time_s
        for payer, nonce in self._journal.rows(
            "SELECT payer, nonce FROM payments WHERE state = 'taken'"
        ):
            if await self._client.token.authorization_state(payer, nonce):
                self._journal.write_now(
                    (
                        "UPDATE payments SET state = 'settled' WHERE payer = ? AND nonce = ?",
                        (payer, nonce),
                    )
                )

    async def run(self, stop: asyncio.Event) -> None:
        """Follow and redeem until the stop; a node that fails is asked again."""
        while not stop.is_set():
            try:
                if await self._client.height() == self._height:
                    closing: set[int] = set()
                else:
                    closing = await self._hear()
                    await self._defence.serve()
                is_due = time.monotonic() - self._last_s >= self._settings.redeem_s
                if closing or is_due:
                    await self.redeem(everything=not is_due, only=None if is_due else closing)
                if is_due:
                    await self.split()
                    self._last_s = time.monotonic()
            except ClientError as fault:
                self.faults += 1
                LOG.warning("%s", fault)
            try:
                await asyncio.wait_for(stop.wait(), POLL_S)
            except TimeoutError:
                continue

    async def _hear(self) -> set[int]:
        """Read channels anew that something happened to; return those that are closing."""
        block = await self._client.block()
        found = await self._client.past_events(
            *KINDS,
            source=self._client.model_fees.ADDRESS,
            from_height=self._height + 1,
            to_height=block.height,
        )
        closing = set()
        for seen in found:
            number = getattr(seen.event, "channel", 0) or getattr(seen.event, "number", 0)
            await self._tills.refresh(number)
            if isinstance(seen.event, ChannelClosing):
                closing.add(number)
        self._height, self.now_s = block.height, block.time_s
        return closing

    async def redeem(self, *, everything: bool, only: set[int] | None = None) -> int:
        """Redeem what is worth it; return how many vouchers were sent. Raises ClientError."""
        least_wei = 1 if everything else max(1, self._settings.redeem_wei_min)
        tills = [
            till for till in self._tills.all if only is None or till.session.channel.number in only
        ]
        waiting: list[tuple[Till, tuple[Voucher, bytes]]] = []
        for till in tills:
            if till.due_wei < least_wei:
                continue
            await self._tills.refresh_lanes(till)
            if till.session.channel.state in HELD and till.due_wei >= least_wei:
                waiting += [(till, item) for item in till.redeemable if _is_hopeful(till, item[0])]
        for start in range(0, len(waiting), BATCH_MAX):
            await self._redeem(waiting[start : start + BATCH_MAX])
        return len(waiting)

    async def _redeem(self, batch: Sequence[tuple[Till, tuple[Voucher, bytes]]]) -> None:
        raw = packed([item for _, item in batch])
        receipt = await self._account.do(
            "redeem", lambda: self._client.model_fees.redeem_batch(raw)
        )
        for event in receipt.all(VoucherRefused):
            till, (voucher, _) = batch[event.position]
            LOG.warning("channel %d: a voucher was refused: %s", event.channel, event.fault.name)
            till.lanes[voucher.lane].refused_nonce = voucher.nonce
        for till in {id(till): till for till, _ in batch}.values():
            await self._tills.refresh_lanes(till)

    async def split(self) -> None:
        """Pay the module for what x402 payments brought, one payment a model."""
        sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
        keys: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
        for payer, nonce, model, amount_wei, read, written in self._journal.rows(
            "SELECT payer, nonce, model, amount_wei, input, output FROM payments "
            "WHERE state = 'settled' AND batch IS NULL"
        ):
            keys[model].append((payer, nonce))
            for place, count in enumerate((int(amount_wei), read, written)):
                sums[model][place] += count
        for model, (amount_wei, read, written) in sums.items():
            await self._split(model, amount_wei, (read, written), keys[model])

    async def _split(
        self, model: str, amount_wei: int, units: tuple[int, int], keys: list[tuple[str, bytes]]
    ) -> None:
        def notes(transaction_hash: str) -> list[Statement]:
            sql = "UPDATE payments SET batch = ? WHERE payer = ? AND nonce = ?"
            return [(sql, (transaction_hash, *key)) for key in keys]

        fees = self._client.model_fees
        try:
            await self._account.do(
                "split",
                lambda: fees.pay_for_units(model, units, amount_wei, (), value_wei=amount_wei),
                notes,
            )
        except (Refusal, TransactionError) as refusal:  # tried again when it is due again
            LOG.warning("%s: the split of %d payments waits: %s", model, len(keys), refusal)


def _is_hopeful(till: Till, voucher: Voucher) -> bool:
    """What the chain refused once waits for a newer voucher, or for the channel's end."""
    lane = till.lanes[voucher.lane]
    is_closing = till.session.channel.state == ChannelState.CLOSING
    return is_closing or lane.refused_nonce != voucher.nonce
