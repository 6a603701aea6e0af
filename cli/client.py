"""
A small JSON-RPC client: what the commands know of a node comes through here.

    method, params --HTTP POST--> node --> result | RpcFailed(code, message, data)

Standard library only; every wait has an end and every answer a size limit.
"""

import http.client
import json
import socket
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

import orjson

from chain.kit.text import shorten
from cli.errors import CommandFailed, UsageWrong

TIMEOUT_S: Final = 30.0  # seconds for one answer
ANSWER_BYTES_MAX: Final = 64 * 2**20  # 64 MiB
REASON_CHARACTERS_MAX: Final = 100  # of what a server that is none has said


class NodeUnreachable(CommandFailed):
    """No node answers at the URL."""


class AnswerInvalid(CommandFailed):
    """Something answers, and it is no JSON-RPC server."""


class RpcFailed(CommandFailed):
    """The node answered with an error."""

    def __init__(self, code: int, message: str, data: Any = None) -> None:
        self.code, self.message, self.data = code, message, data
        super().__init__(message)


class Caller(Protocol):
    """Whoever takes JSON-RPC calls."""

    def call(self, method: str, *params: Any) -> Any:
        """Return the result; raises CommandFailed."""
        ...


class Client:
    """Calls to one node, one connection each; `flag` is where its URL was given."""

    def __init__(
        self,
        url: str,
        timeout_s: float = TIMEOUT_S,
        *,
        flag: str = "--node",
        answer_bytes_max: int = ANSWER_BYTES_MAX,
    ) -> None:
        parts = urlsplit(url if "//" in url else f"http://{url}")
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageWrong(f"{flag}: a URL like http://127.0.0.1:8545 expected, found {url!r}")
        self.url, self._timeout_s = url, timeout_s
        self._flag, self._answer_bytes_max = flag, answer_bytes_max
        self._host, self._path = parts.hostname, parts.path or "/"
        if parts.query:
            self._path += f"?{parts.query}"
        self._is_tls = parts.scheme == "https"
        try:
            self._port = parts.port or (443 if self._is_tls else 80)
        except ValueError as cause:
            raise UsageWrong(f"{flag}: a port from 1 to 65535 expected, found {url!r}") from cause
        self._count = 0

    def call(self, method: str, *params: Any) -> Any:
        """Return the result of one method; raises NodeUnreachable, AnswerInvalid, RpcFailed."""
        self._count += 1
        request = {"jsonrpc": "2.0", "id": self._count, "method": method, "params": list(params)}
        answer = self._decode(self._post(json.dumps(request).encode()))
        error = answer.get("error")
        if error is None:
            return answer.get("result")
        if not isinstance(error, dict):
            raise AnswerInvalid(f"{self.url}: a JSON-RPC error object expected; is it a node?")
        code, message, data = error.get("code"), error.get("message"), error.get("data")
        text = message if isinstance(message, str) else shorten(message)
        raise RpcFailed(code if isinstance(code, int) else 0, text, data)

    def _post(self, body: bytes) -> bytes:
        connection = self._connect()
        try:
            connection.request("POST", self._path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse().read(self._answer_bytes_max + 1)
        except TimeoutError as cause:
            raise NodeUnreachable(
                f"{self.url} gave no answer in {self._timeout_s:g} s: is the node busy or stopped?"
            ) from cause
        except (OSError, http.client.HTTPException, socket.gaierror) as cause:
            said = str(cause)[:REASON_CHARACTERS_MAX]
            reason = getattr(cause, "strerror", None) or said or type(cause).__name__
            raise NodeUnreachable(
                f"no node answers at {self.url} ({reason}): start one, or name one with "
                f"{self._flag} URL"
            ) from cause
        finally:
            connection.close()
        if len(answer) > self._answer_bytes_max:
            limit = self._answer_bytes_max
            raise AnswerInvalid(f"{self.url}: an answer above {limit} bytes; ask less")
        return answer

    def _connect(self) -> http.client.HTTPConnection:
        kind = http.client.HTTPSConnection if self._is_tls else http.client.HTTPConnection
        return kind(self._host, self._port, timeout=self._timeout_s)

    def _decode(self, raw: bytes) -> dict[str, Any]:
        try:
            answer = orjson.loads(raw)
        except ValueError:
            answer = None
        if not isinstance(answer, dict) or ("result" not in answer and "error" not in answer):
            start = raw[:60].decode("utf-8", "replace")
            raise AnswerInvalid(
                f"{self.url} is no JSON-RPC server, it said {start!r}: name a node with "
                f"{self._flag} URL"
            )
        return answer


def number_of(answer: Any, what: str) -> int:
    """Return a quantity of an answer; raises AnswerInvalid."""
    try:
        return int(answer, 16)
    except (TypeError, ValueError) as cause:
        raise AnswerInvalid(
            f"{what}: a hex quantity expected of the node: {shorten(answer)}"
        ) from cause


def bytes_of(answer: Any, what: str) -> bytes:
    """Return the bytes of an answer; raises AnswerInvalid."""
    try:
        return bytes.fromhex(answer.removeprefix("0x"))
    except (AttributeError, ValueError) as cause:
        raise AnswerInvalid(f"{what}: hex data expected of the node: {shorten(answer)}") from cause
