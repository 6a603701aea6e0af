"""Frames on the stream."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from consensus.net.frames import (
    FRAME_BYTES_MAX,
    decode_frame,
    encode_frame,
    encode_goodbye,
    encode_traffic,
    messages_of,
    reason_of,
)
from consensus.net.messages import MESSAGE_BYTES_MAX
from consensus.net.outbox import ENVELOPES_MAX
from consensus.net.transport import Channel
from consensus.net.wire.peer_pb2 import Envelope, Frame, Traffic


@given(
    messages=st.lists(
        st.tuples(st.sampled_from(list(Channel)), st.binary(max_size=300)), min_size=1, max_size=30
    )
)
def test_messages_survive_a_frame(messages: list[tuple[Channel, bytes]]) -> None:
    """Order, channels and bytes stay."""
    assert messages_of(decode_frame(encode_traffic(messages))) == messages


@pytest.mark.parametrize(
    ("envelopes", "why"),
    [
        ([], "1 to 2048 messages"),
        ([Envelope(channel=1, data=b"x")] * (ENVELOPES_MAX + 1), "1 to 2048 messages"),
        ([Envelope(channel=0, data=b"x")], "a channel of"),
        ([Envelope(channel=7, data=b"x")], "a channel of"),
        ([Envelope(channel=1, data=bytes(MESSAGE_BYTES_MAX + 1))], "at most 245760 bytes"),
    ],
)
def test_traffic_over_a_limit_is_refused(envelopes: list[Envelope], why: str) -> None:
    """Counts, channels and lengths are checked before anything is handed on."""
    frame = Frame(traffic=Traffic(envelopes=envelopes))
    with pytest.raises(Malformed, match=why):
        messages_of(decode_frame(encode_frame(frame)))


def test_frames_are_bounded_and_have_content() -> None:
    """Too long, empty, or no protobuf."""
    for data, why in (
        (bytes(FRAME_BYTES_MAX + 1), "at most 262144 bytes"),
        (b"", "with content"),
        (b"\xff\xff", "something else"),
    ):
        with pytest.raises(Malformed, match=why):
            decode_frame(data)


def test_only_traffic_carries_messages() -> None:
    """A frame of the handshake in the middle of traffic is refused."""
    with pytest.raises(Malformed, match="expected traffic, found goodbye"):
        messages_of(decode_frame(encode_goodbye("x")))


def test_reasons_are_short_and_printable() -> None:
    """What a stranger says is safe in a log."""
    assert reason_of(decode_frame(encode_goodbye("a\x1b[31m\n" + "b" * 500))) == (
        "a?[31m?" + "b" * 193
    )
