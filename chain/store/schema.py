"""
Every key of the database, and nothing else.

    m name                          -> meta value
    a address                       -> RLP [nonce, balance, storage root, code hash]
    s address slot32                -> the word, big-endian without leading zeros; never empty
    k code_hash                     -> contract code
    n path                          -> RLP of the account trie's node at `path`, of a branch before
                                       its deltas (`history`)
    t address path                  -> the same of the node at `path` of that account's storage trie
    h length1 key height8           -> tag and what `key` held before the block at `height`, or what
                                       of it differed then
    c height8                       -> the keys that the block at `height` changed
    b height8 / d height8           -> header / body of a block
    r height8 / f height8           -> receipts / commit certificate of a block
    x block_hash                    -> height8
    y transaction_hash              -> height8 index4
    v height8                       -> the validator set that decides the block at this height
    l kind1 value32 height8         -> which logs of that block have the value at that place
    p address height8 index4        -> nothing: that transaction names the account
    q sender nonce8                 -> height8 index4 of that transaction
    e evidence_hash                 -> evidence that waits for a block
    g evidence_hash                 -> height8 of the block that carried it

A path is one byte a nibble to the end of the key, so the order of keys is the order of the trie.
Integers are big-endian, so that the order of keys is the order of heights. The first byte tells
the family; every part but the last has a fixed length or carries it, so no key can be taken for
another.
"""

from chain.types.primitives import Address, Hash32, Height

META = b"m"
ACCOUNT = b"a"
SLOT = b"s"
CODE = b"k"
ACCOUNT_NODE = b"n"
STORAGE_NODE = b"t"
HISTORY = b"h"
CHANGED = b"c"
HEADER = b"b"
BODY = b"d"
RECEIPTS = b"r"
CERTIFICATE = b"f"
BLOCK_HASH = b"x"
TRANSACTION_HASH = b"y"
VALIDATORS = b"v"
LOG = b"l"
APPEARANCE = b"p"
NONCE = b"q"
EVIDENCE_PENDING = b"e"
EVIDENCE_COMMITTED = b"g"

SCHEMA_VERSION = 5  # raise it whenever a key or the meaning of a value changes
# Versions that open; the first commit makes them SCHEMA_VERSION, so that older software, which
# would leave gaps in what it does not know, refuses them from then on. 2: logs named blocks only.
# 3: history kept every value whole. 4: branches were written with every change.
SCHEMA_VERSIONS_READ = (2, 3, 4, SCHEMA_VERSION)

# Meta keys. `STATE_HEAD` and `STATE_OLDEST` belong to StateStore, the others to the ledger.
SCHEMA_VERSION_KEY = META + b"schema_version"
GENESIS_HASH_KEY = META + b"genesis_hash"
CHAIN_ID_KEY = META + b"chain_id"
HEAD_KEY = META + b"head"
CONSENSUS_STATE_KEY = META + b"consensus_state"
STATE_HEAD_KEY = META + b"state_head"  # height8 root32
STATE_OLDEST_KEY = META + b"state_oldest"  # height8 of the oldest state that can be read
REFRESH_KEY = META + b"refresh"  # how far branches are written anew (`refresh.Walk`)
LOGS_FROM_KEY = META + b"logs_from"  # height8 from which on postings name logs, not only blocks
APPEARANCES_FROM_KEY = META + b"appearances_from"  # height8 from which on they are complete

ACCOUNT_KEY_BYTES = 21
SLOT_KEY_BYTES = 53
HEIGHT_BYTES = 8
INDEX_BYTES = 4
HEIGHT_END = b"\xff" * HEIGHT_BYTES  # above every height that a chain can reach
NODES = (ACCOUNT_NODE, STORAGE_NODE)
# Key lengths of the families whose past can be walked in order; nodes lie at any depth.
WALKABLE_KEY_BYTES = {
    ACCOUNT: (ACCOUNT_KEY_BYTES,),
    SLOT: (SLOT_KEY_BYTES,),
    STORAGE_NODE: tuple(range(21, 21 + 65)),
}

