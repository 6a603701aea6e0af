"""Transfers sent to a node, and what became of them."""

import threading
import time
from typing import Any, Protocol

from chain.codec import sign_transaction
from chain.types.primitives import Address, Wei
from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts
from cli.errors import CommandFailed

RECIPIENT = Address(b"\x77" * 20)


class Node(Protocol):
    """Anything that answers JSON-RPC."""

    def call(self, method: str, *params: Any) -> Any:
        """Return a method's result."""


class Load(threading.Thread):
    """Sends a transfer of one wei now and then until told to stop; keeps what was taken."""

    def __init__(self, node: Node, account: int, pause_s: float = 0.1) -> None:
        super().__init__(daemon=True)
        self.node, self.account, self.pause_s = node, dev_accounts()[account], pause_s
        self.taken: list[str] = []
        self.refused = 0
        self._done = threading.Event()
        self._nonce = 0

    def run(self) -> None:
        """Send until stopped; a node that is gone meanwhile costs nothing but time."""
        while not self._done.is_set():
            try:
                self.taken.append(self.node.call("eth_sendRawTransaction", self._raw()))
                self._nonce += 1
            except (OSError, CommandFailed, ValueError):
                self.refused += 1
            time.sleep(self.pause_s)

    def finish(self) -> list[str]:
        """Stop, and return the hashes that the node took."""
        self._done.set()
        self.join(timeout=30)
        return self.taken

    def _raw(self) -> str:
        signed = sign_transaction(
            self.account.private_key,
            chain_id=CHAIN_ID_DEFAULT,
            nonce=self._nonce,
            gas_limit=21_000,
            to=RECIPIENT,
            max_fee_per_gas_wei=Wei(10**12),
            max_priority_fee_per_gas_wei=Wei(10**9),
            value_wei=Wei(1),
            data=b"",
        )
        return "0x" + signed.raw.hex()


def receipts(node: Node, hashes: list[str]) -> list[dict[str, Any]]:
    """Return the receipts of transfers; fail where one has none."""
    found = [node.call("eth_getTransactionReceipt", tx_hash) for tx_hash in hashes]
    missing = [h for h, receipt in zip(hashes, found, strict=True) if receipt is None]
    assert not missing, f"{len(missing)} of {len(hashes)} transfers have no receipt"
    return found
