"""
Logs, blooms and receipts, as the receipts trie holds them.
"""

from collections.abc import Iterable
from functools import lru_cache

from sha3 import keccak_256

from chain.codec import rlp
from chain.errors import Malformed
from chain.params import UINT64_MAX
from chain.types.past import PastReceipt
from chain.types.primitives import Address, Gas, Hash32, Wei
from chain.types.receipt import Log, Receipt
from chain.types.transaction import TransactionType

BLOOM_BYTES = 256  # 2,048 bits (Yellow Paper, section 4.4.1)


def encode_log(log: Log) -> list[rlp.Encodable]:
    """Fields of a log in their order (Yellow Paper, section 4.4.1)."""
    return [log.address, list(log.topics), log.data]


@lru_cache(maxsize=16_384)  # addresses and topics repeat from block to block
def _bloom_bits(entry: bytes) -> int:
    """Three bits of 2,048, chosen by the first three 16-bit words of the entry's hash."""
    words = int.from_bytes(keccak_256(entry).digest()[:6], "big")
    return 1 << (words >> 32 & 0x7FF) | 1 << (words >> 16 & 0x7FF) | 1 << (words & 0x7FF)


def compute_bloom(logs: Iterable[Log]) -> bytes:
    """Bloom filter over the addresses and topics of logs, 256 bytes (Yellow Paper, 4.4.1)."""
    bits = 0
    for log in logs:
        bits |= _bloom_bits(log.address)
        for topic in log.topics:
            bits |= _bloom_bits(topic)
    return bits.to_bytes(BLOOM_BYTES, "big")


def merge_blooms(blooms: Iterable[bytes]) -> bytes:
    """Bloom of a block: whatever any of its receipts sets."""
    bits = 0
    for bloom in blooms:
        bits |= int.from_bytes(bloom, "big")
    return bits.to_bytes(BLOOM_BYTES, "big")


def is_in_bloom(bloom: bytes, entry: bytes) -> bool:
    """Whether an address or topic may be in the logs; False is certain, True is not."""
    bits = _bloom_bits(entry)
    return int.from_bytes(bloom, "big") & bits == bits


def encode_receipt(receipt: Receipt) -> bytes:
    """Bytes that the receipts trie holds (EIP-2718)."""
    body = rlp.encode(
        [
            _outcome(receipt),
            rlp.integer(receipt.cumulative_gas_used),
            receipt.logs_bloom,
            [encode_log(log) for log in receipt.logs],
        ]
    )
    return body if receipt.type == TransactionType.LEGACY else bytes((receipt.type,)) + body


def _outcome(receipt: Receipt) -> bytes:
    """The status, or what stood in its place before EIP-658: the state root between."""
    if isinstance(receipt, PastReceipt) and receipt.state_root is not None:
        return receipt.state_root
    return rlp.integer(receipt.status)


def decode_receipt(
    raw: bytes, *, gas_used: Gas, effective_gas_price_wei: Wei, contract_address: Address | None
) -> Receipt:
    """Decode what the receipts trie holds; the fields outside of it come with the call."""
    kind, items = _decode_fields(raw)
    return Receipt(
        type=kind,
        status=rlp.to_integer(items[0], 1, "receipt status"),
        cumulative_gas_used=Gas(rlp.to_integer(items[1], UINT64_MAX, "cumulative gas used")),
        logs_bloom=rlp.to_fixed(items[2], BLOOM_BYTES, "receipt bloom"),
        logs=_decode_logs(items[3]),
        gas_used=gas_used,
        effective_gas_price_wei=effective_gas_price_wei,
        contract_address=contract_address,
    )


def decode_logs(raw: bytes) -> tuple[Log, ...]:
    """Decode the logs alone of what the receipts trie holds; raises Malformed."""
    _, items = _decode_fields(raw)
    return _decode_logs(items[3])


def _decode_fields(raw: bytes) -> tuple[int, list[rlp.Item]]:
    if not raw:
        raise Malformed("receipt: no bytes")
    kind = 0 if raw[0] >= 0xC0 else raw[0]
    return kind, rlp.expect_fields(rlp.decode(raw[1:] if kind else raw), 4, "receipt")


def _decode_logs(item: rlp.Item) -> tuple[Log, ...]:
    return tuple(_decode_log(log) for log in rlp.expect_list(item, "receipt logs"))


def _decode_log(item: rlp.Item) -> Log:
    """Decode one log of a receipt."""
    address, topics, data = rlp.expect_fields(item, 3, "log")
    words = rlp.expect_list(topics, "log topics")
    if len(words) > 4:
        raise Malformed(f"log topics: expected at most 4, found {len(words)}")
    return Log(
        Address(rlp.to_fixed(address, 20, "log address")),
        tuple(Hash32(rlp.to_fixed(word, 32, "log topic")) for word in words),
        rlp.to_bytes(data, "log data"),
    )