LENGTHS = tuple(bytes((length,)) for length in range(256))  # as keys carry them


def encode_height(height: int) -> bytes:
    """Return `height` in the eight bytes in which keys and values hold it."""
    return height.to_bytes(HEIGHT_BYTES, "big")


def decode_height(encoded: bytes) -> Height:
    """Return the height that eight bytes hold."""
    return Height(int.from_bytes(encoded, "big"))


def account_key(address: Address) -> bytes:
    """Key of an account."""
    return ACCOUNT + address


def slot_key(address: Address, slot: int) -> bytes:
    """Key of one storage word."""
    return SLOT + address + slot.to_bytes(32, "big")


def slots_prefix(address: Address) -> bytes:
    """Return what every slot key of `address` begins with."""
    return SLOT + address


def code_key(code_hash: Hash32) -> bytes:
    """Key of a contract's code."""
    return CODE + code_hash


def storage_nodes_prefix(address: Address) -> bytes:
    """Return what every node key of the storage trie of `address` begins with; the path follows."""
    return STORAGE_NODE + address


def node_depth(key: bytes) -> int:
    """Return how many nibbles of a path stand in the key of a trie node."""
    return len(key) - (1 if key[:1] == ACCOUNT_NODE else 21)


def with_length(key: bytes) -> bytes:
    """Return a key behind its length, as history names it in its own keys and in lists of keys."""
    return LENGTHS[len(key)] + key


def history_prefix(key: bytes) -> bytes:
    """Return what every history key of `key` begins with; the height follows."""
    return HISTORY + with_length(key)


def changed_key(height: int) -> bytes:
    """Key of the list of keys that one block changed."""
    return CHANGED + encode_height(height)


def header_key(height: int) -> bytes:
    """Key of a block's header."""
    return HEADER + encode_height(height)


def body_key(height: int) -> bytes:
    """Key of a block's transactions."""
    return BODY + encode_height(height)


def receipts_key(height: int) -> bytes:
    """Key of a block's receipts."""
    return RECEIPTS + encode_height(height)


def certificate_key(height: int) -> bytes:
    """Key of the certificate that decided a block."""
    return CERTIFICATE + encode_height(height)


def validators_key(height: int) -> bytes:
    """Key of the validator set that decides a block."""
    return VALIDATORS + encode_height(height)


def block_hash_key(block_hash: Hash32) -> bytes:
    """Key of the height of the block with this hash."""
    return BLOCK_HASH + block_hash


def transaction_hash_key(transaction_hash: Hash32) -> bytes:
    """Key of the place of the transaction with this hash."""
    return TRANSACTION_HASH + transaction_hash


def log_prefix(kind: int, value: bytes) -> bytes:
    """
    Return what the postings of one value begin with.

    `kind` 0: emitter, 1 to 4: topic, 5: both an emitter and a first topic, 6: blocks with any.
    """
    return LOG + LENGTHS[kind] + value.rjust(32, b"\x00")


def encode_place(height: int, index: int) -> bytes:
    """Return a transaction's place in the twelve bytes in which keys and values hold it."""
    return encode_height(height) + index.to_bytes(INDEX_BYTES, "big")


def decode_place(encoded: bytes) -> tuple[Height, int]:
    """Return (height, index in the block) that twelve bytes hold."""
    return decode_height(encoded[:HEIGHT_BYTES]), int.from_bytes(encoded[HEIGHT_BYTES:], "big")


def appearances_prefix(address: Address) -> bytes:
    """Return what the entries of one account's appearances begin with; the place follows."""
    return APPEARANCE + address


def nonce_key(sender: Address, nonce: int) -> bytes:
    """Key of the place of a sender's transaction."""
    return NONCE + sender + nonce.to_bytes(8, "big")


def evidence_pending_key(evidence_hash: Hash32) -> bytes:
    """Key of a piece of evidence that waits for a block."""
    return EVIDENCE_PENDING + evidence_hash


def evidence_committed_key(evidence_hash: Hash32) -> bytes:
    """Key of the height of the block that carried a piece of evidence."""
    return EVIDENCE_COMMITTED + evidence_hash
