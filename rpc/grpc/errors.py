"""
What went wrong -> gRPC status: the one table of codes.

    FAILED_PRECONDITION  a module refuses, or the state does not allow it (now)
    INVALID_ARGUMENT     nonsense                    NOT_FOUND        no such block, transaction
    OUT_OF_RANGE         a height that is not kept   ALREADY_EXISTS   the pool has it
    RESOURCE_EXHAUSTED   over a limit, too slow      UNAVAILABLE      not now: ask again
    DEADLINE_EXCEEDED    took too long               INTERNAL         our own fault

Beside the code every error has a reason, one word that programs can rely on: the name of what was
raised, as NONCE_TOO_LOW, or of the module's refusal.
"""

import re
from typing import Final

from grpc import StatusCode

from chain import errors
from chain.mempool import (
    AccountLimitExceeded,
    AlreadyKnown,
    InFlightLimitReached,
    PoolFull,
    ReplacementUnderpriced,
    TransactionUnderpriced,
)
from chain.vm.call import ExecutionFailed
from rpc.wire import errors_pb2

DOMAIN: Final = "kumiai"  # whose reasons they are
DETAILS_KEY: Final = "grpc-status-details-bin"
MESSAGE_CHARS_MAX: Final = 1_000  # of an error's text


class GrpcFailure(errors.ChainError):
    """An answer that is an error; the class or the instance names the code."""

    code = StatusCode.INTERNAL


class NotFound(GrpcFailure):
    """What was asked for is not there."""

    code = StatusCode.NOT_FOUND


class OutOfRange(GrpcFailure):
    """A height above the head, or one that is not kept."""

    code = StatusCode.OUT_OF_RANGE


class Exhausted(GrpcFailure):
    """More than this node gives."""

    code = StatusCode.RESOURCE_EXHAUSTED


class TooLate(GrpcFailure):
    """It did not happen in time; it still may."""

    code = StatusCode.DEADLINE_EXCEEDED


class Refused(GrpcFailure):
    """A module said no; `refusal` says which of its refusals, with its fields."""

    code = StatusCode.FAILED_PRECONDITION

    def __init__(self, message: str, refusal: errors_pb2.Refusal) -> None:
        self.refusal = refusal
        super().__init__(message)


class CallFailed(GrpcFailure):
    """Code stopped for another reason than a refusal: a revert with its own words, no gas."""

    code = StatusCode.FAILED_PRECONDITION


_CODES: Final[tuple[tuple[type[BaseException], StatusCode], ...]] = (
    (AlreadyKnown, StatusCode.ALREADY_EXISTS),
    (PoolFull, StatusCode.RESOURCE_EXHAUSTED),
    (AccountLimitExceeded, StatusCode.RESOURCE_EXHAUSTED),
    (InFlightLimitReached, StatusCode.RESOURCE_EXHAUSTED),
    (ReplacementUnderpriced, StatusCode.FAILED_PRECONDITION),
    (TransactionUnderpriced, StatusCode.FAILED_PRECONDITION),
    (errors.NonceTooLow, StatusCode.FAILED_PRECONDITION),
    (errors.NonceTooHigh, StatusCode.FAILED_PRECONDITION),
    (errors.FundsInsufficient, StatusCode.FAILED_PRECONDITION),
    (errors.FeeCapTooLow, StatusCode.FAILED_PRECONDITION),
    (errors.SenderNotExternal, StatusCode.FAILED_PRECONDITION),
    (ExecutionFailed, StatusCode.FAILED_PRECONDITION),
    (errors.StateUnavailable, StatusCode.OUT_OF_RANGE),
    (errors.Invalid, StatusCode.INVALID_ARGUMENT),
    (errors.Unavailable, StatusCode.UNAVAILABLE),
    (TimeoutError, StatusCode.DEADLINE_EXCEEDED),
)


def status_of(failure: BaseException) -> tuple[StatusCode, str]:
    """Return code and text of a failure; what is our own fault tells nothing of itself."""
    text = str(failure)[:MESSAGE_CHARS_MAX]
    if isinstance(failure, GrpcFailure):
        return failure.code, text
    for kind, code in _CODES:
        if isinstance(failure, kind):
            return code, text or "the call took too long"
    return StatusCode.INTERNAL, "internal error"


def trailers_of(failure: BaseException) -> tuple[tuple[str, bytes], ...]:
    """Return the trailing metadata of a failure: a Status with its details."""
    code, text = status_of(failure)
    status = errors_pb2.Status(code=code.value[0], message=text)
    if isinstance(failure, Refused):
        status.details.add().Pack(failure.refusal)
    status.details.add().Pack(info_of(failure))
    return ((DETAILS_KEY, status.SerializeToString()),)


def info_of(failure: BaseException) -> errors_pb2.ErrorInfo:
    """Return the failure's one word, and what a program needs to know beside it."""
    if status_of(failure)[0] is StatusCode.INTERNAL:
        return errors_pb2.ErrorInfo(reason="INTERNAL", domain=DOMAIN)
    name, metadata = type(failure).__name__, {}
    if isinstance(failure, Refused) and failure.refusal.name:
        name, metadata = failure.refusal.name, {"module": failure.refusal.module}
    if isinstance(failure, errors.StateUnavailable):
        metadata = {"oldest": str(failure.oldest), "newest": str(failure.newest)}
    return errors_pb2.ErrorInfo(reason=reason_of(name), domain=DOMAIN, metadata=metadata)


def reason_of(name: str) -> str:
    """Return a class's name as a reason is written: NonceTooLow becomes NONCE_TOO_LOW."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).upper()
