"""Small servers on loopback that speak as much of S3 and IPFS as a store asks for."""

import hashlib
import hmac
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

from agents.store.content import key_of
from agents.store.ipfs import cid_of

SECRET: Final = "a secret of this test"
AUTHORIZED: Final = re.compile(
    r"AWS4-HMAC-SHA256 Credential=(?P<key>[^/]+)/(?P<day>\d+)/(?P<region>[^/]+)/s3/aws4_request,"
    r"SignedHeaders=(?P<names>[^,]+),Signature=(?P<signature>[0-9a-f]{64})"
)


class Server(ThreadingHTTPServer):
    """Holds objects by name; `failures` are statuses that it answers with first."""

    daemon_threads = True

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.objects: dict[str, bytes] = {}
        self.failures: list[int] = []

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    """What both have in common."""

    server: Server

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def body(self) -> bytes:
        """Read a request's body."""
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def reply(self, status: int, body: bytes = b"") -> None:
        """Answer."""
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def fails(self) -> bool:
        """Answer with the next failure, if there is one."""
        if not self.server.failures:
            return False
        self.reply(self.server.failures.pop(0), b"not now")
        return True


class S3Handler(Handler):
    """GET and PUT of objects, for whoever signs rightly."""

    def do_GET(self) -> None:
        """Return an object."""
        if self.fails() or not self.is_signed(b""):
            return
        found = self.server.objects.get(self.path)
        self.reply(*((404, b"NoSuchKey") if found is None else (200, found)))

    def do_PUT(self) -> None:
        """Keep an object."""
        body = self.body()
        if self.fails() or not self.is_signed(body):
            return
        self.server.objects[self.path] = body
        self.reply(200)

    def is_signed(self, body: bytes) -> bool:
        """Work the signature out anew, from what arrived; answer 403 where it is another."""
        found = AUTHORIZED.fullmatch(self.headers.get("authorization", ""))
        if found is None or not hmac.compare_digest(
            found["signature"], self.signature(found, body)
        ):
            self.reply(403, b"SignatureDoesNotMatch")
            return False
        return True

    def signature(self, found: re.Match[str], body: bytes) -> str:
        """Return what the signature must be."""
        digest = hashlib.sha256(body).hexdigest()
        lines = [f"{name}:{self.headers[name]}" for name in found["names"].split(";")]
        text = "\n".join((self.command, self.path, "", *lines, "", found["names"], digest))
        scope = f"{found['day']}/{found['region']}/s3/aws4_request"
        signed = "\n".join(
            (
                "AWS4-HMAC-SHA256",
                self.headers["x-amz-date"],
                scope,
                hashlib.sha256(text.encode()).hexdigest(),
            )
        )
        key = b"AWS4" + SECRET.encode()
        for part in scope.split("/"):
            key = hmac.digest(key, part.encode(), "sha256")
        return hmac.digest(key, signed.encode(), "sha256").hex()


class IpfsHandler(Handler):
    """Blocks that are put and read; `lies` makes it name another block than it was given."""

    def do_POST(self) -> None:
        """Serve block/put and cat."""
        body, place = self.body(), urlsplit(self.path)
        if self.fails():
            return
        query = {name: values[0] for name, values in parse_qs(place.query).items()}
        if place.path == "/api/v0/cat":
            found = self.server.objects.get(query["arg"])
            error = json.dumps({"Message": "block was not found locally"}).encode()
            self.reply(500 if found is None else 200, error if found is None else found)
            return
        assert "/api/v0/block/put" == place.path
        assert ("raw", "keccak-256") == (query["cid-codec"], query["mhtype"])
        edge = self.headers["Content-Type"].partition("boundary=")[2].encode()
        data = body.split(b"\r\n\r\n", 1)[1].removesuffix(b"\r\n--" + edge + b"--\r\n")
        self.server.objects[cid_of(key_of(data))] = data
        self.reply(200, json.dumps({"Key": cid_of(key_of(data)), "Size": len(data)}).encode())


@contextmanager
def serving(handler: type[Handler]) -> Iterator[Server]:
    """Run a server for a while."""
    server = Server(handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
