"""
Transactions: bytes to data and back, and who sent them.

    wire bytes --decode_transaction--> Transaction --recover_sender--> Address
"""

from collections.abc import Sequence
from dataclasses import replace

from chain import params
from chain.codec import rlp
from chain.codec.signature import keccak256, recover_address, sign_digest
from chain.errors import (
    Malformed,
    SenderInvalid,
    SignatureInvalid,
    TransactionOversized,
    TransactionTypeUnsupported,
)
from chain.params import UINT64_MAX, UINT256_MAX
from chain.types.primitives import ZERO_HASH, Address, Gas, Hash32, Nonce, Wei
from chain.types.transaction import AccessEntry, Authorization, Transaction, TransactionType

AUTHORIZATION_MAGIC = b"\x05"  # domain of EIP-7702 authorizations
_TYPED_FIELD_COUNTS = {
    TransactionType.ACCESS_LIST: 11,
    TransactionType.DYNAMIC_FEE: 12,
    TransactionType.BLOB: 14,
    TransactionType.SET_CODE: 13,
}


def decode_transaction(raw: bytes, *, carry_blobs: bool = False) -> Transaction:
    """
    Decode one transaction as eth_sendRawTransaction takes it and as blocks hold it (EIP-2718).

    Blob transactions, as blocks hold them, are read only where `carry_blobs` says so: in the
    imported blocks of other chains.

    Raises:
        Malformed: it is no canonical encoding.
        TransactionOversized: it has more than TRANSACTION_BYTES_MAX bytes.
        TransactionTypeUnsupported: a blob transaction or an unknown type.
        SignatureInvalid: v, r or s is out of range.
    """
    if len(raw) > params.TRANSACTION_BYTES_MAX:
        raise TransactionOversized(
            f"transaction size {len(raw)}, limit {params.TRANSACTION_BYTES_MAX} bytes"
        )
    if not raw:
        raise Malformed("transaction: no bytes")
    if raw[0] >= 0xC0:
        return _decode_legacy(raw)
    if raw[0] == TransactionType.BLOB and not carry_blobs:
        raise TransactionTypeUnsupported("blob transactions (type 3) are not carried by this chain")
    if raw[0] not in _TYPED_FIELD_COUNTS:
        raise TransactionTypeUnsupported(f"expected type 0, 1, 2 or 4, found {raw[0]}")
    return _decode_typed(raw, TransactionType(raw[0]))


def _decode_legacy(raw: bytes) -> Transaction:
    """A list of nine fields; v carries the chain id (EIP-155)."""
    items = rlp.expect_fields(rlp.decode(raw), 9, "legacy transaction")
    price_wei = Wei(rlp.to_integer(items[1], UINT256_MAX, "gas price"))
    v = rlp.to_integer(items[6], UINT256_MAX, "v")
    if v in (27, 28):
        chain_id, y_parity = None, v - 27
    elif v >= 35:
        chain_id, y_parity = (v - 35) >> 1, (v - 35) & 1
    else:
        raise SignatureInvalid(f"expected v of 27, 28 or at least 35, found {v}")
    r, s = _decode_signature(items[7], items[8])
    return Transaction(
        type=TransactionType.LEGACY,
        chain_id=chain_id,
        nonce=Nonce(rlp.to_integer(items[0], UINT64_MAX, "nonce")),
        max_priority_fee_per_gas_wei=price_wei,
        max_fee_per_gas_wei=price_wei,
        gas_limit=Gas(rlp.to_integer(items[2], UINT64_MAX, "gas limit")),
        to=_decode_to(items[3]),
        value_wei=Wei(rlp.to_integer(items[4], UINT256_MAX, "value")),
        data=rlp.to_bytes(items[5], "data"),
        y_parity=y_parity,
        r=r,
        s=s,
        raw=raw,
        hash=keccak256(raw),
    )


