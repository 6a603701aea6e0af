"""Bonds behind words: who may speak, what a lie costs, and that no way leads around it."""

from dataclasses import replace

import pytest

from chain.codec.signature import address_of
from chain.kit.state_machine import StateForbids
from chain.kit.typed_data import SignatureWrong
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Seconds, Wei
from modules.bridge.events import (
    AttesterBonded,
    AttesterKeyNamed,
    AttesterLeaving,
    AttesterLeft,
    AttesterRemoved,
)
from modules.bridge.records import AttesterState
from modules.bridge.refusals import (
    AlreadyAttested,
    BondTooSmall,
    ClientInvalid,
    KeyUnknown,
    NotAttesting,
    NotLying,
    NotValidator,
    UnknownClient,
    ZeroNotTrusted,
)
from tests.modules.bridge.town import ALICE, OTHER, hashed
from tests.modules.bridge.witnesses import BOND_WEI, CLIENT, HOT_KEY, Witnesses, signed
from tests.modules.stage import COIN, account


@pytest.fixture
def town() -> Witnesses:
    """Return two chains, one of which attests to the other."""
    return Witnesses()


def burned(town: Witnesses, number: int) -> bool:
    """Whether a validator lost its bond."""
    return bool(town.a.do("attester", town.validators[number]).state == AttesterState.REMOVED)


def test_a_bond_is_a_validators_and_large_enough(town: Witnesses):
    """Strangers and small coins stand behind nothing; more may be added."""
    with town.a.refuses(NotValidator):
        town.a.do("bond_attester", sender=ALICE, value_wei=BOND_WEI)
    fresh = Witnesses(bonded=0)
    with fresh.a.refuses(BondTooSmall):
        fresh.bond(0, 10 * COIN - 1)
    town.bond(0, COIN)
    assert town.a.logged(AttesterBonded(town.validators[0], Wei(COIN), Wei(BOND_WEI + COIN)))
    assert tuple(town.validators) == town.a.do("attesters_known", 0, 9)
    town.check()


def test_a_bond_goes_back_after_its_wait(town: Witnesses):
    """Leaving takes the time in which a lie can still be shown; then all of it goes back."""
    before = town.a.host.balance_wei(town.validators[0])
    town.a.do("leave_attesters", sender=town.sender(0))
    leaves_s = Seconds(town.a.time_s + 200)
    assert town.a.logged(AttesterLeaving(town.validators[0], leaves_s))
    with town.a.refuses(StateForbids):
        town.a.do("leave_attesters", sender=town.sender(0))
    town.a.seal(199)
    assert before == town.a.host.balance_wei(town.validators[0])
    town.a.seal(1)
    assert before + BOND_WEI == town.a.host.balance_wei(town.validators[0])
    assert town.a.logged(AttesterLeft(town.validators[0], Wei(BOND_WEI)))
    town.bond(0)
    town.check()


def test_who_speaks_is_bonded_and_signs_by_its_key(town: Witnesses):
    """Not without a bond, not by another's key, not about nothing, and not on the wrong client."""
    block_hash = hashed(b"block")
    word = town.says(0, 9, block_hash)
    with town.a.refuses(KeyUnknown):
        town.a.do("attest", signed(HOT_KEY, town.validators[0], 9, block_hash))
    with town.a.refuses(SignatureWrong):
        town.a.do("attest", replace(word, signature=b"\xff" * 65))
    with town.a.refuses(ZeroNotTrusted):
        town.a.do("attest", town.says(0, 9, ZERO_HASH))
    with town.a.refuses(ClientInvalid):
        town.a.do("attest", signed(town.keys[0], town.validators[0], 9, block_hash, client=1))
    with town.a.refuses(UnknownClient):
        town.a.do("attest", signed(town.keys[0], town.validators[0], 9, block_hash, client=9))
    town.a.do("attest", word)
    with town.a.refuses(AlreadyAttested):
        town.a.do("attest", word)
    town.a.do("leave_attesters", sender=town.sender(1))
    with town.a.refuses(NotAttesting):
        town.a.do("attest", town.says(1, 9, block_hash))


