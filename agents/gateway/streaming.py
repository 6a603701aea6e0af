"""
A chat's answer as server-sent events, charged for what was sent of it.

    upstream --part--> counted --every few, on disk--> sent      last part: held back until charged

A caller that goes away pays for what it was sent; the upstream's own count of tokens is waited for.
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Final

import orjson
from aiohttp import web
from eth_hash.auto import keccak

from agents.gateway.faults import ApiFault
from agents.gateway.payments import Call
from agents.gateway.requests import Asked
from agents.gateway.upstream import Runner, usage_of

CHECKPOINT_TOKENS: Final = 16  # sent between two notes; a crash loses no more of a call than these
DRAIN_S: Final = 30.0  # for the upstream's count, after the caller went away
DONE: Final = b"data: [DONE]\n\n"


class Streamed:
    """One answer, part by part."""

    def __init__(self, call: Call, asked: Asked, runner: Runner) -> None:
        self._call, self._asked, self._runner = call, asked, runner
        self._sent = 0  # parts with something in them; each has a token at least
        self._noted = 0
        self._usage: tuple[int, int] | None = None
        self._digest = b""
        self._held: dict[str, Any] | None = None  # the part that says why the answer ends
        self._tail: list[dict[str, Any]] = []  # what came behind it

    async def send(self, request: web.Request) -> tuple[tuple[int, int], web.StreamResponse]:
        """Send the answer; return what was charged. Raises ApiFault before the first part."""
        async with self._runner.stream(self._asked) as parts:
            first = await anext(parts, None)
            if first is None:
                raise ApiFault(
                    502, "upstream_failed", "an empty answer; nothing is charged", fault="upstream"
                )
            await self._call.begin()
            response = web.StreamResponse(
                headers={
                    "Content-Type": "text/event-stream",
                    "Cache-Control": "no-cache",
                    **self._call.headers,
                }
            )
            try:
                await response.prepare(request)
                await self._pass(response, first, parts)
            except (ConnectionError, asyncio.CancelledError):
                await asyncio.shield(self._drain(parts))
                await asyncio.shield(self._finish())
                raise
            except ApiFault as fault:  # the upstream broke off: what was sent is charged
                await self._finish()
                await response.write(_event(fault.document()))
                return self._units, response
        receipt = await self._finish()
        await self._close(response, receipt)
        return self._units, response

    async def _pass(
        self, response: web.StreamResponse, first: dict[str, Any], parts: AsyncIterator[Any]
    ) -> None:
        """Send parts on as they come, all but those of the end."""
        await self._part(response, first)
        async for part in parts:
            await self._part(response, part)

    async def _part(self, response: web.StreamResponse, part: dict[str, Any]) -> None:
        part["model"] = self._asked.model.model_id
        self._usage = usage_of(part, self._asked) or self._usage
        choices = part.get("choices") or []
        if self._held is not None or not choices:
            self._tail.append(part)
            return
        if choices[0].get("finish_reason"):
            self._held = part
            return
        if _has_content(choices[0]):
            self._sent += 1
        if self._sent - self._noted >= CHECKPOINT_TOKENS:
            self._noted = self._sent
            await self._call.progress(self._so_far)
        raw = _event(part)
        self._digest = keccak(self._digest + raw)
        await response.write(raw)

    @property
    def _so_far(self) -> tuple[int, int]:
        counted = self._asked.model.counter != "bound"
        return self._asked.input_bound if counted else 0, min(self._sent, self._asked.output_bound)

    @property
    def _units(self) -> tuple[int, int]:
        """What is charged: by the upstream's count, for what was sent."""
        if self._usage is None:
            return self._so_far
        read, written = self._usage
        return read, written if self._held is not None else min(written, self._sent)

    async def _drain(self, parts: AsyncIterator[dict[str, Any]]) -> None:
        """Read on to the upstream's count, sending nothing."""
        try:
            async with asyncio.timeout(DRAIN_S):
                async for part in parts:
                    self._usage = usage_of(part, self._asked) or self._usage
        except (TimeoutError, ApiFault, RuntimeError):
            return

    async def _finish(self) -> dict[str, Any]:
        return await self._call.finish(self._units, self._digest)

    async def _close(self, response: web.StreamResponse, receipt: dict[str, Any]) -> None:
        """Send the last parts, with the receipt in the one that says why the answer ends."""
        if self._held is not None:
            self._held["kumiai"] = receipt
            await response.write(_event(self._held))
        for part in self._tail:
            if part.get("choices") or self._asked.wants_usage:
                await response.write(_event(part))
        await response.write(DONE)
        await response.write_eof()


def _has_content(choice: dict[str, Any]) -> bool:
    delta = choice.get("delta")
    return isinstance(delta, dict) and any(
        delta.get(name) for name in ("content", "tool_calls", "reasoning_content", "refusal")
    )


def _event(part: dict[str, Any]) -> bytes:
    return b"data: " + orjson.dumps(part) + b"\n\n"
