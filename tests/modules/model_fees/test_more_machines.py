"""Every (state, call, role) of a dispute and of a ticket fund, and silence from every state."""

from typing import Any

import pytest

from chain.types.primitives import Address, Hash32, Wei
from modules.model_fees.machines import DISPUTES, FUNDS, JURY, PAYER, PROVIDER, SENDER
from modules.model_fees.module import ModelFees
from modules.model_fees.records import DisputeState, FundState
from tests.modules import triples
from tests.modules.model_fees import scene as town
from tests.modules.model_fees.scene import NOBODY, PRICE_IN, Scene
from tests.modules.stage import COIN
from tests.modules.triples import STRANGER, Tried, Walk

D, F = DisputeState, FundState
EVIDENCE = Hash32(b"\xee" * 32)
AMOUNTS = (100 * PRICE_IN, 7 * PRICE_IN)


def scene_of(tried: Any) -> Scene:
    """Return the scene of what is tried."""
    found: Scene = tried.scene
    return found


def who(actor: int) -> Address | int:
    """Return the account of a role."""
    accounts: dict[int, Address | int] = {
        101: town.PAYER,
        102: town.PAYEE,
        103: town.OTHER,
    }
    return accounts.get(actor, actor)


def reach_dispute(state: D, scene: Scene | None = None) -> Tried:
    """Bring the first dispute into a state."""
    scene = scene or Scene()
    channel = scene.open()
    receipts = scene.receipts(channel, AMOUNTS)
    scene.redeem_with(channel, receipts)
    fee_wei = scene.params.dispute_fee_wei
    if state != D.NOTHING:
        scene.call("dispute_meter", channel, 0, value_wei=fee_wei)
    if state not in (D.NOTHING, D.OPENED):
        scene.wait(1)
    if state == D.CONVICTED:
        scene.wait(scene.params.answer_s)
    elif state not in (D.NOTHING, D.OPENED, D.SAMPLED):
        scene.call("answer_dispute", 1, scene.openings(1, receipts), sender=town.PAYEE)
    if state in (D.JUDGED, D.LAPSED):
        scene.call("doubt_receipt", 1, 0, EVIDENCE)
    if state == D.CLEARED:
        scene.wait(scene.params.answer_s)
    if state == D.LAPSED:
        scene.wait(scene.params.verdict_s)
    return Tried(scene, 1)


def dispute_state(tried: triples.Scene) -> D:
    """Return the dispute's state."""
    scene = scene_of(tried)
    if not scene.call("dispute_total"):
        return D.NOTHING
    found: D = scene.call("dispute", 1).state
    return found


def call_dispute(tried: triples.Scene, actor: int) -> None:
    """Dispute: what is disputed already cannot be."""
    scene = scene_of(tried)
    if dispute_state(tried) != D.NOTHING:
        DISPUTES.enter("dispute_meter", dispute_state(tried))
    values = ("dispute_meter", 1, 0)
    scene.call(*values, sender=who(actor), value_wei=scene.params.dispute_fee_wei)


def call_answer(tried: triples.Scene, actor: int) -> None:
    """Answer every sample."""
    scene = scene_of(tried)
    if dispute_state(tried) == D.NOTHING:
        DISPUTES.enter("answer_dispute", D.NOTHING)
    openings = scene.openings(1, scene.receipts(1, AMOUNTS))
    scene.call("answer_dispute", 1, openings, sender=who(actor))


def call_doubt(tried: triples.Scene, actor: int) -> None:
    """Doubt the first sample's receipt."""
    if dispute_state(tried) == D.NOTHING:
        DISPUTES.enter("doubt_receipt", D.NOTHING)
    scene_of(tried).call("doubt_receipt", 1, 0, EVIDENCE, sender=who(actor))


def call_rule(tried: triples.Scene, actor: int) -> None:
    """Rule as the jury's module; others are refused before (`Unauthorized`), late words ignored."""
    if actor != 103 or dispute_state(tried) != D.JUDGED:
        DISPUTES.enter("claim_ruled", dispute_state(tried))
    scene_of(tried).rule(1, 0)


