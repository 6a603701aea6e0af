"""
Vouchers turned into coins: many at once, each for itself.

    batch --read--> numbers, signers --words of all channels and lanes, read at once-->
          --one voucher after the other--> taken: lane, channel changed | refused: nothing touched
          --words written, sums by tariff and payee--> split, paid, counted once

A voucher is checked whole before the first word of it is changed, so one that is refused leaves
nothing behind and needs no undoing. What it costs beside its signature are four words read, taken
or not, and three written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, NamedTuple

from chain.kit.signatures import recover_all
from chain.kit.typed_data import RECOVERY_GAS, TYPED_GAS
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Gas, Wei
from modules.model_fees import agents, demand, payout, tariffs
from modules.model_fees.batches import Entry, batch_size, lane_key, read_batch, signed_in
from modules.model_fees.events import Redeemed, VoucherRefused, WatchRewarded
from modules.model_fees.machines import HELD
from modules.model_fees.packing import (
    ADDRESS_BITS,
    AMOUNT_BITS,
    AMOUNT_END,
    EPOCH_BITS,
    EPOCH_END,
    HANDS_BITS,
    NONCE_BITS,
    REQUESTS_BITS,
    REQUESTS_END,
    STATE_BITS,
    TIME_BITS,
    TOKEN_METERS,
    TOKENS_BITS,
    UNITS_BITS,
    UNITS_PER_WORD,
    pack,
    unpack,
    unpack_units,
)
from modules.model_fees.records import (
    LANES_PER_MODEL,
    METERS_MAX,
    WHOLE_BPS,
    ChannelState,
    Fault,
    Referrer,
    Use,
)
from modules.model_fees.refusals import VoucherInvalid

if TYPE_CHECKING:
    from modules.model_fees.books import Books

# As numbers: what is looked at for every voucher takes the time of a number.
OPEN, CLOSING = int(ChannelState.OPEN), int(ChannelState.CLOSING)
HOLDING: Final = frozenset(int(state) for state in HELD)
TAKEN: Final = Fault.NONE
REDEEM_GAS: Final = Gas(RECOVERY_GAS + TYPED_GAS + 500)  # of each voucher, before its storage

HAS_CAP, HAS_REFERRER, HAS_FREE = 1, 2, 4
STATE_SHIFT: Final = AMOUNT_BITS
FLAGS_SHIFT: Final = STATE_SHIFT + STATE_BITS
EPOCH_SHIFT: Final = FLAGS_SHIFT + STATE_BITS
SESSION_SHIFT: Final = EPOCH_SHIFT + EPOCH_BITS
DEAL_SHIFT: Final = SESSION_SHIFT + TIME_BITS
NONCE_SHIFT: Final = AMOUNT_BITS
REQUESTS_SHIFT: Final = NONCE_SHIFT + NONCE_BITS
REDEEMED_SHIFT: Final = REQUESTS_SHIFT + REQUESTS_BITS
READ_SHIFT: Final = ADDRESS_BITS
WRITTEN_SHIFT: Final = READ_SHIFT + TOKENS_BITS
AMOUNT_MASK: Final = AMOUNT_END - 1
ADDRESS_MASK: Final = (1 << ADDRESS_BITS) - 1
EPOCH_MASK: Final = EPOCH_END - 1
TIME_MASK: Final = (1 << TIME_BITS) - 1
NONCE_MASK: Final = (1 << NONCE_BITS) - 1
REQUESTS_MASK: Final = REQUESTS_END - 1
TOKENS_MASK: Final = (1 << TOKENS_BITS) - 1
STATE_MASK: Final = (1 << STATE_BITS) - 1
TO_ACTIVE: Final = ChannelState.ACTIVE - ChannelState.OPEN << STATE_SHIFT
NO_MORE: Final = (0,) * (METERS_MAX - TOKEN_METERS)  # units of other meters than tokens


@dataclass(slots=True)
class Sum:
    """What a batch pays under one tariff to one payee, referred by one account."""

    rates: tariffs.Rates
    payers: list[tuple[Address, int]]  # the first one's, then whose session is new, and its wei
    wei: int = 0
    requests: int = 0
    read: int = 0
    written: int = 0
    more: tuple[int, ...] = NO_MORE  # units of the other meters
    channels: list[int] = field(default_factory=list)
    paid_wei: list[Wei] = field(default_factory=list)

    @property
    def units(self) -> tuple[int, ...]:
        """Units of all meters."""
        return (self.read, self.written, *self.more)

    def add(self, channel: int, step: Step, paid_wei: int) -> None:
        """Add one voucher; `paid_wei` is what a watchtower leaves of it."""
        whole_wei, requests, units = step
        self.wei += paid_wei
        self.requests += requests
        self.read += units[0]
        self.written += units[1]
        more = units[TOKEN_METERS:]
        if more != NO_MORE:
            self.more = tuple(a + b for a, b in zip(self.more, more, strict=True))
        self.channels.append(channel)
        self.paid_wei.append(Wei(whole_wei))


class Step(NamedTuple):
    """What a voucher adds to what its lane has redeemed."""

    paid_wei: int
    requests: int
    units: tuple[int, ...]


class Deal(NamedTuple):
    """Who is paid under which tariffs: what many channels share."""

    payee: Address
    tariffs: tuple[int, ...]
    rates: tuple[tariffs.Rates, ...]


class Batch:
    """Vouchers of one call: words as they leave them, and the sums to pay at the end."""

    def __init__(self, fees: Books) -> None:
        self.fees, self.now_s = fees, fees.block.time_s
        self.words: dict[int, int] = {}  # of channels and lanes, by slot, with all changes
        self.changes: list[tuple[int, int]] = []  # in order, to be written at the end
        self.deals: dict[int, Deal] = {}
        self.sums: dict[tuple[int, Address, Address], Sum] = {}
        self.taken_wei = self.reward_wei = 0

    def fetch(self, entries: Sequence[Entry]) -> None:
        """Read the words of channels and lanes that vouchers name."""
        slots: list[int] = []
        for entry in entries:
            if entry.fits:
                at, lane_at = entry.at, entry.lane_at
                slots += (at, at + 1, lane_at, lane_at + 1)
        found = self.fees.host.load_many(self.fees.address, slots)
        self.words = dict(zip(slots, found, strict=True))

    def take(self, entry: Entry, signer: Address | None) -> Fault:
        """Take one voucher, or say why not and touch nothing."""
        if not entry.fits:
            return Fault.OUT_OF_RANGE
        at = entry.at
        course = self.words[at + 1]
        state = course >> STATE_SHIFT & STATE_MASK
        if state not in HOLDING:
            return Fault.CHANNEL_OVER if state else Fault.UNKNOWN_CHANNEL
        if entry.epoch != course >> EPOCH_SHIFT & EPOCH_MASK:
            return Fault.WRONG_EPOCH
        number = course >> DEAL_SHIFT
        deal = self.deals.get(number) or self._deal(number)
        place = entry.lane // LANES_PER_MODEL
        if place >= len(deal.rates):
            return Fault.WRONG_LANE
        if signer is None:
            return Fault.SIGNATURE
        rates = deal.rates[place]
        step = self._step(entry, rates)
        if not isinstance(step, Step):
            return step
        purse = self.words[at]
        fault = self._objection(entry, course, place, rates, step, purse >> ADDRESS_BITS)
        if fault is not TAKEN:
            return fault
        payer = Address((purse & ADDRESS_MASK).to_bytes(20, "big"))
        if signer != payer and not agents.spend(
            self.fees, payer, signer, rates.model, step.paid_wei
        ):
            return Fault.AGENT
        self._change(entry, course + step.paid_wei + (TO_ACTIVE if state == OPEN else 0))
        self._book(entry, course, deal, payer, step)
        return TAKEN

    def finish(self) -> None:
        """Write, split and pay what was taken, tariff by tariff and payee by payee."""
        fees = self.fees
        fees.host.save_many(fees.address, self.changes)
        fees.deposits_wei = Wei(fees.deposits_wei - self.taken_wei)
        for (tariff, payee, referrer), total in self.sums.items():
            rates = total.rates
            model_id = fees.model_numbered(rates.model)
            named = () if referrer == ZERO_ADDRESS else (Referrer(referrer, Bps(WHOLE_BPS)),)
            version, fee_bps = rates.version, rates.fee_bps
            legs = payout.legs_of(fees, model_id, version, total.wei, fee_bps, payee, named)
            conditions = fees.conditions_at(model_id, version)
            payout.pay_legs(fees, model_id, conditions, legs, "voucher")
            paid, units = Wei(total.wei), total.units
            use = Use(len(total.channels), total.requests, paid, units)
            payout.count_use(fees, model_id, rates.model, use, legs, total.payers)
            demand.count_units(fees, model_id, units)
            each = (tuple(total.channels), tuple(total.paid_wei))
            fees.emit(Redeemed(model_id, payee, tariff, paid, units, *each))
        fees.pay(fees.sender, self.reward_wei, "watch_reward")

    def _deal(self, number: int) -> Deal:
        payee, *locked = unpack(self.fees.deals[number], *HANDS_BITS)
        numbers = tuple(tariff for tariff in locked if tariff)
        rates = tuple(tariffs.load(self.fees, tariff) for tariff in numbers)
        deal = self.deals[number] = Deal(Address(payee.to_bytes(20, "big")), numbers, rates)
        return deal

    def _step(self, entry: Entry, rates: tariffs.Rates) -> Step | Fault:
        """Return what a voucher adds to its lane; nothing that is cumulative may shrink."""
        head = self.words[entry.lane_at]
        if entry.nonce <= head >> NONCE_SHIFT & NONCE_MASK:
            return Fault.NONCE
        units, meters = entry.units, len(rates.prices)
        if meters < METERS_MAX and any(units[meters:]):
            return Fault.NO_UNITS
        if not head:
            return Step(entry.amount_wei, entry.requests, units)
        paid_wei = entry.amount_wei - (head & AMOUNT_MASK)
        requests = entry.requests - (head >> REQUESTS_SHIFT & REQUESTS_MASK)
        tail = self.words[entry.lane_at + 1]
        read = units[0] - (tail >> READ_SHIFT & TOKENS_MASK)
        written = units[1] - (tail >> WRITTEN_SHIFT)
        more = NO_MORE if meters == TOKEN_METERS else self._more(units, entry.lane_at)
        if paid_wei < 0 or requests < 0 or read < 0 or written < 0 or min(more) < 0:
            return Fault.NOT_CUMULATIVE
        return Step(paid_wei, requests, (read, written, *more))

    def _more(self, units: tuple[int, ...], lane_at: int) -> tuple[int, ...]:
        """Return what is new of other meters than tokens, out of the lane's third word."""
        word = self.fees.host.load(self.fees.address, lane_at + 2)
        before = unpack(self.words.get(lane_at + 2, word), *(UNITS_BITS,) * UNITS_PER_WORD)
        return tuple(new - old for new, old in zip(units[TOKEN_METERS:], before, strict=True))

    def _objection(
        self, entry: Entry, course: int, place: int, rates: tariffs.Rates, step: Step, most: int
    ) -> Fault:
        """Return what of deposit, price, cap and rate stands in the way."""
        paid_wei = (course & AMOUNT_MASK) + step.paid_wei
        if paid_wei > most:
            return Fault.ABOVE_DEPOSIT
        flags, units = course >> FLAGS_SHIFT & 0xFF, entry.units
        if flags & HAS_FREE and entry.lane % LANES_PER_MODEL == 0:
            free = self.fees.free_of[lane_key(entry.channel, entry.epoch, place)]
            given = unpack_units(free.units_low, free.units_high)
            units = tuple(max(0, count - gift) for count, gift in zip(units, given, strict=True))
        if entry.amount_wei > rates.cost_wei(units):
            return Fault.ABOVE_PRICE
        session_s = course >> SESSION_SHIFT & TIME_MASK
        if flags & HAS_CAP:
            cap = self.fees.caps[entry.channel]
            if paid_wei > cap.cap_wei * begun(session_s, self.now_s, cap.period_s):
                return Fault.ABOVE_CAP
        if rates.requests_max:
            key = lane_key(entry.channel, entry.epoch, place)
            requests = self.fees.session_requests[key] + step.requests
            if requests > rates.requests_max * begun(session_s, self.now_s, rates.window_s):
                return Fault.RATE
        return Fault.NONE

    def _change(self, entry: Entry, course: int) -> None:
        """Note what a voucher leaves of its lane and of its channel's course."""
        lane_at, words, changes = entry.lane_at, self.words, self.changes
        read, written, *_ = units = entry.units
        head = entry.amount_wei | entry.nonce << NONCE_SHIFT | entry.requests << REQUESTS_SHIFT
        head |= self.now_s << REDEEMED_SHIFT
        tail = entry.root | read << READ_SHIFT | written << WRITTEN_SHIFT
        words[lane_at], words[lane_at + 1], words[entry.at + 1] = head, tail, course
        changes += ((lane_at, head), (lane_at + 1, tail))
        rest = units[TOKEN_METERS:]
        if rest != NO_MORE:
            more = words[lane_at + 2] = pack(*((count, UNITS_BITS) for count in rest))
            changes.append((lane_at + 2, more))
        changes.append((entry.at + 1, course))

    def _book(self, entry: Entry, course: int, deal: Deal, payer: Address, step: Step) -> None:
        """Add what was taken to the sum that it is paid with."""
        fees, paid_wei = self.fees, step.paid_wei
        place = entry.lane // LANES_PER_MODEL
        rates, state = deal.rates[place], course >> STATE_SHIFT & STATE_MASK
        if rates.requests_max:
            fees.session_requests[lane_key(entry.channel, entry.epoch, place)] += step.requests
        self.taken_wei += paid_wei
        if state == CLOSING:
            paid_wei -= self._reward(entry.channel, (payer, deal.payee), paid_wei)
        referrer = ZERO_ADDRESS
        if course >> FLAGS_SHIFT & HAS_REFERRER:
            referrer = fees.caps[entry.channel].referrer
        key = (deal.tariffs[place], deal.payee, referrer)
        total = self.sums.get(key)
        if total is None:
            total = self.sums[key] = Sum(rates, [(payer, 0)])
        elif state == OPEN:
            total.payers.append((payer, paid_wei))
        total.add(entry.channel, step, paid_wei)

    def _reward(self, channel: int, parties: tuple[Address, Address], paid_wei: int) -> int:
        """Return what of a rescued amount is the sender's: no party's, and not too early."""
        fees = self.fees
        if fees.sender in parties:
            return 0
        if self.now_s + fees.live.watch_s < fees.spans[channel].deadline_s:
            return 0
        reward_wei: int = paid_wei * fees.live.watch_bps // WHOLE_BPS
        self.reward_wei += reward_wei
        fees.emit(WatchRewarded(channel, fees.sender, Wei(reward_wei)))
        return reward_wei


