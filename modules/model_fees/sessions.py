"""
Sessions of a channel: who pays whom for which models, at prices fixed when one starts.

    open: deposit --> session 1 --renew, both agree--> session 2, at the prices of then ...

What a session's start checks (models for sale, prices within the payer's limits, who may serve, who
may use, the payee's bond) holds for its whole length: nothing that changes later reaches it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.kit.typed_data import check_signed
from chain.types.primitives import ZERO_ADDRESS, Address, Seconds, Wei
from modules.model_fees import free_tier, tariffs
from modules.model_fees.batches import lane_key
from modules.model_fees.events import ChannelOpened, ChannelToppedUp, SessionStarted
from modules.model_fees.machines import CHANNELS, LIVE, PAYEE, PAYER
from modules.model_fees.packing import (
    ADDRESS_BITS,
    AMOUNT_END,
    COURSE_BITS,
    EPOCH_END,
    HANDS_BITS,
    PURSE_BITS,
    PackedChannel,
    PackedUse,
    pack,
    pack_units,
    unpack,
)
from modules.model_fees.records import (
    MODELS_MAX,
    Cap,
    Channel,
    ChannelState,
    Conditions,
    ModelLimit,
    ModelStatus,
    SessionTerms,
    Span,
    UnitPrice,
)
from modules.model_fees.redemption import (
    HAS_CAP,
    HAS_FREE,
    HAS_REFERRER,
    STATE_SHIFT,
    begun,
)
from modules.model_fees.refusals import (
    BondTooSmall,
    DepositTooSmall,
    PriceAboveLimit,
    ProviderRefused,
    SessionRefused,
    StatusInvalid,
    TooManyChannels,
    UnknownChannel,
)
from modules.model_fees.typed import DOMAIN, Renewal

if TYPE_CHECKING:
    from modules.model_fees.books import Books

S = ChannelState
CHANNEL_DUE: Final = 1  # kind of deadline
FOR_SALE: Final = (ModelStatus.ACTIVE, ModelStatus.DEPRECATED)


def open_channel(fees: Books, terms: SessionTerms) -> int:
    """Open a channel for the caller with the coins sent; return its number."""
    params, payer = fees.live, fees.sender
    CHANNELS.move("open_channel", S.NOTHING, S.OPEN)
    _check_deposit(fees.value_wei, params.deposit_min_wei)
    if fees.open_count[payer] >= params.channels_max:
        raise TooManyChannels(params.channels_max)
    number = fees.channel_count + 1
    fees.channel_count = number
    fees.open_count[payer] += 1
    fees.deposits_wei = Wei(fees.deposits_wei + fees.value_wei)
    payee = _start(fees, number, payer, terms, 1, fees.value_wei)
    fees.channels_by[payer].append(number)
    fees.channels_to[payee].append(number)
    fees.emit(ChannelOpened(number, payer, payee, fees.value_wei))
    return number


def top_up(fees: Books, number: int) -> None:
    """Add the coins sent to a channel's deposit, whoever sends them: they are the payer's."""
    channel = load(fees, number)
    CHANNELS.enter("top_up_channel", channel.state)
    _check_deposit(fees.value_wei, Wei(1))
    deposit_wei = channel.deposit_wei + fees.value_wei
    _check_deposit(deposit_wei, Wei(1))
    admit(fees, channel.payer, [fees.model_numbered(m) for m in _models(fees, channel)])
    packed = fees.channels[number]
    purse = packed.purse + (fees.value_wei << ADDRESS_BITS)
    fees.channels[number] = replace(packed, purse=purse)
    fees.deposits_wei = Wei(fees.deposits_wei + fees.value_wei)
    fees.emit(ChannelToppedUp(number, fees.sender, fees.value_wei))


def renew(fees: Books, number: int, terms: SessionTerms, signature: bytes) -> None:
    """
    Start a channel's next session, as one side with the other's signature.

    Vouchers of the session before count no more: what was signed says how much of them was paid.
    """
    channel = load(fees, number)
    CHANNELS.enter("renew_channel", channel.state, roles(fees, channel))
    word = Renewal(number, channel.epoch + 1, channel.paid_wei, terms.expires_s)
    other = channel.payee if fees.sender == channel.payer else channel.payer
    check_signed(fees, DOMAIN, word, signature, other)
    if fees.sender != channel.payer:
        terms = replace(_kept(fees, channel), expires_s=terms.expires_s)
    if terms.payee not in (ZERO_ADDRESS, channel.payee):
        raise SessionRefused("another payee: open another channel")
    left_wei = Wei(channel.deposit_wei - channel.paid_wei)
    _check_deposit(left_wei, fees.live.deposit_min_wei)
    terms = replace(terms, payee=channel.payee)
    _start(fees, number, channel.payer, terms, channel.epoch + 1, left_wei)


def _start(
    fees: Books, number: int, payer: Address, terms: SessionTerms, epoch: int, deposit_wei: Wei
) -> Address:
    """Check everything that a session rests on, fix its prices and write it down."""
    now_s = fees.block.time_s
    _check_terms(fees, terms, epoch)
    names = [item.model_id for item in terms.models]
    payee, locked = _agreed(fees, terms)
    bond_wei = fees.free_bond_wei(payee)
    if bond_wei < fees.live.provider_bond_min_wei:
        raise BondTooSmall(fees.live.provider_bond_min_wei, bond_wei)
    admit(fees, payer, names)
    flags = (HAS_CAP if terms.cap_wei else 0) | (HAS_REFERRER if any(terms.referrer) else 0)
    flags |= _take_free(fees, number, epoch, payer, names)
    purse = (int.from_bytes(payer, "big"), deposit_wei)
    course = (0, S.OPEN, flags, epoch, now_s, _deal(fees, payee, locked))
    fees.channels[number] = PackedChannel(
        pack(*zip(purse, PURSE_BITS, strict=True)), pack(*zip(course, COURSE_BITS, strict=True))
    )
    fees.caps[number] = Cap(terms.referrer, terms.cap_wei, terms.period_s)
    fees.spans[number] = Span(terms.expires_s, terms.expires_s, fees.block.height, False)
    fees.timers.set(terms.expires_s, CHANNEL_DUE, number)
    fees.emit(SessionStarted(number, epoch, terms.expires_s, tuple(locked)))
    return payee


def _deal(fees: Books, payee: Address, locked: list[int]) -> int:
    """Return the number of a payee under some tariffs, one for all channels that have the same."""
    values = (int.from_bytes(payee, "big"), *locked, *(0,) * (MODELS_MAX - len(locked)))
    hands = pack(*zip(values, HANDS_BITS, strict=True))
    number = fees.deal_numbers[hands]
    if not number:
        number = fees.deal_count + 1
        fees.deal_count, fees.deal_numbers[hands], fees.deals[number] = number, number, hands
    return number


def _check_terms(fees: Books, terms: SessionTerms, epoch: int) -> None:
    now_s, params = fees.block.time_s, fees.live
    if not 1 <= len(terms.models) <= MODELS_MAX:
        raise SessionRefused(f"1 to {MODELS_MAX} models expected")
    if len({item.model_id for item in terms.models}) != len(terms.models):
        raise SessionRefused("each model once expected")
    if not now_s < terms.expires_s <= now_s + params.channel_s_max:
        raise SessionRefused(f"an expiry within {params.channel_s_max} s from now expected")
    if (terms.cap_wei and not terms.period_s) or terms.cap_wei >= AMOUNT_END:
        raise SessionRefused("a cap with a period expected")
    if epoch >= EPOCH_END:
        raise SessionRefused("no session is left: open another channel")


def _agreed(fees: Books, terms: SessionTerms) -> tuple[Address, list[int]]:
    """Return who serves and the tariffs, each within the payer's limits."""
    payee, locked = terms.payee, []
    for item in terms.models:
        status = fees.known(item.model_id).status  # an unknown model is refused before any work
        if status not in FOR_SALE:
            raise StatusInvalid(status)
        rates = tariffs.rates_now(fees, item.model_id)
        if payee == ZERO_ADDRESS:
            payee = fees.terms_of[item.model_id][rates.version - 1].split.infrastructure
        if not may_serve(fees, item.model_id, rates.version, payee):
            raise ProviderRefused(item.model_id, payee)
        _check_limits(item, rates)
        locked.append(tariffs.lock(fees, rates))
    return payee, locked


