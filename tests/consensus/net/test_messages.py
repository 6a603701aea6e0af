"""Messages as bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Invalid, Malformed
from consensus.host.config import PAYLOAD_BYTES_MAX
from consensus.host.network import (
    VoteBundle,
)
from consensus.net.messages import (
    FORMS,
    MESSAGE_BYTES_MAX,
    Announcement,
    CertifiedAnnouncement,
    PartRequest,
    WireMessage,
    channel_of,
)
from consensus.net.parts import Manifest
from consensus.net.transport import Channel
from tests.consensus.net.samples import ROOT, SAMPLES
from tests.consensus.net.stage import (
    CODEC,
    certificate,
    proposal,
    vote,
)


@pytest.mark.parametrize("message", SAMPLES, ids=lambda message: type(message).__name__)
def test_every_message_survives_the_wire(message: WireMessage) -> None:
    """What is encoded decodes to itself on its channel, and on no channel of another."""
    data = CODEC.encode(message)
    for channel in Channel:
        if channel in next(form for form in FORMS if form.tag == data[0]).channels:
            assert CODEC.decode(channel, data) == message
        else:
            with pytest.raises(Malformed, match=channel.name):
                CODEC.decode(channel, data)


def test_every_kind_has_a_sample_and_fits_a_frame() -> None:
    """No kind of message goes untested, and none is longer than a frame can carry."""
    assert {form.kind for form in FORMS} == {type(sample) for sample in SAMPLES}
    assert all(form.bytes_max < MESSAGE_BYTES_MAX for form in FORMS)


@pytest.mark.parametrize("message", SAMPLES, ids=lambda message: type(message).__name__)
def test_cut_or_longer_messages_are_refused(message: WireMessage) -> None:
    """A byte less or more is not the message any more."""
    data, channel = CODEC.encode(message), channel_of(message)
    for wrong in (data[:-1], data + b"\x00", data[:1]):
        with pytest.raises(Invalid):
            CODEC.decode(channel, wrong)


def _encoded(tag: int, message: WireMessage) -> bytes:
    return bytes([tag]) + CODEC.encode(message)[1:]


@pytest.mark.parametrize(
    ("channel", "data", "why"),
    [
        (Channel.CONSENSUS, b"", "nothing"),
        (Channel.CONSENSUS, b"\xff\xc0", "tag 255"),
        (Channel.CONSENSUS, b"\x02\xc0", "1 to 256 votes"),
        (Channel.CONSENSUS, b"\x01" + bytes(1_000), "at most 256 bytes"),
        (Channel.BLOCK, b"\x30\xc2\x03\x05", "oldest height of at most 4"),
        (Channel.BLOCK, b"\x31\xc9\x88" + b"\xff" * 8, "height"),
        (Channel.PEERS, b"\x41\xc3\x82\xff\xff", "ASCII"),
        (Channel.TRANSACTION, b"\x50\xc0", "1 to 2000 transactions"),
    ],
)
def test_what_breaks_a_limit_is_refused_with_the_limit(
    channel: Channel, data: bytes, why: str
) -> None:
    """The refusal says what was expected."""
    with pytest.raises(Malformed, match=why):
        CODEC.decode(channel, data)


def test_payload_sizes_above_the_limit_are_refused() -> None:
    """cometbft#5324: an announcement of too large a payload does not even decode."""
    large = Manifest(PAYLOAD_BYTES_MAX + 1, ROOT)
    for message in (
        Announcement(proposal(b"x"), large),
        CertifiedAnnouncement(certificate(b"x"), large),
    ):
        with pytest.raises(Malformed, match="payload"):
            CODEC.decode(channel_of(message), CODEC.encode(message))


@pytest.mark.parametrize("indexes", [(), (1, 1), (2, 1), tuple(range(17)), (128,)])
def test_requests_ask_for_each_thing_once(indexes: tuple[int, ...]) -> None:
    """ASA-2025-003: a set of indexes that contradicts itself or its limits is refused."""
    data = CODEC.encode(PartRequest(ROOT, indexes))
    with pytest.raises(Malformed):
        CODEC.decode(Channel.PROPOSAL, data)


def test_bundles_are_of_one_place() -> None:
    """Votes of different heights or rounds are no bundle, for the sender and the receiver."""
    for other in (vote(1, height=2), vote(1, round_=1)):
        with pytest.raises(Malformed):
            CODEC.encode(VoteBundle((vote(), other)))


@given(channel=st.sampled_from(list(Channel)), data=st.binary(max_size=300))
def test_bytes_decode_or_are_refused(channel: Channel, data: bytes) -> None:
    """Whatever comes, decoding gives a message that encodes to the same bytes, or Invalid."""
    try:
        message = CODEC.decode(channel, data)
    except Invalid:
        return
    assert CODEC.encode(message) == data
