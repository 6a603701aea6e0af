"""Providers: what they declare, and the bond that is theirs until it is not."""

import pytest

from chain.types.primitives import ZERO_HASH, Hash32, Wei
from modules.compute.events import BondDeposited, BondWithdrawn, ProviderChanged
from modules.compute.records import Attribute, Capacity, ProviderState
from modules.compute.refusals import (
    AttributesInvalid,
    BondTooSmall,
    CapacityInvalid,
    NothingToMove,
    UriInvalid,
)
from tests.modules.compute.market import CLASS, FIRST, JOB, MEMORY, REGION, Market
from tests.modules.stage import COIN, account


def test_what_is_declared_is_shown_and_replaced():
    """An update leaves nothing of what was declared before."""
    market = Market()
    who = account(FIRST)
    assert market.do("attributes_of", who) == (MEMORY, REGION)
    assert market.do("capacities_of", who) == (Capacity(CLASS, 3),)
    market.do("update_provider", "u", (REGION,), (), sender=FIRST)
    assert market.do("attributes_of", who) == (REGION,)
    assert market.do("capacities_of", who) == ()
    assert market.do("provider", who).uri == "u"
    assert market.logged(ProviderChanged(who, ProviderState.ACTIVE, "u"))
    assert market.do("provider_page", 0, 2) == (account(2), account(3))


def test_a_slot_in_use_is_not_free():
    """What is shown as capacity is what is left of it."""
    market = Market()
    market.matched(JOB)
    assert market.do("capacities_of", account(FIRST)) == (Capacity(CLASS, 2),)
    assert market.do("engagements_of", account(FIRST), 0, 10) == (1,)


def test_bond_goes_in_and_out_to_the_wei():
    """Ocean's withdrawal did nothing where too much was asked: here it says so."""
    market = Market()
    before = market.balance_wei(FIRST)
    market.do("deposit_bond", sender=FIRST, value_wei=COIN)
    assert market.logged(BondDeposited(account(FIRST), COIN))
    with market.refuses(BondTooSmall):
        market.do("withdraw_bond", 11 * COIN + 1, sender=FIRST)
    with market.refuses(NothingToMove):
        market.do("withdraw_bond", 0, sender=FIRST)
    market.do("withdraw_bond", 11 * COIN, sender=FIRST)
    assert market.logged(BondWithdrawn(account(FIRST), Wei(11 * COIN)))
    assert market.balance_wei(FIRST) == before + 10 * COIN
    assert market.do("totals").bonds_wei == 20 * COIN


def test_locked_bond_cannot_be_taken():
    """What stands behind a bid stays there."""
    market = Market()
    market.matched(JOB)
    with market.refuses(BondTooSmall):
        market.do("withdraw_bond", 10 * COIN, sender=FIRST)


def test_who_retired_keeps_its_bond_and_may_come_back():
    """Akash's DeleteProvider was never implemented; leaving is a state, not a dead end."""
    market = Market()
    market.do("retire_provider", sender=FIRST)
    market.do("withdraw_bond", 10 * COIN, sender=FIRST)
    market.register(FIRST)
    assert market.do("provider", account(FIRST)).state == ProviderState.ACTIVE
    assert len(market.do("provider_page", 0, 100)) == 3


KEYS = tuple(Attribute(Hash32(bytes([i]) * 32), Hash32(b"\1" * 32)) for i in range(1, 18))
CLASSES = tuple(Capacity(Hash32(bytes([i]) * 32), 1) for i in range(9))


@pytest.mark.parametrize(
    ("declared", "refusal"),
    [
        (("u", KEYS, ()), AttributesInvalid),
        (("u", (MEMORY, MEMORY), ()), AttributesInvalid),
        (("u", (Attribute(ZERO_HASH, MEMORY.value),), ()), AttributesInvalid),
        (("u", (Attribute(MEMORY.key, ZERO_HASH),), ()), AttributesInvalid),
        (("u", (), CLASSES), CapacityInvalid),
        (("u", (), (Capacity(CLASS, 1), Capacity(CLASS, 2))), CapacityInvalid),
        (("u", (), (Capacity(CLASS, 0),)), CapacityInvalid),
        (("u", (), (Capacity(CLASS, 100_001),)), CapacityInvalid),
        (("", (), ()), UriInvalid),
        (("é" * 129, (), ()), UriInvalid),
    ],
)
def test_what_is_declared_is_bounded(declared, refusal):
    """No list grows without end, and none says a thing twice."""
    market = Market()
    with market.refuses(refusal):
        market.do("update_provider", *declared, sender=FIRST)
    market.do("update_provider", "é" * 128, KEYS[:16], CLASSES[:8], sender=FIRST)
