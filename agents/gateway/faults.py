"""
What a call is refused with: in the shape of OpenAI's errors, saying whose fault it is.

    {"error": {"message", "type", "param", "code", "fault"}, ...}     402 beside it: what is wanted
"""

from collections.abc import Mapping
from typing import Any, Final

CALLER: Final = "caller"  # the request is not good
PAYER: Final = "payer"  # what pays for it is not
UPSTREAM: Final = "upstream"  # whoever runs the model
NODE: Final = "node"  # the chain cannot be asked now
GATEWAY: Final = "gateway"

TYPES: Final = {
    CALLER: "invalid_request_error",
    PAYER: "insufficient_quota",
    UPSTREAM: "api_error",
    NODE: "api_error",
    GATEWAY: "api_error",
}


class ApiFault(Exception):
    """One call is refused."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        fault: str = CALLER,
        param: str | None = None,
        more: Mapping[str, Any] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status, self.code, self.fault, self.param = status, code, fault, param
        self.more, self.headers = dict(more or {}), dict(headers or {})
        super().__init__(message)

    def document(self) -> dict[str, Any]:
        """Return the body of the answer."""
        error = {
            "message": str(self),
            "type": TYPES[self.fault],
            "param": self.param,
            "code": self.code,
            "fault": self.fault,
        }
        return {"error": error, **self.more}


def payment_wanted(code: str, message: str, **more: Any) -> ApiFault:
    """Return the refusal of a call that is not paid for."""
    return ApiFault(402, code, message, fault=PAYER, more={"kumiai": more} if more else None)


def request_wrong(message: str, param: str | None = None) -> ApiFault:
    """Return the refusal of a request that cannot be meant."""
    return ApiFault(400, "invalid_request", message, param=param)


def upstream_failed(message: str) -> ApiFault:
    """Return what a caller is told of an upstream that did not answer; nothing is charged."""
    return ApiFault(502, "upstream_failed", f"{message}; nothing is charged", fault=UPSTREAM)


def node_failed(message: str) -> ApiFault:
    """Return what a caller is told while the chain cannot be asked."""
    return ApiFault(503, "node_unavailable", f"the chain cannot be asked: {message}", fault=NODE)