def _check_limits(item: ModelLimit, rates: tariffs.Rates) -> None:
    """
    Raise PriceAboveLimit where a meter has no limit, or a lower one than its price.

    Both are compared for the same number of units: a price list that only changed what its prices
    are for does not slip through.
    """
    for meter, (price_wei, scale) in enumerate(rates.prices):
        is_limited = meter < len(item.prices_max)
        limit = item.prices_max[meter] if is_limited else UnitPrice(Wei(0), 1)
        if price_wei * limit.scale > limit.price_wei * scale or not limit.scale:
            raise PriceAboveLimit(item.model_id, meter, limit.price_wei, Wei(price_wei))


def may_serve(fees: Books, model_id: str, version: int, account: Address) -> bool:
    """Whether an account is of the author's set: itself, its infrastructure, or let in by it."""
    split = fees.terms_of[model_id][version - 1].split
    author = fees.registrations[model_id].author
    return account in (author, split.infrastructure) or account in fees.providers[model_id]


def admit(fees: Books, account: Address, names: list[str]) -> None:
    """Ask the gate for every model that has a policy; raises Denied."""
    for name in names:
        version = fees.version_at(name, fees.block.time_s)
        admit_under(fees, account, fees.conditions_at(name, version))


def admit_under(fees: Books, account: Address, conditions: Conditions) -> None:
    """Ask the gate where a model's conditions in force have a policy; raises Denied."""
    if conditions.policy:
        fees.gate.admit(conditions.policy, account)


