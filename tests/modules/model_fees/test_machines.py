"""Every (state, call, role) of a channel, and silence from every state that holds a deposit."""

from typing import Any

import pytest

from chain.types.primitives import Address, Seconds, Wei
from modules.model_fees.machines import CHANNELS, HELD, PAYEE, PAYER
from modules.model_fees.module import ModelFees
from modules.model_fees.records import ChannelState, Fault
from modules.model_fees.refusals import VoucherInvalid
from tests.modules import triples
from tests.modules.model_fees import scene as town
from tests.modules.model_fees.scene import NOBODY, PAYEE_KEY, PAYER_KEY, Scene, signed
from tests.modules.stage import COIN
from tests.modules.triples import STRANGER, Tried, Walk

S = ChannelState


def scene_of(tried: Any) -> Scene:
    """Return the scene of what is tried."""
    found: Scene = tried.scene
    return found


def reach(state: S, scene: Scene | None = None) -> Tried:
    """Bring the first channel into a state."""
    scene = scene or Scene()
    if state == S.NOTHING:
        return Tried(scene, 1)
    number = scene.open()
    if state == S.ACTIVE:
        scene.redeem(scene.voucher(number))
    if state in (S.CLOSING, S.SETTLED):
        scene.call("close_channel", number)
    if state == S.EXPIRED:
        scene.wait_until(scene.channel(number).expires_s)
    if state in (S.SETTLED, S.EXPIRED):
        scene.wait(scene.params.challenge_s)
    return Tried(scene, number)


ACTORS = {PAYER: 101, PAYEE: 102, STRANGER: NOBODY}


def who(actor: int) -> Address | int:
    """Return the account of a role."""
    accounts: dict[int, Address | int] = {101: town.PAYER, 102: town.PAYEE}
    return accounts.get(actor, actor)


def exists(tried: triples.Scene) -> bool:
    """Return whether there is a channel to speak of: others are refused as unknown."""
    return tried.number <= scene_of(tried).call("channel_total")


def call_open(tried: triples.Scene, actor: int) -> None:
    """Open: only what is not there yet can be."""
    scene = scene_of(tried)
    state = state_of(tried)
    if state == S.NOTHING:
        scene.call("open_channel", scene.terms(), sender=who(actor), value_wei=COIN)
    else:
        CHANNELS.enter("open_channel", state)


def call_redeem(tried: triples.Scene, actor: int) -> None:
    """Redeem a good voucher; the fault of a state is that the channel is over."""
    scene = scene_of(tried)
    voucher = scene.voucher(tried.number, (300, 30), 9)
    try:
        scene.redeem(voucher, sender=who(actor))
    except VoucherInvalid as refusal:
        assert refusal.fault in (Fault.UNKNOWN_CHANNEL, Fault.CHANNEL_OVER)
        CHANNELS.enter("redeem", state_of(tried))


def call_renew(tried: triples.Scene, actor: int) -> None:
    """Renew with the other side's word."""
    scene = scene_of(tried)
    terms = scene.terms()
    if not exists(tried):
        CHANNELS.enter("renew_channel", S.NOTHING)
    key = PAYEE_KEY if who(actor) == town.PAYER else PAYER_KEY
    word = scene.renewal(tried.number, terms.expires_s, key)
    scene.call("renew_channel", tried.number, terms, word, sender=who(actor))


def call_close_together(tried: triples.Scene, actor: int) -> None:
    """Close with both words."""
    scene = scene_of(tried)
    if not exists(tried):
        CHANNELS.enter("close_together", S.NOTHING)
    paid_wei = scene.channel(tried.number).paid_wei
    words = [scene.farewell(tried.number, paid_wei, key) for key in (PAYER_KEY, PAYEE_KEY)]
    scene.call("close_together", tried.number, paid_wei, b"", *words, sender=who(actor))


def call_settle(tried: triples.Scene, actor: int) -> None:
    """Settle after the wait, before the chain does."""
    scene = scene_of(tried)
    if exists(tried) and state_of(tried) == S.CLOSING:
        now = scene.stage.host.block
        late = Seconds(now.time_s + scene.params.challenge_s)
        scene.stage.host.block = type(now)(now.height, late, now.chain_id, now.proposer)
    if not exists(tried):
        CHANNELS.enter("settle_channel", S.NOTHING)
    scene.call("settle_channel", tried.number, sender=who(actor))


def plain(name: str, value_wei: int = 0) -> triples.Callable[[triples.Scene, int], None]:
    """Return a call with nothing but the channel's number."""

    def make(tried: triples.Scene, actor: int) -> None:
        if not exists(tried):
            CHANNELS.enter(name, S.NOTHING)
        scene_of(tried).call(name, tried.number, sender=who(actor), value_wei=value_wei)

    return make


def state_of(tried: triples.Scene) -> S:
    """Return the channel's state."""
    found: S = scene_of(tried).channel(tried.number).state if exists(tried) else S.NOTHING
    return found


WALK = Walk(
    CHANNELS,
    {state: lambda state=state: reach(state) for state in S},
    {
        "open_channel": call_open,
        "top_up_channel": plain("top_up_channel", COIN),
        "redeem": call_redeem,
        "renew_channel": call_renew,
        "close_channel": plain("close_channel"),
        "close_together": call_close_together,
        "settle_channel": call_settle,
    },
    ACTORS,
    state_of,
)


@WALK.params()
def test_every_channel_call_in_every_state(state: S, call: str, role: str) -> None:
    """Each call is allowed with its effect, or refused by its name."""
    WALK.check(state, call, role)


@pytest.mark.parametrize("state", HELD, ids=lambda state: state.name)
def test_silence_from_every_state_freezes_no_coins(state: S) -> None:
    """When everybody falls silent the payer has its deposit back after the named waits."""
    tried = reach(state)
    scene = scene_of(tried)
    before = scene.balance_wei(town.PAYER) + scene.channel(tried.number).left_wei
    scene.wait_until(scene.channel(tried.number).expires_s)
    scene.wait(scene.params.challenge_s)
    assert before == scene.balance_wei(town.PAYER)
    assert CHANNELS.is_terminal(scene.channel(tried.number).state)
    bond_wei = scene.call("provider_bond", town.PAYEE).free_wei
    assert bond_wei == scene.stage.host.balance_wei(ModelFees.address)


def test_signatures_are_of_wallets() -> None:
    """Words of 65 bytes as wallets make them are what every call takes."""
    scene = Scene()
    assert 65 == len(signed(scene.voucher(1), PAYER_KEY))
    assert Wei(0) == scene.fees.deposits_wei