DISPUTE_WALK = Walk(
    DISPUTES,
    {state: lambda state=state: reach_dispute(state) for state in D},
    {
        "dispute_meter": call_dispute,
        "answer_dispute": call_answer,
        "doubt_receipt": call_doubt,
        "claim_ruled": call_rule,
    },
    {PAYER: 101, PROVIDER: 102, JURY: 103, STRANGER: NOBODY},
    dispute_state,
)


@DISPUTE_WALK.params()
def test_every_dispute_call_in_every_state(state: D, call: str, role: str) -> None:
    """Each call is allowed with its effect, or refused by its name."""
    DISPUTE_WALK.check(state, call, role)


OPEN = [state for state in D if state != D.NOTHING and not DISPUTES.is_terminal(state)]


@pytest.mark.parametrize("state", OPEN, ids=lambda state: state.name)
def test_silence_ends_every_dispute(state: D) -> None:
    """Whoever falls silent, stake and lock are somebody's again after the named waits."""
    tried = reach_dispute(state)
    scene, params = scene_of(tried), scene_of(tried).params
    for span in (1, params.answer_s, params.verdict_s):
        scene.wait(span)
    assert DISPUTES.is_terminal(dispute_state(tried))
    assert 0 == scene.call("provider_bond", town.PAYEE).locked_wei
    assert 0 == scene.fees.stakes_wei


def reach_fund(state: F, scene: Scene | None = None) -> Tried:
    """Bring the payer's fund into a state."""
    scene = scene or Scene()
    if state != F.NOTHING:
        scene.call("fund_tickets", value_wei=3 * COIN)
        scene.call("reserve_tickets", town.PAYEE, COIN)
    if state in (F.UNLOCKING, F.RETURNED):
        scene.call("unlock_tickets")
    if state == F.RETURNED:
        scene.wait(scene.params.ticket_wait_s)
    return Tried(scene, 1)


def fund_state(tried: triples.Scene) -> F:
    """Return the fund's state."""
    found: F = scene_of(tried).call("ticket_fund", town.PAYER).state
    return found


def call_redeem(tried: triples.Scene, actor: int) -> None:
    """Redeem a good ticket of the payer's, whoever brings it."""
    scene = scene_of(tried)
    ticket = scene.ticket()
    word = town.signed(ticket, town.PAYER_KEY)
    scene.call("redeem_ticket", ticket, word, town.PREIMAGE, sender=who(actor))


FUND_WALK = Walk(
    FUNDS,
    {state: lambda state=state: reach_fund(state) for state in F},
    {
        "fund_tickets": lambda tried, actor: scene_of(tried).call("fund_tickets", value_wei=COIN),
        "reserve_tickets": lambda tried, actor: scene_of(tried).call(
            "reserve_tickets", town.PAYEE, Wei(1)
        ),
        "redeem_ticket": call_redeem,
        "unlock_tickets": lambda tried, actor: scene_of(tried).call("unlock_tickets"),
    },
    {SENDER: 101, STRANGER: NOBODY},
    fund_state,
)


@pytest.mark.parametrize("call", sorted(FUND_WALK.calls))
@pytest.mark.parametrize("state", list(F), ids=lambda state: state.name)
def test_every_fund_call_in_every_state(state: F, call: str) -> None:
    """A sender's own calls are allowed with their effect, or refused by the state."""
    FUND_WALK.check(state, call, SENDER)


def test_silence_of_recipients_returns_a_fund() -> None:
    """A sender alone has all back after the wait."""
    tried = reach_fund(F.FUNDED)
    scene = scene_of(tried)
    scene.call("unlock_tickets")
    scene.wait(scene.params.ticket_wait_s)
    assert 0 == scene.fees.tickets_wei
    bond_wei = scene.call("provider_bond", town.PAYEE).free_wei
    assert bond_wei == scene.stage.host.balance_wei(ModelFees.address)
