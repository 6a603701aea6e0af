"""What there is to do, from what is known: a pure function, tried on anything that may be known."""

from hypothesis import given
from hypothesis import strategies as st

from bridge.book import Book
from bridge.ends.end import AnswerWritten, Head, PacketSent, Trust
from bridge.planning import Item, Policy, Task, plan
from bridge.records import Acknowledgement, Packet
from chain.kit.abi import Uint64
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Height, Seconds, Wei

ANSWER = Acknowledgement(True, ZERO_ADDRESS, ZERO_HASH)
NOW_S = 1_000


def sent(number: int, height: int = 5, timeout_s: int = 2_000, fee_wei: int = 10) -> PacketSent:
    """Return a packet that left its end."""
    packet = Packet(Uint64(number), Seconds(timeout_s), b"")
    return PacketSent(Height(height), packet, Wei(fee_wei))


def book(height: int = 50, time_s: int = NOW_S, trusted: int = 20, trusted_s: int = 900) -> Book:
    """Return a book of an end that is open and trusts a block of the other."""
    found = Book(scanned=Height(height), is_open=True)
    found.note_head(Head(Height(height), Seconds(time_s), ZERO_HASH))
    found.trust = Trust(Height(trusted), Seconds(trusted_s), True, True, Seconds(trusted_s + 9_000))
    return found


def item(task: Task, number: int, fee_wei: int = 10) -> Item:
    """Return an item."""
    return Item(task, number, Wei(fee_wei))


def test_a_packet_is_delivered_once_its_block_is_trusted():
    """A newer packet asks for an update first, to its own height or above."""
    here, there = book(), book()
    there.sent = {1: sent(1, height=20), 2: sent(2, height=21)}
    found = plan(here, there, Policy())
    assert (item(Task.DELIVER, 1),) == found.items and 21 == found.wanted


def test_the_best_paid_comes_first_and_a_batch_is_bounded():
    """Fees decide the order, sequences among equals."""
    here, there = book(), book()
    there.sent = {n: sent(n, fee_wei=fee) for n, fee in ((1, 5), (2, 9), (3, 9), (4, 1))}
    found = plan(here, there, Policy(batch_max=3))
    assert [2, 3, 1] == [one.sequence for one in found.items]


def test_nothing_is_delivered_in_its_last_seconds_or_to_a_closed_route():
    """Gas for what will be refused is saved."""
    here, there = book(), book()
    there.sent = {1: sent(1, timeout_s=NOW_S + 10), 2: sent(2, timeout_s=NOW_S + 11)}
    assert (item(Task.DELIVER, 2),) == plan(here, there, Policy()).items
    here.is_open = False
    assert () == plan(here, there, Policy()).items


def test_an_answer_ends_a_packet_and_a_receipt_forbids_its_time_out():
    """What was received is only ever acknowledged."""
    here, there = book(time_s=9_000, trusted_s=8_500), book(time_s=9_000)
    here.sent = {1: sent(1), 2: sent(2)}
    there.received = {1: Height(9), 2: Height(9)}
    there.answers = {1: AnswerWritten(Height(10), 1, ANSWER)}
    assert (item(Task.ACKNOWLEDGE, 1),) == plan(here, there, Policy()).items


def test_a_time_out_needs_a_trusted_block_that_late():
    """Until the client knows a block after the last second it is asked for the first such one."""
    here, there = book(time_s=3_000), Book(scanned=Height(60))
    here.sent = {1: sent(1)}
    for height, time_s in ((40, 1_999), (50, 2_000), (60, 2_100)):
        there.note_head(Head(Height(height), Seconds(time_s), ZERO_HASH))
    found = plan(here, there, Policy())
    assert () == found.items and 50 == found.wanted
    here.trust = Trust(Height(50), Seconds(2_000), True, True, Seconds(9_000))
    assert (item(Task.TIMEOUT, 1),) == plan(here, there, Policy()).items


def test_a_client_that_believes_nothing_gets_nothing_to_prove():
    """Frozen or expired: only what needs no proof is done."""
    here, there = book(), book()
    there.sent = {1: sent(1), 2: sent(2)}
    here.received, here.delayed = {2: Height(4)}, {2: Seconds(NOW_S)}
    here.trust = Trust(Height(20), Seconds(900), False, True, Seconds(0))
    found = plan(here, there, Policy())
    assert (item(Task.RELEASE, 2),) == found.items and found.wanted is None


def test_a_checkpoint_proves_nothing_yet():
    """A client that has only its checkpoint knows no state root: it wants a header first."""
    here, there = book(), book()
    there.sent = {1: sent(1, height=3)}
    here.trust = Trust(Height(20), Seconds(900), True, False, Seconds(9_000))
    found = plan(here, there, Policy())
    assert () == found.items and 3 == found.wanted


NUMBERS = st.sets(st.integers(1, 12))


@st.composite
def books(draw) -> Book:
    """Any book: what it holds need not fit together."""
    found = book(
        height=draw(st.integers(0, 100)),
        time_s=draw(st.integers(0, 3_000)),
        trusted=draw(st.integers(0, 100)),
        trusted_s=draw(st.integers(0, 3_000)),
    )
    found.is_open = draw(st.booleans())
    found.sent = {
        n: sent(n, draw(st.integers(0, 100)), draw(st.integers(1, 3_000)), draw(st.integers(0, 20)))
        for n in draw(NUMBERS)
    }
    found.received = {n: Height(draw(st.integers(0, 100))) for n in draw(NUMBERS)}
    found.delayed = {n: Seconds(draw(st.integers(0, 3_000))) for n in draw(NUMBERS)}
    found.answers = {
        n: AnswerWritten(Height(draw(st.integers(0, 100))), n, ANSWER) for n in draw(NUMBERS)
    }
    return found


@given(books(), books(), st.integers(0, 20), st.integers(1, 10))
def test_a_plan_is_bounded_profitable_and_proven(here, there, fee_min, batch):
    """Of any knowledge: never above the batch, below the fee, or without a trusted height."""
    policy = Policy(Wei(fee_min), batch)
    found = plan(here, there, policy)
    assert len(found.items) <= batch and plan(here, there, policy) == found
    keys = [(one.task, one.sequence) for one in found.items]
    assert len(keys) == len(set(keys))
    for one in found.items:
        assert one.fee_wei >= fee_min
        source = there if one.task in (Task.DELIVER, Task.RELEASE) else here
        packet = source.sent[one.sequence]
        if one.task is Task.DELIVER:
            assert one.sequence not in here.received and here.trust.height >= packet.height
        elif one.task is Task.ACKNOWLEDGE:
            assert here.trust.height >= there.answers[one.sequence].height
        elif one.task is Task.TIMEOUT:
            assert one.sequence not in there.received | there.answers
            assert here.trust.time_s >= packet.packet.timeout_s
    assert not {k for k in keys if k in plan(here, there, policy, set(keys)).items}
    if found.wanted is not None:
        assert found.wanted > here.trust.height or found.items or found.wanted >= 0


@given(books(), books())
def test_what_is_held_is_left_out(here, there):
    """What is under way is not tried a second time."""
    first = plan(here, there, Policy())
    held = {(one.task, one.sequence) for one in first.items}
    again = plan(here, there, Policy(), held)
    assert not held & {(one.task, one.sequence) for one in again.items}
