"""The JSON-RPC client: results, errors, and servers that are none."""

import socket
import threading
from typing import Any

import pytest

from cli.client import AnswerInvalid, Client, NodeUnreachable, RpcFailed, bytes_of, number_of
from cli.errors import UsageWrong
from tests.cli.fake_node import FakeNode


def _serve(raw: bytes) -> int:
    """Answer one connection with these bytes; return the port."""
    server = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        peer, _ = server.accept()
        peer.recv(65_536)
        peer.sendall(raw)
        peer.close()
        server.close()

    threading.Thread(target=run, daemon=True).start()
    port: int = server.getsockname()[1]
    return port


def _http(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)


def test_results_and_errors_come_back(node: FakeNode) -> None:
    """A result is returned, an error raised with its code."""
    client = Client(node.url)
    assert "0x7a69" == client.call("eth_chainId")
    with pytest.raises(RpcFailed, match="does not exist") as found:
        client.call("eth_nonsense")
    assert -32601 == found.value.code


def test_nobody_there_is_said_in_one_line() -> None:
    """A closed port gives the URL and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(NodeUnreachable, match=f"no node answers at http://127.0.0.1:{port}"):
        Client(f"http://127.0.0.1:{port}").call("eth_chainId")


def test_a_silent_server_is_given_up() -> None:
    """A server that accepts and says nothing costs the timeout, no more."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        client = Client(f"http://127.0.0.1:{server.getsockname()[1]}", timeout_s=0.1)
        with pytest.raises(NodeUnreachable, match=r"no answer in 0\.1 s"):
            client.call("eth_chainId")


@pytest.mark.parametrize(
    "raw", [_http(b"<html>"), _http(b"[]"), _http(b"{}"), _http(b'{"error": 5}')]
)
def test_another_server_is_recognised(raw: bytes) -> None:
    """A server that does not speak JSON-RPC is named as what it is."""
    with pytest.raises(AnswerInvalid):
        Client(f"http://127.0.0.1:{_serve(raw)}").call("eth_chainId")


def test_garbage_instead_of_http_is_unreachable() -> None:
    """Bytes that are no HTTP are no node."""
    with pytest.raises(NodeUnreachable):
        Client(f"http://127.0.0.1:{_serve(b'nonsense')}").call("eth_chainId")


@pytest.mark.parametrize("url", ["", "ftp://x", "http://", "http://x:99999999"])
def test_what_is_no_url_is_refused(url: str) -> None:
    """--node takes the URL of an HTTP server."""
    with pytest.raises(UsageWrong, match="--node"):
        Client(url)


def test_quantities_of_an_answer_are_checked() -> None:
    """A node that answers nonsense is an error, not a crash."""
    assert (26, b"\x1a") == (number_of("0x1a", "x"), bytes_of("0x1a", "x"))
    for broken in (None, "zz", 5, {}):
        with pytest.raises(AnswerInvalid):
            number_of(broken, "x")
        with pytest.raises(AnswerInvalid):
            bytes_of(broken, "x")


@pytest.mark.parametrize("depth", [900, 990, 1_010])
def test_a_deep_answer_is_told_in_a_short_line(depth: int) -> None:
    """A node that nests its answer a thousand deep is an error, whatever showing it would cost."""
    deep: list[Any] = []
    for _ in range(depth):
        deep = [deep]
    for read in (number_of, bytes_of):
        with pytest.raises(AnswerInvalid) as refused:
            read(deep, "x")
        assert len(str(refused.value)) < 200
    answer = b'{"error":{"message":' + b"[" * depth + b"]" * depth + b"}}"
    with pytest.raises(RpcFailed) as failed:
        Client(f"http://127.0.0.1:{_serve(_http(answer))}").call("eth_chainId")
    assert len(failed.value.message) < 200


def test_what_is_no_http_is_told_in_a_short_line() -> None:
    """A server of another kind is named by the beginning of what it said."""
    with pytest.raises(NodeUnreachable) as refused:
        Client(f"http://127.0.0.1:{_serve(b'x' * 5_000)}").call("eth_chainId")
    assert len(str(refused.value)) < 300
