"""
Frames on the stream: bounded, decoded strictly, many small messages in one.

    [(channel, data), ...] --encode_traffic--> at most 256 KiB --decode_frame--> Frame

A gRPC write costs about 220 us whatever its size, so a burst goes out as few frames.
"""

from collections.abc import Iterable
from typing import Final

from google.protobuf.message import DecodeError

from chain.errors import Malformed
from consensus.net.messages import MESSAGE_BYTES_MAX
from consensus.net.outbox import ENVELOPES_MAX
from consensus.net.transport import Channel
from consensus.net.wire.peer_pb2 import Envelope, Frame, Goodbye, Traffic

FRAME_BYTES_MAX: Final = 256 * 1_024
HANDSHAKE_BYTES_MAX: Final = 1_024  # one frame of the handshake
REASON_CHARACTERS_MAX: Final = 200
CHANNELS: Final = frozenset(int(channel) for channel in Channel)


def encode_traffic(messages: Iterable[tuple[Channel, bytes]]) -> bytes:
    """One frame of messages; an Outbox never gives more than fit."""
    envelopes = [Envelope(channel=int(channel), data=data) for channel, data in messages]
    return encode_frame(Frame(traffic=Traffic(envelopes=envelopes)))


def encode_goodbye(reason: str) -> bytes:
    """The frame that ends a connection."""
    return encode_frame(Frame(goodbye=Goodbye(reason=reason[:REASON_CHARACTERS_MAX])))


def encode_frame(frame: Frame) -> bytes:
    """Bytes of a frame."""
    return bytes(frame.SerializeToString())


def decode_frame(data: bytes, bytes_max: int = FRAME_BYTES_MAX) -> Frame:
    """Reverse of `encode_frame`. Raises Malformed for no frame, an empty or a too long one."""
    if len(data) > bytes_max:
        raise Malformed(f"expected a frame of at most {bytes_max} bytes, found {len(data)}")
    try:
        frame = Frame.FromString(data)
    except DecodeError as error:
        raise Malformed(f"expected a frame, found {len(data)} bytes of something else") from error
    if frame.WhichOneof("content") is None:
        raise Malformed("expected a frame with content, found an empty one")
    return frame


def messages_of(frame: Frame) -> list[tuple[Channel, bytes]]:
    """Messages of a frame of traffic. Raises Malformed for any other frame, and over a limit."""
    if frame.WhichOneof("content") != "traffic":
        raise Malformed(f"expected traffic, found {frame.WhichOneof('content')}")
    envelopes = frame.traffic.envelopes
    if not 1 <= len(envelopes) <= ENVELOPES_MAX:
        raise Malformed(f"expected 1 to {ENVELOPES_MAX} messages, found {len(envelopes)}")
    messages = []
    for envelope in envelopes:
        if envelope.channel not in CHANNELS:
            raise Malformed(f"expected a channel of {sorted(CHANNELS)}, found {envelope.channel}")
        if len(envelope.data) > MESSAGE_BYTES_MAX:
            raise Malformed(
                f"expected a message of at most {MESSAGE_BYTES_MAX} bytes, "
                f"found {len(envelope.data)}"
            )
        messages.append((Channel(envelope.channel), envelope.data))
    return messages


def reason_of(frame: Frame) -> str:
    """The reason of a goodbye, safe to print: one line, and not long."""
    return "".join(c if c.isprintable() else "?" for c in frame.goodbye.reason)[
        :REASON_CHARACTERS_MAX
    ]