def test_a_second_word_about_a_height_is_a_lie(town: Witnesses):
    """cosmos-gravity-bridge#207: a false signature is punished, its bond burned, once."""
    town.attest(0, height=9, block_hash=hashed(b"one"))
    lie = town.says(0, 9, hashed(b"two"))
    before = town.a.balance_wei(OTHER)
    town.a.do("accuse", lie, sender=OTHER)
    reward_wei = BOND_WEI // 10
    assert reward_wei == town.a.balance_wei(OTHER) - before
    expected = AttesterRemoved(
        town.validators[0],
        CLIENT,
        lie.attestation.height,
        Wei(BOND_WEI - reward_wei),
        account(OTHER),
        Wei(reward_wei),
    )
    assert burned(town, 0) and town.a.logged(expected)
    with town.a.refuses(StateForbids):
        town.a.do("accuse", lie)
    town.check()


def test_a_word_against_the_accepted_header_is_a_lie(town: Witnesses):
    """Also one that never came to the chain: its signature is enough."""
    height = town.accepted(0, 1)
    town.a.do("accuse", town.says(2, height, hashed(b"other")))
    assert burned(town, 2)


def test_the_truth_is_no_lie(town: Witnesses):
    """What was accepted, what was said before, and what nobody knows better cannot be accused."""
    height = town.accepted(0, 1)
    truth = town.b.blocks[height].hash
    for word in (town.says(0, height, truth), town.says(2, height, truth)):
        with town.a.refuses(NotLying):
            town.a.do("accuse", word)
    with town.a.refuses(NotLying):
        town.a.do("accuse", town.says(2, height + 5, hashed(b"unknown")))
    with town.a.refuses(KeyUnknown):
        forged = signed(HOT_KEY, town.validators[2], height, hashed(b"other"))
        town.a.do("accuse", forged)
    with town.a.refuses(StateForbids):
        town.a.do("accuse", signed(HOT_KEY, address_of(HOT_KEY), height, hashed(b"x")))


def test_leaving_does_not_let_a_lie_go(town: Witnesses):
    """cosmos-gravity-bridge#201: lying during unbonding costs the bond that is unbonding."""
    height = town.accepted(0, 1)
    town.a.do("leave_attesters", sender=town.sender(2))
    town.a.seal(150)
    town.a.do("accuse", town.says(2, height, hashed(b"other")))
    balance = town.a.host.balance_wei(town.validators[2])
    town.a.seal(100)
    assert burned(town, 2) and balance == town.a.host.balance_wei(town.validators[2])
    town.check()


def test_changing_the_key_does_not_let_a_lie_go(town: Witnesses):
    """A new key speaks from now on, and the old one still convicts."""
    with town.a.refuses(StateForbids):
        town.a.do("name_key", account(5), sender=ALICE)
    with town.a.refuses(ZeroNotTrusted):
        town.a.do("name_key", ZERO_ADDRESS, sender=town.sender(2))
    town.a.do("name_key", address_of(HOT_KEY), sender=town.sender(2))
    assert town.a.logged(AttesterKeyNamed(town.validators[2], address_of(HOT_KEY)))
    with town.a.refuses(KeyUnknown):
        town.a.do("attest", town.says(2, 9, hashed(b"block")))
    town.a.do("attest", signed(HOT_KEY, town.validators[2], 9, hashed(b"block")))
    town.bond(2, COIN)  # keeps the key
    assert address_of(HOT_KEY) == town.a.do("attester", town.validators[2]).key
    town.a.do("accuse", town.says(2, 9, hashed(b"other")))
    assert burned(town, 2)


def test_a_liar_never_bonds_again(town: Witnesses):
    """Its lie would convict the new bond, too: so there is none, and no deadline pays one out."""
    height = town.accepted(0, 1)
    town.a.do("leave_attesters", sender=town.sender(2))
    town.a.do("accuse", town.says(2, height, hashed(b"other")))
    with town.a.refuses(StateForbids):
        town.bond(2)
    town.a.seal(250)
    assert burned(town, 2)
    town.check()
