"""
What a block carries besides its transactions: evidence, and its proposer's next beacon chain.

    (evidence, tip) --RLP--> call data of the begin hooks' system transaction, behind its phase

A block that carries neither has no such data, so an ordinary block has no transaction for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from chain import params
from chain.codec import rlp
from chain.errors import Malformed
from chain.evidence import decode_evidence_list, encode_evidence_list
from chain.system_transaction import begin_data
from chain.types.evidence import Evidence
from chain.types.primitives import ZERO_HASH, Hash32
from chain.types.transaction import Transaction

# The evidence of a block, a tip of 32 bytes, and what RLP says around them.
BEGIN_DATA_BYTES_MAX: Final = params.EVIDENCE_BLOCK_BYTES_MAX + 64


@dataclass(frozen=True, slots=True)
class Carried:
    """What stands in the call data: pieces of evidence, and the tip of a beacon chain if any."""

    evidence: tuple[Evidence, ...] = ()
    tip: Hash32 | None = None


def encode_carried(carried: Carried) -> bytes:
    """RLP [list of evidence, tip], each empty bytes for none; nothing at all for neither."""
    if not carried.evidence and carried.tip is None:
        return b""
    return rlp.encode([encode_evidence_list(carried.evidence), carried.tip or b""])


def decode_carried(data: bytes) -> Carried:
    """Strict reverse of `encode_carried`, within the limits of a block. Raises Malformed."""
    if not data:
        return Carried()
    if len(data) > BEGIN_DATA_BYTES_MAX:
        raise Malformed(
            f"begin data: at most {BEGIN_DATA_BYTES_MAX} bytes expected, found {len(data)}"
        )
    items = rlp.expect_fields(rlp.decode_list(data, "begin data"), 2, "begin data")
    listed, tip = (rlp.to_bytes(item, "begin data") for item in items)
    if not listed and not tip:
        raise Malformed("begin data: evidence or a tip expected, found neither")
    if tip and (len(tip) != 32 or tip == ZERO_HASH):
        raise Malformed(f"begin data: a tip of 32 bytes, not all zero, expected: 0x{tip.hex()}")
    return Carried(decode_evidence_list(listed), Hash32(tip) if tip else None)


def carried_in(transactions: Sequence[Transaction]) -> Carried:
    """Return what a block carries; raises Malformed."""
    return decode_carried(begin_data(transactions))


def evidence_in(transactions: Sequence[Transaction]) -> tuple[Evidence, ...]:
    """Return the evidence that a block carries; raises Malformed."""
    return carried_in(transactions).evidence