def _decode_typed(raw: bytes, kind: TransactionType) -> Transaction:
    """A type byte and a list: EIP-2930, EIP-1559, EIP-4844 or EIP-7702."""
    items = rlp.expect_fields(
        rlp.decode(raw[1:]), _TYPED_FIELD_COUNTS[kind], f"transaction of type {kind.value}"
    )
    chain_id = rlp.to_integer(items[0], UINT256_MAX, "chain id")
    nonce = rlp.to_integer(items[1], UINT64_MAX, "nonce")
    tip_wei = rlp.to_integer(items[2], UINT256_MAX, "max priority fee per gas")
    fee_wei, rest = tip_wei, items[3:]
    if kind is not TransactionType.ACCESS_LIST:
        fee_wei = rlp.to_integer(items[3], UINT256_MAX, "max fee per gas")
        rest = items[4:]
    authorizations = _decode_authorizations(rest[5]) if kind is TransactionType.SET_CODE else ()
    blob_fee_wei, blob_hashes = _decode_blobs(rest) if kind is TransactionType.BLOB else (0, ())
    r, s = _decode_signature(rest[-2], rest[-1])
    return Transaction(
        type=kind,
        chain_id=chain_id,
        nonce=Nonce(nonce),
        max_priority_fee_per_gas_wei=Wei(tip_wei),
        max_fee_per_gas_wei=Wei(fee_wei),
        gas_limit=Gas(rlp.to_integer(rest[0], UINT64_MAX, "gas limit")),
        to=_decode_to(rest[1]),
        value_wei=Wei(rlp.to_integer(rest[2], UINT256_MAX, "value")),
        data=rlp.to_bytes(rest[3], "data"),
        y_parity=rlp.to_integer(rest[-3], 1, "y parity"),
        r=r,
        s=s,
        raw=raw,
        hash=keccak256(raw),
        access_list=_decode_access_list(rest[4]),
        authorizations=authorizations,
        blob_versioned_hashes=blob_hashes,
        max_fee_per_blob_gas_wei=Wei(blob_fee_wei),
    )


def _decode_blobs(rest: list[rlp.Item]) -> tuple[int, tuple[Hash32, ...]]:
    """The fee cap for blob gas, and the hashes of the blobs (EIP-4844)."""
    fee_wei = rlp.to_integer(rest[5], UINT256_MAX, "max fee per blob gas")
    hashes = rlp.expect_list(rest[6], "blob versioned hashes")
    return fee_wei, tuple(Hash32(rlp.to_fixed(item, 32, "blob hash")) for item in hashes)


def _decode_to(item: rlp.Item) -> Address | None:
    """Recipient, or None for the empty bytes of a creation."""
    if item == b"":
        return None
    return Address(rlp.to_fixed(item, 20, "to"))


def _decode_signature(r_item: rlp.Item, s_item: rlp.Item) -> tuple[int, int]:
    """r and s inside the curve's order, s in its lower half (EIP-2)."""
    r = rlp.to_integer(r_item, UINT256_MAX, "r")
    s = rlp.to_integer(s_item, UINT256_MAX, "s")
    if not 0 < r < params.SECP256K1_N or not 0 < s <= params.SECP256K1_HALF_N:
        raise SignatureInvalid()
    return r, s


def _decode_access_list(item: rlp.Item) -> tuple[AccessEntry, ...]:
    """Accounts and slots to warm (EIP-2930); repeats are allowed and paid for."""
    entries = []
    for entry in rlp.expect_list(item, "access list"):
        address, slots = rlp.expect_fields(entry, 2, "access list entry")
        keys = tuple(
            int.from_bytes(rlp.to_fixed(slot, 32, "access list slot"), "big")
            for slot in rlp.expect_list(slots, "access list slots")
        )
        entries.append(AccessEntry(Address(rlp.to_fixed(address, 20, "access list address")), keys))
    return tuple(entries)


