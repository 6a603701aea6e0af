"""
The transactions that carry what module hooks emit, so that their logs stand in receipts too.

A block whose begin hooks emitted logs opens with one, a block whose end hooks did closes with one.
Nobody signs them: they are legacy transactions of no gas and no value with the constant signature
r = s = 1, so every Ethereum tool computes their hash and recovers an address that nobody holds.
The mempool refuses them (their gas limit is below the intrinsic gas), and a block that names one
that execution did not make has another transactions root. A block's evidence is call data of the
first of them, behind the name of its phase. The signature alone does not make one:
anybody can pay the address that r = s = 1 recovers to for a transaction of their own, and send it.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from chain import params
from chain.codec import encode_transaction, keccak256, recover_sender
from chain.types.primitives import Address, Gas, Hash32, Height, Nonce, Wei
from chain.types.transaction import Transaction, TransactionType

SYSTEM_R = SYSTEM_S = 1  # x = 1 is a point of secp256k1, its discrete logarithm is unknown


class Phase(Enum):
    """Which hooks a system transaction speaks for; its call data begins with the value."""

    BEGIN_BLOCK = b"begin_block"
    END_BLOCK = b"end_block"


def build_system_transaction(
    height: Height, phase: Phase, data: bytes = b""
) -> tuple[Transaction, Address]:
    """
    Return the transaction of a block's hooks and the address its signature recovers to.

    `data` follows the name of the phase in the call data.
    """
    draft = Transaction(
        type=TransactionType.LEGACY,
        chain_id=None,
        nonce=Nonce(height),
        max_priority_fee_per_gas_wei=Wei(0),
        max_fee_per_gas_wei=Wei(0),
        gas_limit=Gas(0),
        to=params.SYSTEM_ADDRESS,
        value_wei=Wei(0),
        data=phase.value + data,
        y_parity=0,
        r=SYSTEM_R,
        s=SYSTEM_S,
        raw=b"",
        hash=Hash32(b""),
    )
    raw = encode_transaction(draft)
    transaction = replace(draft, raw=raw, hash=keccak256(raw))
    return transaction, recover_sender(transaction)


def is_system_transaction(transaction: Transaction) -> bool:
    """Whether a transaction claims to speak for hooks; execution decides whether it does."""
    is_ours = (transaction.r, transaction.s) == (SYSTEM_R, SYSTEM_S)
    return is_ours and transaction.gas_limit == 0


def begin_data(transactions: Sequence[Transaction]) -> bytes:
    """Return what the first transaction of a block carries behind its phase, if it is a begin."""
    name = Phase.BEGIN_BLOCK.value
    first = transactions[0] if transactions else None
    if first is None or not is_system_transaction(first) or not first.data.startswith(name):
        return b""
    return first.data[len(name) :]
