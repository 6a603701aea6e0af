"""
The explorer's files, read once and kept: what a browser is given at the JSON-RPC port.

    rpc/explorer/pages/ --load_site--> path: bytes, gzip, etag --Site.answer--> a response

Only paths that were there at the start are known: no request's path reaches the file system. What
is named after its content may be kept for ever; the page itself is asked for anew, and is not sent
again to who has it. The policy lets a page run and show what this node serves, and nothing else.
"""

import gzip
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import web
from multidict import CIMultiDict

from chain.errors import Invalid

PAGES: Final = Path(__file__).parent / "pages"
FIRST_PAGE: Final = "index.html"
NAMED_BY_CONTENT: Final = "/assets/"  # where the build puts what has a hash in its name
FILES_MAX: Final = 256
FILE_BYTES_MAX: Final = 4_194_304  # 4 MiB; the largest that is built has a quarter of it
NEVER: Final = re.compile(r"q=0(\.0*)?")  # a weight that forbids
ROBOTS: Final = b"User-agent: *\nDisallow: /\n"
KINDS: Final[Mapping[str, str]] = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
# `connect-src 'self'` names the WebSocket of the same origin, too (CSP level 3, 6.7.2.8).
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
PROTECTION: Final[Mapping[str, str]] = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
FOR_EVER: Final = "public, max-age=31536000, immutable"
ASK_AGAIN: Final = "no-cache"


class SiteInvalid(Invalid):
    """What was built is not what a node serves."""


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes as they are sent, and the strong ETag of just these."""

    body: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class File:
    """One file as it lies there and by gzip, None where that would be no shorter."""

    kind: str
    plain: Content
    packed: Content | None
    cache: str


class Site:
    """The files of the explorer by their paths, "/" for the page."""

    def __init__(self, files: Mapping[str, File]) -> None:
        self._files = dict(files)

    def __contains__(self, path: object) -> bool:
        return path in self._files

    @property
    def is_built(self) -> bool:
        """Whether there is a page to show."""
        return "/" in self._files

    def answer(self, request: web.BaseRequest, headers: CIMultiDict[str]) -> web.Response:
        """Return the file that a GET or a HEAD asks for; its path is one of this site's."""
        file = self._files[request.path]
        headers.update(PROTECTION)
        headers["Cache-Control"] = file.cache
        headers["Vary"] = "Accept-Encoding"
        sent = _choose(file, request.headers.get("Accept-Encoding", ""))
        headers["ETag"] = sent.etag
        if _has_it(request.headers.get("If-None-Match", ""), sent.etag):
            return web.Response(status=304, headers=headers)
        headers["Content-Type"] = file.kind
        if sent is file.packed:
            headers["Content-Encoding"] = "gzip"
        return web.Response(body=sent.body, headers=headers)


def load_site(directory: Path) -> Site:
    """Read what was built, an empty site where nothing was; raises SiteInvalid beyond bounds."""
    if not (directory / FIRST_PAGE).is_file():
        return Site({})
    paths = sorted(path for path in directory.rglob("*") if path.is_file())
    if len(paths) > FILES_MAX:
        raise SiteInvalid(f"{directory}: at most {FILES_MAX} files expected, found {len(paths)}")
    files = {"/" + path.relative_to(directory).as_posix(): path for path in paths}
    found = {name: _file(name, _read(path)) for name, path in files.items()}
    found["/"] = found.pop(f"/{FIRST_PAGE}")
    found["/robots.txt"] = _file("/robots.txt", ROBOTS)
    return Site(found)


def _read(path: Path) -> bytes:
    with path.open("rb") as source:
        content = source.read(FILE_BYTES_MAX + 1)
    if len(content) > FILE_BYTES_MAX:
        raise SiteInvalid(f"{path}: at most {FILE_BYTES_MAX} bytes expected")
    return content


def _file(name: str, content: bytes) -> File:
    kind = KINDS.get(Path(name).suffix)
    if kind is None:
        known = ", ".join(KINDS)
        raise SiteInvalid(f"{name}: the explorer has files of {known} only")
    packed = gzip.compress(content, compresslevel=9, mtime=0)
    return File(
        kind=kind,
        plain=_content(content),
        packed=_content(packed) if len(packed) < len(content) else None,
        cache=FOR_EVER if name.startswith(NAMED_BY_CONTENT) else ASK_AGAIN,
    )


def _content(body: bytes) -> Content:
    return Content(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


def _choose(file: File, accepted: str) -> Content:
    return file.packed if file.packed is not None and _takes_gzip(accepted) else file.plain


def _has_it(header: str, etag: str) -> bool:
    """Whether If-None-Match names the file (RFC 9110, 13.1.2: weakly compared)."""
    named = [item.strip().removeprefix("W/") for item in header.split(",")]
    return etag in named or named == ["*"]


def _takes_gzip(header: str) -> bool:
    """Whether Accept-Encoding allows gzip (RFC 9110, 12.5.3)."""
    for item in header.lower().split(","):
        name, _, weight = item.partition(";")
        if name.strip() in ("gzip", "*"):
            return NEVER.fullmatch(weight.replace(" ", "")) is None
    return False
