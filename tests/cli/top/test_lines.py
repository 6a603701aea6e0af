"""Where no terminal is."""

import json
from collections.abc import Callable

import pytest

from cli.client import NodeUnreachable
from cli.top.lines import follow, show_once
from cli.top.snapshot import Snapshot
from tests.cli.top.looks import block, look

Capture = pytest.CaptureFixture[str]


def scripted(*steps: Snapshot | None) -> Callable[[], Snapshot]:
    """Looks, one after the other; None is a node that is away."""
    left = list(steps)

    def next_look() -> Snapshot:
        found = left.pop(0)
        if found is None:
            raise NodeUnreachable("no node answers at x")
        return found

    return next_look


def test_each_block_is_told_once(capsys: Capture) -> None:
    """The first look tells the newest block, later ones what came since."""
    one = look(block(1), block(2))
    two = look(block(1), block(2), block(3), block(4))
    follow(scripted(one, one, two), 0.0, is_json=False, looks=3)
    lines = capsys.readouterr().out.splitlines()
    assert ["block 2", "block 3", "block 4"] == [line[:7] for line in lines]
    assert (
        "block 4 after 1.00 s: 3 txs, 50 % of gas, base fee 1 gwei, signed 80 %, 2 of 3, "
        "2 events of modules; 3 peers, level"
    ) == lines[2]


def test_a_node_that_is_away_is_told_once_and_awaited(capsys: Capture) -> None:
    """On stderr, so that what is piped on is blocks alone."""
    steps = scripted(look(block(1)), None, None, look(block(1), block(2)))
    follow(steps, 0.0, is_json=False, looks=4)
    out, err = capsys.readouterr()
    assert 2 == len(out.splitlines())
    assert [
        "no node answers at x; asked again every 0 s",
        "http://127.0.0.1:8545 answers again",
    ] == (err.splitlines())


def test_programs_get_an_object_a_look(capsys: Capture) -> None:
    """Whether or not a block came."""
    follow(scripted(look(block(1)), look(block(1))), 0.0, is_json=True, looks=2)
    assert [1, 1] == [json.loads(line)["height"] for line in capsys.readouterr().out.splitlines()]


def test_one_look_is_a_table_or_an_object(capsys: Capture) -> None:
    """And fails where the node is away."""
    show_once(scripted(look(block(9))), is_json=False)
    assert "behind a gap" in capsys.readouterr().out
    show_once(scripted(look(block(9))), is_json=True)
    assert 9 == json.loads(capsys.readouterr().out)["height"]
    with pytest.raises(NodeUnreachable):
        show_once(scripted(None), is_json=True)
