"""
All channels that pay this gateway: read from the chain when first named, kept up with its events.

    number --chain: channel, tariffs, lanes; journal: vouchers, receipts--> Till
    events of channels --> the till is read anew; a new session begins with empty lanes
"""

import asyncio
from typing import Final

from agents.gateway.faults import node_failed, payment_wanted
from agents.gateway.free_units import session_free_units
from agents.gateway.journal import Journal, Statement
from agents.gateway.lanes import Lane
from agents.gateway.till import Till
from agents.gateway.voucher_header import unpacked
from client import Client, Refusal
from client.errors import NodeError
from client.flows.channels import packed, redeemed_lanes, session_of
from client.kit.kinds import decode_values, encode_values, fields_of
from client.modules.model_fees import Receipt, UnknownChannel

CHANNEL_MAX: Final = 2**63 - 1
REQUEST_LOST: Final = b"\0" * 32  # of a call that a crash cut: its answer's hash is not known
PLACE: Final = "channel = ? AND epoch = ?"


class Tills:
    """The channels of one payee."""

    def __init__(self, client: Client, journal: Journal, exposure_wei: int) -> None:
        self._client, self._journal, self._exposure_wei = client, journal, exposure_wei
        self._tills: dict[int, Till] = {}
        self._reading: dict[int, asyncio.Lock] = {}

    @property
    def all(self) -> list[Till]:
        """Every till that was asked for, by the channel's number."""
        return [till for _, till in sorted(self._tills.items())]

    async def till(self, number: int) -> Till:
        """Return a channel's till; raises ApiFault."""
        found = self._tills.get(number)
        if found is not None:
            return found
        if not 0 < number <= CHANNEL_MAX:
            raise payment_wanted("channel_unknown", f"no channel {number}")
        lock = self._reading.setdefault(number, asyncio.Lock())
        try:
            async with lock:
                if number not in self._tills:
                    self._tills[number] = await self._read(number)
                return self._tills[number]
        finally:
            if not lock.locked():
                self._reading.pop(number, None)

    async def refresh(self, number: int) -> None:
        """Read a channel anew, where its till is here; raises NodeError."""
        old = self._tills.get(number)
        if old is None:
            return
        session = await session_of(self._client, number)
        if session.channel.epoch != old.session.channel.epoch:
            self._tills[number] = await self._read(number)
            return
        old.session = session

    async def refresh_lanes(self, till: Till) -> None:
        """Hear how far a channel's lanes are redeemed; raises NodeError."""
        await self.refresh(till.session.channel.number)
        for number, shown in (await redeemed_lanes(self._client, till.session)).items():
            lane = till.lanes.get(number)
            if lane is not None:
                lane.redeemed_wei = shown.amount_wei

    async def restore(self) -> None:
        """Read every channel that the journal has vouchers or receipts of; raises ApiFault."""
        for (number,) in self._journal.rows(
            "SELECT channel FROM vouchers UNION SELECT channel FROM receipts"
        ):
            await self.till(number)

    async def _read(self, number: int) -> Till:
        client = self._client
        try:
            session = await session_of(client, number)
            shown = session.channel
            if shown.payee != client.address:
                raise payment_wanted(
                    "channel_of_another", f"channel {number} pays {shown.payee}, not this gateway"
                )
            free = await session_free_units(client, session)
            till = Till(session, client.chain_id, self._exposure_wei, free)
            redeemed = await redeemed_lanes(client, session)
        except UnknownChannel as cause:
            raise payment_wanted("channel_unknown", str(cause)) from cause
        except (NodeError, Refusal) as cause:
            raise node_failed(str(cause)) from cause
        self._recall(till)
        for lane_number, voucher in redeemed.items():
            lane = till.lanes.get(lane_number)
            if lane is None or len(lane.receipts) < voucher.requests:
                till.lost.add(lane_number)
            else:
                lane.redeemed_wei = voucher.amount_wei
        return till

    def _recall(self, till: Till) -> None:
        """Put into a till what the journal has of its session."""
        place = (till.session.channel.number, till.session.channel.epoch)
        kinds = fields_of(Receipt)
        for number, raw, nonce, asked in self._journal.rows(
            f"SELECT lane, packed, nonce, asked FROM receipts WHERE {PLACE} ORDER BY lane, number",
            place,
        ):
            lane = till.lane(number)
            values = decode_values(list(kinds.values()), raw)
            lane.add(Receipt(**dict(zip(kinds, values, strict=True))))
            lane.last = (nonce, asked)
        for number, raw in self._journal.rows(
            f"SELECT lane, packed FROM vouchers WHERE {PLACE}", place
        ):
            lane = till.lane(number)
            lane.newest = unpacked(raw)
            lane.signer = till.signer(*lane.newest)
        for number, nonce, asked, read, written in self._journal.rows(
            f"SELECT lane, nonce, asked, input, output FROM open_calls WHERE {PLACE}", place
        ):
            self._charge_cut_call(till.lane(number), (nonce, asked), (read, written))

    def _charge_cut_call(self, lane: Lane, last: tuple[int, bytes], units: tuple[int, int]) -> None:
        """Charge what was sent of an answer before a crash cut it, as far as it was noted."""
        receipt = lane.charge(units, REQUEST_LOST, *last)
        self._journal.write_now(receipt_row(lane, receipt), closed_row(lane))


def voucher_row(lane: Lane) -> Statement:
    """Return what notes a lane's newest voucher."""
    assert lane.newest is not None
    sql = "INSERT OR REPLACE INTO vouchers VALUES (?, ?, ?, ?)"
    return sql, (*lane.place, packed([lane.newest]))


def receipt_row(lane: Lane, receipt: Receipt) -> Statement:
    """Return what notes a receipt."""
    kinds = fields_of(Receipt)
    raw = encode_values(list(kinds.values()), [getattr(receipt, name) for name in kinds])
    sql = "INSERT INTO receipts VALUES (?, ?, ?, ?, ?, ?, ?)"
    return sql, (*lane.place, receipt.index, raw, *lane.last)


def open_row(lane: Lane, nonce: int, asked: bytes, units: tuple[int, int]) -> Statement:
    """Return what notes how far an answer has been sent that goes on."""
    sql = "INSERT OR REPLACE INTO open_calls VALUES (?, ?, ?, ?, ?, ?, ?)"
    return sql, (*lane.place, nonce, asked, *units)


def closed_row(lane: Lane) -> Statement:
    """Return what notes that no answer of a lane is under way."""
    return "DELETE FROM open_calls WHERE channel = ? AND epoch = ? AND lane = ?", lane.place
