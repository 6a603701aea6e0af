"""
Validators that vouch for another chain's headers: a bond, a key that signs, and what a lie costs.

    bond_attester --> BONDED --leave_attesters--> LEAVING --wait--> the bond goes back
                        +--------- accuse ----------+--> REMOVED: the bond is burned

A lie is a second statement about one height, or one against the header that was accepted. Until a
bond has left, it answers for whatever its keys ever signed, old keys included: neither changing
the key nor leaving lets a lie go free (cosmos-gravity-bridge#201 and #207).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.kit.typed_data import Domain, signer_of
from chain.types.primitives import Address, Seconds, Wei
from modules.bridge import headers
from modules.bridge.attested_client import statement_key
from modules.bridge.clients import check_not_zero
from modules.bridge.events import (
    AttesterBonded,
    AttesterKeyNamed,
    AttesterLeaving,
    AttesterLeft,
    AttesterRemoved,
    HeaderAttested,
)
from modules.bridge.machines import ATTESTER, VALIDATOR
from modules.bridge.records import (
    Attestation,
    Attester,
    AttesterState,
    ClientKind,
    SignedAttestation,
)
from modules.bridge.refusals import (
    AlreadyAttested,
    BondTooSmall,
    ClientInvalid,
    KeyUnknown,
    NotAttesting,
    NotLying,
    NotValidator,
)

if TYPE_CHECKING:
    from modules.bridge.books import Books

DOMAIN: Final = Domain("Kumiai Bridge")
BOND_RETURNS: Final = 1  # kind of deadline; its key is the validator


def bond(bridge: Books) -> None:
    """Add the coins sent to the caller's bond; raises NotValidator, BondTooSmall."""
    validator = bridge.sender
    attester = bridge.attesters[validator]
    if not any(member.validator == validator for member in bridge.stakes.validator_set()):
        raise NotValidator(validator)
    ATTESTER.enter("bond_attester", attester.state, (VALIDATOR,))
    bond_wei = Wei(attester.bond_wei + bridge.value_wei)
    check_not_zero("bond", bond_wei)
    if bond_wei < bridge.settings.bond_min_wei:
        raise BondTooSmall(bridge.settings.bond_min_wei, bond_wei)
    is_new = attester.state != AttesterState.BONDED
    key = validator if is_new else attester.key
    state = ATTESTER.move("bond_attester", attester.state, AttesterState.BONDED)
    bridge.attesters[validator] = Attester(state, bond_wei, key, Seconds(0))
    bridge.keys_of[validator, key] = True
    bridge.attester_list.add(validator)
    bridge.bonds_wei = Wei(bridge.bonds_wei + bridge.value_wei)
    bridge.emit(AttesterBonded(validator, bridge.value_wei, bond_wei))


def name_key(bridge: Books, key: Address) -> None:
    """Let another key sign for the caller from now on; the old ones still convict."""
    attester = _own(bridge, "name_key")
    check_not_zero("key", key)
    bridge.attesters[bridge.sender] = replace(attester, key=key)
    bridge.keys_of[bridge.sender, key] = True
    bridge.emit(AttesterKeyNamed(bridge.sender, key))


def leave(bridge: Books) -> None:
    """Attest no more; the bond goes back after a wait in which it still answers."""
    attester = _own(bridge, "leave_attesters")
    check_not_zero("bond's wait", bridge.settings.bond_wait_s)
    leaves_s = Seconds(bridge.block.time_s + bridge.settings.bond_wait_s)
    state = ATTESTER.move("leave_attesters", attester.state, AttesterState.LEAVING)
    bridge.attesters[bridge.sender] = replace(attester, state=state, leaves_s=leaves_s)
    bridge.timers.set(leaves_s, BOND_RETURNS, int.from_bytes(bridge.sender, "big"))
    bridge.emit(AttesterLeaving(bridge.sender, leaves_s))


def on_due(bridge: Books, key: int) -> None:
    """Give a bond back; one that was burned meanwhile is not there any more."""
    validator = Address(key.to_bytes(20, "big"))
    attester = bridge.attesters[validator]
    if attester.state != AttesterState.LEAVING:
        return
    state = ATTESTER.move("bond_returns", attester.state, AttesterState.LEFT)
    bridge.attesters[validator] = replace(attester, state=state, bond_wei=Wei(0))
    bridge.bonds_wei = Wei(bridge.bonds_wei - attester.bond_wei)
    bridge.pay(validator, attester.bond_wei, "bond_return")
    bridge.emit(AttesterLeft(validator, attester.bond_wei))


def attest(bridge: Books, signed: SignedAttestation) -> None:
    """Note what a bonded validator says; anybody may carry it to the chain."""
    statement = signed.attestation
    _check_statement(bridge, statement)
    headers.check_not_forgotten(bridge, statement.client, statement.height)
    attester = bridge.attesters[statement.validator]
    if attester.state != AttesterState.BONDED:
        raise NotAttesting(statement.validator)
    signer = _signer(bridge, signed)
    if signer != attester.key:
        raise KeyUnknown(statement.validator, signer)
    key = statement_key(statement.client, statement.height)
    before = bridge.statements[key, statement.validator]
    if any(before):
        raise AlreadyAttested(statement.validator, before)
    bridge.statements[key, statement.validator] = statement.hash
    bridge.emit(
        HeaderAttested(statement.client, statement.height, statement.validator, statement.hash)
    )


def accuse(bridge: Books, signed: SignedAttestation) -> None:
    """Burn the bond of a validator whose signed word contradicts what is known here."""
    statement = signed.attestation
    validator = statement.validator
    attester = bridge.attesters[validator]
    ATTESTER.enter("accuse", attester.state)
    _check_statement(bridge, statement)
    signer = _signer(bridge, signed)
    if not bridge.keys_of[validator, signer]:
        raise KeyUnknown(validator, signer)
    if not _is_lie(bridge, statement):
        raise NotLying(validator, statement.height)
    state = ATTESTER.move("accuse", attester.state, AttesterState.REMOVED)
    bridge.attesters[validator] = replace(attester, state=state, bond_wei=Wei(0))
    bridge.bonds_wei = Wei(bridge.bonds_wei - attester.bond_wei)
    reward_wei = Wei(attester.bond_wei * bridge.settings.accuser_bps // 10_000)
    burned_wei = Wei(attester.bond_wei - reward_wei)
    bridge.burn(burned_wei, "bond_burned")
    bridge.pay(bridge.sender, reward_wei, "bond_reward")
    bridge.emit(
        AttesterRemoved(
            validator, statement.client, statement.height, burned_wei, bridge.sender, reward_wei
        )
    )


def _is_lie(bridge: Books, statement: Attestation) -> bool:
    key = statement_key(statement.client, statement.height)
    said = bridge.statements[key, statement.validator]
    accepted = bridge.headers[statement.client, statement.height].hash
    return any(any(known) and known != statement.hash for known in (said, accepted))


def _check_statement(bridge: Books, statement: Attestation) -> None:
    if bridge.known_client(statement.client).kind != ClientKind.ATTESTED:
        raise ClientInvalid("this client believes certificates, not attestations")
    check_not_zero("hash", statement.hash)


def _signer(bridge: Books, signed: SignedAttestation) -> Address:
    statement = signed.attestation
    return signer_of(bridge, DOMAIN, statement, signed.signature, statement.validator)


def _own(bridge: Books, name: str) -> Attester:
    attester = bridge.attesters[bridge.sender]
    ATTESTER.enter(name, attester.state, (VALIDATOR,))
    return attester
