"""
How a channel ends: at once where both sides sign, after a wait where one side or the clock does.

    close | expiry --> CLOSING --the payee redeems, or anybody for it--> the rest goes back

A wait in which the module stood still for a while begins again: nobody loses what it could not
redeem. The rest goes back by itself; no one has to come and take it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.typed_data import check_signed
from chain.types.primitives import Seconds, Wei
from modules.model_fees import redemption, sessions
from modules.model_fees.events import ChannelClosing, ChannelSettled
from modules.model_fees.machines import CHANNELS, LIVE
from modules.model_fees.records import Channel, ChannelState, Span
from modules.model_fees.refusals import StillOwed, TooEarly
from modules.model_fees.sessions import CHANNEL_DUE
from modules.model_fees.typed import DOMAIN, Farewell

if TYPE_CHECKING:
    from modules.model_fees.books import Books

S = ChannelState


def close(fees: Books, number: int) -> None:
    """Begin to close a channel as one of its sides."""
    channel = sessions.load(fees, number)
    CHANNELS.enter("close_channel", channel.state, sessions.roles(fees, channel))
    _begin(fees, channel, "close_channel", is_expired=False)


def close_together(
    fees: Books, number: int, vouchers: bytes, paid_wei: Wei, signatures: tuple[bytes, bytes]
) -> None:
    """Redeem what is left to redeem, then close at once, as both sides signed."""
    channel = sessions.load(fees, number)
    CHANNELS.enter("close_together", channel.state)
    word = Farewell(number, channel.epoch, paid_wei)
    for account, signature in zip((channel.payer, channel.payee), signatures, strict=True):
        if account != fees.sender:
            check_signed(fees, DOMAIN, word, signature, account)
    if vouchers:
        redemption.redeem(fees, vouchers)
    channel = sessions.load(fees, number)
    if channel.paid_wei != paid_wei:
        raise StillOwed(paid_wei, channel.paid_wei)
    _settle(fees, channel, "close_together", S.SETTLED)


def settle(fees: Books, number: int) -> None:
    """End a wait that is over, where the chain has not come to it yet."""
    channel = sessions.load(fees, number)
    CHANNELS.enter("settle_channel", channel.state)
    if fees.block.time_s < channel.deadline_s:
        raise TooEarly(channel.deadline_s)
    _end_wait(fees, channel, "settle_channel")


def on_due(fees: Books, number: int) -> None:
    """Do what is due for a channel; an entry that came too early does nothing."""
    channel = sessions.load(fees, number)
    if fees.block.time_s < channel.deadline_s:
        return
    if channel.state in LIVE:
        _begin(fees, channel, "session_ends", is_expired=True)
    elif channel.state == S.CLOSING:
        _end_wait(fees, channel, "challenge_ends")


def _begin(fees: Books, channel: Channel, name: str, is_expired: bool) -> None:
    deadline_s = Seconds(fees.block.time_s + fees.live.challenge_s)
    span = Span(channel.expires_s, deadline_s, fees.block.height, is_expired)
    fees.spans[channel.number] = span
    sessions.set_state(fees, channel.number, name, channel.state, S.CLOSING)
    fees.timers.set(deadline_s, CHANNEL_DUE, channel.number)
    fees.emit(ChannelClosing(channel.number, deadline_s, is_expired))


def _end_wait(fees: Books, channel: Channel, name: str) -> None:
    span = fees.spans[channel.number]
    if fees.resumed_at > span.closing_at:
        deadline_s = Seconds(fees.block.time_s + fees.live.challenge_s)
        again = replace(span, deadline_s=deadline_s, closing_at=fees.block.height)
        fees.spans[channel.number] = again
        fees.timers.set(deadline_s, CHANNEL_DUE, channel.number)
        fees.emit(ChannelClosing(channel.number, deadline_s, span.is_expired))
        return
    _settle(fees, channel, name, S.EXPIRED if span.is_expired else S.SETTLED)


def _settle(fees: Books, channel: Channel, name: str, target: ChannelState) -> None:
    """Give what is left of a deposit back to the payer."""
    number, left_wei = channel.number, channel.left_wei
    sessions.set_state(fees, number, name, channel.state, target)
    fees.deposits_wei = Wei(fees.deposits_wei - left_wei)
    fees.open_count[channel.payer] -= 1
    fees.pay(channel.payer, left_wei, "channel_refund")
    is_expired = target == S.EXPIRED
    fees.emit(ChannelSettled(number, channel.paid_wei, Wei(left_wei), is_expired))
