"""What a relayer knows of an end, from what happened there."""

from bridge.book import MARKS_MAX, OPEN_MAX, Book
from bridge.ends import end as kinds
from bridge.ends.end import Head
from bridge.records import Acknowledgement
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Height, Seconds, Wei
from tests.bridge.test_planning import sent

ANSWER = Acknowledgement(True, ZERO_ADDRESS, ZERO_HASH)


def test_packets_come_grow_and_end():
    """A fee that is added counts; what has ended is gone."""
    book = Book()
    book.note([sent(1, 4), sent(2, 5), kinds.FeeAdded(Height(6), 2, Wei(7))], Height(6))
    assert [10, 17] == [one.fee_wei for one in book.sent.values()]
    book.note([kinds.PacketSettled(Height(7), 1)], Height(9))
    assert [2] == list(book.sent) and 2 == book.last_sent and 9 == book.scanned


def test_an_answer_ends_a_wait():
    """A delayed transfer that was answered is no more to be released."""
    book = Book()
    late = kinds.TransferDelayed(Height(3), 1, Seconds(60))
    book.note([kinds.PacketReceived(Height(3), 1), late], Height(3))
    assert {1: 60} == book.delayed
    book.note([kinds.AnswerWritten(Height(5), 1, ANSWER)], Height(5))
    assert {} == book.delayed and {1: 3} == book.received


def test_reading_begins_again_below_all_that_is_under_way():
    """The bookmark is the lowest height of a packet or receipt that still counts."""
    book = Book()
    assert 0 == book.low_height()
    book.note([sent(1, 4), sent(2, 9), kinds.PacketReceived(Height(6), 1)], Height(20))
    assert 4 == book.low_height()
    book.note([kinds.PacketSettled(Height(21), 1)], Height(21))
    assert 6 == book.low_height()
    book.forget_settled(Book(last_sent=1))
    assert 9 == book.low_height()


def test_only_what_has_ended_is_forgotten():
    """What came of a packet that is under way, or was not even read yet, is kept."""
    source, book = Book(), Book()
    source.note([sent(2, 4)], Height(4))
    for number in (1, 2, 3):
        book.received[number] = Height(number)
    book.forget_settled(source)
    assert {2: 2, 3: 3} == book.received


def test_a_book_is_bounded_by_the_best_paid():
    """A flood of packets without fee drives out no packet with one."""
    book = Book()
    book.note([sent(1, fee_wei=5)], Height(1))
    book.note([sent(n, fee_wei=0) for n in range(2, OPEN_MAX + 50)], Height(2))
    assert OPEN_MAX == len(book.sent) and 1 in book.sent and 2 in book.sent


def test_times_of_final_blocks_are_remembered_for_a_while():
    """The first block after a moment is known, among the newest."""
    book = Book()
    for number in range(MARKS_MAX + 5):
        book.note_head(Head(Height(number), Seconds(100 + number), ZERO_HASH))
    assert MARKS_MAX == len(book.marks)
    found = book.first_after(Seconds(300))
    assert found is not None and 200 == found.height
    assert book.first_after(Seconds(10_000)) is None
