"""Alerts on their way out."""

import asyncio
import hashlib
import hmac
from typing import Any

import pytest
from aiohttp import web

from agents.keeper import webhook
from agents.keeper.settings import Webhook
from agents.keeper.webhook import ATTEMPTS_MAX, SIGNATURE_HEADER, Messenger

KEY = b"a key of both sides"


def told(statuses: list[int], key: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[Any, ...]:
    """Return whether a hook that answers so hears, and the requests that it got."""
    monkeypatch.setattr(webhook, "PAUSE_S", 0.001)
    got: list[tuple[bytes, str]] = []

    async def run() -> bool:
        async def hear(request: web.Request) -> web.Response:
            got.append((await request.read(), request.headers.get(SIGNATURE_HEADER, "")))
            return web.Response(status=statuses[len(got) - 1])

        app = web.Application()
        app.router.add_post("/", hear)
        server = web.AppRunner(app)
        await server.setup()
        await web.TCPSite(server, "127.0.0.1", 0).start()
        messenger = Messenger(Webhook(f"http://127.0.0.1:{server.addresses[0][1]}/", key))
        try:
            return await messenger.tell({"kind": "channel_low"})
        finally:
            await messenger.close()
            await server.cleanup()

    return asyncio.run(run()), got


def test_a_hook_that_fails_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until it hears, and no more than the bound: redirects are no answer."""
    assert (True, 2) == _counted(told([503, 204], b"", monkeypatch))
    assert (False, ATTEMPTS_MAX) == _counted(told([500, 302, 404], b"", monkeypatch))


def _counted(found: tuple[Any, ...]) -> tuple[bool, int]:
    return found[0], len(found[1])


def test_what_is_told_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The signature is the HMAC of the very bytes; without a key there is none."""
    _, ((body, signature),) = told([200], KEY, monkeypatch)
    assert f"sha256={hmac.new(KEY, body, hashlib.sha256).hexdigest()}" == signature
    _, ((_, nothing),) = told([200], b"", monkeypatch)
    assert "" == nothing


def test_nobody_to_tell_is_no_failure() -> None:
    """Without an address, alerts are on the screen only."""

    async def run() -> bool:
        messenger = Messenger(Webhook())
        try:
            return await messenger.tell({"kind": "channel_low"})
        finally:
            await messenger.close()

    assert asyncio.run(run())
