"""How much one peer may say."""

from hypothesis import given
from hypothesis import strategies as st

from chain.types.primitives import Milliseconds
from consensus.net.config import RATES, Rate
from consensus.net.rates import Meter, TokenBucket
from consensus.net.transport import Channel

START = Milliseconds(1_000)


def later(span_ms: int) -> Milliseconds:
    """A moment after the start."""
    return Milliseconds(START + span_ms)


def test_a_burst_passes_and_then_the_rate_holds() -> None:
    """As much at once as the burst, then one message every tenth of a second."""
    meter = Meter({Channel.PEERS: Rate(10, 10_000, burst_s=2)}, START)
    passed = [meter.wait_ms(Channel.PEERS, 1, START) for _ in range(25)]
    assert passed == [0] * 20 + [100] * 5
    assert meter.wait_ms(Channel.PEERS, 1, later(99)) == 1
    assert meter.wait_ms(Channel.PEERS, 1, later(100)) == 0


def test_bytes_count_like_messages() -> None:
    """Few but large messages are held to the rate of bytes."""
    meter = Meter({Channel.BLOCK: Rate(1_000, 1_000, burst_s=1)}, START)
    assert meter.wait_ms(Channel.BLOCK, 1_000, START) == 0
    assert meter.wait_ms(Channel.BLOCK, 500, START) == 500


def test_a_message_over_the_burst_passes_a_full_bucket() -> None:
    """It is let through once nothing is owed, and then owes the rest."""
    bucket = TokenBucket(10, 100, START)
    assert bucket.wait_ms(500, START) == 0
    bucket.take(500)
    assert bucket.wait_ms(1, START) == 40_100


def test_a_clock_that_goes_back_gives_nothing() -> None:
    """Time that runs backwards neither fills nor empties a bucket."""
    bucket = TokenBucket(10, 1, START)
    bucket.take(1)
    assert bucket.wait_ms(1, Milliseconds(0)) == 100


def test_sixteen_validators_stay_within_the_rates() -> None:
    """The votes of 16 validators, each passed on by one peer, twice a second for a minute."""
    meter = Meter(RATES, START)
    for second in range(60):
        for vote in range(16 * 2 * 2):
            now = later(second * 1_000 + vote)
            assert meter.wait_ms(Channel.CONSENSUS, 200, now) == 0


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 300)), max_size=80))
def test_never_more_than_burst_and_rate(steps: list[tuple[int, int]]) -> None:
    """Whatever the pattern, what passes is at most the burst and what time has brought."""
    meter, now, passed = Meter({Channel.PEERS: Rate(1_000, 100, burst_s=3)}, START), 0, 0
    for span, size in steps:
        now += span
        if meter.wait_ms(Channel.PEERS, size, later(now)) == 0:
            passed += size
    assert passed <= 300 + now * 100 // 1_000 + 1
