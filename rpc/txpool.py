"""
The txpool namespace: the transactions that wait, by sender and nonce.

Senders are keys in mixed case (EIP-55), as geth writes them and as its clients look them up.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from eth_utils.address import to_checksum_address

from chain.types.primitives import Address
from chain.types.transaction import CheckedTransaction
from rpc.backend import Backend
from rpc.config import RpcLimits
from rpc.methods import method
from rpc.records import show_transaction
from rpc.shapes import Quantity, quantity

Lines = Mapping[Address, Sequence[CheckedTransaction]]


class Txpool:
    """Methods txpool_*: "pending" can be in the next block, "queued" waits for something."""

    def __init__(self, backend: Backend, limits: RpcLimits) -> None:
        self._backend, self._limits = backend, limits

    @method("txpool_status")
    def status(self) -> dict[str, Quantity]:
        """How many transactions wait."""
        pending, queued = self._backend.pool.content()
        return {"pending": _count(pending), "queued": _count(queued)}

    @method("txpool_content")
    def content(self) -> dict[str, Any]:
        """The waiting transactions whole."""
        return self._list(_show)

    @method("txpool_contentFrom")
    def content_from(self, sender: Address) -> dict[str, Any]:
        """The waiting transactions of one sender."""
        pending, queued = self._backend.pool.content()
        return {
            "pending": _show_line(pending.get(sender, ()), _show),
            "queued": _show_line(queued.get(sender, ()), _show),
        }

    @method("txpool_inspect")
    def inspect(self) -> dict[str, Any]:
        """The waiting transactions, a line of text each."""
        return self._list(_summarise)

    def _list(self, show: Callable[[CheckedTransaction], Any]) -> dict[str, Any]:
        """Show up to the limit, executable ones first."""
        left, listing = self._limits.pool_listing_max, {}
        for name, lines in zip(("pending", "queued"), self._backend.pool.content(), strict=True):
            shown: dict[str, Any] = {}
            for sender, line in lines.items():
                taken = line[:left]
                left -= len(taken)
                if taken:
                    shown[to_checksum_address(sender)] = _show_line(taken, show)
            listing[name] = shown
        return listing


def _count(lines: Lines) -> Quantity:
    return quantity(sum(len(line) for line in lines.values()))


def _show_line(
    line: Sequence[CheckedTransaction], show: Callable[[CheckedTransaction], Any]
) -> dict[str, Any]:
    return {str(checked.transaction.nonce): show(checked) for checked in line}


def _show(checked: CheckedTransaction) -> dict[str, Any]:
    return show_transaction(checked.transaction, checked.sender)


def _summarise(checked: CheckedTransaction) -> str:
    transaction = checked.transaction
    target = "contract creation" if transaction.to is None else to_checksum_address(transaction.to)
    return (
        f"{target}: {transaction.value_wei} wei + {transaction.gas_limit} gas × "  # noqa: RUF001  geth's sign
        f"{transaction.max_fee_per_gas_wei} wei"
    )
