"""Accounts and storage words as bytes: one form for the flat keys and for the leaves of tries."""

from chain.errors import StoreCorrupt
from chain.store.node import encode_integer, encode_list
from chain.types.account import Account
from chain.types.primitives import Hash32, Nonce, Wei

_HASHES_BYTES = 66  # the two 32-byte strings at the end, each with its header


def encode_account(nonce: int, balance_wei: int, storage_root: bytes, code_hash: bytes) -> bytes:
    """RLP [nonce, balance, storage root, code hash] (Yellow Paper, section 4.1)."""
    numbers = encode_integer(nonce) + encode_integer(balance_wei)
    return encode_list(b"%b\xa0%b\xa0%b" % (numbers, storage_root, code_hash))


def decode_account(encoded: bytes) -> Account:
    """
    Return the account whose RLP is `encoded`.

    The four fields stand at known places: the list header takes two bytes and the two hashes the
    last 66. Raises: StoreCorrupt.
    """
    size = len(encoded)
    if size < _HASHES_BYTES + 4 or encoded[0] != 0xF8 or encoded[1] != size - 2:
        raise StoreCorrupt(f"account {encoded.hex()} is not an RLP list of the right length")
    middle = size - _HASHES_BYTES
    first = encoded[2]
    at = 3 if first <= 0x80 else first - 0x7D
    nonce = _decode_integer(encoded, 2, at)
    balance_wei = _decode_integer(encoded, at, middle)
    if encoded[middle] != 0xA0 or encoded[middle + 33] != 0xA0:
        raise StoreCorrupt(f"account {encoded.hex()} does not end with two hashes")
    return Account(
        Nonce(nonce),
        Wei(balance_wei),
        Hash32(encoded[middle + 1 : middle + 33]),
        Hash32(encoded[middle + 34 :]),
    )


def storage_root_of(encoded: bytes) -> Hash32:
    """Return the storage root of an encoded account without decoding the rest."""
    return Hash32(encoded[-65:-33])


def encode_word(value: int) -> bytes | None:
    """Return a storage word as its flat key holds it, None for 0, which is not stored."""
    return value.to_bytes((value.bit_length() + 7) >> 3, "big") if value else None


def _decode_integer(encoded: bytes, start: int, stop: int) -> int:
    first = encoded[start]
    if stop - start == 1 and first <= 0x80:
        return first & 0x7F
    if first - 0x80 != stop - start - 1:
        raise StoreCorrupt(f"account {encoded.hex()} has an integer of the wrong length")
    return int.from_bytes(encoded[start + 1 : stop], "big")
