"""
How a transaction goes on its way: into the pool, and on a development chain into its block.

    raw --Sender.send--> hash        a development chain's sender answers once the block is there
"""

from typing import Protocol

from chain.types.primitives import Hash32
from rpc.backend import Backend
from rpc.soon import Soon


class Sender(Protocol):
    """Takes signed transactions."""

    def send(self, raw: bytes) -> Soon[Hash32]:
        """Admit a transaction and return its hash; raises Invalid with the field's wording."""
        ...


class PoolSender:
    """The sender of every node but a development chain's: what comes waits for consensus."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def send(self, raw: bytes) -> Soon[Hash32]:
        """Hand a transaction to the node."""
        return self._backend.broadcast(raw)
