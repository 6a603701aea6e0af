"""
What reads the bytes of peers: frames, the handshake, gossip's messages, the address book.
"""

import random
from functools import partial

from chain.types.primitives import Milliseconds
from consensus.net.address import PeerAddress, parse_address
from consensus.net.address_book import AddressBook
from consensus.net.compact import CompactFill, CompactPayload, compacted
from consensus.net.frames import decode_frame, encode_goodbye, encode_traffic, messages_of
from consensus.net.handshake import (
    encode_challenge,
    encode_hello,
    encode_welcome,
    read_challenge,
    read_hello,
    read_welcome,
)
from consensus.net.identity import check_certificate
from consensus.net.messages import Codec, channel_of
from consensus.net.parts import PART_BYTES, Part, PartAssembler, PartSet
from consensus.net.transport import Channel
from tests.consensus.net.samples import SAMPLES
from tests.consensus.net.stage import CODEC, ToyPayloads, ToyPool, name, transactions
from tests.consensus.net.wires import TERMS, key
from tests.fuzz.target import Target

NONCE = b"\x07" * 32
DER = key(0).certificate().certificate_der
PARTS = PartSet(bytes(range(256)) * (2 * PART_BYTES // 256) + b"tail")
RAWS = transactions(40)
PAYLOAD = ToyPayloads().join(b"head", RAWS)


def fuzz_frame(data: bytes) -> None:
    """Frames of traffic."""
    messages = messages_of(decode_frame(data))
    assert messages_of(decode_frame(encode_traffic(messages))) == messages


def fuzz_challenge(data: bytes) -> None:
    """The listener's first word."""
    assert len(read_challenge(data, TERMS)) == 32


def fuzz_hello(data: bytes) -> None:
    """The dialer's proof: nobody but the one dialer can be made of any bytes."""
    greeting = read_hello(data, TERMS, NONCE, key(0).identity, DER)
    assert greeting.identity == key(1).identity


def fuzz_welcome(data: bytes) -> None:
    """The listener's last word."""
    read_welcome(data)


def fuzz_certificate(data: bytes) -> None:
    """Certificates with the extension: nobody but the one identity can be made of any bytes."""
    assert check_certificate(data) == key(0).identity


def fuzz_message(channel: Channel, data: bytes, codec: Codec = CODEC) -> None:
    """Messages of one channel."""
    assert codec.encode(codec.decode(channel, data)) == data


def fuzz_part(data: bytes) -> None:
    """Parts on their way into an assembler: none that is wrong is taken."""
    message = CODEC.decode(Channel.PROPOSAL, data)
    if isinstance(message, Part):
        PartAssembler(PARTS.manifest).add(message)
        assert message == PARTS.part(message.index)


def fuzz_compact(data: bytes) -> None:
    """Compact payloads that are filled and joined."""
    message = CODEC.decode(Channel.PROPOSAL, data)
    if isinstance(message, CompactPayload):
        codec = ToyPayloads()
        fill = CompactFill(message, len(PAYLOAD), codec, ToyPool().put(*RAWS))
        if not fill.missing():
            assert len(fill.joined()) <= 2 * len(PAYLOAD)


def fuzz_address(data: bytes) -> None:
    """Addresses as peers tell them."""
    parse_address(data.decode("latin-1"))


def fuzz_address_book(data: bytes) -> None:
    """The file of addresses."""
    book = AddressBook(name(1), random.Random(0))
    bans = book.decode(data)
    again = AddressBook(name(1), random.Random(0))
    assert again.decode(book.encode(bans)) == bans
    assert again.entries() == book.entries()


def _book() -> bytes:
    book = AddressBook(name(1), random.Random(0))
    book.add(PeerAddress(name(2), "8.8.8.8", 1), name(3))
    book.answered(PeerAddress(name(4), "2606:4700::1", 2))
    return book.encode({name(5): Milliseconds(77)})


def _compact() -> bytes:
    compact = compacted(PARTS.manifest.root, PAYLOAD, ToyPayloads())
    assert compact is not None
    return CODEC.encode(compact)


def _samples_of(channel: Channel) -> list[bytes]:
    return [CODEC.encode(sample) for sample in SAMPLES if channel_of(sample) is channel]


HELLO = encode_hello(key(1), TERMS, NONCE, key(0).identity, DER, 26_656, "198.51.100.7:443")
TARGETS: dict[str, Target] = {
    "frame": Target(
        fuzz_frame, [encode_traffic([(Channel.CONSENSUS, b"x"), (Channel.BLOCK, b"")])]
    ),
    "challenge": Target(fuzz_challenge, [encode_challenge(TERMS, NONCE), encode_goodbye("no")]),
    "hello": Target(fuzz_hello, [HELLO]),
    "welcome": Target(fuzz_welcome, [encode_welcome(), encode_goodbye("no")]),
    "tls_certificate": Target(fuzz_certificate, [DER]),
    "part": Target(fuzz_part, [CODEC.encode(PARTS.part(index)) for index in range(3)]),
    "compact": Target(fuzz_compact, [_compact()]),
    "address": Target(fuzz_address, [b"0x" + b"ab" * 20 + b"@[2001:db8::1]:443", b"host:1"]),
    "address_book": Target(fuzz_address_book, [_book()]),
} | {
    f"message_{channel.name.lower()}": Target(partial(fuzz_message, channel), _samples_of(channel))
    for channel in Channel
}
