"""
From the bytes of a body to the bytes of its answer: JSON-RPC 2.0, strictly.

    bytes --decode--> request or batch --call each--> results or errors --encode--> bytes

Nothing a client sends raises out of here: every failure becomes an error object, and what we did
not foresee is logged with its trace and answered with "internal error" alone.
"""

import asyncio
import inspect
import logging
from collections.abc import Awaitable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

import orjson

from rpc.admission import Visit
from rpc.config import RpcLimits
from rpc.errors import (
    InvalidRequest,
    MethodNotFound,
    ParseError,
    ReplyTooLarge,
    RpcError,
    TimedOut,
    is_foreseen,
    to_error,
)
from rpc.methods import Method, Session
from rpc.soon import Soon, settled
from rpc.turns import Turns

logger = logging.getLogger(__name__)

EXACT_INTEGER_MAX: Final = 2**53  # larger numbers lose digits in JSON readers
UNFORESEEN: Final = "%s failed"  # in the log, with a trace
NAME_CHARACTERS_MAX: Final = 100  # of a method's name in the log
Reply: TypeAlias = Soon[bytes | None]  # None where no answer is due


@dataclass(frozen=True, slots=True)
class Occasion:
    """What all calls of one body share."""

    deadline_s: float  # by the loop's clock
    session: Session | None
    visit: Visit | None


class Dispatcher:
    """Answers requests from the table of methods."""

    def __init__(self, methods: Mapping[str, Method], limits: RpcLimits) -> None:
        self._methods, self._limits = methods, limits
        self._turns = Turns()

    async def answer(
        self, body: bytes, session: Session | None = None, visit: Visit | None = None
    ) -> bytes | None:
        """
        Return the reply to a body; None where it holds notifications only.

        Without a `visit` every call is let through.
        """
        await self._turns.enter()
        return await settled(self._begin(body, session, visit))

    def answer_soon(self, body: bytes, visit: Visit) -> Reply:
        """
        Answer as `answer` does, at once where nothing has to be waited for.

        What is returned is the reply, or has to be awaited for it.
        """
        if self._turns.has_room():
            return self._begin(body, None, visit)
        return self.answer(body, None, visit)

    def _begin(self, body: bytes, session: Session | None, visit: Visit | None) -> Reply:
        try:
            decoded = self._decode(body)
        except RpcError as failure:
            return _encode_error(None, failure)
        deadline_s = asyncio.get_running_loop().time() + self._limits.answer_s
        occasion = Occasion(deadline_s, session, visit)
        if isinstance(decoded, list):
            return self._answer_batch(decoded, occasion)
        return self._begin_one(decoded, occasion)

    def _decode(self, body: bytes) -> Any:
        if body.count(b",") >= self._limits.json_values_max:
            raise InvalidRequest(f"more than {self._limits.json_values_max} values in one request")
        try:
            decoded = orjson.loads(body)
        except orjson.JSONDecodeError as cause:
            raise ParseError() from cause
        if body.count(b"[") + body.count(b"{") > self._limits.json_depth_max:
            _check_depth(decoded, self._limits.json_depth_max)
        return decoded

    async def _answer_batch(self, requests: list[Any], occasion: Occasion) -> bytes | None:
        """Answer each in order; notifications leave no trace in the reply."""
        if not requests:
            return _encode_error(None, InvalidRequest("empty batch"))
        if len(requests) > self._limits.batch_items_max:
            begin = requests[: self._limits.batch_items_max]
            first = next((_id_of(item) for item in begin if _is_call(item)), None)
            return b"[" + _encode_error(first, InvalidRequest("batch too large")) + b"]"
        answers: list[bytes] = []
        size_bytes = 0
        for request in requests:
            if size_bytes > self._limits.reply_bytes_max:
                answer = _refuse_rest(request)
            else:
                answer = await self._answer_one(request, occasion)
            if answer is not None:
                size_bytes += len(answer)
                answers.append(answer)
        return _join(answers) if answers else None

    async def _answer_one(self, request: Any, occasion: Occasion) -> bytes | None:
        """Answer one request of a batch in its turn."""
        await self._turns.enter()
        return await settled(self._begin_one(request, occasion))

    def _begin_one(self, request: Any, occasion: Occasion) -> Reply:
        """Answer one request of whatever shape, as far as nothing has to be waited for."""
        if not _is_valid(request):
            return _encode_error(_id_of(request), InvalidRequest("invalid request"))
        try:
            result = self._call(request, occasion)
            if inspect.isawaitable(result):
                return self._finish(request, occasion, result)
            return _encode_answer(request, result)
        except Exception as failure:
            if not is_foreseen(failure):
                logger.exception(UNFORESEEN, request["method"][:NAME_CHARACTERS_MAX])
            return _encode_failure_of(request, failure)

    def _call(self, request: dict[str, Any], occasion: Occasion) -> Any:
        """Begin the method if it is there and the caller is let through."""
        found = self._methods.get(request["method"])
        if found is None:
            raise MethodNotFound.named(request["method"])
        visit = occasion.visit
        if visit is None:
            return found.begin(request.get("params"), occasion.session)
        with visit.admit(found.name) as admission:
            result = found.begin(request.get("params"), occasion.session)
            return admission.hold(result) if inspect.isawaitable(result) else result

    async def _finish(
        self, request: dict[str, Any], occasion: Occasion, result: Awaitable[Any]
    ) -> bytes | None:
        """Wait for the result of one request."""
        try:
            return _encode_answer(request, await _before(occasion.deadline_s, result))
        except Exception as failure:
            if not is_foreseen(failure):
                logger.exception(UNFORESEEN, request["method"][:NAME_CHARACTERS_MAX])
            return _encode_failure_of(request, failure)


