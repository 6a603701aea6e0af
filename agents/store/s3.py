"""An S3-compatible endpoint as a store: one object a key, in one bucket, addressed by path."""

from datetime import UTC, datetime
from urllib.parse import SplitResult

from agents.store.content import (
    OBJECT_BYTES_MAX,
    NotStored,
    Unreachable,
    check_key,
    check_size,
    checked,
    key_of,
)
from agents.store.http import Answer, Request, ask
from agents.store.signing import Credentials, signed_headers


class S3Store:
    """Keeps objects in a bucket; the place is http(s)://host[:port]/bucket[/prefix]."""

    def __init__(self, place: SplitResult, credentials: Credentials) -> None:
        if not place.path.strip("/"):
            raise Unreachable(f"{place.geturl()} names no bucket: .../BUCKET is expected")
        self._place, self._credentials = place, credentials
        self._prefix = place.path.rstrip("/")

    def put(self, data: bytes) -> bytes:
        """Keep bytes and return their key; raises TooLarge or Unreachable."""
        check_size(len(data), OBJECT_BYTES_MAX)
        key = key_of(data)
        answer = self._ask("PUT", key, data, 0)
        if answer.status not in (200, 201, 204):
            raise Unreachable(f"the store refused an object: {answer.status} {answer.said}")
        return key

    def get(self, key: bytes, bytes_max: int = OBJECT_BYTES_MAX) -> bytes:
        """Return the bytes under a key; raises any StoreError."""
        check_key(key)
        answer = self._ask("GET", key, b"", bytes_max)
        if answer.status == 404:
            raise NotStored(key)
        if answer.status != 200:
            raise Unreachable(f"the store refused to read: {answer.status} {answer.said}")
        return checked(key, answer.body)

    def _ask(self, method: str, key: bytes, body: bytes, bytes_max: int) -> Answer:
        path = f"{self._prefix}/{key.hex()}"
        headers = signed_headers(
            self._credentials, method, path, {"host": self._place.netloc}, body, datetime.now(UTC)
        )
        limit_bytes = bytes_max or 1 << 16  # what is said about a PUT does not matter
        return ask(self._place, Request(method, path, body, headers, limit_bytes))
