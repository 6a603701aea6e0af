"""
Channels: many payments for a model, one transaction.

    payer  open_channel --> PayerChannel: pay(units) --voucher, signature--> payee
    payee  Till: take(voucher, signature), checked whole --> redeem: the newest of each lane

Prices are fixed when a session starts, so both sides know to the wei what units cost. A voucher is
cumulative: the newest one is all that a payee must keep.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from client.errors import ArgumentInvalid, ClientError
from client.flows.merkle import GrowingTree
from client.kit.kinds import WORD, encode_values, fields_of
from client.kit.values import ZERO_ADDRESS, ZERO_BYTES32
from client.modules.model_fees import (
    LANE,
    Channel,
    ChannelOpened,
    Farewell,
    Lane,
    ModelLimit,
    SessionTerms,
    Tariff,
    UnitPrice,
    Voucher,
)
from client.modules.model_fees import Receipt as MeterReceipt
from client.transactions import Receipt

if TYPE_CHECKING:
    from client.connection import Connection

LANES_PER_MODEL: Final = 16  # streams of vouchers side by side, of one model in one session
METERS: Final = 6  # units in a voucher
BATCH_MAX: Final = 128  # vouchers that one transaction redeems
SESSION_S: Final = 30 * 24 * 3600  # seconds that a session lasts where nobody says so
PARITY_BIT: Final = 1 << 255  # of s in a short signature (EIP-2098)


class VoucherRefused(ClientError):
    """A voucher is not good, and nothing is to be served for it; the message says why."""


def cost_wei(tariff: Tariff, units: Sequence[int]) -> int:
    """Return what units of a tariff's meters cost, each meter rounded up to the wei."""
    if len(units) > len(tariff.meters) and any(units[len(tariff.meters) :]):
        raise ArgumentInvalid(f"{tariff.model_id} has {len(tariff.meters)} meters, found {units}")
    pairs = zip(tariff.meters, units, strict=False)
    return sum(-(-count * meter.price_wei // meter.scale) for meter, count in pairs)


def padded(units: Sequence[int]) -> tuple[int, ...]:
    """Return units of all six meters."""
    if len(units) > METERS or any(count < 0 for count in units):
        raise ArgumentInvalid(f"units of up to {METERS} meters expected, found {list(units)}")
    return (*units, *(0,) * (METERS - len(units)))


@dataclass(frozen=True, slots=True)
class Session:
    """What both sides of a channel know of its session."""

    channel: Channel
    tariffs: tuple[Tariff, ...]

    def tariff_of(self, lane: int) -> Tariff:
        """Return the prices of a lane; raises ArgumentInvalid."""
        place = lane // LANES_PER_MODEL
        if not 0 <= place < len(self.tariffs):
            raise ArgumentInvalid(f"channel {self.channel.number} has no lane {lane}")
        return self.tariffs[place]


async def session_of(client: Connection, channel: int) -> Session:
    """Return a channel with the tariffs of its session."""
    shown = await client.model_fees.channel(channel)
    tariffs = [await client.model_fees.tariff(number) for number in shown.tariffs]
    return Session(shown, tuple(tariffs))


async def redeemed_lanes(client: Connection, session: Session) -> dict[int, Voucher]:
    """Return, as vouchers, how far each lane of a session is redeemed that was begun."""
    number, epoch = session.channel.number, session.channel.epoch
    lanes = range(len(session.tariffs) * LANES_PER_MODEL)
    reads = [client.model_fees.reading(LANE, number, lane) for lane in lanes]
    found = {}
    for lane, shown in zip(lanes, await client.read_many(reads), strict=True):
        if isinstance(shown, Lane) and shown.nonce:
            head = (number, epoch, lane, shown.nonce, shown.requests)
            found[lane] = voucher_of(head, shown.units, shown.amount_wei, shown.receipt_root)
    return found


@dataclass(slots=True)
class _LaneBook:
    """What a payer has signed for on one lane."""

    newest: Voucher
    tree: GrowingTree = field(default_factory=GrowingTree)


class PayerChannel:
    """
    A channel as its payer sees it; it signs as the client's wallet, the payer or its agent.

    `signed` is what was signed for before: the newest voucher of each lane, or what of it is
    redeemed where the payee has no newer one.
    """

    def __init__(
        self, client: Connection, session: Session, signed: Mapping[int, Voucher] | None = None
    ) -> None:
        self.client, self.session = client, session
        self._lanes = {lane: _LaneBook(voucher) for lane, voucher in (signed or {}).items()}
        self._room_wei = session.channel.left_wei

    @property
    def number(self) -> int:
        """The channel's number."""
        return self.session.channel.number

    @property
    def signed_wei(self) -> int:
        """What the newest vouchers of all lanes owe together."""
        return sum(book.newest.amount_wei for book in self._lanes.values())

    @property
    def left_wei(self) -> int:
        """What may still be signed for."""
        return self._room_wei

    def pay(
        self,
        units: Sequence[int],
        *,
        lane: int = 0,
        request: bytes = ZERO_BYTES32,
        receipt_root: bytes | None = None,
    ) -> tuple[Voucher, bytes]:
        """
        Sign for one more request at the session's prices; return the voucher and its signature.

        `request` is the hash of what was asked and answered. `receipt_root` is the payee's, where
        it keeps the receipts; else it is that of the receipts of this object. Raises
        ArgumentInvalid where that would be more than the channel holds.
        """
        book = self._book(lane)
        before, more = book.newest, padded(units)
        tariff = self.session.tariff_of(lane)
        total = tuple(a + b for a, b in zip(units_of(before), more, strict=True))
        amount_wei = cost_wei(tariff, total)
        due_wei = amount_wei - before.amount_wei
        if due_wei > self._room_wei:
            room_wei = self._room_wei
            raise ArgumentInvalid(f"{room_wei:,} wei are left in channel {self.number}: top it up")
        receipt = _receipt(before, tariff, more, due_wei, request)
        book.tree.add(receipt.digest(self.client.chain_id))
        root = book.tree.root if receipt_root is None else receipt_root
        book.newest, self._room_wei = (
            _next(before, total, amount_wei, root),
            self._room_wei - due_wei,
        )
        return book.newest, self.client.sign(book.newest)

    async def top_up(self, amount_wei: int) -> Receipt:
        """Add coins to the deposit."""
        pending = await self.client.model_fees.top_up_channel(self.number, value_wei=amount_wei)
        receipt = await pending.receipt()
        self._room_wei += amount_wei
        return receipt

    async def close(self) -> Receipt:
        """Begin to close alone; the payee has a while to redeem its latest."""
        return await (await self.client.model_fees.close_channel(self.number)).receipt()

    def farewell(self, paid_wei: int) -> bytes:
        """Sign that nothing is owed beyond what is paid, for a close at once."""
        shown = self.session.channel
        return self.client.sign(Farewell(shown.number, shown.epoch, paid_wei))

    def _book(self, lane: int) -> _LaneBook:
        if lane not in self._lanes:
            self.session.tariff_of(lane)
            shown = self.session.channel
            head = (shown.number, shown.epoch, lane, 0, 0)
            self._lanes[lane] = _LaneBook(voucher_of(head, (), 0, ZERO_BYTES32))
        return self._lanes[lane]


class Till:
    """
    What a payee checks before it serves, and keeps to be paid: the newest voucher of each lane.

    `take` needs no node. What the chain would refuse later for (price, deposit, order, signer) is
    refused here first; caps and agents' grants are asked of the chain by whoever takes those.
    """

    def __init__(
        self,
        session: Session,
        chain_id: int,
        *,
        signers: Sequence[str] = (),
        redeemed: Mapping[int, Voucher] | None = None,
    ) -> None:
        self.session, self._chain_id = session, chain_id
        self._signers = {session.channel.payer, *signers}
        self._redeemed = dict(redeemed or {})
        self._newest: dict[int, tuple[Voucher, bytes]] = {}

    @property
    def newest(self) -> list[tuple[Voucher, bytes]]:
        """The vouchers to redeem, by lane."""
        return [self._newest[lane] for lane in sorted(self._newest)]

    @property
    def due_wei(self) -> int:
        """What those vouchers add to what is redeemed."""
        return sum(v.amount_wei - self._paid_wei(lane) for lane, (v, _) in self._newest.items())

    def _paid_wei(self, lane: int) -> int:
        return self._redeemed[lane].amount_wei if lane in self._redeemed else 0

    def take(self, voucher: Voucher, signature: bytes) -> int:
        """Keep a voucher; return what it adds, in wei. Raises VoucherRefused, keeping nothing."""
        kept = self._newest.get(voucher.lane)
        old = kept[0] if kept else self._redeemed.get(voucher.lane)
        self._check_place(voucher, old)
        self._check_amount(voucher, old)
        try:
            signer = voucher.signer(signature, self._chain_id)
        except ArgumentInvalid as cause:
            raise VoucherRefused(str(cause)) from cause
        if signer not in self._signers:
            raise VoucherRefused(f"signed by {signer}, which may not")
        self._newest[voucher.lane] = (voucher, signature)
        return voucher.amount_wei - (old.amount_wei if old else 0)

    def _check_place(self, voucher: Voucher, old: Voucher | None) -> None:
        shown = self.session.channel
        if (voucher.channel, voucher.epoch) != (shown.number, shown.epoch):
            raise VoucherRefused(f"session {shown.epoch} of channel {shown.number} expected")
        if old is not None and voucher.nonce <= old.nonce:
            raise VoucherRefused(f"a nonce above {old.nonce} expected, found {voucher.nonce}")
        sums = (voucher.amount_wei, voucher.requests, *units_of(voucher))
        were = (old.amount_wei, old.requests, *units_of(old)) if old else (0,) * len(sums)
        if any(new < past for new, past in zip(sums, were, strict=True)):
            raise VoucherRefused("less of something than the voucher before")

    def _check_amount(self, voucher: Voucher, old: Voucher | None) -> None:
        try:
            most_wei = cost_wei(self.session.tariff_of(voucher.lane), units_of(voucher))
        except ArgumentInvalid as cause:
            raise VoucherRefused(str(cause)) from cause
        if voucher.amount_wei > most_wei:
            raise VoucherRefused(f"{most_wei:,} wei at most for these units")
        added_wei = voucher.amount_wei - (old.amount_wei if old else 0)
        owed_wei = self.due_wei + added_wei
        if owed_wei > self.session.channel.left_wei:
            raise VoucherRefused(f"the channel holds {self.session.channel.left_wei:,} wei")


async def redeem(client: Connection, vouchers: Sequence[tuple[Voucher, bytes]]) -> list[Receipt]:
    """Redeem vouchers as the payee: up to 128 in each transaction, of any channels."""
    receipts = []
    for start in range(0, len(vouchers), BATCH_MAX):
        batch = packed(vouchers[start : start + BATCH_MAX])
        receipts.append(await (await client.model_fees.redeem_batch(batch)).receipt())
    return receipts


def packed(vouchers: Sequence[tuple[Voucher, bytes]]) -> bytes:
    """Return vouchers and signatures as `redeem_batch` takes them, 480 bytes each."""
    kinds = list(fields_of(Voucher).values())
    return b"".join(
        encode_values(kinds, [getattr(voucher, name) for name in fields_of(Voucher)])
        + compact(signature)
        for voucher, signature in vouchers
    )


def compact(signature: bytes) -> bytes:
    """Return a wallet's signature in 64 bytes, its parity in the highest bit of s (EIP-2098)."""
    if len(signature) != 2 * WORD + 1:
        raise ArgumentInvalid(f"a signature of 65 bytes expected, found {len(signature)}")
    parity = signature[-1] - 27 if signature[-1] >= 27 else signature[-1]
    s = int.from_bytes(signature[WORD : 2 * WORD], "big") | parity * PARITY_BIT
    return signature[:WORD] + s.to_bytes(WORD, "big")


def units_of(voucher: Voucher) -> tuple[int, ...]:
    """Return the units of all six meters."""
    return (
        voucher.units_0,
        voucher.units_1,
        voucher.units_2,
        voucher.units_3,
        voucher.units_4,
        voucher.units_5,
    )


def _receipt(
    before: Voucher, tariff: Tariff, units: Sequence[int], due_wei: int, request: bytes
) -> MeterReceipt:
    """Return the receipt of one request behind those that a voucher covers."""
    counts = padded(units)
    return MeterReceipt(
        channel=before.channel,
        epoch=before.epoch,
        lane=before.lane,
        index=before.requests,
        version=tariff.version,
        before_wei=before.amount_wei,
        amount_wei=due_wei,
        units_0=counts[0],
        units_1=counts[1],
        units_2=counts[2],
        units_3=counts[3],
        units_4=counts[4],
        units_5=counts[5],
        request=request,
    )


def voucher_of(
    head: tuple[int, int, int, int, int], units: Sequence[int], amount_wei: int, root: bytes
) -> Voucher:
    """Return a voucher; `head` is channel, epoch, lane, nonce and requests."""
    channel, epoch, lane, nonce, requests = head
    counts = padded(units)
    return Voucher(
        channel=channel,
        epoch=epoch,
        lane=lane,
        nonce=nonce,
        requests=requests,
        units_0=counts[0],
        units_1=counts[1],
        units_2=counts[2],
        units_3=counts[3],
        units_4=counts[4],
        units_5=counts[5],
        amount_wei=amount_wei,
        receipt_root=root,
    )


def _next(before: Voucher, total: Sequence[int], amount_wei: int, root: bytes) -> Voucher:
    head = (before.channel, before.epoch, before.lane, before.nonce + 1, before.requests + 1)
    return voucher_of(head, total, amount_wei, root)


async def open_channel(
    client: Connection,
    models: Sequence[str],
    deposit_wei: int,
    *,
    payee: str = ZERO_ADDRESS,
    session_s: int = SESSION_S,
    cap_wei: int = 0,
    period_s: int = 0,
    referrer: str = ZERO_ADDRESS,
) -> PayerChannel:
    """
    Put coins behind a session for some models, at the prices they have now and no higher.

    `payee` serves and redeems: whoever the first model's terms name where it is zero. Raises
    Refusal.
    """
    limits = [await _limit(client, model) for model in models]
    expires_s = (await client.block()).time_s + session_s
    terms = SessionTerms(payee, tuple(limits), cap_wei, period_s, expires_s, referrer)
    pending = await client.model_fees.open_channel(terms, value_wei=deposit_wei)
    number = (await pending.receipt()).one(ChannelOpened).channel
    return PayerChannel(client, await session_of(client, number))


async def payer_channel(client: Connection, number: int) -> PayerChannel:
    """Return a channel that is there, as its payer; vouchers not redeemed yet are unknown to it."""
    session = await session_of(client, number)
    return PayerChannel(client, session, await redeemed_lanes(client, session))


async def open_till(client: Connection, number: int, signers: Sequence[str] = ()) -> Till:
    """Return what takes a channel's vouchers; `signers` are agents of the payer that are known."""
    session = await session_of(client, number)
    lanes = await redeemed_lanes(client, session)
    return Till(session, client.chain_id, signers=signers, redeemed=lanes)


async def _limit(client: Connection, model: str) -> ModelLimit:
    tariff = await client.model_fees.tariff_now(model)
    return ModelLimit(model, tuple(UnitPrice(m.price_wei, m.scale) for m in tariff.meters))
