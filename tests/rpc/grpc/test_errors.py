"""The table of codes."""

import pytest
from grpc import StatusCode

from chain import errors
from chain.mempool import AlreadyKnown, PoolFull, ReplacementUnderpriced
from chain.vm.call import ExecutionFailed
from rpc.grpc.errors import DETAILS_KEY, NotFound, Refused, TooLate, status_of, trailers_of
from rpc.wire import errors_pb2


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (errors.Malformed("x"), StatusCode.INVALID_ARGUMENT),
        (errors.ChainIdMismatch(), StatusCode.INVALID_ARGUMENT),
        (errors.NonceTooLow(), StatusCode.FAILED_PRECONDITION),
        (errors.FundsInsufficient(), StatusCode.FAILED_PRECONDITION),
        (AlreadyKnown(), StatusCode.ALREADY_EXISTS),
        (ReplacementUnderpriced(), StatusCode.FAILED_PRECONDITION),
        (PoolFull(), StatusCode.RESOURCE_EXHAUSTED),
        (ExecutionFailed("x"), StatusCode.FAILED_PRECONDITION),
        (errors.StateUnavailable(1, 2, 3), StatusCode.OUT_OF_RANGE),
        (errors.Unavailable("x"), StatusCode.UNAVAILABLE),
        (TimeoutError(), StatusCode.DEADLINE_EXCEEDED),
        (NotFound("x"), StatusCode.NOT_FOUND),
        (TooLate("x"), StatusCode.DEADLINE_EXCEEDED),
        (errors.StoreCorrupt("x"), StatusCode.INTERNAL),
        (KeyError("secret"), StatusCode.INTERNAL),
        (AssertionError("secret"), StatusCode.INTERNAL),
    ],
)
def test_every_failure_has_its_code(failure: Exception, code: StatusCode) -> None:
    """Clients decide by the code whether to mend the request, wait or give up."""
    assert code == status_of(failure)[0]


def test_our_own_faults_keep_their_text() -> None:
    """What broke inside is for the log."""
    assert (StatusCode.INTERNAL, "internal error") == status_of(KeyError("secret"))


def test_long_texts_are_cut() -> None:
    """An error travels in a header, which is small."""
    assert 1_000 == len(status_of(errors.Malformed("x" * 5_000))[1])


def test_details_repeat_code_and_text() -> None:
    """As google.rpc.Status wants it."""
    ((key, raw),) = trailers_of(errors.Malformed("wrong"))
    status = errors_pb2.Status.FromString(raw)
    assert (DETAILS_KEY, 3, "wrong", 1) == (
        key,
        status.code,
        status.message,
        len(status.details),
    )


@pytest.mark.parametrize(
    ("failure", "reason", "metadata"),
    [
        (errors.Malformed("x"), "MALFORMED", {}),
        (errors.NonceTooLow(), "NONCE_TOO_LOW", {}),
        (AlreadyKnown(), "ALREADY_KNOWN", {}),
        (errors.StateUnavailable(1, 2, 3), "STATE_UNAVAILABLE", {"oldest": "2", "newest": "3"}),
        (
            Refused("x", errors_pb2.Refusal(module="staking", name="UnknownValidator")),
            "UNKNOWN_VALIDATOR",
            {"module": "staking"},
        ),
        (Refused("x", errors_pb2.Refusal(data=b"no")), "REFUSED", {}),
        (TimeoutError(), "TIMEOUT_ERROR", {}),
        (KeyError("secret"), "INTERNAL", {}),
    ],
)
def test_every_failure_has_a_reason(
    failure: Exception, reason: str, metadata: dict[str, str]
) -> None:
    """One word that does not change with the wording, always the last of the details."""
    ((_, raw),) = trailers_of(failure)
    details = errors_pb2.Status.FromString(raw).details
    found = errors_pb2.ErrorInfo()
    assert details[-1].Unpack(found)
    assert (reason, "kumiai", metadata) == (found.reason, found.domain, dict(found.metadata))
