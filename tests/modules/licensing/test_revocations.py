"""Licences taken back: with notice, with refund, with appeal."""

import pytest

from chain.kit.admission import Denied
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.types.primitives import ZERO_HASH, Seconds
from modules.licensing.events import LicenceRefunded, RevocationMoved, Revoked
from modules.licensing.records import Ground, Kind, LicenceState, RevocationState
from modules.licensing.refusals import (
    EvidenceInvalid,
    GroundInvalid,
    NobodyMay,
    NotTransferable,
    PaymentMismatch,
    ReturnExpected,
)
from tests.modules.courts import POOR, NobodyDeposited
from tests.modules.licensing.scene import (
    BUYER,
    CHALLENGER,
    OTHER,
    OWNER,
    RECEIPT,
    REGULATORS,
    SPONSOR,
    Scene,
)
from tests.modules.stage import COIN, account

L, R = LicenceState, RevocationState
NOTICE_S = 40


def step(scene: Scene, licence: int) -> RevocationState:
    """Return how far a licence's revocation is."""
    return scene.page.revocations[licence].state


def test_without_fault_the_rest_of_the_price_goes_back() -> None:
    """L4: after the notice what is unearned to that second is refunded to who paid it."""
    scene = Scene()
    offer = scene.offer(scene.asset(), Kind.TIMED)
    licence = scene.buy(offer, sender=SPONSOR, holder=BUYER)
    scene.wait(200)
    scene.call("revoke", licence, Ground.NO_FAULT, ZERO_HASH)
    until_s = Seconds(scene.stage.time_s + NOTICE_S)
    event = RevocationMoved(licence, R.NOTICE, Ground.NO_FAULT, until_s)
    assert scene.stage.logged(event)
    scene.wait(NOTICE_S - 1)
    scene.use(licence)
    before_wei = scene.balance(SPONSOR)
    scene.wait(1)
    refund_wei = COIN - COIN * 240 // 1_000
    assert (L.REVOKED, R.EFFECTIVE) == (scene.state(licence), step(scene, licence))
    assert before_wei + refund_wei == scene.balance(SPONSOR)
    assert scene.stage.logged(Revoked(licence, Ground.NO_FAULT, refund_wei))
    assert scene.stage.logged(LicenceRefunded(licence, account(SPONSOR), refund_wei))
    assert [(account(SPONSOR), refund_wei)] == scene.usage.refunds
    with scene.stage.refuses(StateForbids):
        scene.use(licence)


def test_a_price_that_was_earned_at_once_is_brought_back_whole() -> None:
    """A perpetual licence is taken back for its price, or kept where the notice is withdrawn."""
    scene = Scene()
    licence = scene.sold()
    with scene.stage.refuses(PaymentMismatch):
        scene.call("revoke", licence, Ground.NO_FAULT, ZERO_HASH)
    owner_wei, buyer_wei = scene.balance(OWNER), scene.balance(BUYER)
    scene.call("revoke", licence, Ground.NO_FAULT, ZERO_HASH, value_wei=COIN)
    with scene.stage.refuses(RoleForbids):
        scene.call("withdraw_revocation", licence, sender=OTHER)
    scene.call("withdraw_revocation", licence)
    assert owner_wei == scene.balance(OWNER)
    scene.call("revoke", licence, Ground.NO_FAULT, ZERO_HASH, value_wei=COIN)
    scene.wait(NOTICE_S)
    assert L.REVOKED == scene.state(licence)
    assert (owner_wei - COIN, buyer_wei + COIN) == (scene.balance(OWNER), scene.balance(BUYER))


def test_a_breach_refunds_nothing_and_gives_the_deposit_back() -> None:
    """What a licensee lost by its own fault is the licensor's; a rental's deposit is not."""
    scene = Scene()
    licence = scene.sold(Kind.RENTAL)
    scene.wait(10)
    scene.call("revoke", licence, Ground.BREACH, RECEIPT)
    before_wei = scene.balance(BUYER)
    scene.wait(NOTICE_S)
    assert L.REVOKED == scene.state(licence)
    assert before_wei + COIN == scene.balance(BUYER)
    assert COIN == scene.page.ledgers[licence].earned_wei


def test_breach_needs_new_evidence() -> None:
    """Story 7725067a: the same evidence does not revoke twice; a ground is the licensor's."""
    scene = Scene()
    licence = scene.sold()
    with scene.stage.refuses(EvidenceInvalid):
        scene.call("revoke", licence, Ground.BREACH, ZERO_HASH)
    for ground in (Ground.REGULATORY, Ground.WAIVED, Ground.ASSET_VOID):
        with scene.stage.refuses(GroundInvalid):
            scene.call("revoke", licence, ground, RECEIPT)
    with scene.stage.refuses(PaymentMismatch):
        scene.call("revoke", licence, Ground.BREACH, RECEIPT, value_wei=1)
    scene.call("revoke", licence, Ground.BREACH, RECEIPT)
    with scene.stage.refuses(StateForbids):
        scene.call("revoke", licence, Ground.BREACH, scene.fresh())
    scene.call("withdraw_revocation", licence)
    with scene.stage.refuses(EvidenceInvalid):
        scene.call("revoke", licence, Ground.BREACH, RECEIPT)


