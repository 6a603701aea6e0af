"""
Probabilistic tickets: instead of many small payments a few whole ones, at random.

    sender --signs--> ticket --won?--> redeem with the preimage --> face value, split as any payment
    deposit for all recipients, reserves for each  --unlock, wait--> back, by itself

Neither side can steer the draw: a signature is fixed before its sender knows the preimage, and the
preimage is sealed in the ticket before its recipient knows the signature. A ticket is paid whole or
refused; one that was refused for want of coins can be redeemed later.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eth_hash.auto import keccak

from chain.kit.signatures import Signed, recover_all
from chain.kit.typed_data import RECOVERY_GAS, digest_of, typed_digest
from chain.types.primitives import Address, Hash32, Seconds, Wei
from modules.model_fees import demand, payout, sessions, tariffs
from modules.model_fees.batches import compact_signature
from modules.model_fees.events import (
    TicketRedeemed,
    TicketsFunded,
    TicketsReserved,
    TicketsReturned,
    TicketsUnlocking,
)
from modules.model_fees.machines import FUNDS, SENDER
from modules.model_fees.packing import AMOUNT_END
from modules.model_fees.records import METERS_MAX, FundState, TicketFund, Use
from modules.model_fees.refusals import (
    DepositTooSmall,
    TicketRefused,
    TicketsUnfunded,
    TooManyRecipients,
)
from modules.model_fees.typed import DOMAIN, Ticket

if TYPE_CHECKING:
    from modules.model_fees.books import Books

F = FundState
FUND_UNLOCKS: Final = 4  # kind of deadline; its key is the sender
RECIPIENTS_MAX: Final = 16  # whom one sender reserves for; all are paid back in one step
NO_UNITS: Final = (0,) * METERS_MAX


def fund(fees: Books) -> None:
    """Put the coins sent behind the caller's tickets; an unlock that was under way is off."""
    found = fees.funds[fees.sender]
    FUNDS.enter("fund_tickets", found.state, {SENDER})
    deposit_wei = found.deposit_wei + fees.value_wei
    if not fees.value_wei or deposit_wei >= AMOUNT_END:
        raise DepositTooSmall(Wei(1), fees.value_wei)
    state = FUNDS.move("fund_tickets", found.state, F.FUNDED)
    fees.funds[fees.sender] = TicketFund(state, Wei(deposit_wei), found.reserved_wei, Seconds(0))
    fees.tickets_wei = Wei(fees.tickets_wei + fees.value_wei)
    fees.senders.add(fees.sender)
    fees.emit(TicketsFunded(fees.sender, fees.value_wei))


def reserve(fees: Books, recipient: Address, amount_wei: Wei) -> None:
    """Set coins of the caller's deposit aside for one recipient's tickets alone."""
    found = fees.funds[fees.sender]
    FUNDS.enter("reserve_tickets", found.state, {SENDER})
    if not 0 < amount_wei <= found.deposit_wei:
        raise TicketsUnfunded(amount_wei, found.deposit_wei)
    recipients = fees.recipients[fees.sender]
    recipients.add(recipient)
    if len(recipients) > RECIPIENTS_MAX:
        raise TooManyRecipients(RECIPIENTS_MAX)
    fees.reserves[fees.sender, recipient] = Wei(fees.reserves[fees.sender, recipient] + amount_wei)
    fees.funds[fees.sender] = replace(
        found,
        deposit_wei=Wei(found.deposit_wei - amount_wei),
        reserved_wei=Wei(found.reserved_wei + amount_wei),
    )
    fees.emit(TicketsReserved(fees.sender, recipient, amount_wei))


def unlock(fees: Books) -> None:
    """Have all that is behind the caller's tickets back after a wait longer than any is valid."""
    found = fees.funds[fees.sender]
    FUNDS.enter("unlock_tickets", found.state, {SENDER})
    _begin_wait(fees, fees.sender, found, "unlock_tickets")


def _begin_wait(fees: Books, sender: Address, found: TicketFund, name: str) -> None:
    unlocks_s = Seconds(fees.block.time_s + fees.live.ticket_wait_s)
    state = FUNDS.move(name, found.state, F.UNLOCKING)
    fees.funds[sender] = replace(found, state=state, unlocks_s=unlocks_s)
    fees.unlocking_at[sender] = fees.block.height
    fees.timers.set(unlocks_s, FUND_UNLOCKS, int.from_bytes(sender, "big"))
    fees.emit(TicketsUnlocking(sender, unlocks_s))


