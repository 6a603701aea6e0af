"""
The API: what clients of OpenAI's know, and what payers of channels need beside it.

    GET  /v1/models                     POST /v1/embeddings, /v1/chat/completions
    POST /v1/kumiai/vouchers            the last voucher of a lane, with no call
    GET  /v1/kumiai/lanes/CHANNEL/LANE  what is due there

    request --read--> Asked --paid, reserved--> upstream --charged on disk--> the answer's last byte
"""

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any, Final

import orjson
from aiohttp import web

from agents.gateway.faults import GATEWAY, ApiFault, request_wrong, upstream_failed
from agents.gateway.lanes import statement
from agents.gateway.metrics import Metrics
from agents.gateway.payments import Call, Payments
from agents.gateway.requests import BODY_BYTES_MAX, Asked, read_chat, read_embeddings
from agents.gateway.settings import ModelSetting
from agents.gateway.streaming import Streamed
from agents.gateway.tills import voucher_row
from agents.gateway.upstream import Runner, usage_of
from agents.gateway.voucher_header import RECEIPT_HEADER, VOUCHER_HEADER, read_header

LOG: Final = logging.getLogger(__name__)
NUMBER: Final = r"[0-9]{1,18}"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Api:
    """Serves models to whoever pays."""

    def __init__(
        self,
        models: dict[str, ModelSetting],
        runners: dict[str, Runner],
        payments: Payments,
        metrics: Metrics,
    ) -> None:
        self._models, self._runners, self._payments = models, runners, payments
        self._metrics = metrics
        self.is_stopping = False
        app = web.Application(client_max_size=BODY_BYTES_MAX, middlewares=[self._guard])
        app.router.add_get("/v1/models", self._show_models)
        app.router.add_get("/v1/models/{model:.+}", self._show_model)
        app.router.add_post("/v1/embeddings", self._embeddings)
        app.router.add_post("/v1/chat/completions", self._chat)
        app.router.add_post("/v1/kumiai/vouchers", self._take_voucher)
        app.router.add_get(f"/v1/kumiai/lanes/{{channel:{NUMBER}}}/{{lane:{NUMBER}}}", self._lane)
        self.app = app

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer every refusal in OpenAI's shape; what is unexpected is the gateway's fault."""
        try:
            if self.is_stopping:
                raise ApiFault(503, "stopping", "the gateway stops: ask again later", fault=GATEWAY)
            return await handler(request)
        except ApiFault as fault:
            return self._refused(fault)
        except web.HTTPRequestEntityTooLarge:
            most = f"a body of up to {BODY_BYTES_MAX:,} bytes expected"
            return self._refused(ApiFault(413, "too_large", most))
        except web.HTTPException as cause:
            return self._refused(ApiFault(cause.status, "not_found", cause.reason))
        except (asyncio.CancelledError, ConnectionError):
            raise
        except Exception:
            LOG.exception("a call failed")
            return self._refused(
                ApiFault(500, "gateway_failed", "the gateway failed", fault=GATEWAY)
            )

    def _refused(self, fault: ApiFault) -> web.Response:
        self._metrics.refusals.labels(fault.code).inc()
        return _json(fault.document(), fault.status, fault.headers)

    async def _show_models(self, _: web.Request) -> web.Response:
        data = [await self._model_document(name) for name in self._models]
        return _json({"object": "list", "data": data})

    async def _show_model(self, request: web.Request) -> web.Response:
        name = request.match_info["model"]
        if name not in self._models:
            raise ApiFault(404, "model_not_found", "no such model is served here", param="model")
        return _json(await self._model_document(name))

    async def _model_document(self, name: str) -> dict[str, Any]:
        """A model as OpenAI lists it, with the chain's prices beside."""
        tariff = await self._payments.prices.tariff(name)
        prices = [
            {"meter": meter.name, "price_wei": str(meter.price_wei), "per_units": meter.scale}
            for meter in tariff.meters
        ]
        return {
            "id": name,
            "object": "model",
            "created": 0,
            "owned_by": self._payments.client.address,
            "kumiai": {"version": tariff.version, "prices": prices},
        }

    async def _embeddings(self, request: web.Request) -> web.StreamResponse:
        return await self._serve(request, read_embeddings(await request.read(), self._models))

    async def _chat(self, request: web.Request) -> web.StreamResponse:
        return await self._serve(request, read_chat(await request.read(), self._models))

    async def _serve(self, request: web.Request, asked: Asked) -> web.StreamResponse:
        started, model = time.monotonic(), asked.model
        runner = self._runners[model.upstream if model.upstream != "local" else model.model_id]
        resource = str(request.url)
        call, asked = await self._payments.open(request.headers, resource, asked, runner)
        self._metrics.under_way.inc()
        try:
            if asked.streams:
                units, answer = await Streamed(call, asked, runner).send(request)
            else:
                units, answer = await self._answer(call, asked, runner)
        finally:
            self._metrics.under_way.dec()
            await call.fail()  # does nothing where the call is finished
        self._metrics.calls.labels(model.model_id, call.how).inc()
        for meter, count in zip(("input", "output"), units, strict=True):
            self._metrics.tokens.labels(model.model_id, meter).inc(count)
        self._metrics.seconds.observe(time.monotonic() - started)
        return answer

    async def _answer(
        self, call: Call, asked: Asked, runner: Runner
    ) -> tuple[tuple[int, int], web.Response]:
        """Return a whole answer, charged; raises ApiFault, and nothing is charged."""
        found = await runner.answer(asked)
        units = usage_of(found, asked)
        if units is None:
            raise upstream_failed("the upstream does not say what it used")
        found["model"] = asked.model.model_id
        raw = orjson.dumps(found)
        receipt = orjson.dumps(await call.finish(units, raw)).decode()
        headers = {**call.headers, RECEIPT_HEADER: receipt}
        return units, web.Response(body=raw, content_type="application/json", headers=headers)

    async def _take_voucher(self, request: web.Request) -> web.Response:
        """Take a lane's voucher without a call, so that the last one is paid, too."""
        text = request.headers.get(VOUCHER_HEADER)
        if text is None:
            raise request_wrong(f"a header {VOUCHER_HEADER} expected")
        voucher, signature = read_header(text)
        till = await self._payments.tills.till(voucher.channel)
        signer, payer = till.signer(voucher, signature), till.session.channel.payer
        if signer != payer:
            model, now_s = till.lane(voucher.lane).tariff.model, self._payments.now_s()
            await self._payments.agents.left_wei(payer, signer, model, now_s)
        lane, _ = till.take(voucher, signature, b"", signer)
        try:
            await self._payments.journal.write(voucher_row(lane))
        finally:
            lane.is_busy = False
        return _json(statement(lane))

    async def _lane(self, request: web.Request) -> web.Response:
        till = await self._payments.tills.till(int(request.match_info["channel"]))
        return _json(statement(till.lane(int(request.match_info["lane"]))))


def _json(
    document: dict[str, Any], status: int = 200, headers: dict[str, str] | None = None
) -> web.Response:
    return web.Response(
        body=orjson.dumps(document),
        status=status,
        content_type="application/json",
        headers=headers or {},
    )
