"""
What blocks of Ethereum's other forks show otherwise than ours: fields that they lack or have more.

Only imported chains have such blocks; everything here leaves a block of this chain as it is.
"""

from typing import Any, Final

from chain.codec import encode_header, rlp
from chain.types.block import Block
from chain.types.header import Header
from chain.types.past import PastBlock, PastHeader, PastReceipt, Withdrawal
from chain.types.receipt import Receipt
from chain.types.transaction import TransactionType
from rpc.shapes import data, quantity

Record = dict[str, Any]
FIRST_FIELDS: Final = 15  # of every header since Frontier
LATER_FIELDS: Final = (  # in the order in which forks added them
    "baseFeePerGas",
    "withdrawalsRoot",
    "blobGasUsed",
    "excessBlobGas",
    "parentBeaconBlockRoot",
    "requestsHash",
)


def without_later_fields(header: Header, shown: Record) -> Record:
    """Return what is shown of a header, less what its fork did not know."""
    if not isinstance(header, PastHeader):
        return shown
    missing = LATER_FIELDS[header.field_count - FIRST_FIELDS :]
    return {name: value for name, value in shown.items() if name not in missing}


def show_rest(block: Block) -> Record:
    """Return a block's uncles and withdrawals; ours have none of either."""
    if not isinstance(block, PastBlock):
        return {"uncles": [], "withdrawals": []}
    shown: Record = {"uncles": [data(ommer.hash) for ommer in block.ommers]}
    if block.withdrawals is not None:
        shown["withdrawals"] = [_show_withdrawal(item) for item in block.withdrawals]
    return shown


def _show_withdrawal(withdrawal: Withdrawal) -> Record:
    return {
        "index": quantity(withdrawal.index),
        "validatorIndex": quantity(withdrawal.validator_index),
        "address": data(withdrawal.address),
        "amount": quantity(withdrawal.amount_gwei),
    }


def encode_rest(block: Block) -> list[rlp.Encodable]:
    """Return what stands behind the transactions in Ethereum's encoding of a block."""
    if not isinstance(block, PastBlock):
        return [[], []]
    rest: list[rlp.Encodable] = [[rlp.decode(encode_header(ommer)) for ommer in block.ommers]]
    if block.withdrawals is not None:
        rest.append([withdrawal_fields(item) for item in block.withdrawals])
    return rest


def withdrawal_fields(withdrawal: Withdrawal) -> list[rlp.Encodable]:
    """Return a withdrawal as its root and its block hold it (EIP-4895)."""
    return [
        rlp.integer(withdrawal.index),
        rlp.integer(withdrawal.validator_index),
        withdrawal.address,
        rlp.integer(withdrawal.amount_gwei),
    ]


def show_outcome(receipt: Receipt) -> Record:
    """Return the status, or the state root before EIP-658; and what blobs cost."""
    if not isinstance(receipt, PastReceipt):
        return {"status": quantity(receipt.status)}
    shown: Record = {"status": quantity(receipt.status)}
    if receipt.state_root is not None:
        shown = {"root": data(receipt.state_root)}
    if receipt.type == TransactionType.BLOB:
        shown["blobGasUsed"] = quantity(receipt.blob_gas_used)
        shown["blobGasPrice"] = quantity(receipt.blob_gas_price_wei)
    return shown
