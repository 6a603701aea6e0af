"""
Nodes of a Merkle-Patricia trie and the RLP of them (Yellow Paper, appendices B, C and D).

    bytes --decode_node--> Leaf | Extension | Branch --encode()--> bytes

A reference is the RLP item by which a parent holds a child: the hash of a child of 32 bytes or
more, the child itself when it is shorter (embedded), or the empty string. Decoded nodes keep
references encoded, so that a branch is encoded by joining them. Nibbles are bytes of 0 to 15.
"""

import re
from binascii import hexlify, unhexlify

from sha3 import keccak_256

from chain.errors import StoreCorrupt
from chain.types.primitives import Hash32

EMPTY = b"\x80"  # RLP of the empty string: no child, no value
HASH_PREFIX = b"\xa0"  # RLP header of a 32-byte string
REFERENCE_BYTES = 33  # length of a reference by hash; an embedded one is shorter
EMBEDDED_BYTES_MAX = 31  # a node of at most 31 bytes stands in its parent

_HEX_OF_NIBBLE = bytes.maketrans(bytes(range(16)), b"0123456789abcdef")
_NIBBLE_OF_HEX = bytes.maketrans(b"0123456789abcdef", bytes(range(16)))

# Items of a branch of hashes and empty places, the commonest node, taken apart in one call.
_BRANCH_ITEMS = re.compile(rb"\xa0.{32}|\x80", re.DOTALL)
BRANCH_BYTES_MIN = 83  # two hashes, fifteen empty places and the header
_FULL_BRANCH_BYTES = 532  # sixteen hashes, no value and the header
_FULL_BRANCH_MARKS = HASH_PREFIX * 16 + EMPTY  # the headers of its items, 33 bytes apart
_RUNS_OF_HASHES = tuple(HASH_PREFIX * (nibble + 1) for nibble in range(16))
# Matches so many items of a branch, one after the other; it never goes back, for it never has to.
_FIRST_ITEMS = tuple(
    re.compile(rb"(?>\xa0.{32}|\x80){%d}+" % nibble, re.DOTALL).match for nibble in range(16)
)
_SHORT_HEADERS = tuple(bytes((0x80 + length,)) for length in range(56))


def keccak(data: bytes) -> Hash32:
    """Keccak-256 of `data`."""
    return Hash32(keccak_256(data).digest())


def reference_of(encoded: bytes) -> bytes:
    """Return the reference by which a parent holds a node of 32 bytes or more."""
    digest: bytes = keccak_256(encoded).digest()
    return HASH_PREFIX + digest


def to_nibbles(data: bytes) -> bytes:
    """Return the nibbles of `data`, the high one of each byte first."""
    return hexlify(data).translate(_NIBBLE_OF_HEX)


def encode_string(data: bytes) -> bytes:
    """RLP of a byte string."""
    length = len(data)
    if length == 1 and data[0] < 0x80:
        return data
    if length < 56:
        return _SHORT_HEADERS[length] + data
    size = length.to_bytes((length.bit_length() + 7) >> 3, "big")
    return bytes((0xB7 + len(size),)) + size + data


def encode_list(payload: bytes) -> bytes:
    """RLP of a list whose items are encoded and joined in `payload`."""
    length = len(payload)
    if length < 56:
        return bytes((0xC0 + length,)) + payload
    if length < 256:
        return bytes((0xF8, length)) + payload
    if length < 65_536:
        return b"\xf9" + length.to_bytes(2, "big") + payload
    size = length.to_bytes((length.bit_length() + 7) >> 3, "big")
    return bytes((0xF7 + len(size),)) + size + payload


def encode_integer(value: int) -> bytes:
    """RLP of an integer: big-endian without leading zeros."""
    if 0 < value < 0x80:
        return bytes((value,))
    return encode_string(value.to_bytes((value.bit_length() + 7) >> 3, "big"))


def leaf_stem(path: bytes) -> bytes:
    """Return the first item of a leaf, encoded: the nibbles that are left of its key."""
    return encode_string(_encode_path(path, 0x20))


class Leaf:
    """The end of a key: the nibbles that are left of it, and its value."""

    __slots__ = ("path", "value")

    def __init__(self, path: bytes, value: bytes) -> None:
        self.path = path
        self.value = value

    def encode(self) -> bytes:
        """RLP of the node."""
        return encode_list(leaf_stem(self.path) + encode_string(self.value))


class Extension:
    """Nibbles that all keys below share, and the reference of the branch where they part."""

    __slots__ = ("child", "path")

    def __init__(self, path: bytes, child: bytes) -> None:
        self.path = path
        self.child = child

    def encode(self) -> bytes:
        """RLP of the node."""
        return encode_list(encode_string(_encode_path(self.path, 0)) + self.child)


class Branch:
    """Sixteen references, one a nibble, and the encoded value of the key that ends here."""

    __slots__ = ("items",)

    def __init__(self, items: list[bytes]) -> None:
        self.items = items

    def encode(self) -> bytes:
        """RLP of the node."""
        return encode_list(b"".join(self.items))


Node = Leaf | Extension | Branch


