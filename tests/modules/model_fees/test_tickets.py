"""Probabilistic tickets: whole or nothing, once, from coins that others cannot drain."""

from typing import Any

import pytest
from eth_hash.auto import keccak

from chain.kit.assembly import own
from chain.kit.state_machine import StateForbids
from chain.types.primitives import Hash32, Seconds, Wei
from modules.model_fees.events import (
    TicketRedeemed,
    TicketsFunded,
    TicketsReserved,
    TicketsReturned,
    TicketsUnlocking,
)
from modules.model_fees.module import ModelFees
from modules.model_fees.records import FundState
from modules.model_fees.refusals import (
    DepositTooSmall,
    TicketRefused,
    TicketsUnfunded,
    TooManyRecipients,
)
from modules.model_fees.tickets import RECIPIENTS_MAX
from tests.modules.model_fees.scene import (
    AGENT_KEY,
    AUTHOR,
    MODEL,
    OTHER,
    PAYEE,
    PAYEE_KEY,
    PAYER,
    PAYER_KEY,
    PREIMAGE,
    Scene,
    signed,
)
from tests.modules.stage import COIN, account


def funded(wei: int = 3 * COIN) -> Scene:
    """Return a stage with coins behind the payer's tickets."""
    scene = Scene()
    scene.call("fund_tickets", value_wei=wei)
    return scene


def test_a_winning_ticket_pays_its_whole_face_once() -> None:
    """M6: the face value is split as a payment for the model; a second time is refused."""
    scene = funded()
    assert scene.stage.logged(TicketsFunded(PAYER, Wei(3 * COIN)))
    before = scene.balance_wei(PAYEE)
    ticket = scene.ticket()
    assert scene.call("ticket_wins", ticket, signed(ticket, PAYER_KEY), PREIMAGE)
    scene.redeem_ticket(ticket)
    assert COIN * 9_750 // 10_000 * 4 // 10 == scene.balance_wei(PAYEE) - before
    assert scene.stage.logged(TicketRedeemed(PAYER, PAYEE, MODEL, COIN))
    assert COIN == scene.call("usage", MODEL).charged_wei
    with scene.stage.refuses(TicketRefused, "redeemed before"):
        scene.redeem_ticket(ticket)
    scene.redeem_ticket(scene.ticket(2))
    assert COIN == scene.call("ticket_fund", PAYER).deposit_wei
    scene.wait(1)


def test_a_ticket_is_paid_whole_or_not_at_all() -> None:
    """Livepeer protocol#657, #663: no dust settles a win; it waits until there is enough."""
    scene = funded(COIN - 1)
    ticket = scene.ticket()
    with scene.stage.refuses(TicketsUnfunded):
        scene.redeem_ticket(ticket)
    scene.call("fund_tickets", value_wei=1)
    scene.redeem_ticket(ticket)
    assert 0 == scene.call("ticket_fund", PAYER).deposit_wei


def test_a_reserve_is_its_recipients_alone() -> None:
    """Another's tickets cannot drain what was set aside, whatever it is (go-livepeer#2263)."""
    scene = funded(2 * COIN)
    scene.call("reserve_tickets", PAYEE, COIN)
    assert scene.stage.logged(TicketsReserved(PAYER, PAYEE, COIN))
    scene.redeem_ticket(scene.ticket(1, recipient=account(AUTHOR)))
    with scene.stage.refuses(TicketsUnfunded):
        scene.redeem_ticket(scene.ticket(2, recipient=account(AUTHOR)))
    assert COIN == scene.call("ticket_reserve", PAYER, PAYEE)
    scene.redeem_ticket(scene.ticket(3))
    assert 0 == scene.call("ticket_reserve", PAYER, PAYEE)
    scene.wait(1)


@pytest.mark.parametrize(
    ("reason", "changed"),
    [
        ("not valid now", {"expires_s": 1}),
        ("not valid now", {"expires_s": 2**40}),
        ("too small", {"face_wei": 1}),
        ("preimage", {"recipient_seal": Hash32(b"\1" * 32)}),
        ("no such model", {"model": 0}),
        ("no such model", {"model": 3}),
        ("does not serve", {"recipient": account(OTHER)}),
        ("does not win", {"win_threshold": 0}),
    ],
)
def test_ticket_refusals(reason: str, changed: dict[str, Any]) -> None:
    """Each rule of a ticket is refused in words."""
    scene = funded()
    with scene.stage.refuses(TicketRefused, reason):
        scene.redeem_ticket(scene.ticket(**changed))


