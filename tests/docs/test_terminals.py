"""The reader's machine has the addresses and knows the names that a page speaks of."""

import pytest

from tests.docs.page import Block
from tests.docs.terminals import NAMES, Reader

pytestmark = pytest.mark.e2e
LISTENS = """\
$ curl -sI http://10.0.0.5:8080/
HTTP/1.0 200 OK
$ curl -sI http://node.example.org:8080/
HTTP/1.0 200 OK
"""


def test_another_machines_address_and_name_are_the_readers_own(tmp_path):
    """A program that listens at an address of the page is reached by it, and by the host's name."""
    serve = "$ python -m http.server 8080 --bind 10.0.0.5\nServing HTTP on 10.0.0.5\n"
    names = {"node.example.org": "10.0.0.5"}
    with Reader(tmp_path / "desk", addresses=("10.0.0.5",), names=names) as reader:
        reader.do(Block("console", "server", serve))
        reader.do(Block("console", "", LISTENS))
        place = NAMES / reader.machine
        assert place.exists()
    assert not place.exists()
