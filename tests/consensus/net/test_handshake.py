"""What is said before two nodes may speak."""

from dataclasses import replace

import pytest

from chain.errors import Invalid, Malformed
from chain.types.primitives import Hash32
from consensus.net.address import PeerAddress
from consensus.net.frames import encode_frame, encode_goodbye
from consensus.net.handshake import (
    Greeting,
    HandshakeRefused,
    encode_challenge,
    encode_hello,
    encode_welcome,
    read_challenge,
    read_hello,
    read_welcome,
)
from consensus.net.identity import IdentityRefused
from consensus.net.wire import peer_pb2 as wire
from tests.consensus.net.wires import TERMS, key

NONCE = b"\x07" * 32
LISTENER, MIDDLE, DIALER = key(0), key(1), key(2)
DER = LISTENER.certificate().certificate_der
MIDDLE_DER = MIDDLE.certificate().certificate_der


def hello(port: int = 26656, external: str = "") -> bytes:
    """The dialer's word to the listener."""
    return encode_hello(DIALER, TERMS, NONCE, LISTENER.identity, DER, port, external)


def test_a_dialer_proves_who_it_is() -> None:
    """Both sides follow the steps and the listener knows the dialer."""
    assert read_challenge(encode_challenge(TERMS, NONCE), TERMS) == NONCE
    greeting = read_hello(hello(), TERMS, NONCE, LISTENER.identity, DER)
    assert greeting == Greeting(DIALER.identity, 26656, None)
    external = PeerAddress(None, "198.51.100.7", 443)
    told = read_hello(hello(0, str(external)), TERMS, NONCE, LISTENER.identity, DER)
    assert told == Greeting(DIALER.identity, 0, external)
    read_welcome(encode_welcome())


def test_somebody_in_the_middle_cannot_pass_the_proof_on() -> None:
    """A proof made for one certificate, listener or nonce is worth nothing at another."""
    for_middle = encode_hello(DIALER, TERMS, NONCE, MIDDLE.identity, MIDDLE_DER, 0, "")
    lying = encode_hello(DIALER, TERMS, NONCE, LISTENER.identity, MIDDLE_DER, 0, "")
    other_nonce = encode_hello(DIALER, TERMS, b"\x08" * 32, LISTENER.identity, DER, 0, "")
    for passed_on in (for_middle, lying, other_nonce):
        with pytest.raises(IdentityRefused):
            read_hello(passed_on, TERMS, NONCE, LISTENER.identity, DER)


def test_a_proof_for_another_chain_is_worth_nothing() -> None:
    """The terms are signed: changing them in the frame breaks the signature."""
    other = replace(TERMS, chain_id=1)
    frame = wire.Frame.FromString(encode_hello(DIALER, other, NONCE, LISTENER.identity, DER, 0, ""))
    frame.hello.terms.chain_id = TERMS.chain_id
    with pytest.raises(IdentityRefused):
        read_hello(encode_frame(frame), TERMS, NONCE, LISTENER.identity, DER)


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (replace(TERMS, chain_id=1), "chain id: expected 31337, found 1"),
        (replace(TERMS, genesis_hash=Hash32(bytes(32))), "genesis: expected 99"),
        (replace(TERMS, version=9), "protocol version: expected 1, found 9"),
    ],
)
def test_both_sides_refuse_other_networks(terms: object, why: str) -> None:
    """The refusal says what differs."""
    with pytest.raises(HandshakeRefused, match=why):
        read_challenge(encode_challenge(terms, NONCE), TERMS)  # type: ignore[arg-type]
    said = encode_hello(DIALER, terms, NONCE, LISTENER.identity, DER, 0, "")  # type: ignore[arg-type]
    with pytest.raises(HandshakeRefused, match=why):
        read_hello(said, TERMS, NONCE, LISTENER.identity, DER)


def test_a_goodbye_brings_its_reason() -> None:
    """A dialer that is not taken knows why, on one printable line."""
    for read in (lambda data: read_challenge(data, TERMS), read_welcome):
        with pytest.raises(HandshakeRefused, match=r"the peer says: no room\?really"):
            read(encode_goodbye("no room\nreally"))


def test_wrong_steps_and_shapes_are_refused() -> None:
    """Another frame than the expected, or fields of other lengths."""
    with pytest.raises(Malformed, match="expected hello, found welcome"):
        read_hello(encode_welcome(), TERMS, NONCE, LISTENER.identity, DER)
    with pytest.raises(Malformed, match="nonce of 32 bytes, found 3"):
        read_challenge(encode_challenge(TERMS, b"abc"), TERMS)
    for field, value in (("public_key", b""), ("signature", bytes(64)), ("listen_port", 65_536)):
        frame = wire.Frame.FromString(hello())
        setattr(frame.hello, field, value)
        with pytest.raises(Malformed):
            read_hello(encode_frame(frame), TERMS, NONCE, LISTENER.identity, DER)
    with pytest.raises(Malformed):
        read_hello(hello(external="nonsense"), TERMS, NONCE, LISTENER.identity, DER)
    with pytest.raises(Malformed, match="at most 1024 bytes"):
        read_welcome(encode_goodbye("x") + bytes(1_024))


def test_every_byte_of_a_hello_counts() -> None:
    """A byte changed anywhere is refused, or says the same of who dialled."""
    good = hello()
    for place in range(len(good)):
        changed = bytearray(good)
        changed[place] ^= 0x55
        try:
            greeting = read_hello(bytes(changed), TERMS, NONCE, LISTENER.identity, DER)
        except Invalid:
            continue
        assert greeting.identity == DIALER.identity
