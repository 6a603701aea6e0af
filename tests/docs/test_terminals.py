"""What the reader's machine has, and what the reader looks at."""

import signal
from functools import partial

import pytest

from tests.docs.page import Block
from tests.docs.terminals import Reader

pytestmark = pytest.mark.e2e
LISTENS = "$ curl -sI http://10.0.0.5:8080/\nHTTP/1.0 200 OK\n"


def test_another_machines_address_is_the_readers_own(tmp_path):
    """A program that listens at an address of the page is reached by it."""
    serve = "$ python -m http.server 8080 --bind 10.0.0.5\nServing HTTP on 10.0.0.5\n"
    with Reader(tmp_path / "desk", addresses=("10.0.0.5",)) as reader:
        reader.do(Block("console", "server", serve))
        reader.do(Block("console", "", LISTENS))


def test_a_reader_looks_until_what_runs_has_printed_it(tmp_path):
    """A block that begins with no prompt is compared with the program that runs there."""
    with Reader(tmp_path / "desk") as reader:
        reader.do(Block("console", "clock", "$ echo one; sleep 1; echo two; sleep 600\none\n"))
        reader.do(Block("console", "clock", "two\n^C\n"))
        reader.do(Block("console", "clock", "$ echo one; sleep 1\none\n"))
        with pytest.raises(AssertionError, match="clock ended"):
            reader.do(Block("console", "clock", "two\n"))


@pytest.mark.parametrize("handed_down", [signal.default_int_handler, signal.SIG_IGN])
def test_lines_after_an_interrupt_are_compared(tmp_path, handed_down, request):
    """A program that ends without what the page shows is told, whatever becomes of our Ctrl-C."""
    request.addfinalizer(partial(signal.signal, signal.SIGINT, signal.getsignal(signal.SIGINT)))
    signal.signal(signal.SIGINT, handed_down)
    with Reader(tmp_path / "desk") as reader:
        runs = Block("console", "clock", "$ echo one; sleep 600\none\n")
        reader.do(runs)
        reader.do(Block("console", "clock", "^C\none\n"))
        reader.do(runs)
        with pytest.raises(AssertionError, match="clock ends without 'two'"):
            reader.do(Block("console", "clock", "^C\ntwo\n"))
