"""Commitments and payloads, to the bit as Solidity's abi.encode makes them."""

from contextlib import suppress

import pytest
from eth_hash.auto import keccak
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from chain.kit.abi import UINT256, Uint64
from chain.types.primitives import Address, Gas, Hash32, Seconds, Wei
from modules.bridge.packets import (
    ACK_DOMAIN,
    PACKET_DOMAIN,
    PAYLOAD_BYTES_MAX,
    acknowledgement_commitment,
    decode_transfer,
    encode_transfer,
    packet_commitment,
    place_of,
)
from modules.bridge.records import CALL_DATA_BYTES_MAX, Acknowledgement, End, Packet, Transfer
from tests.modules.stage import account

HERE = End(31_337, account(0x0802), Uint64(3))
THERE = End(1, account(0xEEEE), Uint64(5))
addresses = st.binary(min_size=20, max_size=20).map(Address)
transfers = st.builds(
    Transfer,
    addresses,
    st.booleans(),
    addresses,
    addresses,
    st.integers(0, 2**256 - 1).map(Wei),
    st.integers(0, 2**64 - 1).map(Gas),
    st.binary(max_size=100),
)


def words(*values: int | bytes) -> bytes:
    """Return static values side by side, each padded to a word."""
    return b"".join(
        v.rjust(32, b"\0") if isinstance(v, bytes) else UINT256.encode(v) for v in values
    )


def test_a_commitment_is_ten_words():
    """Domain, both ends, sequence, time out and the payload's hash: fixed places, no packing."""
    packet = Packet(Uint64(7), Seconds(1_700_000_000), b"payload")
    expected = keccak(
        keccak(b"kumiai.bridge.packet.v1")
        + words(31_337, HERE.bridge, 3, 1, THERE.bridge, 5, 7, 1_700_000_000)
        + keccak(b"payload")
    )
    assert expected == packet_commitment(HERE, THERE, packet)
    assert expected != packet_commitment(THERE, HERE, packet)


def test_an_answer_is_bound_to_its_packet():
    """Its domain is another, so an answer is never read as a packet."""
    answer = Acknowledgement(True, account(9), Hash32(keccak(b"")))
    packet = Hash32(b"\x11" * 32)
    expected = keccak(ACK_DOMAIN + packet + words(1, account(9)) + keccak(b""))
    assert expected == acknowledgement_commitment(packet, answer)
    assert ACK_DOMAIN != PACKET_DOMAIN


def test_places_are_those_of_soliditys_mappings():
    """mapping(uint64 => mapping(uint64 => bytes32)) at slot 32, computed by hand."""
    inner = keccak(words(5, 32))
    assert int.from_bytes(keccak(words(9) + inner), "big") == place_of(32, 5, 9)


def test_the_longest_payload_has_the_length_that_is_allowed():
    """The bound fits the longest call data, and not one word more."""
    longest = Transfer(
        account(1), False, account(2), account(3), Wei(1), Gas(1), bytes(CALL_DATA_BYTES_MAX)
    )
    assert PAYLOAD_BYTES_MAX == len(encode_transfer(longest)) + 32
    with pytest.raises(Malformed):
        decode_transfer(bytes(PAYLOAD_BYTES_MAX + 1))


@given(transfers)
def test_a_transfer_has_one_encoding(transfer: Transfer):
    """What is encoded is read back, and encodes to the same bytes."""
    assert transfer == decode_transfer(encode_transfer(transfer))


@given(transfers, st.integers(0, 2_000), st.integers(1, 255))
def test_no_other_bytes_are_that_transfer(transfer: Transfer, place: int, change: int):
    """One changed byte is another transfer or none: no two encodings mean the same."""
    payload = bytearray(encode_transfer(transfer))
    payload[place % len(payload)] ^= change
    try:
        found = decode_transfer(bytes(payload))
    except Malformed:
        return
    assert found != transfer and encode_transfer(found) == bytes(payload)


@given(st.binary(max_size=400))
def test_rubbish_is_refused_by_name(payload: bytes):
    """Whatever comes is a transfer in its one shape, or Malformed."""
    with suppress(Malformed):
        assert encode_transfer(decode_transfer(payload)) == payload