async def _before(deadline_s: float, result: Awaitable[Any]) -> Any:
    """
    Wait for a result until the loop's clock shows the deadline; raises TimedOut.

    Work that a thread has begun goes on to its own bounds; work that waits is dropped.
    """
    timeout = asyncio.timeout_at(deadline_s)
    try:
        async with timeout:
            return await result
    except TimeoutError as cause:
        if timeout.expired():
            raise TimedOut() from cause
        raise


def _check_depth(value: Any, depth_max: int) -> None:
    """Refuse values nested deeper than any method needs, without recursion."""
    level: list[Any] = [value]
    for _ in range(depth_max):
        level = [child for item in level for child in _children(item)]
        if not level:
            return
    raise InvalidRequest(f"nested deeper than {depth_max} levels")


def _children(item: Any) -> Iterable[Any]:
    inside: Iterable[Any] = ()
    if isinstance(item, list):
        inside = item
    elif isinstance(item, dict):
        inside = item.values()
    return (child for child in inside if isinstance(child, list | dict))


def _is_valid(request: Any) -> bool:
    """Whether it is a request or a notification of JSON-RPC 2.0."""
    return (
        isinstance(request, dict)
        and request.get("jsonrpc") == "2.0"
        and isinstance(request.get("method"), str)
        and request["method"] != ""
        and _is_valid_id(request.get("id"))
    )


def _is_valid_id(value: Any) -> bool:
    """An id is echoed, so it must be one that comes back as it came: text, a number, null."""
    if isinstance(value, bool | list | dict):
        return False
    return not isinstance(value, float) or abs(value) < EXACT_INTEGER_MAX


def _is_call(request: Any) -> bool:
    return _is_valid(request) and "id" in request


def _id_of(request: Any) -> Any:
    """Return the id to put into an error about a request that may be anything."""
    found = request.get("id") if isinstance(request, dict) else None
    return found if _is_valid_id(found) else None


def _refuse_rest(request: Any) -> bytes | None:
    """Answer what stands behind the point where the reply became too large."""
    return _encode_error(_id_of(request), ReplyTooLarge()) if _is_call(request) else None


def _encode_answer(request: dict[str, Any], result: Any) -> bytes | None:
    """Return the answer to a valid request; None where it asks for none."""
    return _encode_result(request["id"], result) if "id" in request else None


def _encode_failure_of(request: dict[str, Any], failure: Exception) -> bytes | None:
    """Return the answer that tells of a failure; None where no answer is asked for."""
    return _encode_error(request["id"], failure) if "id" in request else None


def _encode_result(request_id: Any, result: Any) -> bytes:
    return orjson.dumps({"jsonrpc": "2.0", "id": request_id, "result": result})


def _encode_error(request_id: Any, failure: BaseException) -> bytes:
    return orjson.dumps({"jsonrpc": "2.0", "id": request_id, "error": to_error(failure)})


def _join(answers: list[bytes]) -> bytes:
    return b"[" + b",".join(answers) + b"]"


def encode_notification(subscription: str, result: Any) -> bytes:
    """Return the message that carries one item of a subscription."""
    params = {"subscription": subscription, "result": result}
    return orjson.dumps({"jsonrpc": "2.0", "method": "eth_subscription", "params": params})


def encode_failure(failure: RpcError) -> bytes:
    """Return the answer to something of which not even an id could be read."""
    return _encode_error(None, failure)
