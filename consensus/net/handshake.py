"""
How two nodes find out, on a stream inside TLS, that they may speak.

    listener                                 dialer, which has checked the certificate
       |-- Challenge(terms, nonce) ------------>|
       |<-- Hello(terms, key, signature, port) -|   signature over both identities, the nonce,
       |-- Welcome | Goodbye(reason) ---------->|   the certificate it sees, and the terms

The listener is proven by TLS and its certificate's extension. The dialer's signature names the
certificate at the other end, so somebody in the middle, who has another, cannot pass it on.
"""

from dataclasses import dataclass
from typing import Final

from eth_hash.auto import keccak

from chain.certificates import SIGNATURE_BYTES
from chain.errors import Invalid, Malformed
from chain.types.primitives import Hash32
from consensus.net.address import PORT_MAX, PeerAddress, parse_address
from consensus.net.frames import (
    HANDSHAKE_BYTES_MAX,
    decode_frame,
    encode_frame,
    reason_of,
)
from consensus.net.identity import (
    PUBLIC_KEY_BYTES,
    NodeKey,
    check_signature,
    fingerprint_of,
    identity_of,
)
from consensus.net.transport import PeerId
from consensus.net.wire import peer_pb2 as wire

PROTOCOL_VERSION: Final = 1
HANDSHAKE_DOMAIN: Final = b"kumiai/handshake/1".ljust(32, b"\x00")
NONCE_BYTES: Final = 32


class HandshakeRefused(Invalid):
    """The other side is on another network, or does not take this node."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The network that a node is on; both sides must agree on all of it."""

    chain_id: int
    genesis_hash: Hash32
    version: int = PROTOCOL_VERSION


@dataclass(frozen=True, slots=True)
class Greeting:
    """What a dialer said and proved: who it is, and where it can be dialled, if anywhere."""

    identity: PeerId
    listen_port: int  # 0: nowhere
    external_address: PeerAddress | None


def encode_challenge(terms: Terms, nonce: bytes) -> bytes:
    """The listener's first frame."""
    return encode_frame(wire.Frame(challenge=wire.Challenge(terms=_terms(terms), nonce=nonce)))


def read_challenge(data: bytes, terms: Terms) -> bytes:
    """
    The nonce of a listener's first frame.

    Raises HandshakeRefused when the listener is on another network, or says goodbye, and
    Malformed for any other frame.
    """
    frame = _frame(data, "challenge")
    check_terms(terms, frame.challenge.terms)
    return _exactly(frame.challenge.nonce, NONCE_BYTES, "nonce")


def encode_hello(
    key: NodeKey,
    terms: Terms,
    nonce: bytes,
    listener: PeerId,
    certificate_der: bytes,
    listen_port: int,
    external_address: str,
) -> bytes:
    """The dialer's proof of who it is, for one listener and its certificate."""
    digest = proof_digest(terms, nonce, listener, certificate_der, key.identity)
    hello = wire.Hello(
        terms=_terms(terms),
        public_key=key.public_key,
        signature=key.sign(digest),
        listen_port=listen_port,
        external_address=external_address,
    )
    return encode_frame(wire.Frame(hello=hello))


def read_hello(
    data: bytes, terms: Terms, nonce: bytes, listener: PeerId, certificate_der: bytes
) -> Greeting:
    """
    Who a dialer has proven to be.

    Raises HandshakeRefused for another network, IdentityRefused for a proof that is not of
    this stream, and Malformed.
    """
    hello = _frame(data, "hello").hello
    check_terms(terms, hello.terms)
    public_key = _exactly(hello.public_key, PUBLIC_KEY_BYTES, "public key")
    signature = _exactly(hello.signature, SIGNATURE_BYTES, "signature")
    if hello.listen_port > PORT_MAX:
        raise Malformed(f"expected a port of at most {PORT_MAX}, found {hello.listen_port}")
    external = None
    if hello.external_address:
        external = parse_address(hello.external_address)
    claimed = identity_of(public_key)
    digest = proof_digest(terms, nonce, listener, certificate_der, claimed)
    identity = check_signature(digest, public_key, signature)
    return Greeting(identity, hello.listen_port, external)


def encode_welcome() -> bytes:
    """The listener's last frame of the handshake."""
    return encode_frame(wire.Frame(welcome=wire.Welcome()))


def read_welcome(data: bytes) -> None:
    """Raises HandshakeRefused with the listener's reason when it says goodbye, and Malformed."""
    _frame(data, "welcome")


def proof_digest(
    terms: Terms, nonce: bytes, listener: PeerId, certificate_der: bytes, dialer: PeerId
) -> Hash32:
    """What a dialer signs; 32 + 8 + 32 + 8 + 32 + 20 + 32 + 20 bytes, then Keccak."""
    return Hash32(
        keccak(
            HANDSHAKE_DOMAIN
            + terms.version.to_bytes(8, "big")
            + terms.genesis_hash
            + terms.chain_id.to_bytes(8, "big")
            + nonce
            + bytes.fromhex(listener[2:])
            + fingerprint_of(certificate_der)
            + bytes.fromhex(dialer[2:])
        )
    )


def check_terms(ours: Terms, theirs: wire.Terms) -> None:
    """Raises HandshakeRefused where two nodes are not on the same network, and says where."""
    pairs = (
        ("protocol version", ours.version, theirs.version),
        ("chain id", ours.chain_id, theirs.chain_id),
        ("genesis", ours.genesis_hash.hex(), theirs.genesis_hash[:32].hex()),
    )
    for what, expected, found in pairs:
        if expected != found:
            raise HandshakeRefused(f"{what}: expected {expected}, found {found}")


def _terms(terms: Terms) -> wire.Terms:
    return wire.Terms(
        version=terms.version, chain_id=terms.chain_id, genesis_hash=terms.genesis_hash
    )


def _frame(data: bytes, wanted: str) -> wire.Frame:
    frame = decode_frame(data, HANDSHAKE_BYTES_MAX)
    found = frame.WhichOneof("content")
    if found == "goodbye":
        raise HandshakeRefused(f"the peer says: {reason_of(frame)}")
    if found != wanted:
        raise Malformed(f"expected {wanted}, found {found}")
    return frame


def _exactly(data: bytes, count: int, what: str) -> bytes:
    if len(data) != count:
        raise Malformed(f"expected a {what} of {count} bytes, found {len(data)}")
    return data
