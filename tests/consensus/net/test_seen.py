"""Who is known to have which message."""

from chain.types.primitives import Milliseconds
from consensus.net.seen import Seen, key_of
from tests.consensus.net.stage import name

KEY = key_of(b"message")
A, B = name(1), name(2)


def at(moment: int) -> Milliseconds:
    """A moment."""
    return Milliseconds(moment)


def test_holders_are_never_sent_to() -> None:
    """Who sent a message is not sent it back, however long ago that was."""
    seen = Seen(400)
    seen.hold(KEY, A)
    assert not seen.lacks(KEY, A, at(10**9))
    assert seen.lacks(KEY, B, at(0))


def test_sent_messages_are_sent_again_after_a_while() -> None:
    """A send may be lost, so it is repeated, and not before its time."""
    seen = Seen(400)
    seen.sent(KEY, A, at(1_000))
    assert not seen.lacks(KEY, A, at(1_399))
    assert seen.lacks(KEY, A, at(1_400))
    assert seen.was_told(KEY, A)


def test_delivered_messages_are_delivered_again_after_a_while() -> None:
    """The engine may have dropped it."""
    seen = Seen(400)
    assert [seen.deliver(KEY, at(moment)) for moment in (0, 399, 400, 500)] == [
        True,
        False,
        True,
        False,
    ]


def test_who_left_is_forgotten() -> None:
    """A peer that comes back may have lost everything."""
    seen = Seen(400)
    seen.hold(KEY, A)
    seen.sent(KEY, B, at(0))
    seen.forget(A)
    seen.forget(B)
    assert seen.lacks(KEY, A, at(0))
    assert seen.lacks(KEY, B, at(0))
    assert seen.was_received(KEY)


def test_memory_is_bounded_and_keeps_what_is_used() -> None:
    """Only so many messages are remembered; the one not used for longest goes first."""
    seen = Seen(400, entries_max=2)
    first, second, third = (key_of(bytes([n])) for n in range(3))
    for key in (first, second):
        seen.hold(key, A)
    seen.hold(first, B)
    seen.hold(third, A)
    assert [seen.was_received(key) for key in (first, third)] == [True, True]
    assert not seen.was_received(second)
