"""Consensus keys apart from accounts: claims, rotations, and who answers for an old key."""

from dataclasses import replace

import coincurve
import pytest

from chain.certificates import address_of, sign_digest
from chain.errors import Malformed
from chain.types.primitives import Address, Bps, Seconds, Wei
from modules import validators as validators_role
from modules.staking.events import ConsensusKeyRotated
from modules.staking.keys import key_proof_digest
from modules.staking.module import Staking
from modules.staking.records import GenesisValidator, StakingGenesis, ValidatorPower
from modules.staking.refusals import (
    ConsensusAddressTaken,
    ProofInvalid,
    RotatedRecently,
    UnknownValidator,
)
from tests.modules.chain_of_five import five
from tests.modules.stage import COIN, Stage, account
from tests.modules.staking.scene import ALONE, PARAMS, Scene

CHAIN_ID = 31337
TERMS = ("solar", Bps(100), Bps(1_000), Bps(50))


def private_key(number: int) -> coincurve.PrivateKey:
    """Return a key."""
    return coincurve.PrivateKey(number.to_bytes(32, "big"))


def address(number: int) -> Address:
    """Return a key's address."""
    return address_of(private_key(number).public_key)


def proof(number: int, validator: int, nonce: int = 0, chain_id: int = CHAIN_ID) -> bytes:
    """Return a key's word that it signs for a validator."""
    return sign_digest(key_proof_digest(chain_id, account(validator), nonce), private_key(number))


def rotate(scene: Scene, validator: int, number: int, word: bytes) -> None:
    """Ask for another key."""
    scene.call(Staking, "rotate_consensus_key", address(number), word, sender=validator)


def test_an_account_signs_for_itself_until_it_says_otherwise() -> None:
    """Without another key, a validator's consensus address is its account."""
    scene = Scene(60, 30)
    scene.call(Staking, "create_validator", *TERMS, sender=3, value_wei=10 * COIN)
    for number in (1, 3):
        assert account(number) == scene.call(Staking, "consensus_address_of", account(number))
        assert account(number) == scene.call(Staking, "operator_of", account(number))
    assert bytes(20) == scene.call(Staking, "operator_of", account(9))


def test_a_rotated_key_decides_after_the_election_of_its_block() -> None:
    """The new key takes the seat whole; the old one stays known, as its votes may yet be proof."""
    scene = Scene(40, 40, 40, 40)
    rotate(scene, 3, 1, proof(1, 3))
    assert scene.logged(ConsensusKeyRotated(account(3), account(3), address(1)))
    assert account(3) in [seat.validator for seat in scene.call(Staking, "consensus_set")]
    scene.commit()
    keys = [seat.validator for seat in scene.call(Staking, "consensus_set")]
    assert address(1) in keys and account(3) not in keys and 4 == len(keys)
    assert {1: 40, 2: 40, 3: 40, 4: 40} == scene.powers()
    for key in (account(3), address(1)):
        assert account(3) == scene.call(Staking, "operator_of", key)
    assert 1 == scene.call(Staking, "key_nonce", account(3))


def test_the_chain_asks_for_addresses_that_sign() -> None:
    """What consensus is told are keys, not accounts."""
    stage = five()
    values = (address(1), proof(1, 3))
    stage.call(Staking, "rotate_consensus_key", *values, sender=3)
    stage.next_block()
    assert address(1) in [power.validator for power in validators_role(stage.host)]


def test_nobody_claims_a_key_without_its_word() -> None:
    """
    A key must sign for this validator, on this chain, this time.

    harmony#5055: who could name somebody else's key could blame it for his own faults.
    """
    scene = Scene(60, 30)
    for word in (
        proof(2, 1),  # another key
        proof(1, 2),  # for another validator
        proof(1, 1, nonce=1),  # for another time
        proof(1, 1, chain_id=1),  # for another chain
        b"",
        proof(1, 1)[:-1] + b"\x1b",  # V as Ethereum's wallets write it
        bytes(65),
    ):
        with scene.refuses(ProofInvalid):
            rotate(scene, 1, 1, word)
    digest = scene.call(Staking, "key_proof_digest", account(1))
    assert key_proof_digest(CHAIN_ID, account(1), 0) == digest


