"""
Who runs a model: any API that is compatible with OpenAI's.

    count: tokens before the work     answer: the whole     stream: its parts, as they come

What it says it used is believed up to what the request can have used at most.
"""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Final, Protocol

import aiohttp
import orjson

from agents.gateway.faults import ApiFault, request_wrong, upstream_failed
from agents.gateway.requests import CHAT, Asked
from agents.gateway.settings import Upstream

ANSWER_BYTES_MAX: Final = 256 * 2**20
LINE_BYTES_MAX: Final = 4 * 2**20  # of one event of a stream
SILENCE_S: Final = 120.0  # between two pieces of an answer
CONNECT_S: Final = 10.0
SHOWN_CHARACTERS_MAX: Final = 300
PATHS: Final = {"embeddings": "/embeddings", CHAT: "/chat/completions"}


class Runner(Protocol):
    """Who answers requests."""

    async def count(self, asked: Asked) -> int:
        """Return how many tokens a request has, by the model's own tokenizer."""
        ...

    async def answer(self, asked: Asked) -> dict[str, Any]:
        """Return a whole answer; raises ApiFault."""
        ...

    def stream(self, asked: Asked) -> "AbstractAsyncContextManager[AsyncIterator[dict[str, Any]]]":
        """Return the parts of an answer, as they come; raises ApiFault."""
        ...

    async def close(self) -> None:
        """Hang up."""
        ...


class HttpRunner:
    """An API over HTTP."""

    def __init__(self, upstream: Upstream) -> None:
        self._url, self._headers = upstream.url, {"Content-Type": "application/json"}
        if upstream.key:
            self._headers["Authorization"] = f"Bearer {upstream.key}"
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_S, sock_read=SILENCE_S)
        self._session = aiohttp.ClientSession(
            timeout=timeout, connector=aiohttp.TCPConnector(limit=0), read_bufsize=LINE_BYTES_MAX
        )

    async def count(self, asked: Asked) -> int:
        """Ask the server's own tokenizer, as vLLM offers it beside the API."""
        root = self._url.removesuffix("/v1")
        if asked.task == CHAT:
            return await self._count(root, {"messages": asked.body["messages"]}, asked)
        counts = [await self._count(root, {"prompt": text}, asked) for text in asked.texts]
        return sum(counts)

    async def _count(self, root: str, what: dict[str, Any], asked: Asked) -> int:
        found = await self._post(f"{root}/tokenize", {"model": asked.body["model"], **what})
        count = found.get("count")
        if not isinstance(count, int) or isinstance(count, bool) or count < 0:
            raise upstream_failed("the upstream's tokenizer gave no count")
        return count

    async def answer(self, asked: Asked) -> dict[str, Any]:
        """Return a whole answer; raises ApiFault."""
        return await self._post(self._url + PATHS[asked.task], asked.body)

    async def _post(self, url: str, body: dict[str, Any]) -> dict[str, Any]:
        async with self._request(url, body) as response:
            raw = bytearray()
            async for chunk in response.content.iter_any():
                raw += chunk
                if len(raw) > ANSWER_BYTES_MAX:
                    raise upstream_failed(f"an answer above {ANSWER_BYTES_MAX:,} bytes")
        return _object(bytes(raw))

    @asynccontextmanager
    async def stream(self, asked: Asked) -> AsyncIterator[AsyncIterator[dict[str, Any]]]:
        """Give the parts of an answer, as they come; raises ApiFault."""
        async with self._request(self._url + PATHS[asked.task], asked.body) as response:
            yield _events(response)

    @asynccontextmanager
    async def _request(
        self, url: str, body: dict[str, Any]
    ) -> AsyncIterator[aiohttp.ClientResponse]:
        try:
            async with self._session.post(
                url, data=orjson.dumps(body), headers=self._headers
            ) as response:
                if response.status != 200:
                    raise await _refusal(response)
                yield response
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as cause:
            raise upstream_failed(f"the upstream did not answer: {type(cause).__name__}") from cause

    async def close(self) -> None:
        """Hang up."""
        await self._session.close()


async def _events(response: aiohttp.ClientResponse) -> AsyncIterator[dict[str, Any]]:
    """Yield the JSON objects of server-sent events until [DONE]."""
    async for line in response.content:
        if not line.startswith(b"data:"):
            continue
        text = line[5:].strip()
        if text == b"[DONE]":
            return
        yield _object(text)


async def _refusal(response: aiohttp.ClientResponse) -> ApiFault:
    """Return what a caller is told: its own faults as the upstream put them."""
    raw = await response.content.read(SHOWN_CHARACTERS_MAX * 4)
    said = raw.decode("utf-8", "replace")[:SHOWN_CHARACTERS_MAX]
    if response.status in (400, 404, 413, 422):
        return request_wrong(f"the upstream refuses the request ({response.status}): {said}")
    if response.status == 429:
        return ApiFault(429, "upstream_busy", "the upstream is busy", fault="upstream")
    return upstream_failed(f"the upstream answered with status {response.status}")


def _object(raw: bytes) -> dict[str, Any]:
    try:
        found = orjson.loads(raw)
    except orjson.JSONDecodeError as cause:
        raise upstream_failed("the upstream's answer is not JSON") from cause
    if not isinstance(found, dict):
        raise upstream_failed("the upstream's answer is no object")
    if "error" in found:
        raise upstream_failed("the upstream broke its answer off")
    return found


def usage_of(answer: dict[str, Any], asked: Asked) -> tuple[int, int] | None:
    """
    Return the tokens that an answer says were read and written; None where it says nothing.

    They are never more than the request can have used, whatever the upstream says.
    """
    usage = answer.get("usage")
    if not isinstance(usage, dict):
        return None
    counts = (usage.get("prompt_tokens"), usage.get("completion_tokens", 0))
    if any(not isinstance(n, int) or isinstance(n, bool) or n < 0 for n in counts):
        raise upstream_failed("the upstream does not say what it used")
    read, written = counts
    return min(int(read or 0), asked.input_bound), min(int(written or 0), asked.output_bound)
