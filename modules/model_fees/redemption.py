"""
Vouchers turned into coins: many at once, each for itself.

    batch --decode--> digests, signatures --recover--> signers
          --one voucher after the other--> taken: lane, channel written | refused: nothing touched
          --sums by tariff and payee--> split, paid, counted once

A voucher is checked whole before the first word of it is written, so one that is refused leaves
nothing behind and needs no undoing. What it costs beside its signature are five words read and at
most five written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from eth_hash.auto import keccak

from chain.certificates import SignatureRefused, recover_signer
from chain.kit.abi import WORD, abi_type
from chain.kit.storage import Words
from chain.kit.typed_data import RECOVERY_GAS, TYPED_GAS, WALLET_V, type_hash
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Gas, Hash32, Wei
from modules.model_fees import agents, demand, payout, tariffs
from modules.model_fees.events import Redeemed, Redemption, VoucherRefused, WatchRewarded
from modules.model_fees.packing import (
    ADDRESS_BITS,
    AMOUNT_BITS,
    AMOUNT_END,
    NONCE_END,
    NUMBER_BITS,
    REQUESTS_END,
    UNITS_PER_WORD,
    unpack_units,
)
from modules.model_fees.records import (
    LANES_PER_MODEL,
    METERS_MAX,
    UNITS_END,
    WHOLE_BPS,
    ChannelState,
    Fault,
    Referrer,
    Use,
)
from modules.model_fees.refusals import BatchInvalid, VoucherInvalid
from modules.model_fees.typed import DOMAIN, Voucher

if TYPE_CHECKING:
    from modules.model_fees.books import Books

S = ChannelState
VOUCHERS_MAX: Final = 128  # of one batch; they fit the 64 KiB of one call
VOUCHER_WORDS: Final = 13
SIGNED_BYTES: Final = VOUCHER_WORDS * WORD
VOUCHER_BYTES: Final = SIGNED_BYTES + 2 * WORD  # the voucher's words, then r and s (EIP-2098)
PARITY_BIT: Final = 1 << 7  # of the first byte of s: which of two keys
REDEEM_GAS: Final = Gas(RECOVERY_GAS + TYPED_GAS + 500)  # of each voucher, before its storage

STATE_SHIFT: Final = ADDRESS_BITS
FLAGS_SHIFT: Final = STATE_SHIFT + 8
MODELS_SHIFT: Final = FLAGS_SHIFT + 8
EPOCH_SHIFT: Final = MODELS_SHIFT + 8
SESSION_SHIFT: Final = EPOCH_SHIFT + 24
HAS_CAP, HAS_REFERRER, HAS_FREE = 1, 2, 4
ADDRESS_MASK: Final = (1 << ADDRESS_BITS) - 1
AMOUNT_MASK: Final = AMOUNT_END - 1
REQUESTS_SHIFT: Final = AMOUNT_BITS
NONCE_SHIFT: Final = REQUESTS_SHIFT + 48
REDEEMED_SHIFT: Final = NONCE_SHIFT + 40
LANE_BITS: Final = 8
EPOCH_BITS: Final = 24
EPOCH_MASK: Final = (1 << EPOCH_BITS) - 1
NUMBER_MASK: Final = (1 << NUMBER_BITS) - 1
SIGNATURE_BYTES: Final = 65  # as wallets give it: r, s, v
HELD_STATES: Final = (S.OPEN, S.ACTIVE, S.CLOSING)


@dataclass
class Sum:
    """What a batch pays under one tariff to one payee, referred by one account."""

    payer: Address  # of the first of them
    wei: int = 0
    requests: int = 0
    units: list[int] = field(default_factory=lambda: [0] * METERS_MAX)
    vouchers: list[Redemption] = field(default_factory=list)


@dataclass
class Entry:
    """One voucher as numbers."""

    channel: int
    epoch: int
    lane: int
    nonce: int
    requests: int
    units: list[int]
    amount_wei: int
    root: int


class Step(NamedTuple):
    """What a voucher adds to what its lane has redeemed."""

    paid_wei: int
    requests: int
    units: list[int]


class Batch:
    """Vouchers of one call: what was read once, and the sums to pay at the end."""

    def __init__(self, fees: Books) -> None:
        self.fees, self.words = fees, Words(fees.host, fees.address)
        self.now_s = fees.block.time_s
        self.channels, self.lanes = fees.channels, fees.lanes
        self.rates: dict[int, tariffs.Rates] = {}
        self.sums: dict[tuple[int, int, Address], Sum] = {}
        self.payers: list[Address] = []  # whose session was not used before
        self.taken_wei = self.reward_wei = 0

    def take(self, entry: Entry, signer: Address | None) -> Fault:
        """Take one voucher, or say why not and touch nothing."""
        words, at = self.words, self.channels.at(entry.channel)
        head = words[at]
        place = entry.lane // LANES_PER_MODEL
        fault = _misplaced(entry, head, place)
        if fault:
            return fault
        if signer is None:
            return Fault.SIGNATURE
        hands, money = words[at + 1], words[at + 2]
        tariff = hands >> ADDRESS_BITS + NUMBER_BITS * place & NUMBER_MASK
        rates = self.rates.get(tariff) or self._load(tariff)
        lane_at = self.lanes.at(lane_key(entry.channel, entry.epoch, entry.lane))
        step = self._step(entry, lane_at, rates)
        if isinstance(step, Fault):
            return step
        fault = self._objection(entry, head, place, rates, step, money)
        if fault:
            return fault
        payer = Address((head & ADDRESS_MASK).to_bytes(20, "big"))
        if signer != payer and not agents.spend(
            self.fees, payer, signer, rates.model, step.paid_wei
        ):
            return Fault.AGENT
        self._write(entry, lane_at)
        words[at + 2] = money + (step.paid_wei << AMOUNT_BITS)
        if head >> STATE_SHIFT & 0xFF == S.OPEN:
            words[at] = head + (1 << STATE_SHIFT)
            self.payers.append(payer)
        self._book(entry, head, hands, tariff, step)
        return Fault.NONE

    def finish(self) -> None:
        """Split and pay what was taken, tariff by tariff and payee by payee."""
        fees = self.fees
        fees.deposits_wei = Wei(fees.deposits_wei - self.taken_wei)
        for (tariff, payee, referrer), total in self.sums.items():
            rates = self.rates[tariff]
            model_id = fees.model_numbered(rates.model)
            server = Address(payee.to_bytes(20, "big"))
            named = () if referrer == ZERO_ADDRESS else (Referrer(referrer, Bps(WHOLE_BPS)),)
            version, fee_bps = rates.version, rates.fee_bps
            legs = payout.legs_of(fees, model_id, version, total.wei, fee_bps, server, named)
            payout.pay_legs(fees, model_id, version, legs, "voucher")
            paid, units = Wei(total.wei), tuple(total.units)
            use = Use(len(total.vouchers), total.requests, paid, units)
            payout.count_use(fees, model_id, use, legs, total.payer)
            demand.count_units(fees, model_id, units)
            fees.emit(Redeemed(model_id, server, tariff, paid, units, tuple(total.vouchers)))
        fees.pay(fees.sender, self.reward_wei, "watch_reward")
        for payer in self.payers:
            payout.tell(fees, payer, 0, ())

    def _load(self, tariff: int) -> tariffs.Rates:
        rates = self.rates[tariff] = tariffs.load(self.fees, tariff)
        return rates

    def _step(self, entry: Entry, lane_at: int, rates: tariffs.Rates) -> Step | Fault:
        """Return what a voucher adds to its lane; nothing that is cumulative may shrink."""
        lane, units = self.words[lane_at], entry.units
        if entry.nonce <= lane >> NONCE_SHIFT & NONCE_END - 1:
            return Fault.NONCE
        if not rates.covers(units):
            return Fault.NO_UNITS
        paid_wei = entry.amount_wei - (lane & AMOUNT_MASK)
        requests = entry.requests - (lane >> REQUESTS_SHIFT & REQUESTS_END - 1)
        if lane:
            before = self._units(lane_at, len(rates.prices))
            units = [new - old for new, old in zip(units, before, strict=True)]
        if paid_wei < 0 or requests < 0 or min(units) < 0:
            return Fault.NOT_CUMULATIVE
        return Step(paid_wei, requests, units)

    def _units(self, lane_at: int, meters: int) -> tuple[int, ...]:
        """Return what a lane has redeemed; the second word only where the model has so many."""
        high = self.words[lane_at + 2] if meters > UNITS_PER_WORD else 0
        return unpack_units(self.words[lane_at + 1], high)

    def _objection(
        self, entry: Entry, head: int, place: int, rates: tariffs.Rates, step: Step, money: int
    ) -> Fault:
        """Return what of deposit, price, cap and rate stands in the way."""
        paid_wei = (money >> AMOUNT_BITS) + step.paid_wei
        if paid_wei > money & AMOUNT_MASK:
            return Fault.ABOVE_DEPOSIT
        flags, units = head >> FLAGS_SHIFT & 0xFF, entry.units
        if flags & HAS_FREE and entry.lane % LANES_PER_MODEL == 0:
            free = self.fees.free_of[free_key(entry.channel, entry.epoch, place)]
            given = unpack_units(free.units_low, free.units_high)
            units = [max(0, count - gift) for count, gift in zip(units, given, strict=True)]
        if entry.amount_wei > rates.cost_wei(units):
            return Fault.ABOVE_PRICE
        session_s = head >> SESSION_SHIFT & (1 << 40) - 1
        if flags & HAS_CAP:
            cap = self.fees.caps[entry.channel]
            if paid_wei > cap.cap_wei * begun(session_s, self.now_s, cap.period_s):
                return Fault.ABOVE_CAP
        if rates.requests_max:
            return self._rate(entry, place, rates, step, session_s)
        return Fault.NONE

    def _rate(
        self, entry: Entry, place: int, rates: tariffs.Rates, step: Step, session_s: int
    ) -> Fault:
        """Count a session's requests of one model against the windows begun so far."""
        key = request_key(entry.channel, entry.epoch, place)
        requests = self.fees.session_requests[key] + step.requests
        if requests > rates.requests_max * begun(session_s, self.now_s, rates.window_s):
            return Fault.RATE
        return Fault.NONE

    def _write(self, entry: Entry, lane_at: int) -> None:
        words, units = self.words, entry.units
        words[lane_at] = (
            entry.amount_wei
            | entry.requests << REQUESTS_SHIFT
            | entry.nonce << NONCE_SHIFT
            | self.now_s << REDEEMED_SHIFT
        )
        first, second, third, fourth, fifth, sixth = units
        low = first | second << 64 | third << 128 | fourth << 192
        if low:
            words[lane_at + 1] = low
        if fifth or sixth:
            words[lane_at + 2] = fifth | sixth << 64
        words[lane_at + 3] = entry.root

    def _book(self, entry: Entry, head: int, hands: int, tariff: int, step: Step) -> None:
        """Add what was taken to the sum that it is paid with."""
        fees, paid_wei = self.fees, step.paid_wei
        rates = self.rates[tariff]
        if rates.requests_max:
            key = request_key(entry.channel, entry.epoch, entry.lane // LANES_PER_MODEL)
            fees.session_requests[key] += step.requests
        self.taken_wei += paid_wei
        payee = hands & ADDRESS_MASK
        if head >> STATE_SHIFT & 0xFF == S.CLOSING:
            paid_wei -= self._reward(entry.channel, head, payee, paid_wei)
        flags = head >> FLAGS_SHIFT & 0xFF
        referrer = fees.caps[entry.channel].referrer if flags & HAS_REFERRER else ZERO_ADDRESS
        total = self.sums.get((tariff, payee, referrer))
        if total is None:
            payer = Address((head & ADDRESS_MASK).to_bytes(20, "big"))
            total = self.sums[tariff, payee, referrer] = Sum(payer)
        total.wei += paid_wei
        total.requests += step.requests
        total.units = [a + b for a, b in zip(total.units, step.units, strict=True)]
        total.vouchers.append(
            Redemption(entry.channel, entry.lane, entry.nonce, step.requests, Wei(step.paid_wei))
        )

    def _reward(self, channel: int, head: int, payee: int, paid_wei: int) -> int:
        """Return what of a rescued amount is the sender's: nobody else's, and not too early."""
        fees = self.fees
        sender = int.from_bytes(fees.sender, "big")
        if sender in (payee, head & ADDRESS_MASK):
            return 0
        if self.now_s + fees.settings.watch_s < fees.spans[channel].deadline_s:
            return 0
        reward_wei = paid_wei * fees.settings.watch_bps // WHOLE_BPS
        self.reward_wei += reward_wei
        fees.emit(WatchRewarded(channel, fees.sender, Wei(reward_wei)))
        return reward_wei


def _misplaced(entry: Entry, head: int, place: int) -> Fault:
    """Return whether a voucher is for a channel, session and lane that there is, in numbers."""
    state = head >> STATE_SHIFT & 0xFF
    if state not in HELD_STATES:
        return Fault.CHANNEL_OVER if state else Fault.UNKNOWN_CHANNEL
    if entry.epoch != head >> EPOCH_SHIFT & EPOCH_MASK:
        return Fault.WRONG_EPOCH
    if place >= head >> MODELS_SHIFT & 0xFF:
        return Fault.WRONG_LANE
    if (
        max(entry.units) >= UNITS_END
        or entry.amount_wei >= AMOUNT_END
        or entry.nonce >= NONCE_END
        or entry.requests >= REQUESTS_END
    ):
        return Fault.OUT_OF_RANGE
    return Fault.NONE


def begun(since_s: int, now_s: int, period_s: int) -> int:
    """Return how many periods have begun since a time."""
    return (now_s - since_s) // period_s + 1


def lane_key(channel: int, epoch: int, lane: int) -> int:
    """Return the key of a lane's words."""
    return (channel << EPOCH_BITS | epoch) << LANE_BITS | lane


def free_key(channel: int, epoch: int, place: int) -> int:
    """Return the key of what a session need not pay of one of its models."""
    return (channel << EPOCH_BITS | epoch) << LANE_BITS | place


def request_key(channel: int, epoch: int, place: int) -> int:
    """Return the key of a session's requests of one of its models."""
    return (channel << EPOCH_BITS | epoch) << LANE_BITS | place


def redeem(fees: Books, vouchers: bytes) -> int:
    """Take a batch, voucher by voucher; return how many were taken. Raises BatchInvalid."""
    count = batch_size(vouchers)
    fees.host.charge(Gas(count * REDEEM_GAS))
    batch, taken = Batch(fees), 0
    for position, (entry, signer) in enumerate(read(fees, vouchers, count)):
        fault = batch.take(entry, signer)
        if fault:
            fees.emit(VoucherRefused(entry.channel, position, fault))
        else:
            taken += 1
    batch.finish()
    return taken


def redeem_one(fees: Books, voucher: bytes) -> None:
    """Take one voucher, or refuse the whole call. Raises VoucherInvalid."""
    fees.host.charge(REDEEM_GAS)
    batch = Batch(fees)
    for entry, signer in read(fees, voucher, batch_size(voucher)):
        fault = batch.take(entry, signer)
        if fault:
            raise VoucherInvalid(fault)
    batch.finish()


def batch_size(vouchers: bytes) -> int:
    """Return how many vouchers there are; raises BatchInvalid where they are none, or too many."""
    count, rest = divmod(len(vouchers), VOUCHER_BYTES)
    if rest or not 1 <= count <= VOUCHERS_MAX:
        raise BatchInvalid(VOUCHERS_MAX, VOUCHER_BYTES, len(vouchers))
    return count


def read(fees: Books, vouchers: bytes, count: int) -> Iterator[tuple[Entry, Address | None]]:
    """Yield each voucher and who signed it; None where that is nobody."""
    separator = DOMAIN.separator(fees.block.chain_id, fees.address)
    prefix, kind = b"\x19\x01" + separator, type_hash(Voucher)
    for at in range(0, count * VOUCHER_BYTES, VOUCHER_BYTES):
        signed = vouchers[at : at + SIGNED_BYTES]
        digest = Hash32(keccak(prefix + keccak(kind + signed)))
        signature = vouchers[at + SIGNED_BYTES : at + VOUCHER_BYTES]
        yield _entry(signed), _signer(digest, signature)


def _entry(signed: bytes) -> Entry:
    """Return a voucher's numbers out of its words."""
    values = [int.from_bytes(signed[i : i + WORD], "big") for i in range(0, SIGNED_BYTES, WORD)]
    channel, epoch, lane, nonce, requests, *units = values[:-2]
    return Entry(channel, epoch, lane, nonce, requests, units, values[-2], values[-1])


def _signer(digest: Hash32, signature: bytes) -> Address | None:
    """Return who made a compact signature; None where it is none."""
    parity = signature[WORD] >> 7
    if parity:
        s = bytes((signature[WORD] & PARITY_BIT - 1,)) + signature[WORD + 1 :]
        signature = signature[:WORD] + s
    try:
        return recover_signer(digest, signature + bytes((parity,)))
    except SignatureRefused:
        return None


def compact(voucher: Voucher, signature: bytes) -> bytes:
    """Return a voucher with a wallet's signature of 65 bytes as a batch takes it."""
    if len(signature) != SIGNATURE_BYTES:
        raise VoucherInvalid(Fault.SIGNATURE)
    r, s, parity = signature[:WORD], signature[WORD : 2 * WORD], signature[-1]
    if parity >= WALLET_V:
        parity -= WALLET_V
    if parity > 1 or s[0] & PARITY_BIT:
        raise VoucherInvalid(Fault.SIGNATURE)
    words = abi_type(Voucher).encode(voucher)
    return words + r + bytes((s[0] | parity << 7,)) + s[1:]
