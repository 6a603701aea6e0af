"""
What went wrong -> JSON-RPC error: the one table of codes, with geth's wordings.

    -32700 parse error             -32601 no such method     3      reverted, with data
    -32600 no valid request        -32602 wrong parameters   -32000 refused by the chain's rules
    -32603 our own fault           -32005 over a limit       -32002 not (or no longer) here

Clients match on the texts, so texts are part of the interface.
"""

from typing import Any, Final

from chain.errors import ChainError, Invalid, Malformed, Unavailable
from chain.kit.text import shorten

PARSE_ERROR: Final = -32700
INVALID_REQUEST: Final = -32600
METHOD_NOT_FOUND: Final = -32601
INVALID_PARAMS: Final = -32602
INTERNAL_ERROR: Final = -32603
SERVER_ERROR: Final = -32000
RESOURCE_UNAVAILABLE: Final = -32002
REPLY_TOO_LARGE: Final = -32003
LIMIT_EXCEEDED: Final = -32005
REVERTED: Final = 3


class RpcError(ChainError):
    """An answer that is an error; the class names the code."""

    code = SERVER_ERROR

    def __init__(self, message: str, data: str | dict[str, Any] | None = None) -> None:
        self.message, self.data = message, data
        super().__init__(message)


class ParseError(RpcError):
    """The body is not JSON."""

    code = PARSE_ERROR

    def __init__(self) -> None:
        super().__init__("parse error")


class InvalidRequest(RpcError):
    """JSON, but no JSON-RPC 2.0 request."""

    code = INVALID_REQUEST


class MethodNotFound(RpcError):
    """No method of this name, or not on this kind of connection."""

    code = METHOD_NOT_FOUND

    @classmethod
    def named(cls, method: str) -> "MethodNotFound":
        """Say which; an absurdly long name is cut."""
        return cls(f"the method {method[:100]} does not exist/is not available")


class InvalidParams(RpcError):
    """The parameters are missing, too many, of the wrong type, or contradict one another."""

    code = INVALID_PARAMS


class NotFound(RpcError):
    """The block, header or filter that the call stands on is not known."""


class LimitExceeded(RpcError):
    """The answer would be larger than this node gives."""

    code = LIMIT_EXCEEDED


class ReplyTooLarge(RpcError):
    """The answers of a batch together are larger than this node sends."""

    code = REPLY_TOO_LARGE

    def __init__(self) -> None:
        super().__init__("response too large")


class TimedOut(RpcError):
    """The answer took longer than this node works on one request or batch."""

    code = RESOURCE_UNAVAILABLE

    def __init__(self) -> None:
        super().__init__("request timed out")


class CallFailed(RpcError):
    """Code stopped for another reason than a revert: out of gas, an invalid instruction."""


class Reverted(RpcError):
    """Code reverted; `data` is what it reverted with, in hex."""

    code = REVERTED


_CODES: Final[tuple[tuple[type[ChainError], int], ...]] = (
    (Malformed, SERVER_ERROR),
    (Invalid, SERVER_ERROR),
    (Unavailable, RESOURCE_UNAVAILABLE),
)


def to_error(failure: BaseException) -> dict[str, Any]:
    """
    Return the error object of an answer.

    What is nobody's fault but ours says "internal error" and nothing of how it came about.
    """
    if isinstance(failure, RpcError):
        return _error(failure.code, failure.message, failure.data)
    for family, code in _CODES:
        if isinstance(failure, family):
            return _error(code, str(failure))
    return _error(INTERNAL_ERROR, "internal error")


def is_foreseen(failure: BaseException) -> bool:
    """Whether the failure is the client's or the chain's, so that no log line is due."""
    return isinstance(failure, RpcError | Invalid | Unavailable)


def _error(code: int, message: str, data: str | dict[str, Any] | None = None) -> dict[str, Any]:
    error: dict[str, Any] = {"code": code, "message": message}
    if data is not None:
        error["data"] = data
    return error


def describe(value: Any) -> str:
    """Return a value from outside, short enough for an error line whatever it is."""
    if isinstance(value, str):
        return shorten(value[:64])
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "an array"
    return shorten(value)
