"""Subjects: what registering costs, to whom accounts belong, who speaks for a subject."""

from dataclasses import replace

from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.typed_data import SignatureWrong
from chain.types.primitives import Seconds
from modules.identity.events import (
    AccountLinked,
    AccountUnlinked,
    AttributeChanged,
    KeyRotated,
    SubjectDeactivated,
    SubjectRegistered,
)
from modules.identity.module import Identity
from modules.identity.records import ACCOUNTS_MAX, SubjectState
from modules.identity.refusals import (
    AccountsFull,
    AccountTaken,
    ControllerStays,
    CostMismatch,
    NonceMismatch,
    NotItsAccount,
    OfficerConcerned,
    PermissionExpired,
)
from modules.identity.signatures import Link, Rotation
from tests.modules.identity.scene import (
    BOND_WEI,
    CHAIN_ID,
    COST_WEI,
    FEE_WEI,
    KYC,
    LATER_S,
    OTHER,
    OWNER,
    SKILL,
    Scene,
    key_of,
    salted,
    signed,
    signer,
)
from tests.modules.stage import account


def test_registering_costs_a_fee_and_a_bond() -> None:
    """ERC-8004#73: 119,000 agents, 50 active: a number costs a burned fee and coins held."""
    scene = Scene()
    before_wei = scene.stage.balance_wei(OWNER)
    for value_wei in (0, COST_WEI - 1, COST_WEI + 1):
        with scene.stage.refuses(CostMismatch):
            scene.call("register", value_wei=value_wei)
    assert COST_WEI == scene.call("registration_cost")
    number = scene.subject()
    assert scene.stage.logged(SubjectRegistered(1, account(OWNER), BOND_WEI))
    assert before_wei - COST_WEI == scene.stage.balance_wei(OWNER)
    assert FEE_WEI == scene.stage.host.burned_wei
    assert BOND_WEI == scene.stage.host.balance_wei(Identity.address)
    assert (1, 1) == (number, scene.call("subject_total"))
    assert f"did:kumiai:{CHAIN_ID}:1" == scene.call("did", 1) == scene.call("subject", 1).did


def test_an_account_belongs_to_one_subject_at_a_time() -> None:
    """Neither registering nor linking takes an account from a subject."""
    scene = Scene()
    first, second = scene.subject(OWNER), scene.subject(OTHER)
    with scene.stage.refuses(AccountTaken):
        scene.subject(OWNER)
    scene.link(first, 100)
    assert first == scene.call("subject_of", signer(100))
    with scene.stage.refuses(AccountTaken):
        scene.link(second, 100, sender=OTHER)
    with scene.stage.refuses(AccountTaken):
        scene.rotate(second, 100, sender=OTHER)
    scene.call("unlink_account", first, signer(100))
    scene.link(second, 100, sender=OTHER)
    assert second == scene.call("subject_of", signer(100))


def test_linking_needs_the_accounts_own_word_once() -> None:
    """I3: the signature binds subject, account, nonce and deadline; nobody else's will do."""
    scene = Scene()
    number, word = scene.subject(), scene.consent(Link, 1, 100)
    with scene.stage.refuses(SignatureWrong):
        scene.call("link_account", number, signer(101), word)
    with scene.stage.refuses(SignatureWrong):
        scene.call("link_account", number, signer(100), replace(word, signature=b"\1" * 65))
    with scene.stage.refuses(NonceMismatch):
        scene.call("link_account", number, signer(100), replace(word, nonce=1))
    with scene.stage.refuses(PermissionExpired):
        late = scene.consent(Link, number, 100, Seconds(scene.stage.time_s - 1))
        scene.call("link_account", number, signer(100), late)
    other = scene.subject(OTHER)
    with scene.stage.refuses(SignatureWrong):
        scene.call("link_account", other, signer(100), word, sender=OTHER)
    with scene.stage.refuses(SignatureWrong):
        scene.call("rotate_key", number, signer(100), word)
    scene.call("link_account", number, signer(100), word)
    assert scene.stage.logged(AccountLinked(number, signer(100)))
    scene.call("unlink_account", number, signer(100))
    with scene.stage.refuses(NonceMismatch):
        scene.call("link_account", number, signer(100), word)


def test_consents_of_another_chain_count_nothing() -> None:
    """tronprotocol/tips#848: what was signed for another chain is nobody's word here."""
    scene = Scene()
    number = scene.subject()
    message = Link(number, signer(100), 0, LATER_S)
    elsewhere = signed(message, key_of(100), chain_id=CHAIN_ID + 1)
    word = scene.consent(Link, number, 100)
    with scene.stage.refuses(SignatureWrong):
        scene.call("link_account", number, signer(100), replace(word, signature=elsewhere))


