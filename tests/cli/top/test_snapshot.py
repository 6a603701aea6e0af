"""What is known of a node at one moment."""

import json

from cli.top.snapshot import as_json, plain, signed_power
from tests.cli.top.looks import ALICE, BOB, block, look


def test_block_times_are_of_neighbours_alone():
    """A gap between two blocks is no block time, and time never runs backwards."""
    late = block(4, time_ms=block(4).time_ms + 500)
    assert [1.5, 0.5] == look(block(1), block(3), late, block(5)).intervals_s
    assert [0.0] == look(block(1, time_ms=9), block(2, time_ms=5)).intervals_s


def test_names_of_others_are_text_and_nothing_else():
    """No control characters, no change of direction, no more than a name's length."""
    assert "a·[31mb" == plain("a\x1b[31mb")
    assert "·evil" == plain("\u202eevil")
    assert "a·b" == plain("a\nb")
    assert 40 == len(plain("x" * 1_000))
    assert "日本" == plain("日本")


def test_power_that_signed_is_of_the_set_alone():
    """A signature of somebody outside counts nothing."""
    assert (80, 100) == signed_power(block(1))
    assert (50, 100) == signed_power(block(1, signed=frozenset({ALICE, "0x" + "d" * 40})))


def test_a_look_is_one_json_object():
    """With wei as text; what is unknown is null."""
    found = json.loads(json.dumps(as_json(look(block(1), block(2), numbers=None, disk=None))))
    assert ("1000000000", 2, None, None) == (
        found["block"]["base_fee_wei"], found["height"], found["round"], found["disk"]
    )  # fmt: skip
    assert [ALICE, BOB] == found["block"]["signed"]
    assert {"compute.OrderOpened": 4} == found["activity"]
    assert {"pending": 4, "queued": 1} == found["mempool"]
