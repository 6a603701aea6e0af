"""
One HTTP request to a store: bounded in time and size, tried again where that can do no harm.

Every request of a store can be repeated: the same bytes lie under the same key.
"""

import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult

from agents.store.content import TooLarge, Unreachable

TIMEOUT_S: Final = 30.0
TRIES: Final = 3
PAUSE_S: Final = 0.2  # before the second try; twice as long before each further one
READ_BYTES: Final = 1 << 20
SAID_BYTES_MAX: Final = 300  # of an answer that says no
BUSY: Final = (429, 500, 502, 503, 504)  # statuses that may be others a moment later


@dataclass(frozen=True)
class Request:
    """A request: what is asked, and how many bytes the answer may have."""

    method: str
    path: str
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    answer_bytes_max: int = SAID_BYTES_MAX


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    body: bytes

    @property
    def said(self) -> str:
        """The beginning of the body, for people."""
        return self.body[:SAID_BYTES_MAX].decode(errors="replace")


def ask(place: SplitResult, request: Request) -> Answer:
    """Return the answer to a request, the last one where all were busy; raises any StoreError."""
    for number in range(1, TRIES + 1):
        is_last = number == TRIES
        try:
            answer = _ask_once(place, request)
        except (OSError, http.client.HTTPException) as error:
            if is_last:
                what = f"{request.method} {request.path}"
                raise Unreachable(f"{place.netloc} did not answer {what}: {error!r}") from None
        else:
            if is_last or answer.status not in BUSY:
                return answer
        time.sleep(PAUSE_S * 2 ** (number - 1))
    raise AssertionError("the last try returns or raises")


def _ask_once(place: SplitResult, request: Request) -> Answer:
    is_secure = place.scheme.endswith("https")
    kind = http.client.HTTPSConnection if is_secure else http.client.HTTPConnection
    connection = kind(place.hostname or "", place.port, timeout=TIMEOUT_S)
    try:
        connection.request(request.method, request.path, request.body, dict(request.headers))
        response = connection.getresponse()
        limit_bytes = request.answer_bytes_max if response.status < 300 else SAID_BYTES_MAX
        body = bytearray()
        while len(body) <= limit_bytes:
            piece = response.read(min(READ_BYTES, limit_bytes + 1 - len(body)))
            if not piece:
                return Answer(response.status, bytes(body))
            body += piece
        if response.status < 300:
            raise TooLarge(limit_bytes, "more")
        return Answer(response.status, bytes(body))
    finally:
        connection.close()
