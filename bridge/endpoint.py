"""
A chain's JSON-RPC as the bridge's processes use it: bounded, patient, and clear about whose fault.

    call, batch --HTTP POST--> a node --> result | RpcRefused | AnswerInvalid | EndpointUnreachable
                   ^-- again after a pause that doubles, with jitter, while nobody answers --+

A node that says no has answered, so only silence and servers in trouble are asked again.
"""

import asyncio
import json
import random
from collections.abc import Sequence
from typing import Any, Final

import aiohttp
import orjson

from chain.errors import ChainError, Unavailable

TIMEOUT_S: Final = 10.0  # seconds for one answer
TRIES: Final = 4  # times that a question is put before giving up
PAUSE_S: Final = 0.25  # seconds before the second try; doubled for each one after
PAUSE_S_MAX: Final = 8.0
ANSWER_BYTES_MAX: Final = 16 * 2**20  # 16 MiB
BATCH_MAX: Final = 100  # calls in one request, as public servers allow
REASON_CHARACTERS_MAX: Final = 160  # of what a server has said
BUSY: Final = frozenset({408, 425, 429, 500, 502, 503, 504})  # HTTP: ask again later

Call = tuple[str, Sequence[Any]]  # method, parameters


class EndpointUnreachable(Unavailable):
    """Nobody answers at the URL, or only a server in trouble: the network's or its fault."""


class AnswerInvalid(ChainError):
    """Something answers that is no node, or lies: its fault."""


class RpcRefused(ChainError):
    """The node answered with an error: the question's fault, or the chain says no."""

    def __init__(self, url: str, code: int, message: str, data: Any = None) -> None:
        self.code, self.message, self.data = code, message, data
        super().__init__(f"{url} refused: {message[:REASON_CHARACTERS_MAX]}")

    @property
    def revert(self) -> bytes:
        """What the contract said, empty where it said nothing."""
        try:
            return bytes.fromhex(str(self.data or "").removeprefix("0x"))
        except ValueError:
            return b""


class Endpoint:
    """One node. Close it when done."""

    def __init__(
        self, url: str, timeout_s: float = TIMEOUT_S, tries: int = TRIES, pause_s: float = PAUSE_S
    ) -> None:
        self.url, self._tries, self._pause_s = url, tries, pause_s
        self._timeout = aiohttp.ClientTimeout(total=timeout_s)
        self._session: aiohttp.ClientSession | None = None
        self._count = 0

    async def call(self, method: str, *params: Any) -> Any:
        """Return a result; raises EndpointUnreachable, AnswerInvalid, RpcRefused."""
        found = (await self.batch([(method, params)]))[0]
        if isinstance(found, RpcRefused):
            raise found
        return found

    async def batch(self, calls: Sequence[Call]) -> list[Any]:
        """
        Return the results in order, an RpcRefused in place of each that was refused.

        Raises EndpointUnreachable, AnswerInvalid.
        """
        found: list[Any] = []
        for start in range(0, len(calls), BATCH_MAX):
            found += await self._ask(calls[start : start + BATCH_MAX])
        return found

    async def close(self) -> None:
        """Give up the connections."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def _ask(self, calls: Sequence[Call]) -> list[Any]:
        questions = []
        for method, params in calls:
            self._count += 1
            question = {"jsonrpc": "2.0", "id": self._count, "method": method}
            questions.append({**question, "params": list(params)})
        body = questions[0] if len(questions) == 1 else questions
        answer = self._decoded(await self._patiently(json.dumps(body).encode()))
        rows = [answer] if len(questions) == 1 else answer
        if not isinstance(rows, list):
            raise AnswerInvalid(f"{self.url}: a list of {len(questions)} answers expected")
        by_id = {row.get("id"): row for row in rows if isinstance(row, dict)}
        return [self._result(by_id.get(question["id"])) for question in questions]

    def _result(self, row: Any) -> Any:
        if not isinstance(row, dict) or ("result" not in row and "error" not in row):
            raise AnswerInvalid(f"{self.url} is no JSON-RPC server, or left an answer out")
        error = row.get("error")
        if error is None:
            return row.get("result")
        if not isinstance(error, dict):
            raise AnswerInvalid(f"{self.url}: an error object expected")
        code = error.get("code")
        text = str(error.get("message"))
        return RpcRefused(self.url, code if isinstance(code, int) else 0, text, error.get("data"))

    async def _patiently(self, body: bytes) -> bytes:
        pause_s = self._pause_s
        for number in range(self._tries):
            try:
                return await self._post(body)
            except EndpointUnreachable:
                if number + 1 == self._tries:
                    raise
            # Jitter: many that lost one server do not come back in one wave.
            await asyncio.sleep(pause_s * (0.5 + random.random() / 2))
            pause_s = min(2 * pause_s, PAUSE_S_MAX)
        raise AssertionError("no try was made")

    async def _post(self, body: bytes) -> bytes:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=self._timeout)
        headers = {"Content-Type": "application/json"}
        try:
            async with self._session.post(self.url, data=body, headers=headers) as answer:
                if answer.status in BUSY:
                    raise EndpointUnreachable(f"{self.url} is in trouble: HTTP {answer.status}")
                return await self._bounded(answer)
        except TimeoutError as cause:
            raise EndpointUnreachable(f"{self.url} gave no answer in time") from cause
        except aiohttp.InvalidURL as cause:
            raise AnswerInvalid(f"{self.url!r} is no URL like http://127.0.0.1:8545") from cause
        except (aiohttp.ClientError, OSError) as cause:
            reason = str(cause)[:REASON_CHARACTERS_MAX] or type(cause).__name__
            raise EndpointUnreachable(f"no node answers at {self.url} ({reason})") from cause

    async def _bounded(self, answer: aiohttp.ClientResponse) -> bytes:
        found = bytearray()
        async for part in answer.content.iter_chunked(65_536):
            found += part
            if len(found) > ANSWER_BYTES_MAX:
                raise AnswerInvalid(f"{self.url}: an answer above {ANSWER_BYTES_MAX} bytes")
        return bytes(found)

    def _decoded(self, raw: bytes) -> Any:
        try:
            return orjson.loads(raw)
        except ValueError as cause:
            start = raw[:60].decode("utf-8", "replace")
            raise AnswerInvalid(f"{self.url} is no JSON-RPC server, it said {start!r}") from cause


def quantity(answer: Any, what: str) -> int:
    """Return a number of an answer; raises AnswerInvalid."""
    try:
        return int(answer, 16)
    except (TypeError, ValueError) as cause:
        raise AnswerInvalid(f"{what}: a hex quantity expected, found {str(answer)[:48]}") from cause


def data(answer: Any, what: str) -> bytes:
    """Return bytes of an answer; raises AnswerInvalid."""
    try:
        return bytes.fromhex(answer.removeprefix("0x"))
    except (AttributeError, ValueError) as cause:
        raise AnswerInvalid(f"{what}: hex data expected, found {str(answer)[:48]}") from cause


def member(answer: Any, name: str, what: str) -> Any:
    """Return a member of an object in an answer; raises AnswerInvalid."""
    if not isinstance(answer, dict) or name not in answer:
        raise AnswerInvalid(f"{what}: an object with {name} expected, found {str(answer)[:48]}")
    return answer[name]