def test_an_address_is_used_once_for_ever() -> None:
    """Not one that another signs with, not one that it once signed with, not one's own again."""
    scene = Scene(60, 30, 20, params=replace(PARAMS, rotation_cooldown_s=Seconds(0)))
    rotate(scene, 1, 1, proof(1, 1))
    rotate(scene, 1, 2, proof(2, 1, nonce=1))
    for validator, nonce in ((1, 2), (2, 0)):
        with scene.refuses(ConsensusAddressTaken):
            rotate(scene, validator, 1, proof(1, validator, nonce))


def test_keys_rest_between_changes() -> None:
    """A second change waits for the cooldown, so that the set does not flicker."""
    scene = Scene(60, 30)
    rotate(scene, 1, 1, proof(1, 1))
    scene.commit(seconds=86_399)
    with scene.refuses(RotatedRecently):
        rotate(scene, 1, 2, proof(2, 1, nonce=1))
    scene.commit()
    rotate(scene, 1, 2, proof(2, 1, nonce=1))


def test_only_a_validator_has_a_key_to_change() -> None:
    """Strangers have nothing to rotate."""
    scene = Scene(60, 30)
    with scene.refuses(UnknownValidator):
        rotate(scene, 5, 1, proof(1, 5))


def test_a_new_validator_may_bring_its_key() -> None:
    """The account that owns the stake need never be on the machine that signs."""
    scene = Scene(60, 30)
    call = ("create_validator_with_key", *TERMS, address(1))
    with scene.refuses(ProofInvalid):
        scene.call(Staking, *call, proof(2, 3), sender=3, value_wei=9 * COIN)
    scene.call(Staking, *call, proof(1, 3), sender=3, value_wei=9 * COIN)
    scene.commit()
    assert ValidatorPower(address(1), 9) in scene.call(Staking, "consensus_set")
    assert address(1) == scene.call(Staking, "validator", account(3)).consensus_address
    with scene.refuses(ConsensusAddressTaken):
        scene.call(Staking, *call, proof(1, 4), sender=4, value_wei=9 * COIN)


def test_an_account_whose_own_address_was_taken_brings_another() -> None:
    """Its key signed for somebody else, so it cannot sign for itself as well."""
    scene = Scene(60, 30)
    own = address(7)
    scene.host.mint(own, Wei(9 * COIN))
    scene.call(Staking, "rotate_consensus_key", own, proof(7, 1), sender=1)
    caller = int.from_bytes(own, "big")
    with scene.refuses(ConsensusAddressTaken):
        scene.call(Staking, "create_validator", *TERMS, sender=caller, value_wei=9 * COIN)


def test_genesis_validators_may_sign_with_other_keys() -> None:
    """Genesis names keys without proof, each of them once."""
    entry = GenesisValidator(account(1), COIN, consensus_address=address(1))
    stage = Stage(ALONE, staking=StakingGenesis(PARAMS, (entry,)))
    assert (ValidatorPower(address(1), 1),) == stage.call(Staking, "consensus_set")
    for other in (
        GenesisValidator(account(2), COIN, consensus_address=address(1)),
        GenesisValidator(address(1), COIN),
    ):
        with pytest.raises(Malformed, match="consensus address .* stands twice"):
            Stage(ALONE, staking=StakingGenesis(PARAMS, (entry, other)))


def test_a_proof_pays_for_its_recovery() -> None:
    """Recovering a signer costs what the EVM's own precompile asks for."""
    scene = Scene(60, 30)
    before = scene.host.gas_used
    rotate(scene, 1, 1, proof(1, 1))
    assert scene.host.gas_used - before >= 3_000