def decode_node(encoded: bytes) -> Node:
    """
    Return the node whose RLP is `encoded`.

    Raises: StoreCorrupt, for nodes come from our own database.
    """
    size = len(encoded)
    if encoded[-1] == 0x80 and size >= BRANCH_BYTES_MIN:
        # Seventeen matches that leave no byte out are the items of the list.
        start = encoded[0] - 0xF6
        items = _BRANCH_ITEMS.findall(encoded, start)
        if len(items) == 17 and size - start == 561 - 32 * items.count(EMPTY):
            return Branch(items)
    try:
        items = _split_list(encoded)
    except IndexError:
        raise StoreCorrupt(f"trie node {encoded.hex()} is cut short") from None
    if len(items) == 17:
        return Branch(items)
    if len(items) == 2:
        return _decode_short(decode_string(items[0]), items[1])
    raise StoreCorrupt(f"trie node has {len(items)} items; expected 2 or 17")


def place_of_child(encoded: bytes, nibble: int) -> int:
    """
    Return where a child's reference begins in an encoded branch, so that it need not be decoded.

    Returns -1 for other nodes, and where an item up to the child, or the one behind a hash that
    comes first, is neither a hash nor empty. A leaf or an extension cannot be mistaken: its first
    item is a path, never empty, and with a path of 32 bytes and a second item of 33 it is shorter
    than any branch.
    """
    size = len(encoded)
    if size == _FULL_BRANCH_BYTES and encoded[3::REFERENCE_BYTES] == _FULL_BRANCH_MARKS:
        return 3 + REFERENCE_BYTES * nibble
    if size < BRANCH_BYTES_MIN:
        return -1
    at = encoded[0] - 0xF6
    if encoded[at] == 0xA0 and encoded[at + REFERENCE_BYTES] not in b"\x80\xa0":
        return -1
    place = at + REFERENCE_BYTES * nibble
    if encoded[at : place + 1 : REFERENCE_BYTES] == _RUNS_OF_HASHES[nibble]:
        return place
    above = _FIRST_ITEMS[nibble](encoded, at)
    if above is None or encoded[above.end()] not in b"\x80\xa0":
        return -1
    return above.end()


def may_be_branch(encoded: bytes) -> bool:
    """
    Say whether a node is as long as a branch and ends like one without a value.

    Of leaves one in 256 of those with a code or storage hash at their end does, and no other.
    """
    return len(encoded) >= BRANCH_BYTES_MIN and encoded[-1] == 0x80


def is_inner(encoded: bytes) -> bool:
    """
    Say whether a node is a branch of hashes and empty places, or an extension.

    No leaf is: the first nibble of its path, encoded, is 2 or 3. Of other branches a short one may
    be taken for an extension, which is shorter than two hashes.
    """
    if len(encoded) >= BRANCH_BYTES_MIN:
        return encoded[-1] == 0x80 and place_of_child(encoded, 0) >= 0
    at = 1 if encoded[0] < 0xF8 else 2
    return encoded[at + 1 if encoded[at] > 0x80 else at] < 0x20


def child_at(branch: bytes, place: int) -> bytes:
    """Return the reference that begins at a place in an encoded branch."""
    return EMPTY if branch[place] == 0x80 else branch[place : place + REFERENCE_BYTES]


def with_child(branch: bytes, place: int, reference: bytes) -> bytes:
    """Return an encoded branch with another reference at the place of a hash or of nothing."""
    after = place + (1 if branch[place] == 0x80 else REFERENCE_BYTES)
    if len(reference) == after - place:
        return branch[:place] + reference + branch[after:]
    return encode_list(branch[branch[0] - 0xF6 : place] + reference + branch[after:])


def is_full_branch(encoded: bytes) -> bool:
    """Say whether a branch of sixteen hashes and nothing else is in the node's 532 bytes."""
    return len(encoded) == _FULL_BRANCH_BYTES and encoded[3::REFERENCE_BYTES] == _FULL_BRANCH_MARKS


def _decode_short(path: bytes, item: bytes) -> Node:
    nibbles = to_nibbles(path)
    flag = nibbles[0]
    rest = nibbles[1:] if flag & 1 else nibbles[2:]
    if flag & 2:
        return Leaf(rest, decode_string(item))
    return Extension(rest, item)


def decode_string(item: bytes) -> bytes:
    """Return the byte string whose RLP is `item`."""
    first = item[0]
    if first < 0x80:
        return item
    if first < 0xB8:
        return item[1:]
    return item[1 + first - 0xB7 :]


def _encode_path(path: bytes, flag: int) -> bytes:
    """Hex-prefix encoding (appendix C): `flag` is 0x20 for a leaf and 0 for an extension."""
    if len(path) & 1:
        return bytes((flag | 0x10 | path[0],)) + unhexlify(path[1:].translate(_HEX_OF_NIBBLE))
    return bytes((flag,)) + unhexlify(path.translate(_HEX_OF_NIBBLE))


def _split_list(encoded: bytes) -> list[bytes]:
    """Return the encoded items of an encoded list."""
    first = encoded[0]
    at = 1 if first < 0xF8 else first - 0xF6
    end = len(encoded)
    items = []
    while at < end:
        first = encoded[at]
        if first <= 0x80:
            after = at + 1
        elif first < 0xB8:
            after = at + first - 0x7F
        else:
            after = at + _item_bytes(encoded, at)
        items.append(encoded[at:after])
        at = after
    if at != end:
        raise IndexError
    return items


def _item_bytes(encoded: bytes, at: int) -> int:
    """Length of the long string or of the list that begins at `at`, with its header."""
    first = encoded[at]
    if 0xC0 <= first < 0xF8:
        return first - 0xBF
    size = first - (0xB7 if first < 0xC0 else 0xF7)
    return 1 + size + int.from_bytes(encoded[at + 1 : at + 1 + size], "big")