def _decode_authorizations(item: rlp.Item) -> tuple[Authorization, ...]:
    """EIP-7702 tuples; an unusable signature is skipped at execution and is no error here."""
    authorizations = []
    for entry in rlp.expect_list(item, "authorization list"):
        parts = rlp.expect_fields(entry, 6, "authorization")
        authorizations.append(
            Authorization(
                chain_id=rlp.to_integer(parts[0], UINT256_MAX, "authorization chain id"),
                address=Address(rlp.to_fixed(parts[1], 20, "authorization address")),
                nonce=Nonce(rlp.to_integer(parts[2], UINT64_MAX, "authorization nonce")),
                y_parity=rlp.to_integer(parts[3], 0xFF, "authorization y parity"),
                r=rlp.to_integer(parts[4], UINT256_MAX, "authorization r"),
                s=rlp.to_integer(parts[5], UINT256_MAX, "authorization s"),
            )
        )
    return tuple(authorizations)


def _payload_fields(tx: Transaction) -> list[rlp.Encodable]:
    """Fields in their order, without the signature."""
    integer = rlp.integer
    tail: list[rlp.Encodable] = [
        integer(tx.gas_limit),
        tx.to or b"",
        integer(tx.value_wei),
        tx.data,
    ]
    if tx.type is TransactionType.LEGACY:
        return [integer(tx.nonce), integer(tx.max_fee_per_gas_wei), *tail]
    head: list[rlp.Encodable] = [integer(tx.chain_id or 0), integer(tx.nonce)]
    if tx.type is not TransactionType.ACCESS_LIST:
        head.append(integer(tx.max_priority_fee_per_gas_wei))
    head.append(integer(tx.max_fee_per_gas_wei))
    tail.append(
        [[entry.address, [slot.to_bytes(32, "big") for slot in entry.slots]]
         for entry in tx.access_list]
    )  # fmt: skip
    if tx.type is TransactionType.BLOB:
        tail += [integer(tx.max_fee_per_blob_gas_wei), list(tx.blob_versioned_hashes)]
    if tx.type is TransactionType.SET_CODE:
        tail.append([_authorization_fields(entry) for entry in tx.authorizations])
    return head + tail


def _authorization_fields(entry: Authorization) -> list[rlp.Encodable]:
    """The six fields of an EIP-7702 authorization."""
    return [
        rlp.integer(entry.chain_id),
        entry.address,
        rlp.integer(entry.nonce),
        rlp.integer(entry.y_parity),
        rlp.integer(entry.r),
        rlp.integer(entry.s),
    ]


def compute_signing_hash(transaction: Transaction) -> Hash32:
    """Hash that the sender signed (EIP-155 for protected legacy transactions, EIP-2718 others)."""
    return keccak256(encode_unsigned(transaction))


def encode_unsigned(transaction: Transaction) -> bytes:
    """Encode what the sender signs the hash of: all fields but the signature."""
    if transaction.raw and transaction.type is not TransactionType.LEGACY:
        return _signed_part(transaction)
    payload = _payload_fields(transaction)
    if transaction.type is TransactionType.LEGACY:
        if transaction.chain_id is not None:
            payload += [rlp.integer(transaction.chain_id), b"", b""]
        return rlp.encode(payload)
    return bytes((transaction.type,)) + rlp.encode(payload)


def join_signature(unsigned: bytes, y_parity: int, r: int, s: int) -> bytes:
    """
    Put a signature behind the fields of an unsigned transaction with a type byte (EIP-2718).

    Raises Malformed where there is no list of fields; what the fields say is not looked at.
    """
    fields = rlp.decode_list(unsigned[1:], "unsigned transaction")
    signature = [rlp.integer(y_parity), rlp.integer(r), rlp.integer(s)]
    return unsigned[:1] + rlp.encode([*fields, *signature])


def _signed_part(transaction: Transaction) -> bytes:
    """
    Return what the sender of a typed transaction signed, cut out of its own bytes.

    There is one encoding of each transaction, so the signature, its last three items, is as long
    as its numbers say: nothing is encoded anew but the length of the list.
    """
    raw = transaction.raw
    start = 2 if raw[1] < 0xF8 else raw[1] - 0xF5
    stop = len(raw) - 1 - rlp.integer_bytes(transaction.r) - rlp.integer_bytes(transaction.s)
    return raw[:1] + rlp.list_header(stop - start) + raw[start:stop]


