"""
From bytes to a function and back: decoding, deadlines and errors, written once for all services.

    request bytes --message--> function --message--> response bytes
                                  `--exception--> status (errors.py)

The generated classes would answer malformed bytes with an internal error and a traceback in the
log; so handlers take bytes and decode them here.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, NoReturn

import grpc
from google.protobuf.descriptor import MethodDescriptor, ServiceDescriptor
from google.protobuf.message import DecodeError, Message
from google.protobuf.message_factory import GetMessageClass

from chain.errors import Malformed
from rpc.grpc.config import GrpcLimits
from rpc.grpc.deadlines import deadline_after
from rpc.grpc.errors import Exhausted, status_of, trailers_of
from rpc.grpc.shares import Shares

logger = logging.getLogger(__name__)
Context = Any  # grpc.aio.ServicerContext, generic over messages, which are bytes here
Handler = Any  # grpc's own handler classes, generic in the same way


@dataclass(frozen=True, slots=True)
class Unary:
    """One answer to one request; `timeout_s` where it may take longer than others."""

    function: Callable[[Any], Awaitable[Message]]
    timeout_s: float | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """Many answers to one request."""

    function: Callable[[Any], AsyncGenerator[Message]]


Call = Unary | Stream


class Calls:
    """Makes handlers of functions; all of one server share its limits."""

    def __init__(self, limits: GrpcLimits) -> None:
        self._limits, self._shares = limits, Shares(limits)
        self._streams = 0

    def handler(self, service: ServiceDescriptor, table: Mapping[str, Call]) -> Handler:
        """Return a service's handler; every method of its proto must be in the table."""
        declared = {method.name: method for method in service.methods}
        assert set(declared) == set(table), (service.full_name, sorted(declared), sorted(table))
        methods = {name: self._method(declared[name], call) for name, call in table.items()}
        return grpc.method_handlers_generic_handler(service.full_name, methods)

    def _method(self, method: MethodDescriptor, call: Call) -> Handler:
        request = GetMessageClass(method.input_type)
        if isinstance(call, Stream):
            return grpc.unary_stream_rpc_method_handler(self._streaming(call, request))
        return grpc.unary_unary_rpc_method_handler(self._unary(call, request))

    def _unary(self, call: Unary, request: type[Message]) -> Callable[..., Awaitable[bytes]]:
        timeout_s = call.timeout_s or self._limits.call_s

        async def handle(raw: bytes, context: Context) -> bytes:
            try:
                self._shares.take(context.peer())
                async with deadline_after(timeout_s, context.time_remaining()):
                    response = await call.function(decode(request, raw))
                return response.SerializeToString()
            except Exception as failure:  # noqa: BLE001  the edge: everything becomes a status
                await fail(context, failure)

        return handle

    def _streaming(self, call: Stream, request: type[Message]) -> Callable[..., Awaitable[None]]:
        async def handle(raw: bytes, context: Context) -> None:
            if self._streams >= self._limits.streams_max:
                most = self._limits.streams_max
                await fail(context, Exhausted(f"this node serves {most} streams at once"))
            self._streams += 1
            try:
                self._shares.take(context.peer())
                with self._shares.stream(context.peer()):
                    async with aclosing(call.function(decode(request, raw))) as responses:
                        async for response in responses:
                            await self._write(context, response)
            except Exception as failure:  # noqa: BLE001  the edge: everything becomes a status
                await fail(context, failure)
            finally:
                self._streams -= 1

        return handle

    async def _write(self, context: Context, response: Message) -> None:
        """Hand one message to the reader; raises Exhausted where it does not take it in time."""
        try:
            async with asyncio.timeout(self._limits.write_s):
                await context.write(response.SerializeToString())
        except TimeoutError as cause:
            seconds = self._limits.write_s
            raise Exhausted(f"the reader took no message for {seconds:g} s") from cause


def decode(request: type[Message], raw: bytes) -> Message:
    """Return the message that bytes encode; raises Malformed."""
    try:
        return request.FromString(raw)
    except DecodeError as cause:
        name = request.DESCRIPTOR.full_name
        raise Malformed(f"a {name} expected, found {len(raw)} bytes that are none") from cause


async def fail(context: Context, failure: Exception) -> NoReturn:
    """End a call with the failure's status; never returns."""
    code, text = status_of(failure)
    if code is grpc.StatusCode.INTERNAL:
        logger.error("a gRPC call failed by our own fault", exc_info=failure)
    await context.abort(code, text, trailers_of(failure))
    raise AssertionError("abort does not return")
