"""What is believed of an upstream."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from aiohttp import web

from agents.gateway.faults import ApiFault
from agents.gateway.requests import Asked
from agents.gateway.settings import ModelSetting, Upstream
from agents.gateway.upstream import HttpRunner, usage_of

MODEL = ModelSetting("guild/chat", "main", "talker", ("chat",), "tokenize", 256)
ASKED = Asked("embeddings", MODEL, {"model": "talker", "input": ["a b", "c"]}, b"", 50, 9)


@pytest.mark.parametrize(
    ("usage", "units"),
    [
        ({"prompt_tokens": 5, "completion_tokens": 3}, (5, 3)),
        ({"prompt_tokens": 5}, (5, 0)),
        ({"prompt_tokens": 5_000, "completion_tokens": 5_000}, (50, 9)),
        (None, None),
    ],
)
def test_no_more_is_charged_than_a_request_can_have_used(usage: Any, units: Any) -> None:
    """An upstream that exaggerates is cut down to the bound that the payer agreed to."""
    assert units == usage_of({"usage": usage}, ASKED)


@pytest.mark.parametrize("usage", [{}, {"prompt_tokens": -1}, {"prompt_tokens": True}])
def test_a_count_that_is_none_is_the_upstreams_fault(usage: Any) -> None:
    """502, and nothing is charged."""
    with pytest.raises(ApiFault) as refused:
        usage_of({"usage": usage}, ASKED)
    assert (502, "upstream") == (refused.value.status, refused.value.fault)


def with_server(answer: Callable[[web.Request], Awaitable[web.StreamResponse]], work: Any) -> Any:
    """Return what work makes of a runner whose upstream answers so."""

    async def run() -> Any:
        app = web.Application()
        app.router.add_post("/{path:.*}", answer)
        server = web.AppRunner(app)
        await server.setup()
        await web.TCPSite(server, "127.0.0.1", 0).start()
        runner = HttpRunner(Upstream("main", f"http://127.0.0.1:{server.addresses[0][1]}/v1"))
        try:
            return await work(runner)
        finally:
            await runner.close()
            await server.cleanup()

    return asyncio.run(run())


def test_tokens_are_counted_by_the_servers_own_tokenizer() -> None:
    """Each text is asked for beside the API, as vLLM offers it."""
    paths = []

    async def answer(request: web.Request) -> web.Response:
        body = await request.json()
        paths.append(request.path)
        return web.json_response({"count": len(body["prompt"].split())})

    assert 3 == with_server(answer, lambda runner: runner.count(ASKED))
    assert ["/tokenize"] * 2 == paths


@pytest.mark.parametrize(
    ("status", "text", "code"),
    [
        (400, '{"error": "x"}', "invalid_request"),
        (429, "", "upstream_busy"),
        (500, "", "upstream_failed"),
        (200, "not JSON", "upstream_failed"),
        (200, "[]", "upstream_failed"),
        (200, '{"error": {}}', "upstream_failed"),
    ],
)
def test_each_failure_says_whose_it_is(status: int, text: str, code: str) -> None:
    """What the upstream says of the request is the caller's; all else is the upstream's."""

    async def answer(_: web.Request) -> web.Response:
        return web.Response(status=status, text=text)

    async def work(runner: HttpRunner) -> str:
        with pytest.raises(ApiFault) as refused:
            await runner.answer(ASKED)
        return refused.value.code

    assert code == with_server(answer, work)


def test_a_stream_ends_at_done() -> None:
    """Comments and blank lines are passed over, and nothing is read behind the end."""
    chat = replace(ASKED, task="chat")

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        await response.write(b': hello\n\ndata: {"a": 1}\n\ndata: [DONE]\n\ndata: {"b": 2}\n\n')
        return response

    async def work(runner: HttpRunner) -> list[dict[str, Any]]:
        async with runner.stream(chat) as parts:
            return [part async for part in parts]

    assert [{"a": 1}] == with_server(answer, work)
