"""The table of error codes."""

import pytest

from chain.errors import Malformed, NonceTooLow, StateUnavailable, StoreFailed
from rpc import errors


@pytest.mark.parametrize(
    ("failure", "expected"),
    [
        (errors.ParseError(), {"code": -32700, "message": "parse error"}),
        (errors.InvalidRequest("x"), {"code": -32600, "message": "x"}),
        (
            errors.MethodNotFound.named("a_b"),
            {"code": -32601, "message": "the method a_b does not exist/is not available"},
        ),
        (errors.InvalidParams("x"), {"code": -32602, "message": "x"}),
        (errors.LimitExceeded("x"), {"code": -32005, "message": "x"}),
        (errors.NotFound("header not found"), {"code": -32000, "message": "header not found"}),
        (errors.ReplyTooLarge(), {"code": -32003, "message": "response too large"}),
        (errors.Reverted("r", "0x12"), {"code": 3, "message": "r", "data": "0x12"}),
        (errors.CallFailed("out of gas"), {"code": -32000, "message": "out of gas"}),
        (NonceTooLow("have 1"), {"code": -32000, "message": "nonce too low: have 1"}),
        (Malformed("rlp"), {"code": -32000, "message": "rlp"}),
        (
            StateUnavailable(1, 5, 9),
            {"code": -32002, "message": "no state at height 1: this node keeps 5 to 9"},
        ),
        (StoreFailed("/secret/path"), {"code": -32603, "message": "internal error"}),
        (ValueError("secret"), {"code": -32603, "message": "internal error"}),
        (AssertionError("secret"), {"code": -32603, "message": "internal error"}),
    ],
)
def test_every_family_has_its_code(failure: Exception, expected: dict[str, object]) -> None:
    """Each kind of failure has one code; our own say nothing of how they came about."""
    assert expected == errors.to_error(failure)


def test_foreseen_failures_leave_no_log_line() -> None:
    """What a client did wrong is not our bug."""
    assert errors.is_foreseen(errors.ParseError())
    assert errors.is_foreseen(NonceTooLow())
    assert not errors.is_foreseen(StoreFailed("disk"))
    assert not errors.is_foreseen(KeyError("x"))


def test_values_from_outside_are_shown_short() -> None:
    """An error line never repeats more than a few words of what was sent."""
    assert len(errors.describe("x" * 10_000)) < 100
    assert "an array" == errors.describe([[]])
    assert "an object" == errors.describe({"a": 1})
    assert "None" == errors.describe(None)
