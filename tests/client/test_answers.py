"""A node's answers are read strictly: what is no number, bytes or address is said to be none."""

import pytest

from client import answers
from client.errors import AnswerInvalid, shown


def test_quantities_bytes_and_addresses_are_read():
    """As Ethereum's JSON-RPC writes them."""
    assert 31 == answers.number("0x1f")
    assert b"\x00\xff" == answers.data("0x00ff")
    assert "0x52908400098527886E0F7030069857D2E4169EE7" == answers.address(
        "0x52908400098527886e0f7030069857d2e4169ee7"
    )
    assert 5 == answers.field({"a": 5}, "a")
    assert "0x01" == answers.hexed(b"\x01")


@pytest.mark.parametrize(
    ("read", "answer"),
    [
        (answers.number, "1f"),
        (answers.number, 31),
        (answers.number, None),
        (answers.data, "0x0"),
        (answers.data, "00"),
        (answers.data, ["0x"]),
        (answers.address, "0x1234"),
        (lambda answer: answers.field(answer, "a"), {"b": 1}),
        (lambda answer: answers.field(answer, "a"), []),
    ],
)
def test_anything_else_is_the_nodes_fault(read, answer):
    """The error shows what came."""
    with pytest.raises(AnswerInvalid, match="expected, found"):
        read(answer)


def test_what_came_is_shown_in_part():
    """A megabyte of nonsense makes no megabyte of message."""
    assert len(shown("x" * 10**6)) < 300