def test_accounts_are_bounded() -> None:
    """A subject has at most 16 accounts."""
    scene = Scene()
    number = scene.subject()
    for who in range(100, 100 + ACCOUNTS_MAX - 1):
        scene.link(number, who)
    with scene.stage.refuses(AccountsFull):
        scene.link(number, 119)


def test_an_account_leaves_by_its_own_word_or_its_keys() -> None:
    """An account may leave; another account of the subject may not put it out."""
    scene = Scene()
    number = scene.subject()
    scene.link(number, 100)
    scene.link(number, 101)
    one, two = (int.from_bytes(signer(who), "big") for who in (100, 101))
    with scene.stage.refuses(NotItsAccount):
        scene.call("unlink_account", number, signer(100), sender=two)
    with scene.stage.refuses(RoleForbids):
        scene.call("unlink_account", number, signer(100), sender=OTHER)
    with scene.stage.refuses(NotItsAccount):
        scene.call("unlink_account", number, account(OTHER))
    with scene.stage.refuses(ControllerStays):
        scene.call("unlink_account", number, account(OWNER))
    scene.call("unlink_account", number, signer(100), sender=one)
    assert scene.stage.logged(AccountUnlinked(number, signer(100)))
    assert 0 == scene.call("subject_of", signer(100))


def test_the_new_key_signs_a_rotation_and_the_old_account_leaves() -> None:
    """After a rotation the old key can do nothing; the bond follows the subject."""
    scene = Scene()
    number = scene.subject()
    word = scene.consent(Rotation, number, 100)
    with scene.stage.refuses(RoleForbids):
        scene.call("rotate_key", number, signer(100), word, sender=OTHER)
    scene.call("rotate_key", number, signer(100), word)
    assert scene.stage.logged(KeyRotated(number, account(OWNER), signer(100)))
    assert (0, number) == tuple(
        scene.call("subject_of", who) for who in (account(OWNER), signer(100))
    )
    with scene.stage.refuses(RoleForbids):
        scene.call("deactivate", number)
    new = int.from_bytes(signer(100), "big")
    before_wei = scene.stage.host.balance_wei(signer(100))
    scene.call("deactivate", number, sender=new)
    assert before_wei + BOND_WEI == scene.stage.host.balance_wei(signer(100))


def test_a_linked_account_may_become_the_key() -> None:
    """Rotating to an account of the subject keeps it linked, once."""
    scene = Scene()
    number = scene.subject()
    scene.link(number, 100)
    scene.rotate(number, 100)
    found = scene.call("subject", number)
    assert (signer(100),) == found.accounts
    assert signer(100) == found.controller


def test_the_officer_is_no_heir() -> None:
    """I4: whoever may freeze may not become the key of a subject by rotation."""
    scene = Scene(officer=signer(100))
    number = scene.subject()
    with scene.stage.refuses(OfficerConcerned):
        scene.rotate(number, 100)


def test_an_attribute_has_a_version() -> None:
    """Changes are counted by schema; the commitment is all that is stored."""
    scene = Scene()
    number = scene.subject()
    assert 1 == scene.call("change_attribute", number, KYC, salted("b"))
    assert 2 == scene.call("change_attribute", number, KYC, salted("c"))
    assert scene.stage.logged(AttributeChanged(number, KYC, 2, salted("c")))
    assert (2, salted("c")) == (
        scene.call("attribute", number, KYC).version,
        scene.call("attribute", number, KYC).commitment,
    )
    assert 0 == scene.call("attribute", number, SKILL).version


def test_deactivating_frees_accounts_and_coins() -> None:
    """What is over stays over: the bond is back, the accounts may register anew."""
    scene = Scene()
    number = scene.subject()
    scene.link(number, 100)
    scene.call("deactivate", number)
    assert scene.stage.logged(SubjectDeactivated(number, BOND_WEI))
    assert SubjectState.DEACTIVATED == scene.state(number)
    assert 0 == scene.stage.host.balance_wei(Identity.address)
    assert [0, 0] == [scene.call("subject_of", who) for who in (account(OWNER), signer(100))]
    with scene.stage.refuses(StateForbids):
        scene.call("deactivate", number)
    assert 2 == scene.subject()
    scene.blocks()


def test_a_bond_is_what_it_was() -> None:
    """A change of the parameter touches no bond that is held."""
    scene = Scene()
    number = scene.subject()
    scene.tune(subject_bond_wei=7 * BOND_WEI)
    scene.call("deactivate", number)
    assert 0 == scene.stage.host.balance_wei(Identity.address)