def test_only_the_sender_signs_tickets() -> None:
    """Another's key, and a ticket changed after it was signed, win nothing."""
    scene = funded()
    for key in (PAYEE_KEY, AGENT_KEY):
        with scene.stage.refuses(TicketRefused, "not signed"):
            scene.redeem_ticket(scene.ticket(), key)
    word = signed(scene.ticket(), PAYER_KEY)
    with scene.stage.refuses(TicketRefused, "not signed"):
        scene.call("redeem_ticket", scene.ticket(face_wei=2 * COIN), word, PREIMAGE)


def test_the_draw_is_both_sides() -> None:
    """A win follows from the sender's signature and the recipient's preimage, and only them."""
    scene = funded()
    ticket = scene.ticket(win_threshold=2**255)
    word = signed(ticket, PAYER_KEY)
    drawn = int.from_bytes(keccak(word[:64] + PREIMAGE), "big") < 2**255
    assert drawn == scene.call("ticket_wins", ticket, word, PREIMAGE)
    flipped = word[:64] + bytes([word[64] ^ 1])
    assert drawn == scene.call("ticket_wins", ticket, flipped, PREIMAGE)
    tickets = [scene.ticket(n, win_threshold=2**254) for n in range(200)]
    won = sum(scene.call("ticket_wins", t, signed(t, PAYER_KEY), PREIMAGE) for t in tickets)
    assert 25 < won < 80


def test_unlocking_outlasts_every_ticket_and_returns_by_itself() -> None:
    """Tickets that are out can be redeemed in the wait; then all goes back, reserves too."""
    scene = funded()
    scene.call("reserve_tickets", PAYEE, COIN)
    ticket = scene.ticket()
    scene.call("unlock_tickets")
    unlocks_s = Seconds(scene.stage.time_s + scene.params.ticket_wait_s)
    assert scene.stage.logged(TicketsUnlocking(PAYER, unlocks_s))
    assert unlocks_s > ticket.expires_s
    with scene.stage.refuses(StateForbids):
        scene.call("reserve_tickets", PAYEE, COIN)
    scene.wait(scene.params.ticket_s_max)
    scene.redeem_ticket(ticket)
    before = scene.balance_wei(PAYER)
    scene.wait_until(unlocks_s)
    assert 2 * COIN == scene.balance_wei(PAYER) - before
    assert scene.stage.logged(TicketsReturned(PAYER, Wei(2 * COIN)))
    assert FundState.RETURNED == scene.call("ticket_fund", PAYER).state
    with scene.stage.refuses(StateForbids):
        scene.redeem_ticket(scene.ticket(2))
    scene.call("fund_tickets", value_wei=COIN)
    scene.redeem_ticket(scene.ticket(3))


def test_funding_stops_an_unlock() -> None:
    """A wait that was begun before does not return what was put in after."""
    scene = funded()
    scene.call("unlock_tickets")
    scene.wait(10)
    scene.call("fund_tickets", value_wei=COIN)
    scene.wait(scene.params.ticket_wait_s)
    assert 4 * COIN == scene.call("ticket_fund", PAYER).deposit_wei


def test_a_pause_gives_recipients_their_time_again() -> None:
    """A wait in which nobody could redeem begins again."""
    scene = funded()
    scene.call("unlock_tickets")
    module = own(ModelFees, scene.stage.host)
    module.set_paused(True)
    scene.stage.assembly.end_block(scene.stage.host)
    scene.stage._begin(scene.params.ticket_wait_s)
    module.set_paused(False)
    scene.wait(1)
    assert FundState.UNLOCKING == scene.call("ticket_fund", PAYER).state
    scene.redeem_ticket(scene.ticket())
    scene.wait(scene.params.ticket_wait_s)
    assert FundState.RETURNED == scene.call("ticket_fund", PAYER).state


def test_funds_and_reserves_have_bounds() -> None:
    """Nothing funds nothing, a reserve comes out of the deposit, for so many recipients."""
    scene = funded()
    with scene.stage.refuses(DepositTooSmall):
        scene.call("fund_tickets")
    for amount_wei in (0, 3 * COIN + 1):
        with scene.stage.refuses(TicketsUnfunded):
            scene.call("reserve_tickets", PAYEE, Wei(amount_wei))
    for number in range(RECIPIENTS_MAX):
        scene.call("reserve_tickets", account(100 + number), Wei(1))
    with scene.stage.refuses(TooManyRecipients):
        scene.call("reserve_tickets", account(99), Wei(1))
