"""
Every error the house raises on purpose, by whose fault it is.

    ChainError
      Refusal       a module says no              -> Solidity custom error, receipt status 0
      Invalid       a peer or a user sent nonsense -> drop it, answer with a JSON-RPC error
      Unavailable   we do not have it (yet)       -> retry, sync, or answer null

An AssertionError is none of these: it is our own bug, and the node stops with the block kept.
Names state the fact; messages are lower case and carry what was expected and what was found.
"""


class ChainError(Exception):
    """Anything the house foresees."""


class Refusal(ChainError):
    """A module says no: the call reverts and nothing it wrote stays."""


class Invalid(ChainError):
    """Something that came from outside breaks a rule."""


class Unavailable(ChainError):
    """What was asked for is not here: not yet, not any more, or never."""


class Malformed(Invalid):
    """Bytes from outside that do not decode to what they should be."""


class StateUnavailable(Unavailable):
    """State of a height that is outside the kept history."""

    def __init__(self, height: int, oldest: int, newest: int) -> None:
        self.height, self.oldest, self.newest = height, oldest, newest
        super().__init__(f"no state at height {height}: this node keeps {oldest} to {newest}")


class StoreCorrupt(ChainError):
    """The database disagrees with itself; the disk or another program damaged it."""


class StoreInUse(Unavailable):
    """Another process holds the database; only one may write to it."""

    def __init__(self, directory: str) -> None:
        self.directory = directory
        super().__init__(f"database at {directory} is in use by another process")


class StoreFailed(ChainError):
    """The disk refused a read or a write: it is full, gone or failing."""


class TransactionInvalid(Invalid):
    """
    A transaction that the rules do not admit, now or ever.

    The message opens with `text`, in geth's wording, because clients match on it; `detail` says
    what was expected and what was found.
    """

    text = "invalid transaction"

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.text}: {detail}" if detail else self.text)


class TransactionTypeUnsupported(TransactionInvalid):
    """An EIP-2718 type that this chain does not carry."""

    text = "transaction type not supported"


class SignatureInvalid(TransactionInvalid):
    """v, r or s is out of range, or s is in the upper half (EIP-2)."""

    text = "invalid transaction v, r, s values"


class SenderInvalid(TransactionInvalid):
    """No public key belongs to the signature."""

    text = "invalid sender"


class ChainIdMismatch(TransactionInvalid):
    """Signed for another chain."""

    text = "invalid chain id for signer"


class TransactionUnprotected(TransactionInvalid):
    """Signed for no chain at all (before EIP-155), so it can be replayed on any."""

    text = "only replay-protected (EIP-155) transactions allowed over RPC"


class TransactionOversized(TransactionInvalid):
    """More bytes than one transaction may have."""

    text = "oversized data"


class InitcodeOversized(TransactionInvalid):
    """More init code than EIP-3860 allows."""

    text = "max initcode size exceeded"


class IntrinsicGasTooLow(TransactionInvalid):
    """The gas limit does not even pay for the transaction's own bytes."""

    text = "intrinsic gas too low"


class FloorGasTooLow(TransactionInvalid):
    """The gas limit is below what the data costs at least (EIP-7623)."""

    text = "insufficient gas for floor data gas cost"


class TipAboveFeeCap(TransactionInvalid):
    """The priority fee is above the most that the sender pays in all."""

    text = "max priority fee per gas higher than max fee per gas"


class FeeOverflow(TransactionInvalid):
    """Gas limit times price does not fit into 256 bits, so no balance could pay it."""

    text = "gas * maxFeePerGas exceeds 256 bits"


class FeeCapTooLow(TransactionInvalid):
    """The sender pays less per gas than the block asks."""

    text = "max fee per gas less than block base fee"


class BlobFeeCapTooLow(TransactionInvalid):
    """The sender pays less per blob gas than the block asks."""

    text = "max fee per blob gas less than block blob gas fee"


class BlobsInvalid(TransactionInvalid):
    """A blob transaction without a blob, with too many, of an unknown version, or that creates."""

    text = "blob transaction invalid"


class AuthorizationsInvalid(TransactionInvalid):
    """An EIP-7702 transaction without authorizations, or one that creates."""

    text = "EIP-7702 transaction"


class NonceTooLow(TransactionInvalid):
    """The nonce was used before."""

    text = "nonce too low"


class NonceTooHigh(TransactionInvalid):
    """Transactions before this one are missing."""

    text = "nonce too high"


class NonceAtMaximum(TransactionInvalid):
    """The nonce could not be raised any more (EIP-2681)."""

    text = "nonce has max value"


class SenderNotExternal(TransactionInvalid):
    """The sender's account holds contract code (EIP-3607)."""

    text = "sender not an eoa"


class FundsInsufficient(TransactionInvalid):
    """The sender cannot pay the gas limit at its highest price, and the value."""

    text = "insufficient funds for gas * price + value"


class BlockGasExceeded(TransactionInvalid):
    """The gas limit of the transaction is above that of the block."""

    text = "exceeds block gas limit"


class HeaderInvalid(Invalid):
    """A header that breaks a rule against its parent."""

    def __init__(self, field: str, expected: object, found: object) -> None:
        self.field, self.expected, self.found = field, expected, found
        super().__init__(f"invalid header field {field}: expected {expected}, found {found}")