@pytest.mark.parametrize(
    ("bps", "end"), [(0, R.LIFTED), (4_999, R.LIFTED), (5_000, R.EFFECTIVE), (10_000, R.EFFECTIVE)]
)
def test_an_appeal_is_a_jurys_before_anything_ends(bps: int, end: RevocationState) -> None:
    """The holder appeals in the notice; nothing takes effect before the jury's word."""
    scene = Scene()
    licence = scene.sold(Kind.TIMED)
    scene.call("revoke", licence, Ground.BREACH, RECEIPT)
    with scene.stage.refuses(RoleForbids):
        scene.call("appeal", licence, scene.fresh(), sender=OTHER)
    case = scene.call("appeal", licence, scene.fresh(), sender=BUYER)
    scene.wait(2 * NOTICE_S)
    scene.use(licence)
    scene.rule(case, bps)
    assert end == step(scene, licence)
    assert (L.ACTIVE if end == R.LIFTED else L.REVOKED) == scene.state(licence)
    assert [end == R.LIFTED] == scene.usage.verdicts


def test_without_a_word_in_time_the_licence_stays() -> None:
    """Who revokes must prove: a jury's silence lifts the notice, and a late word is not heard."""
    scene = Scene()
    licence = scene.sold(is_transferable=True)
    scene.call("revoke", licence, Ground.BREACH, RECEIPT)
    case = scene.call("appeal", licence, scene.fresh(), sender=BUYER)
    with scene.stage.refuses(NotTransferable):
        scene.call("transfer_licence", licence, account(OTHER), sender=BUYER)
    scene.wait(scene.params.verdict_timeout_s)
    assert (R.LIFTED, L.ACTIVE) == (step(scene, licence), scene.state(licence))
    scene.rule(case, 10_000)
    assert L.ACTIVE == scene.state(licence)


def test_no_fault_leaves_nothing_to_appeal() -> None:
    """Where no ground is given there is nothing to judge; who has no deposit cannot appeal."""
    scene = Scene()
    licence = scene.sold(Kind.TIMED)
    scene.call("revoke", licence, Ground.NO_FAULT, ZERO_HASH)
    with scene.stage.refuses(GroundInvalid):
        scene.call("appeal", licence, scene.fresh(), sender=BUYER)
    poor = scene.buy(scene.offer(1, Kind.TIMED), sender=POOR)
    scene.call("revoke", poor, Ground.BREACH, RECEIPT)
    with scene.stage.refuses(NobodyDeposited):
        scene.call("appeal", poor, scene.fresh(), sender=POOR)


def test_a_regulator_revokes_by_a_policy() -> None:
    """Whom governance's policy admits may order it, with notice, refund and appeal."""
    scene = Scene()
    licence = scene.sold(Kind.TIMED)
    scene.gate.barred[REGULATORS] = {OTHER}
    with scene.stage.refuses(Denied):
        scene.call("order_revocation", licence, RECEIPT, sender=OTHER)
    scene.call("order_revocation", licence, RECEIPT, sender=CHALLENGER)
    case = scene.call("appeal", licence, scene.fresh(), sender=BUYER)
    assert account(CHALLENGER) == scene.call("case_record", case).accused
    scene.rule(case, 10_000)
    assert L.REVOKED == scene.state(licence)
    assert COIN == scene.page.ledgers[licence].refunded_wei
    scene.tune(regulator_policy=0)
    other = scene.sold(Kind.TIMED)
    with scene.stage.refuses(NobodyMay):
        scene.call("order_revocation", other, scene.fresh(), sender=CHALLENGER)


def test_a_holder_gives_up_at_once() -> None:
    """What is waived is earned whole; nobody is refunded."""
    scene = Scene()
    licence = scene.sold(Kind.SUBSCRIPTION)
    scene.call("waive", licence, sender=BUYER)
    assert L.REVOKED == scene.state(licence)
    assert scene.stage.logged(Revoked(licence, Ground.WAIVED, 0))
    rental = scene.sold(Kind.RENTAL)
    with scene.stage.refuses(ReturnExpected):
        scene.call("waive", rental, sender=BUYER)
    assert COIN == scene.page.ledgers[licence].earned_wei


def test_a_period_paid_ahead_is_never_earned_by_a_revocation() -> None:
    """Not even a breach costs a period that never began."""
    scene = Scene()
    licence = scene.sold(Kind.SUBSCRIPTION)
    scene.wait(80)
    scene.call("renew", licence, sender=BUYER, value_wei=COIN)
    scene.call("revoke", licence, Ground.BREACH, RECEIPT)
    scene.wait(10)
    scene.tune(revoke_notice_s=Seconds(1))
    scene.call("waive", licence, sender=BUYER)
    assert COIN == scene.page.ledgers[licence].refunded_wei


def test_a_notice_about_what_is_over_comes_to_nothing() -> None:
    """Where the licence ends first, what was brought for its refund goes back."""
    scene = Scene()
    licence = scene.sold()
    before_wei = scene.balance(OWNER)
    scene.call("revoke", licence, Ground.NO_FAULT, ZERO_HASH, value_wei=COIN)
    scene.call("waive", licence, sender=BUYER)
    scene.wait(NOTICE_S)
    assert R.LIFTED == step(scene, licence)
    assert before_wei == scene.balance(OWNER)


def test_a_pause_of_the_module_does_not_eat_the_notice() -> None:
    """While nobody could appeal the notice did not run: afterwards all of it is there again."""
    scene = Scene()
    licence = scene.sold(Kind.TIMED)
    scene.call("revoke", licence, Ground.BREACH, RECEIPT)
    scene.stand_still(500)
    scene.wait(NOTICE_S - 1)
    assert R.NOTICE == step(scene, licence)
    scene.call("appeal", licence, scene.fresh(), sender=BUYER)
    assert R.APPEALED == step(scene, licence)
