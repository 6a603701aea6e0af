"""The explorer's files over HTTP: what a browser gets, may keep, and is forbidden."""

import asyncio
import gzip
from pathlib import Path
from typing import Any

import pytest

from rpc.config import RpcConfig
from rpc.explorer.site import FILES_MAX, SiteInvalid, load_site
from tests.rpc.stage import Stage, on_stage

BUILT = Path(__file__).parent / "built"
SCRIPT = "/assets/app-1a2b3c.js"
CALL = {"jsonrpc": "2.0", "id": 1, "method": "eth_chainId", "params": []}
WITH_PAGES = RpcConfig(explorer=BUILT)
NOT_BUILT = RpcConfig(explorer=BUILT / "nothing-here")


async def get(stage: Stage, path: str, method: str = "GET", **headers: str) -> Any:
    """Ask for a file as it lies on the wire; return status, headers and body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", stage.server.port)
    fields = {"Host": "localhost", "Connection": "close"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in fields.items())]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode())
    head, _, body = (await asyncio.wait_for(reader.read(), 5)).partition(b"\r\n\r\n")
    writer.close()
    first, *rest = head.decode().split("\r\n")
    found = dict(line.split(": ", 1) for line in rest)
    return int(first.split()[1]), found, body


@on_stage(WITH_PAGES)
async def test_a_browser_gets_the_page(stage: Stage) -> None:
    """The page at "/", with a policy that lets it load and ask nothing but this node."""
    status, headers, body = await get(stage, "/")
    assert (200, (BUILT / "index.html").read_bytes()) == (status, body)
    assert "text/html; charset=utf-8" == headers["Content-Type"]
    policy = headers["Content-Security-Policy"]
    for rule in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
        assert rule in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert ("nosniff", "no-referrer") == (
        headers["X-Content-Type-Options"],
        headers["Referrer-Policy"],
    )


@on_stage(WITH_PAGES)
async def test_what_is_named_by_its_content_is_kept(stage: Stage) -> None:
    """A browser keeps such a file for ever, and asks again for the page that names it."""
    _, script, _ = await get(stage, SCRIPT)
    assert "public, max-age=31536000, immutable" == script["Cache-Control"]
    assert "text/javascript; charset=utf-8" == script["Content-Type"]
    _, page, _ = await get(stage, "/")
    assert "no-cache" == page["Cache-Control"]


@on_stage(WITH_PAGES)
async def test_who_has_a_file_is_not_sent_it_again(stage: Stage) -> None:
    """An ETag that fits, also a weak one or among others, is answered with 304 and no body."""
    _, headers, _ = await get(stage, "/")
    etag = headers["ETag"]
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        status, _, body = await get(stage, "/", If_None_Match=known)
        assert (304, b"") == (status, body), known
    assert 200 == (await get(stage, "/", If_None_Match='"other"'))[0]


@on_stage(WITH_PAGES)
async def test_files_are_packed_for_who_can_unpack_them(stage: Stage) -> None:
    """gzip where Accept-Encoding allows it, the file as it is where it does not."""
    plain = (BUILT / SCRIPT[1:]).read_bytes()
    etag = (await get(stage, SCRIPT))[1]["ETag"]
    for accepted in ("gzip", "br, gzip;q=0.5", "*"):
        _, headers, body = await get(stage, SCRIPT, Accept_Encoding=accepted)
        assert ("gzip", plain) == (headers["Content-Encoding"], gzip.decompress(body)), accepted
        assert len(body) < len(plain)
        assert "Accept-Encoding" == headers["Vary"]
        assert etag != headers["ETag"], "other bytes, another strong ETag"
    for accepted in ("identity", "br", "gzip;q=0", "gzip; q=0.0"):
        _, headers, body = await get(stage, SCRIPT, Accept_Encoding=accepted)
        assert plain == body, accepted
        assert "Content-Encoding" not in headers


@on_stage(WITH_PAGES)
async def test_a_head_has_no_body(stage: Stage) -> None:
    """HEAD answers what GET would, without the file."""
    status, headers, body = await get(stage, "/", method="HEAD")
    assert (200, b"") == (status, body)
    assert str(len((BUILT / "index.html").read_bytes())) == headers["Content-Length"]


@on_stage(WITH_PAGES)
async def test_no_path_leads_out_of_the_site(stage: Stage) -> None:
    """Whatever is not a file's exact path is not found, however it is written."""
    for path in (
        *("/index.html", "/assets/", "/assets", "/assets/../index.html", "/built/index.html"),
        *("/..%2f..%2fpyproject.toml", "/../../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd"),
        *("//assets/app-1a2b3c.js", "/assets/app-1a2b3c.js/", "/assets%2fapp-1a2b3c.js%00"),
    ):
        assert 404 == (await get(stage, path))[0], path


