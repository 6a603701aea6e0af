"""The admin side: tokens, keys, and who has neither."""

import time
from base64 import urlsafe_b64encode
from typing import Any

import aiohttp
import jwt
import orjson
import pytest

from chain.errors import Malformed
from rpc.config import RpcConfig
from rpc.credentials import Credentials, Unauthorized, digest_of, parse_keys, parse_secret
from tests.rpc.stage import Stage, on_stage

SECRET = bytes(range(32))
KEY = "0123456789abcdef-key"
BOTH = Credentials(SECRET, frozenset([digest_of(KEY)]))
NOW_S = 1_700_000_000
UNSIGNED = jwt.encode({"iat": NOW_S}, None, "none")  # type: ignore[arg-type]
DEEP = urlsafe_b64encode(b"[" * 3_000).decode()
TRACE = {"jsonrpc": "2.0", "id": 1, "method": "debug_getRawBlock", "params": ["0x0"]}
CHAIN = {"jsonrpc": "2.0", "id": 2, "method": "eth_chainId"}


def token(secret: bytes = SECRET, algorithm: str = "HS256", **claims: Any) -> dict[str, str]:
    """The header of a token."""
    return {"Authorization": f"Bearer {jwt.encode(claims, secret, algorithm)}"}


def admits(headers: dict[str, str], credentials: Credentials = BOTH) -> bool:
    """Whether the headers are admitted, at a fixed time."""
    return credentials.admit(headers, lambda: NOW_S)


def test_good_credentials_are_admitted() -> None:
    """A fresh token, a key, a key as a bearer; none at all is no fault."""
    for born in (NOW_S - 60, NOW_S, NOW_S + 60):
        assert admits(token(iat=born))
    assert admits(token(iat=NOW_S, exp=NOW_S))
    assert admits({"X-Api-Key": KEY}) and admits({"Authorization": f"Bearer {KEY}"})
    assert not admits({})
    assert not admits({"X-Api-Key": "anything"}, Credentials())


@pytest.mark.parametrize(
    ("headers", "words"),
    [
        (token(iat=NOW_S - 61), "stale token"),
        (token(iat=NOW_S + 61), "future token"),
        (token(iat=NOW_S, exp=NOW_S - 1), "token is expired"),
        (token(), "missing issued-at"),
        (token(iat="now"), "invalid token"),
        (token(iat=True), "invalid token"),
        (token(b"another secret, also 32 bytes ok", iat=NOW_S), "invalid token"),
        (token(bytes(64), "HS512", iat=NOW_S), "invalid token"),
        ({"Authorization": f"Bearer {UNSIGNED}"}, "invalid token"),
        ({"Authorization": f"Bearer {DEEP}.e30.AA"}, "invalid token"),
        (token(iat=10**400), "invalid token"),
        ({"Authorization": "Bearer " + "a" * 5_000}, "missing token"),
        ({"Authorization": "Basic dXNlcg=="}, "missing token"),
        ({"Authorization": "Bearer \ud800.a.b"}, "invalid token"),
        ({"X-Api-Key": KEY[:-1]}, "unknown API key"),
        ({"X-Api-Key": ""}, "unknown API key"),
    ],
)
def test_bad_credentials_are_refused(headers: dict[str, str], words: str) -> None:
    """Old, early, expired, unsigned, signed by another or another way: each says what it is."""
    with pytest.raises(Unauthorized, match=words):
        admits(headers)


def test_infinite_times_are_no_times() -> None:
    """Claims that are no finite moment never pass as fresh."""
    for claim in (float("nan"), float("inf"), -float("inf")):
        with pytest.raises(Unauthorized):
            admits(token(iat=claim))


def test_files_are_read_strictly() -> None:
    """A secret of 32 bytes; keys long enough, one a line."""
    assert SECRET == parse_secret(f"0x{SECRET.hex()}\n") == parse_secret(SECRET.hex())
    for wrong in ("", "0x12", "secret" * 11):
        with pytest.raises(Malformed, match="a secret of"):
            parse_secret(wrong)
    assert {digest_of(KEY)} == parse_keys(f"# of the ops team\n\n  {KEY}\n")
    for wrong in ("", "# none", "short"):
        with pytest.raises(Malformed, match="key"):
            parse_keys(wrong)


@on_stage(RpcConfig(credentials=BOTH))
async def test_the_admin_side_needs_a_credential(stage: Stage) -> None:
    """Without one its methods are unknown, with a bad one the request is refused whole."""
    fresh = token(iat=int(time.time()))
    status, body = await stage.post([TRACE, CHAIN])
    first, second = orjson.loads(body)
    assert (200, -32601, "0x7a69") == (status, first["error"]["code"], second["result"])
    for headers in (fresh, {"X-Api-Key": KEY}):
        status, body = await stage.post(TRACE, headers=headers)
        assert 200 == status and orjson.loads(body)["result"].startswith("0xf9")
    status, body = await stage.post(CHAIN, headers={"X-Api-Key": "wrong"})
    assert (401, "unknown API key") == (status, orjson.loads(body)["error"]["message"])


@on_stage(RpcConfig(credentials=BOTH))
async def test_a_websocket_shows_its_credential_once(stage: Stage) -> None:
    """The upgrade carries it; a bad one opens nothing."""
    for headers, found in (({"X-Api-Key": KEY}, "result"), ({}, "error")):
        async with stage.http.ws_connect(stage.server.url, headers=headers) as socket:
            await socket.send_bytes(orjson.dumps(TRACE))
            assert found in orjson.loads((await socket.receive(timeout=5)).data)
    with pytest.raises(aiohttp.WSServerHandshakeError, match="401"):
        await stage.http.ws_connect(stage.server.url, headers={"X-Api-Key": "wrong"})
