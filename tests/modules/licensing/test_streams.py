"""A licence's price on its way: exact, whenever anybody settles, whatever governance does."""

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.types.primitives import Bps, Wei
from modules.licensing.records import QUANTUM_WEI, Kind, LicenceState
from tests.modules.licensing.scene import SPONSOR, Scene
from tests.modules.stage import COIN, account


def end_of(waits: list[int], price_wei: int) -> list[int]:
    """Return what each leg got of a rental's price when it was settled at these times."""
    scene = Scene()
    parent = scene.asset()
    child = scene.derivative(parent)
    offer = scene.offer(child, Kind.TIMED, price_wei=Wei(price_wei), referrer_bps=Bps(333))
    before = [scene.pool_wei, scene.balance(SPONSOR)]
    vaults = [scene.page.vaults[n].received_wei for n in (parent, child)]
    licence = scene.buy(offer, referrer=account(SPONSOR))
    for seconds in waits:
        scene.wait(seconds)
        if scene.state(licence) == LicenceState.ACTIVE:
            scene.call("settle", licence)
    scene.wait(1_000)
    after = [scene.pool_wei, scene.balance(SPONSOR)]
    after += [scene.page.vaults[n].received_wei for n in (parent, child)]
    legs = [b - a for a, b in zip(before + vaults, after, strict=True)]
    assert price_wei == sum(legs)
    return legs


@settings(max_examples=10, deadline=None)
@given(st.lists(st.integers(1, 300), max_size=5), st.integers(10**9, 10**20))
def test_whenever_it_is_settled_everybody_gets_the_same(waits: list[int], price: int) -> None:
    """L1: settling often dodges no fee and moves no wei between those who are paid."""
    assert end_of([], price) == end_of(waits, price)


def test_settling_pays_whole_quanta() -> None:
    """What is left below a quantum waits; a view shows it to the wei."""
    scene = Scene()
    price_wei = COIN + 123_456_789_123
    licence = scene.sold(Kind.TIMED, price_wei=Wei(price_wei))
    scene.wait(333)
    scene.call("settle", licence)
    scene.call("settle", licence)
    earned_wei = price_wei * 333 // 1_000
    assert earned_wei % QUANTUM_WEI
    assert earned_wei == scene.call("licence", licence).earned_wei
    assert earned_wei - earned_wei % QUANTUM_WEI == scene.page.ledgers[licence].earned_wei


def test_a_term_keeps_the_fee_it_began_with() -> None:
    """A raise of the protocol's fee is for new terms; it takes nothing of what was paid before."""
    scene = Scene()
    scene.sold(Kind.TIMED)
    scene.wait(500)
    scene.tune(protocol_fee_bps=Bps(2_000))
    before_wei = scene.pool_wei
    scene.wait(500)
    assert before_wei + COIN * 250 // 10_000 == scene.pool_wei


def test_a_book_that_stands_still_stops_no_payment() -> None:
    """What is counted elsewhere is counted or not; the coins move all the same."""
    scene = Scene()
    scene.usage.stands_still = True
    scene.sold()
    assert COIN * 9_750 // 10_000 == scene.page.vaults[1].claimable_wei
    assert 0 == scene.usage.uses
