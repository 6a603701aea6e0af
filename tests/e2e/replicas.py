"""`kumiai replica` as a process, and what it must answer as its source does."""

import socket
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from web3 import Web3
from web3.exceptions import Web3Exception

from tests.e2e.devnet import Devnet, wait_until
from tests.e2e.stage import dev, sign


class Replica(Devnet):
    """A `kumiai replica` process on free ports of the loopback interface."""

    command = "replica"

    def __init__(self, home: Path, source: str, *options: str) -> None:
        super().__init__(home, "--from", source, "--metrics-port", "0", *options)


class Load(threading.Thread):
    """Sends transfers of one wei to a node until told to stop."""

    def __init__(self, web3: Web3, account: int, pause_s: float = 0.02) -> None:
        super().__init__(daemon=True)
        self._web3, self._account, self._pause_s = web3, dev(account), pause_s
        self.taken: list[Any] = []
        self._done = threading.Event()

    def run(self) -> None:
        """Send until stopped; what is refused meanwhile costs nothing but time."""
        nonce = self._web3.eth.get_transaction_count(self._account.address)
        while not self._done.is_set():
            raw = sign(self._web3, self._account, to=dev(18).address, value=1, nonce=nonce)
            with suppress(Web3Exception, OSError):
                self.taken.append(self._web3.eth.send_raw_transaction(raw))
                nonce += 1
            time.sleep(self._pause_s)

    def finish(self) -> list[Any]:
        """Stop, and return the hashes that the node took."""
        self._done.set()
        self.join(timeout=30)
        return self.taken


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


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
