"""
The guard of channels that close: the newest vouchers are redeemed before the wait is over.

    CLOSING, a voucher above what is redeemed --payee's own key: at once--> redeem_batch
                                              --anybody's: when it is paid for--> redeem_batch

The chain pays a stranger for it in the last `watch_s` of the wait only; before, the payee has time.
"""

import logging
from collections.abc import Mapping
from typing import Final

from agents.keeper.vouchers import Place, Signed
from client import Client
from client.flows.channels import BATCH_MAX, packed
from client.modules.model_fees import (
    CHANNEL,
    LANE,
    Channel,
    ChannelState,
    Lane,
    VoucherRefused,
    WatchRewarded,
)

LOG: Final = logging.getLogger(__name__)


class Watchtower:
    """Redeems for payees, as one of them or for the reward."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._refused: set[tuple[Place, int]] = set()  # lane and nonce, as the chain said
        self.rescued = self.reward_wei = 0

    async def serve(self, vouchers: Mapping[Place, Signed], now_s: int) -> None:
        """Redeem what is due; raises ClientError."""
        due = await self.due(vouchers, now_s)
        for start in range(0, len(due), BATCH_MAX):
            await self._redeem(due[start : start + BATCH_MAX])

    async def due(self, vouchers: Mapping[Place, Signed], now_s: int) -> list[Signed]:
        """Return the vouchers that are to be redeemed now; raises NodeError."""
        fees, client = self._client.model_fees, self._client
        numbers = sorted({channel for channel, _, _ in vouchers})
        shown = await client.read_many([fees.reading(CHANNEL, number) for number in numbers])
        closing = {
            found.number: found
            for found in shown
            if isinstance(found, Channel) and found.state == ChannelState.CLOSING
        }
        if not closing:
            return []
        watch_s = (await fees.params()).watch_s
        candidates = [
            item
            for (number, epoch, lane), item in sorted(vouchers.items())
            if number in closing
            and closing[number].epoch == epoch
            and ((number, epoch, lane), item[0].nonce) not in self._refused
            and self._is_time(closing[number], now_s, watch_s)
        ]
        lanes = await client.read_many(
            [fees.reading(LANE, voucher.channel, voucher.lane) for voucher, _ in candidates]
        )
        pairs = zip(candidates, lanes, strict=True)
        return [
            item
            for item, lane in pairs
            if isinstance(lane, Lane)
            and item[0].nonce > lane.nonce
            and item[0].amount_wei > lane.amount_wei
        ]

    def _is_time(self, channel: Channel, now_s: int, watch_s: int) -> bool:
        if self._client.address in (channel.payee, channel.payer):
            return True
        return now_s + watch_s >= channel.deadline_s

    async def _redeem(self, batch: list[Signed]) -> None:
        pending = await self._client.model_fees.redeem_batch(packed(batch))
        receipt = await pending.receipt()
        refused = receipt.all(VoucherRefused)
        for event in refused:
            voucher = batch[event.position][0]
            place = (voucher.channel, voucher.epoch, voucher.lane)
            self._refused.add((place, voucher.nonce))
            LOG.warning("channel %d: a voucher was refused: %s", event.channel, event.fault.name)
        self.rescued += len(batch) - len(refused)
        self.reward_wei += sum(event.reward_wei for event in receipt.all(WatchRewarded))