def on_unlocked(fees: Books, key: int) -> None:
    """Give everything back; the wait begins again where the module stood still in it."""
    sender = Address(key.to_bytes(20, "big"))
    found = fees.funds[sender]
    if found.state != F.UNLOCKING or fees.block.time_s < found.unlocks_s:
        return
    if fees.resumed_at > fees.unlocking_at[sender]:
        _begin_wait(fees, sender, found, "unlock_ends")
        return
    for recipient in tuple(fees.recipients[sender]):
        fees.reserves[sender, recipient] = Wei(0)
        fees.recipients[sender].discard(recipient)
    amount_wei = Wei(found.deposit_wei + found.reserved_wei)
    state = FUNDS.move("unlock_ends", found.state, F.RETURNED)
    fees.funds[sender] = TicketFund(state, Wei(0), Wei(0), Seconds(0))
    fees.tickets_wei = Wei(fees.tickets_wei - amount_wei)
    fees.pay(sender, amount_wei, "ticket_refund")
    fees.emit(TicketsReturned(sender, amount_wei))


def wins(signature: bytes, ticket: Ticket, preimage: Hash32) -> bool:
    """Whether a ticket wins, by r and s of its signature and its recipient's preimage."""
    word = keccak(signature[:64] + preimage)
    return int.from_bytes(word, "big") < ticket.win_threshold


def signed_ahead(
    ticket: Ticket, signature: bytes, preimage: Hash32, chain_id: int, contract: Address
) -> Iterable[Signed]:
    """Return what a redemption asks about the signer; the preimage is not signed."""
    return [(typed_digest(DOMAIN, ticket, chain_id, contract), compact_signature(signature))]


def redeem(fees: Books, ticket: Ticket, signature: bytes, preimage: Hash32) -> None:
    """Pay a winning ticket, once and whole."""
    found = fees.funds[ticket.sender]
    FUNDS.enter("redeem_ticket", found.state)
    model_id = _check(fees, ticket, preimage)
    digest = digest_of(fees, DOMAIN, ticket)
    if fees.used_tickets[digest]:
        raise TicketRefused("redeemed before")
    fees.host.charge(RECOVERY_GAS)
    if recover_all([(digest, compact_signature(signature))]) != [ticket.sender]:
        raise TicketRefused("not signed by its sender")
    if not wins(signature, ticket, preimage):
        raise TicketRefused("it does not win")
    fees.used_tickets[digest] = True
    _take(fees, ticket, found)
    _pay(fees, ticket, model_id)


def _check(fees: Books, ticket: Ticket, preimage: Hash32) -> str:
    """Return the model's name; raises TicketRefused where the ticket is not good in itself."""
    now_s = fees.block.time_s
    if not now_s <= ticket.expires_s <= now_s + fees.live.ticket_s_max:
        raise TicketRefused("not valid now")
    if ticket.face_wei < fees.live.ticket_face_min_wei:
        raise TicketRefused("the face value is too small")
    if keccak(preimage) != ticket.recipient_seal:
        raise TicketRefused("not the recipient's preimage")
    if not 1 <= ticket.model <= len(fees.names):
        raise TicketRefused("no such model")
    model_id = fees.model_numbered(ticket.model)
    version = fees.version_at(model_id, now_s)
    if not sessions.may_serve(fees, model_id, version, ticket.recipient):
        raise TicketRefused("the recipient does not serve the model")
    return model_id


def _take(fees: Books, ticket: Ticket, found: TicketFund) -> None:
    """Take the face value of the deposit, then of the recipient's own reserve; never a part."""
    own_wei = fees.reserves[ticket.sender, ticket.recipient]
    if found.deposit_wei + own_wei < ticket.face_wei:
        raise TicketsUnfunded(Wei(ticket.face_wei), Wei(found.deposit_wei + own_wei))
    from_deposit = min(found.deposit_wei, ticket.face_wei)
    from_reserve = ticket.face_wei - from_deposit
    fees.reserves[ticket.sender, ticket.recipient] = Wei(own_wei - from_reserve)
    fees.funds[ticket.sender] = replace(
        found,
        deposit_wei=Wei(found.deposit_wei - from_deposit),
        reserved_wei=Wei(found.reserved_wei - from_reserve),
    )
    fees.tickets_wei = Wei(fees.tickets_wei - ticket.face_wei)


def _pay(fees: Books, ticket: Ticket, model_id: str) -> None:
    """Split the face value as a payment for the model, served by the recipient."""
    rates, face_wei = tariffs.rates_now(fees, model_id), Wei(ticket.face_wei)
    legs = payout.legs_of(
        fees, model_id, rates.version, face_wei, rates.fee_bps, ticket.recipient, ()
    )
    conditions = fees.conditions_at(model_id, rates.version)
    payout.pay_legs(fees, model_id, conditions, legs, "ticket")
    use = Use(1, 0, face_wei, NO_UNITS)
    payout.count_use(fees, model_id, rates.model, use, legs, [(ticket.sender, 0)])
    demand.count_value(fees, model_id, face_wei)
    fees.emit(TicketRedeemed(ticket.sender, ticket.recipient, model_id, face_wei))