def begun(since_s: int, now_s: int, period_s: int) -> int:
    """Return how many periods have begun since a time."""
    return (now_s - since_s) // period_s + 1


def redeem(fees: Books, vouchers: bytes) -> int:
    """Take a batch, voucher by voucher; return how many were taken. Raises BatchInvalid."""
    fees.host.charge(Gas(batch_size(vouchers) * REDEEM_GAS))
    batch, refused = Batch(fees), 0
    entries = read_batch(vouchers)
    batch.fetch(entries)
    for position, (entry, signer) in enumerate(zip(entries, _signers(fees, vouchers), strict=True)):
        fault = batch.take(entry, signer)
        if fault is not TAKEN:
            refused += 1
            fees.emit(VoucherRefused(entry.channel, position, fault))
    batch.finish()
    return len(entries) - refused


def redeem_one(fees: Books, voucher: bytes) -> None:
    """Take one voucher, or refuse the whole call. Raises VoucherInvalid."""
    fees.host.charge(REDEEM_GAS)
    batch_size(voucher)
    batch, entries = Batch(fees), read_batch(voucher)
    batch.fetch(entries)
    for entry, signer in zip(entries, _signers(fees, voucher), strict=True):
        fault = batch.take(entry, signer)
        if fault is not TAKEN:
            raise VoucherInvalid(fault)
    batch.finish()


def _signers(fees: Books, vouchers: bytes) -> Sequence[Address | None]:
    return recover_all(signed_in(vouchers, fees.block.chain_id, fees.address))
