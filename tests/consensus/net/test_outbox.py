"""What waits to be sent to one peer."""

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consensus.net.frames import FRAME_BYTES_MAX, encode_traffic
from consensus.net.messages import MESSAGE_BYTES_MAX
from consensus.net.outbox import ENVELOPES_MAX, ESSENTIAL, ROOMS, Outbox
from consensus.net.transport import Channel
from tests.consensus.net.stage import run


def test_urgent_channels_leave_first_and_in_order() -> None:
    """Whatever was queued when: by channel, and within one in the order of coming."""
    box = Outbox()
    for channel in reversed(Channel):
        for number in range(3):
            assert box.put(channel, bytes([channel, number]))
    taken = box.take()
    assert taken == sorted(taken)
    assert len(taken) == 18
    assert box.take() == []


@pytest.mark.parametrize("channel", list(Channel))
def test_rooms_are_bounded(channel: Channel) -> None:
    """By count and by bytes; a full one refuses, others are not touched."""
    box, room = Outbox(), ROOMS[channel]
    assert all(box.put(channel, b"x") for _ in range(room.messages_max))
    assert not box.put(channel, b"x")
    assert box.is_stuck is (channel in ESSENTIAL)
    box = Outbox()
    size = MESSAGE_BYTES_MAX
    assert sum(box.put(channel, bytes(size)) for _ in range(300)) == room.bytes_max // size
    other = next(c for c in Channel if c is not channel)
    assert box.put(other, b"x")


def test_wait_returns_when_something_is_there() -> None:
    """A writer sleeps while nothing waits, and wakes for the first message."""

    async def story() -> None:
        box = Outbox()
        waiting = asyncio.ensure_future(box.wait())
        await asyncio.sleep(0)
        assert not waiting.done()
        box.put(Channel.BLOCK, b"x")
        await waiting
        box.take()
        again = asyncio.ensure_future(box.wait())
        await asyncio.sleep(0)
        assert not again.done()
        again.cancel()

    run(story)


@settings(max_examples=60, deadline=None)
@given(
    sizes=st.lists(
        st.tuples(
            st.sampled_from(list(Channel)),
            st.one_of(st.integers(0, 2_000), st.integers(0, MESSAGE_BYTES_MAX)),
        ),
        max_size=60,
    ),
    tiny=st.integers(0, 5_000),
)
def test_everything_taken_fits_its_frame(sizes: list[tuple[Channel, int]], tiny: int) -> None:
    """Frames stay below 256 KiB, nothing is lost, nothing comes twice."""
    box, put = Outbox(), 0
    for channel, size in sizes:
        put += box.put(channel, bytes(size))
    put += sum(box.put(Channel.CONSENSUS, b"") for _ in range(tiny))
    taken = 0
    while frame := box.take():
        assert len(encode_traffic(frame)) <= FRAME_BYTES_MAX
        assert len(frame) <= ENVELOPES_MAX
        taken += len(frame)
    assert taken == put