def _take_free(fees: Books, number: int, epoch: int, payer: Address, names: list[str]) -> int:
    """Give a session what the payer has left of its free units; return the flag if that is any."""
    flag = 0
    for place, name in enumerate(names):
        units = free_tier.take_all(fees, name, payer)
        if any(units):
            words = pack_units(units)
            fees.free_of[lane_key(number, epoch, place)] = PackedUse(0, *words)
            flag = HAS_FREE
    return flag


def _kept(fees: Books, channel: Channel) -> SessionTerms:
    """Return a session's terms as the next one's: no unit may cost more than it did."""
    models = []
    for number in channel.tariffs:
        rates = tariffs.load(fees, number)
        limits = tuple(UnitPrice(Wei(price), scale) for price, scale in rates.prices)
        models.append(ModelLimit(fees.model_numbered(rates.model), limits))
    cap = channel.cap
    return SessionTerms(
        channel.payee, tuple(models), cap.cap_wei, cap.period_s, channel.expires_s, cap.referrer
    )


def _models(fees: Books, channel: Channel) -> list[int]:
    return [tariffs.load(fees, number).model for number in channel.tariffs]


def _check_deposit(amount_wei: int, minimum_wei: int) -> None:
    """Raise DepositTooSmall, or SessionRefused where it would not fit its word."""
    if amount_wei < minimum_wei:
        raise DepositTooSmall(Wei(minimum_wei), Wei(amount_wei))
    if amount_wei >= AMOUNT_END:
        raise SessionRefused("a deposit below 2**96 wei expected")


def cap_left_wei(fees: Books, channel: Channel) -> int:
    """Return what a channel's cap leaves for vouchers now; all of it where there is no cap."""
    cap = channel.cap
    if not cap.cap_wei:
        return channel.left_wei
    periods = begun(channel.session_s, fees.block.time_s, cap.period_s)
    return max(0, cap.cap_wei * periods - channel.paid_wei)


def roles(fees: Books, channel: Channel) -> set[str]:
    """Return what the caller is to a channel."""
    found = {PAYER} if fees.sender == channel.payer else set()
    return found | ({PAYEE} if fees.sender == channel.payee else set())


def load(fees: Books, number: int) -> Channel:
    """Return a channel, whole; raises UnknownChannel."""
    if not 1 <= number <= fees.channel_count:
        raise UnknownChannel(number)
    packed, span = fees.channels[number], fees.spans[number]
    payer, deposit_wei = unpack(packed.purse, *PURSE_BITS)
    paid_wei, state, _, epoch, session_s, deal = unpack(packed.course, *COURSE_BITS)
    payee, *numbers = unpack(fees.deals[deal], *HANDS_BITS)
    is_held = state in (*LIVE, S.CLOSING)
    return Channel(
        number,
        S(state),
        Address(payer.to_bytes(20, "big")),
        Address(payee.to_bytes(20, "big")),
        epoch,
        Seconds(session_s),
        span.expires_s,
        span.deadline_s,
        Wei(deposit_wei),
        Wei(paid_wei),
        Wei(deposit_wei - paid_wei if is_held else 0),
        tuple(tariff for tariff in numbers if tariff),
        fees.caps[number],
    )


def set_state(fees: Books, number: int, name: str, state: ChannelState, target: S) -> None:
    """Bring a channel into its next state, if its table has it."""
    CHANNELS.move(name, state, target)
    packed = fees.channels[number]
    change = (target - state) * (1 << STATE_SHIFT)
    fees.channels[number] = replace(packed, course=packed.course + change)
