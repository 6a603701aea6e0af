"""What keys sign: EIP-712 to the letter, bound to chain and contract, every field of it."""

from dataclasses import replace
from typing import Any

import pytest
from eth_account.messages import encode_typed_data
from eth_hash.auto import keccak

from chain.kit.record import camel
from chain.types.primitives import Address, Hash32, Seconds
from modules.devices.module import Devices
from modules.devices.records import DeviceClass
from modules.devices.refusals import NonceMismatch, PermissionExpired, SignatureWrong
from modules.devices.signatures import typed_digest
from tests.modules.devices.scene import CHAIN_ID, NO_WORD, Scene, application, key_of, signed
from tests.modules.stage import account

KINDS = {
    "owner": "address",
    "key": "address",
    "kind": "uint8",
    "capacity": "uint256",
    "serial": "bytes32",
    "did": "bytes32",
    "cell": "uint256",
    "uri": "bytes32",
    "nonce": "uint256",
    "deadline_s": "uint64",
}
CHANGES: dict[str, Any] = {
    "key": Address(b"\x09" * 20),
    "kind": DeviceClass.STORAGE,
    "capacity": 2,
    "serial": Hash32(b"\x01" * 32),
    "did": Hash32(b"\x02" * 32),
    "cell": 8,
    "uri": Hash32(b"\x03" * 32),
    "deadline_s": Seconds(2_000_000_001),
}


def test_digest_is_what_any_wallet_computes() -> None:
    """The digest of an application equals that of eth-account for the same typed data."""
    item = application(1)
    domain = {
        "name": "Kumiai Devices",
        "version": "1",
        "chainId": CHAIN_ID,
        "verifyingContract": "0x" + Devices.address.hex(),
    }
    types = {"Application": [{"name": camel(name), "type": kind} for name, kind in KINDS.items()]}
    values = {camel(name): getattr(item, name) for name in KINDS}
    message = encode_typed_data(domain, types, values)
    expected = keccak(b"\x19" + message.version + message.header + message.body)
    assert expected == typed_digest(item, CHAIN_ID, Devices.address)
    assert expected == Scene().call("registration_digest", item)


@pytest.mark.parametrize("field", CHANGES)
def test_every_field_of_a_registration_is_signed(field: str) -> None:
    """ioID signs owner and nonce only: here a change of any field breaks the signature."""
    scene, item = Scene(), application(1)
    changed = replace(item, **{field: CHANGES[field]})
    word = signed(item, key_of(1))
    fee_wei = scene.params.registration_fee_wei
    with scene.stage.refuses(SignatureWrong):
        scene.call("register", changed, word, NO_WORD, value_wei=fee_wei)


def test_owner_is_signed_too() -> None:
    """Who copies a pending registration in its own name is refused."""
    scene, item = Scene(), application(1)
    stolen, word = replace(item, owner=account(3)), signed(item, key_of(1))
    fee_wei = scene.params.registration_fee_wei
    with scene.stage.refuses(SignatureWrong):
        scene.call("register", stolen, word, NO_WORD, sender=3, value_wei=fee_wei)


def test_signature_of_another_chain_contract_or_shape_is_refused() -> None:
    """A signature counts on one chain, for one contract, with the lower s and a parity."""
    scene, item = Scene(), application(1)
    good = signed(item, key_of(1))
    upper_s = good[:32] + (2**256 - 2**32 - 977 - 1).to_bytes(32, "big") + good[64:]
    words = (signed(item, key_of(1), account(99)), good[:-1], upper_s, b"", good[:-1] + b"\x1d")
    for word in words:
        with scene.stage.refuses(SignatureWrong):
            scene.call("register", item, word, NO_WORD, value_wei=10**18)


def test_permissions_end_and_count_once() -> None:
    """A nonce is spent once and a deadline is kept: peaq stores validity and never reads it."""
    scene = Scene()
    for changed, refusal in (
        ({"deadline_s": Seconds(scene.stage.time_s - 1)}, PermissionExpired),
        ({"nonce": 1}, NonceMismatch),
    ):
        item = application(1, **changed)
        with scene.stage.refuses(refusal):
            scene.call("register", item, signed(item, key_of(1)), NO_WORD, value_wei=10**18)
    number = scene.register(1)
    word = scene.relocation(number, 9)
    scene.call("relocate", number, 9, word)
    with scene.stage.refuses(NonceMismatch):
        scene.call("relocate", number, 9, word)
