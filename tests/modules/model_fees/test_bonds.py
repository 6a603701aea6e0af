"""Bonds of providers: free, leaving, and back by themselves."""

from chain.types.primitives import Seconds, Wei
from modules.model_fees import bonds
from modules.model_fees.events import ProviderBonded, ProviderUnbonded, ProviderUnbonding
from modules.model_fees.refusals import BondTooSmall
from tests.modules.model_fees.scene import PAYEE, Scene
from tests.modules.stage import COIN


def test_bond_that_is_taken_back_comes_by_itself() -> None:
    """It stands behind the meters until it leaves, and nobody has to fetch it."""
    scene = Scene()
    assert scene.stage.logged(ProviderBonded(PAYEE, Wei(10 * COIN)))
    scene.call("unbond_provider", Wei(4 * COIN), sender=PAYEE)
    leaves_s = Seconds(scene.stage.time_s + scene.params.bond_wait_s)
    assert scene.stage.logged(ProviderUnbonding(PAYEE, Wei(4 * COIN), leaves_s))
    bond = scene.call("provider_bond", PAYEE)
    assert (6 * COIN, 4 * COIN) == (bond.free_wei, bond.leaving_wei)
    before = scene.balance_wei(PAYEE)
    scene.wait(scene.params.bond_wait_s)
    assert 4 * COIN == scene.balance_wei(PAYEE) - before
    assert scene.stage.logged(ProviderUnbonded(PAYEE, Wei(4 * COIN)))


def test_more_that_is_taken_back_makes_all_of_it_wait() -> None:
    """M8: one wait for all that leaves, the last one's, and it is paid once (0G's refunds)."""
    scene = Scene()
    scene.call("unbond_provider", Wei(COIN), sender=PAYEE)
    scene.wait(100)
    scene.call("unbond_provider", Wei(COIN), sender=PAYEE)
    before = scene.balance_wei(PAYEE)
    scene.wait(scene.params.bond_wait_s - 100)
    assert before == scene.balance_wei(PAYEE)
    scene.wait(100)
    assert 2 * COIN == scene.balance_wei(PAYEE) - before


def test_no_more_leaves_than_is_free() -> None:
    """Nothing, and more than there is, cannot be taken back."""
    scene = Scene()
    for amount_wei in (0, 10 * COIN + 1):
        with scene.stage.refuses(BondTooSmall):
            scene.call("unbond_provider", Wei(amount_wei), sender=PAYEE)


def test_a_lock_takes_what_is_leaving_first() -> None:
    """A provider cannot run from a dispute with its bond."""
    scene = Scene()
    scene.call("unbond_provider", Wei(4 * COIN), sender=PAYEE)
    fees = scene.fees
    assert 7 * COIN == bonds.lock(fees, PAYEE, 7 * COIN)
    found = fees.bonds[PAYEE]
    assert (3 * COIN, 0, 7 * COIN) == (found.free_wei, found.leaving_wei, found.locked_wei)
    assert 3 * COIN == bonds.lock(fees, PAYEE, 7 * COIN)
    bonds.unlock(fees, PAYEE, 10 * COIN, 0)
    assert 10 * COIN == fees.bonds[PAYEE].free_wei
    scene.wait(1)
