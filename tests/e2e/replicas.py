"""`kumiai replica` as a process, and what it must answer as its source does."""

from pathlib import Path
from typing import Any

from tests.e2e.devnet import Devnet, wait_until


class Replica(Devnet):
    """A `kumiai replica` process on free ports of the loopback interface."""

    command = "replica"

    def __init__(self, home: Path, source: str, *options: str) -> None:
        super().__init__(home, "--from", source, "--metrics-port", "0", *options)


def ask(node: Devnet, method: str, *params: Any) -> Any:
    """Return the whole answer of a JSON-RPC method, result or error."""
    answer: Any = node.web3.provider.make_request(method, list(params))  # type: ignore[arg-type]
    return answer.get("result", answer.get("error"))


def reaches(node: Devnet, height: int, seconds: float = 60.0) -> None:
    """Wait until a node is that high."""
    wait_until(lambda: node.web3.eth.block_number >= height, seconds)


def expect_equal(source: Devnet, replica: Devnet, *requests: tuple[Any, ...]) -> None:
    """Both answer each request alike; there is no answer that is nothing."""
    for method, *params in requests:
        expected = ask(source, method, *params)
        assert expected is not None, (method, params)
        assert expected == ask(replica, method, *params), (method, params)


def chain_alike(source: Devnet, replica: Devnet, first: int, last: int) -> None:
    """Blocks with their transactions, and receipts, are the same at every height."""
    for height in range(first, last + 1):
        expect_equal(
            source,
            replica,
            ("eth_getBlockByNumber", hex(height), True),
            ("eth_getBlockReceipts", hex(height)),
        )
