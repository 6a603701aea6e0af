"""
What can go wrong, by whose fault it is; a program catches the branch it can do something about.

    ClientError
      ArgumentInvalid     the caller: a value that no module takes
        WalletMissing     the caller: a transaction without a key to sign it
      NotReached          the time: what was waited for did not come
      Refusal             the chain's rules: a module said no (client.kit.records; typed per module)
        RefusedUnknown    the same by code that this client has no declaration of
      TransactionError    the transaction
        TransactionFailed   in a block, and it did nothing but pay its gas
        TransactionReplaced another transaction of the account took its nonce
        FeeTooLow           the node asks more than the wallet's limit allows
        NotMined            no block took it in time; it may still come
        SendUncertain       the node was lost while it was sent; its hash tells later
      NodeError           the node
        NodeUnreachable     no answer, after every allowed attempt
        NodeBusy            it turned the request away
        AnswerInvalid       an answer that is none
        RequestFailed       an answer that is an error, with its code
        NotFound            the node has no such block
"""

from typing import Any, Final

SHOWN_CHARACTERS_MAX: Final = 200  # of what came from outside, in a message


class ClientError(Exception):
    """Anything that this package raises on purpose."""


class ArgumentInvalid(ClientError):
    """The caller gave a value that cannot be meant."""


class WalletMissing(ArgumentInvalid):
    """A transaction was asked for, and there is no key to sign it with."""


class NotReached(ClientError):
    """What was waited for did not come in time."""


class TransactionError(ClientError):
    """A transaction did not do what it was sent for."""

    def __init__(self, message: str, transaction_hash: str = "") -> None:
        self.transaction_hash = transaction_hash
        super().__init__(message)


class TransactionFailed(TransactionError):
    """It is in a block, did nothing but pay its gas, and no module said why."""


class TransactionReplaced(TransactionError):
    """Another transaction of the same account has its nonce."""


class FeeTooLow(TransactionError):
    """What the chain asks for gas is above what may be paid."""


class NotMined(TransactionError):
    """No block took it in time; it may still be taken, and its nonce stays used."""


class SendUncertain(TransactionError):
    """The node went silent while it was sent; `Client.resume(raw)` finds out what became of it."""

    def __init__(self, message: str, transaction_hash: str, raw: bytes) -> None:
        self.raw = raw
        super().__init__(message, transaction_hash)


class NodeError(ClientError):
    """The node did not do what nodes do."""


class NodeUnreachable(NodeError):
    """No answer within the deadline and the attempts that were allowed."""


class NodeBusy(NodeError):
    """The node turns requests away for now."""


class AnswerInvalid(NodeError):
    """What came back is not what the method answers with; is it a node?"""


class RequestFailed(NodeError):
    """The node answered with an error: its `code`, `message` and `data`."""

    def __init__(self, code: int, message: str, data: Any = None) -> None:
        self.code, self.message, self.data = code, message, data
        super().__init__(f"{message} (code {code})")


class NotFound(NodeError):
    """The node has no such block, or has it no more."""


def shown(value: Any) -> str:
    """Return what came from outside as a message may show it."""
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= SHOWN_CHARACTERS_MAX else text[:SHOWN_CHARACTERS_MAX] + "..."
