"""
JSON-RPC over HTTP to one node: bounded, repeated where that is safe, with errors that say who.

    call --(slot)--> POST --ok--> result
                      |  no answer, busy --> wait, twice as long each time --> again
                      |  an error with a code --> RequestFailed, not repeated

A request is repeated only if doing it twice is the same as once. Everything here is: reads change
nothing, and a raw transaction is known by its hash (client/outbox.py reads "already known").
"""

import asyncio
import itertools
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit

import aiohttp
import orjson

from client.errors import AnswerInvalid, ArgumentInvalid, NodeBusy, NodeUnreachable, RequestFailed
from client.errors import shown as show
from client.settings import Settings

T = TypeVar("T")
Request = tuple[str, Sequence[Any]]
BUSY_STATUSES: Final = (429, 502, 503, 504)
CHUNK_BYTES: Final = 65_536


class Transport:
    """Requests to one node over kept connections."""

    def __init__(self, url: str, settings: Settings) -> None:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ArgumentInvalid(f"a URL like http://127.0.0.1:8545 expected, found {url!r}")
        self.url, self.settings = url, settings
        self._numbers = itertools.count(1)
        self._slots = asyncio.Semaphore(settings.requests_max)
        timeout = aiohttp.ClientTimeout(total=settings.request_s)
        self._session = aiohttp.ClientSession(timeout=timeout)

    async def close(self) -> None:
        """Hang up."""
        await self._session.close()

    async def call(self, method: str, *params: Any) -> Any:
        """Return a method's result; raises NodeError."""
        body = self._request(method, params)
        return _result_of(await self._repeated(lambda: self._post(body)))

    async def call_many(self, requests: Sequence[Request]) -> list[Any]:
        """
        Return the results of several methods asked for at once, in order.

        A method that the node answered with an error has its RequestFailed in its place.
        """
        if not requests:
            return []
        bodies = [self._request(method, params) for method, params in requests]
        answers = await self._repeated(lambda: self._post(bodies))
        if isinstance(answers, dict):
            _result_of(answers)
        if not isinstance(answers, list):
            raise AnswerInvalid(f"{self.url}: a batch's answers expected: {show(answers)}")
        by_id = {found.get("id"): found for found in answers if isinstance(found, dict)}
        return [_outcome_of(by_id.get(body["id"])) for body in bodies]

    def _request(self, method: str, params: Sequence[Any]) -> dict[str, Any]:
        number = next(self._numbers)
        return {"jsonrpc": "2.0", "id": number, "method": method, "params": list(params)}

    async def _repeated(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """Return what an attempt gives; raises the last one's error after the allowed number."""
        pause_s = self.settings.backoff_s_min
        for left in range(self.settings.attempts_max - 1, -1, -1):
            try:
                async with self._slots:
                    return await attempt()
            except (NodeUnreachable, NodeBusy):
                if not left:
                    raise
            await asyncio.sleep(pause_s * random.uniform(0.5, 1.0))  # so that clients part ways
            pause_s = min(pause_s * 2, self.settings.backoff_s_max)
        raise AssertionError("attempts_max is at least 1")

    async def _post(self, body: Any) -> Any:
        try:
            async with self._session.post(
                self.url, data=orjson.dumps(body), headers={"Content-Type": "application/json"}
            ) as response:
                if response.status in BUSY_STATUSES:
                    raise NodeBusy(f"{self.url} turned the request away ({response.status})")
                raw = await self._read(response)
        except TimeoutError as cause:
            waited_s = self.settings.request_s
            raise NodeUnreachable(f"{self.url} gave no answer in {waited_s:g} s") from cause
        except (aiohttp.ClientError, OSError) as cause:
            raise NodeUnreachable(f"no node answers at {self.url}: {show(str(cause))}") from cause
        try:
            return orjson.loads(raw)
        except ValueError as cause:
            said = raw[:60].decode("utf-8", "replace")
            raise AnswerInvalid(f"{self.url} is no JSON-RPC server, it said {said!r}") from cause

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        """Return a body of bounded length; raises AnswerInvalid."""
        found = bytearray()
        async for chunk in response.content.iter_chunked(CHUNK_BYTES):
            found += chunk
            if len(found) > self.settings.answer_bytes_max:
                limit = self.settings.answer_bytes_max
                raise AnswerInvalid(f"{self.url}: an answer above {limit:,} bytes: ask less")
        return bytes(found)


def _result_of(answer: Any) -> Any:
    found = _outcome_of(answer)
    if isinstance(found, RequestFailed):
        raise found
    return found


def _outcome_of(answer: Any) -> Any:
    """Return a result, or the error that the node answered with."""
    if not isinstance(answer, dict) or not {"result", "error"} & set(answer):
        raise AnswerInvalid(f"a JSON-RPC answer expected: {show(answer)}")
    error = answer.get("error")
    if error is None:
        return answer.get("result")
    if not isinstance(error, dict):
        raise AnswerInvalid(f"a JSON-RPC error expected: {show(error)}")
    code, data = error.get("code"), error.get("data")
    return RequestFailed(code if isinstance(code, int) else 0, show(error.get("message")), data)