def encode_transaction(transaction: Transaction) -> bytes:
    """Encode the fields anew; equals `raw` of every transaction that was decoded."""
    payload = _payload_fields(transaction)
    v = transaction.y_parity
    if transaction.type is TransactionType.LEGACY:
        chain_id = transaction.chain_id
        v += 27 if chain_id is None else 35 + 2 * chain_id
    payload += [rlp.integer(v), rlp.integer(transaction.r), rlp.integer(transaction.s)]
    if transaction.type is TransactionType.LEGACY:
        return rlp.encode(payload)
    return bytes((transaction.type,)) + rlp.encode(payload)


def recover_sender(transaction: Transaction) -> Address:
    """
    Address whose key signed the transaction.

    Raises:
        SenderInvalid: no public key fits the signature.
    """
    return recover_address(
        compute_signing_hash(transaction), transaction.y_parity, transaction.r, transaction.s
    )


def compute_authorization_hash(chain_id: int, address: Address, nonce: Nonce) -> Hash32:
    """Hash that an EIP-7702 authority signs."""
    fields = [rlp.integer(chain_id), address, rlp.integer(nonce)]
    return keccak256(AUTHORIZATION_MAGIC + rlp.encode(fields))


def recover_authority(authorization: Authorization) -> Address:
    """
    Account that an EIP-7702 authorization speaks for.

    Raises:
        SenderInvalid: the signature is out of range, has a high s, or fits no key.
    """
    if authorization.s > params.SECP256K1_HALF_N:
        raise SenderInvalid("s is in the upper half")
    digest = compute_authorization_hash(
        authorization.chain_id, authorization.address, authorization.nonce
    )
    return recover_address(digest, authorization.y_parity, authorization.r, authorization.s)


def sign_transaction(
    private_key: bytes,
    *,
    chain_id: int | None,
    nonce: int,
    gas_limit: int,
    to: bytes | None,
    max_fee_per_gas_wei: int,
    max_priority_fee_per_gas_wei: int | None = None,
    value_wei: int = 0,
    data: bytes = b"",
    type: TransactionType = TransactionType.DYNAMIC_FEE,
    access_list: Sequence[AccessEntry] = (),
    authorizations: Sequence[Authorization] = (),
) -> Transaction:
    """Build and sign a transaction; without a priority fee the whole price may be the tip."""
    tip_wei = max_priority_fee_per_gas_wei
    unsigned = Transaction(
        type=type,
        chain_id=chain_id,
        nonce=Nonce(nonce),
        max_priority_fee_per_gas_wei=Wei(max_fee_per_gas_wei if tip_wei is None else tip_wei),
        max_fee_per_gas_wei=Wei(max_fee_per_gas_wei),
        gas_limit=Gas(gas_limit),
        to=None if to is None else Address(to),
        value_wei=Wei(value_wei),
        data=data,
        y_parity=0,
        r=0,
        s=0,
        raw=b"",
        hash=ZERO_HASH,
        access_list=tuple(access_list),
        authorizations=tuple(authorizations),
    )
    y_parity, r, s = sign_digest(private_key, compute_signing_hash(unsigned))
    signed = replace(unsigned, y_parity=y_parity, r=r, s=s)
    raw = encode_transaction(signed)
    return replace(signed, raw=raw, hash=keccak256(raw))


def sign_authorization(
    private_key: bytes, *, chain_id: int, address: bytes, nonce: int
) -> Authorization:
    """Sign an EIP-7702 authorization: this key's account may run the code at `address`."""
    digest = compute_authorization_hash(chain_id, Address(address), Nonce(nonce))
    y_parity, r, s = sign_digest(private_key, digest)
    return Authorization(chain_id, Address(address), Nonce(nonce), y_parity, r, s)
