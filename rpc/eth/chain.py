"""eth_: what chain this is and how far it is."""

from typing import Any

from rpc.backend import Backend
from rpc.config import RpcConfig
from rpc.methods import method
from rpc.shapes import Data, Quantity, data, quantity


def describe_syncing(backend: Backend) -> bool | dict[str, Any]:
    """Return False, or where catching up stands; the chain here is the only source of heights."""
    status, head = backend.status, backend.chain.head.header.height
    if not status.is_syncing:
        return False
    target = head if status.target_height is None else status.target_height
    return {
        "startingBlock": quantity(0),
        "currentBlock": quantity(head),
        "highestBlock": quantity(max(head, target)),
    }


class EthChain:
    """Methods about the chain as a whole and about this node's part in it."""

    def __init__(self, backend: Backend, config: RpcConfig) -> None:
        self._backend, self._config = backend, config

    @method("eth_chainId")
    def chain_id(self) -> Quantity:
        """The chain id that transactions are signed for (EIP-695)."""
        return quantity(self._backend.status.chain_id)

    @method("eth_blockNumber")
    def block_number(self) -> Quantity:
        """Number of the newest block."""
        return quantity(self._backend.chain.head.header.height)

    @method("eth_syncing")
    def syncing(self) -> bool | dict[str, Any]:
        """False, or an object that says how far catching up is."""
        return describe_syncing(self._backend)

    @method("eth_accounts")
    def accounts(self) -> list[Data]:
        """Accounts this node signs for: none, except on a development chain."""
        development = self._config.development
        return [] if development is None else [data(a) for a in development.accounts()]

    @method("eth_coinbase")
    def coinbase(self) -> Data:
        """The validator whose votes this node signs; the zero address where it signs none."""
        return data(self._backend.status.validator or b"\x00" * 20)

    @method("eth_mining")
    def mining(self) -> bool:
        """Whether this node takes part in making blocks."""
        return self._backend.status.validator is not None

    @method("eth_hashrate")
    def hashrate(self) -> Quantity:
        """Zero: blocks are agreed on, not mined."""
        return quantity(0)
