"""The numbers of a node's metrics."""

import socket

import pytest

from chain.types.primitives import Height
from cli.errors import UsageWrong
from cli.metrics import Metrics
from cli.top.numbers import check_url, parse, read_numbers
from cli.top.snapshot import Numbers


def test_a_nodes_own_text_is_read():
    """Round, and the bytes of all peers together; a node that is no replica has no lag."""
    metrics = Metrics(7)
    metrics.rounds.set(2)
    metrics.height.set(Height(9))
    metrics.peer_bytes("0xa", 10, 20)
    metrics.peer_bytes("0xb", 1, 2)
    assert Numbers(2, 22, 11, None) == parse(metrics.render().decode())


def test_a_page_that_is_away_tells_nothing():
    """Nobody listens, or somebody who is no metrics' page."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert read_numbers(f"http://127.0.0.1:{port}/metrics") is None
    with pytest.raises(ValueError, match="could not convert|invalid|Invalid"):
        parse("<html>no</html>")


def test_a_url_of_no_page_is_refused():
    """Before anything is asked."""
    assert "http://a:1/metrics" == check_url("http://a:1/metrics")
    with pytest.raises(UsageWrong, match="--metrics: a URL like"):
        check_url("127.0.0.1:26660")
