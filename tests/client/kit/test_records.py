"""Messages, events and refusals: the same bytes as the modules make of them."""

import pytest
from eth_account.messages import encode_typed_data
from eth_hash.auto import keccak
from hypothesis import given
from hypothesis import strategies as st

from chain.codec.signature import address_of
from chain.kit.record import encode_event, encode_refusal, selector_of, signature_of, topic_of
from chain.kit.render.names import events_of, refusals_of
from chain.kit.typed_data import typed_digest
from cli.renderings.messages import MESSAGES
from client import Wallet
from client.errors import ArgumentInvalid
from client.kit.kinds import fields_of
from client.kit.records import recover
from client.kit.records import signature_of as client_signature_of
from client.modules import devices, directory, identity, model_fees, token
from modules import MODULES
from modules.devices.records import Beat
from modules.identity.records import Claim, SignedClaim
from modules.model_fees.events import Redeemed
from modules.model_fees.refusals import UnknownModel
from modules.model_fees.typed import DOMAIN, Voucher

CHAIN_ID = 4_242
WALLET = Wallet(b"\x29" * 32)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.name)
def test_every_event_and_refusal_is_known_by_the_modules_own_signature(module):
    """Topics and selectors are those of the declarations."""
    found = directory.module_class(module.name)
    assert [topic_of(event) for event in events_of(module)] == [e.topic() for e in found.EVENTS]
    wanted = [selector_of(refusal) for refusal in refusals_of(module)]
    assert wanted == [refusal.selector() for refusal in found.REFUSALS]
    assert [signature_of(e) for e in events_of(module)] == list(
        map(client_signature_of, found.EVENTS)
    )


words = st.integers(0, 2**64 - 1)


@given(st.lists(words, min_size=12, max_size=12), st.binary(min_size=32, max_size=32))
def test_a_voucher_is_signed_as_the_module_checks_it(numbers, root):
    """Digest and signer are the module's, on this chain alone."""
    theirs = typed_digest(DOMAIN, Voucher(*numbers, root), CHAIN_ID, _address("model_fees"))
    ours = model_fees.Voucher(*numbers, root)
    assert theirs == ours.digest(CHAIN_ID)
    assert WALLET.address == ours.signer(ours.sign(WALLET, CHAIN_ID), CHAIN_ID)
    assert WALLET.address != ours.signer(ours.sign(WALLET, CHAIN_ID), CHAIN_ID + 1)


def test_every_message_is_what_wallets_sign():
    """Each digest is that of its typed data by another library, nested structs included."""
    messages = [
        devices.Beat(1, 2, 3, 4, bytes(32)),
        devices.Handover(1, WALLET.address, 2, 3),
        token.TransferWithAuthorization(WALLET.address, WALLET.address, 5, 6, 7, bytes(32)),
        model_fees.Ticket(WALLET.address, WALLET.address, 1, 2, 3, 4, bytes(32), 5),
        model_fees.Farewell(1, 2, 3),
    ]
    for message in messages:
        signable = encode_typed_data(full_message=message.typed_data(CHAIN_ID))
        signed = WALLET._account.sign_message(signable)
        assert bytes(signed.signature) == message.sign(WALLET, CHAIN_ID)


def test_nested_messages_hash_their_parts():
    """An issuer's signed claim, a struct in a struct, is hashed as the module does."""
    claim = (1, bytes(32), b"\x01" * 32, 5, 6, 7, 8)[: len(fields_of(identity.Claim))]
    signed = identity.SignedClaim(identity.Claim(*claim), 9, 10)
    theirs = SignedClaim(Claim(*claim), 9, 10)
    domain, _ = MESSAGES["identity"]
    digest = typed_digest(domain, theirs, CHAIN_ID, _address("identity"))
    assert digest == signed.digest(CHAIN_ID)
    signable = encode_typed_data(full_message=signed.typed_data(CHAIN_ID))
    assert digest == bytes(WALLET._account.sign_message(signable).message_hash)


def test_every_domain_of_the_modules_is_rendered():
    """What a module hashes under is what its messages are signed under."""
    beat = Beat(1, 2, 3, 4, bytes(32))
    domain, _ = MESSAGES["devices"]
    theirs = typed_digest(domain, beat, CHAIN_ID, _address("devices"))
    assert theirs == devices.Beat(1, 2, 3, 4, bytes(32)).digest(CHAIN_ID)


def test_an_event_is_read_as_the_module_wrote_it():
    """Indexed text comes as its hash."""
    event = Redeemed("guild/echo", address_of(b"\x29" * 32), 3, 4, (1, 2), (7,), (8,))
    topics, data = encode_event(event)
    found = model_fees.Redeemed.decode([topic.to_bytes(32, "big") for topic in topics], data)
    assert (WALLET.address, 4, (8,)) == (found.payee, found.total_wei, found.paid_wei)
    assert keccak(b"guild/echo") == found.model


def test_a_refusal_is_read_as_the_module_wrote_it():
    """Fields and words."""
    found = model_fees.UnknownModel.decode(encode_refusal(UnknownModel("guild/echo")))
    assert "guild/echo" == found.model_id
    assert encode_refusal(UnknownModel("guild/echo")) == found.encode()
    with pytest.raises(TypeError, match="takes"):
        model_fees.UnknownModel()


@pytest.mark.parametrize("signature", [b"", bytes(65), b"\x01" * 64 + b"\x05"])
def test_what_is_no_signature_is_refused(signature):
    """It has no signer."""
    with pytest.raises(ArgumentInvalid):
        recover(b"\x01" * 32, signature)


def _address(name):
    return next(module.address for module in MODULES if module.name == name)