@on_stage(WITH_PAGES)
async def test_files_are_read_only_and_for_our_hosts(stage: Stage) -> None:
    """No method writes, and a name that was pointed at this machine from outside gets nothing."""
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert (await get(stage, SCRIPT, method=method))[0] in (404, 405), method
    assert 403 == (await get(stage, "/", Host="evil.example"))[0]


@on_stage(WITH_PAGES)
async def test_calls_are_answered_beside_the_pages(stage: Stage) -> None:
    """JSON-RPC is where it was, also for the page itself, whose browser says where it is from."""
    own = stage.server.url
    assert 200 == (await stage.post(CALL))[0]
    assert 200 == (await stage.post(CALL, headers={"origin": own}))[0]


@on_stage(WITH_PAGES)
async def test_the_page_may_open_a_websocket(stage: Stage) -> None:
    """The explorer's own origin hears of blocks; no other page does, of whatever port or scheme."""
    own = stage.server.url
    async with stage.http.ws_connect(own, headers={"Origin": own}) as socket:
        await socket.send_json(CALL)
        assert "0x7a69" == (await socket.receive_json())["result"]
    for foreign in ("http://evil.example", "http://127.0.0.1:1", f"ftp://{own[7:]}", "null"):
        with pytest.raises(Exception, match="403"):
            await stage.http.ws_connect(own, headers={"Origin": foreign})


@on_stage()
async def test_a_node_without_pages_answers_as_ever(stage: Stage) -> None:
    """Switched off, GET says in a line who is here, and a page's WebSocket is turned away."""
    status, headers, body = await get(stage, "/")
    assert (200, True) == (status, body.endswith(b": POST JSON-RPC 2.0 here\n"))
    assert "Content-Security-Policy" not in headers
    assert 404 == (await get(stage, SCRIPT))[0]
    assert 405 == (await get(stage, "/", method="PUT"))[0]
    with pytest.raises(Exception, match="403"):
        await stage.http.ws_connect(stage.server.url, headers={"Origin": stage.server.url})


@on_stage(NOT_BUILT)
async def test_what_was_not_built_is_said(stage: Stage) -> None:
    """Where there are no pages, GET says how they are made."""
    status, _, body = await get(stage, "/")
    assert 200 == status
    assert b"the explorer is not built: run `make explorer` and start again" in body


def test_what_is_no_page_is_not_served(tmp_path: Path) -> None:
    """A build with too many files, or of a kind that browsers need not have, is refused."""
    (tmp_path / "index.html").write_text("<!doctype html>")
    (tmp_path / "secret.pem").write_text("key")
    with pytest.raises(SiteInvalid, match=r"/secret\.pem: the explorer has files of \.html"):
        load_site(tmp_path)
    (tmp_path / "secret.pem").unlink()
    for number in range(FILES_MAX):
        (tmp_path / f"{number}.txt").touch()
    with pytest.raises(SiteInvalid, match=f"at most {FILES_MAX} files expected, found 257"):
        load_site(tmp_path)
