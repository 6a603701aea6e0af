"""
What a replica is told of one block: strict RLP, so that equal blocks make equal bytes.

    [block, certificate, [receipt, ...], [] or [[account, ...], [code, ...]]]
    account: [address, nonce, balance, code hash, [[slot, word], ...]]; [address] where it is gone

A record says nothing that a replica can compute: no senders, no prices, no hashes, no roots. The
delta is missing where the source does not remember any more what the block changed.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from chain.certificates import decode_certificate, encode_certificate
from chain.codec import keccak256, rlp
from chain.errors import Malformed
from chain.params import UINT64_MAX, UINT256_MAX
from chain.types.account import StateDiff
from chain.types.certificate import Certificate
from chain.types.primitives import Address, Hash32, Nonce, Wei

Name = TypeVar("Name", bytes, int)

RECORD_BYTES_MAX: Final = 256 * 2**20  # 256 MiB: many times what the gas of a block can write


@dataclass(frozen=True, slots=True)
class Record:
    """One block as a source tells it; nothing of it is proven yet."""

    block: bytes  # as it travels between nodes, by `encode_block`
    certificate: Certificate
    receipts: tuple[bytes, ...]  # each as the receipts trie holds it
    delta: StateDiff | None  # None where the source does not remember it


def encode_record(record: Record) -> bytes:
    """RLP of a record."""
    delta = record.delta
    return rlp.encode(
        [
            record.block,
            encode_certificate(record.certificate),
            list(record.receipts),
            [] if delta is None else [list(_accounts(delta)), list(_codes(delta.codes))],
        ]
    )


def decode_record(data: bytes) -> Record:
    """Strict reverse of `encode_record`; checks the shape only. Raises Malformed."""
    if len(data) > RECORD_BYTES_MAX:
        raise Malformed(f"record: at most {RECORD_BYTES_MAX} bytes expected, found {len(data)}")
    block, certificate, receipts, delta = rlp.expect_fields(rlp.decode(data), 4, "record")
    parts = rlp.expect_list(delta, "delta")
    return Record(
        rlp.to_bytes(block, "block"),
        decode_certificate(rlp.to_bytes(certificate, "certificate")),
        tuple(rlp.to_bytes(item, "receipt") for item in rlp.expect_list(receipts, "receipts")),
        _decode_delta(parts) if parts else None,
    )


def _accounts(delta: StateDiff) -> Iterable[list[rlp.Encodable]]:
    for address, fields in sorted(delta.accounts.items()):
        if fields is None:
            yield [address]
            continue
        nonce, balance_wei, code_hash = fields
        slots = sorted(delta.storage.get(address, {}).items())
        words: list[rlp.Encodable] = [
            [rlp.integer(slot), rlp.integer(word)] for slot, word in slots
        ]
        yield [address, rlp.integer(nonce), rlp.integer(balance_wei), code_hash, words]


def _codes(codes: Mapping[Hash32, bytes]) -> Iterable[bytes]:
    return (code for _, code in sorted(codes.items()))


def _decode_delta(parts: list[rlp.Item]) -> StateDiff:
    accounts, codes = rlp.expect_fields(parts, 2, "delta")
    delta = StateDiff()
    for item in rlp.expect_list(accounts, "accounts"):
        _decode_account(rlp.expect_list(item, "account"), delta)
    _expect_rising([bytes(a) for a in delta.accounts], "accounts", len(accounts))
    for item in rlp.expect_list(codes, "codes"):
        code = rlp.to_bytes(item, "code")
        delta.codes[keccak256(code)] = code
    _expect_rising([bytes(h) for h in delta.codes], "codes", len(codes))
    return delta


def _decode_account(fields: list[rlp.Item], delta: StateDiff) -> None:
    if not fields:
        raise Malformed("account: 1 or 5 fields expected, found 0")
    address = Address(rlp.to_fixed(fields[0], 20, "address"))
    if len(fields) == 1:
        delta.accounts[address] = None
        return
    _, nonce, balance_wei, code_hash, words = rlp.expect_fields(fields, 5, "account")
    delta.accounts[address] = (
        Nonce(rlp.to_integer(nonce, UINT64_MAX, "nonce")),
        Wei(rlp.to_integer(balance_wei, UINT256_MAX, "balance")),
        Hash32(rlp.to_fixed(code_hash, 32, "code hash")),
    )
    slots = dict(_decode_word(item) for item in rlp.expect_list(words, "words"))
    _expect_rising(list(slots), "slots", len(words))
    if slots:
        delta.storage[address] = slots


def _decode_word(item: rlp.Item) -> tuple[int, int]:
    slot, word = rlp.expect_fields(item, 2, "word")
    return rlp.to_integer(slot, UINT256_MAX, "slot"), rlp.to_integer(word, UINT256_MAX, "word")


def _expect_rising(names: Sequence[Name], what: str, count: int) -> None:
    """Each once and in order: then two encodings of one delta cannot differ."""
    if len(names) != count or list(names) != sorted(names):
        raise Malformed(f"{what}: each once and in rising order expected, found otherwise")
