"""A backend's whole table of methods, asked without a server."""

import asyncio
import json
from typing import Any

import orjson

from rpc.config import RpcConfig
from rpc.dispatcher import Dispatcher
from rpc.news import News
from rpc.table import build_methods
from tests.rpc.stage import StageBackend


class Asker:
    """Asks a backend as a client would."""

    def __init__(self, backend: StageBackend, config: RpcConfig | None = None) -> None:
        self._backend, self._config = backend, config or RpcConfig()

    def ask(self, method: str, *params: Any) -> dict[str, Any]:
        """Return the whole answer."""

        async def answer() -> bytes | None:
            methods = build_methods(self._backend, self._config, News(self._backend))
            body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)}
            return await Dispatcher(methods, self._config.limits).answer(orjson.dumps(body))

        reply = asyncio.run(answer())
        assert reply is not None
        decoded: dict[str, Any] = json.loads(reply)
        return decoded

    def rpc(self, method: str, *params: Any) -> Any:
        """Return the result of a call that succeeds."""
        answer = self.ask(method, *params)
        assert "result" in answer, answer
        return answer["result"]

    def error(self, method: str, *params: Any) -> tuple[int, str]:
        """Return code and message of a call that fails."""
        answer = self.ask(method, *params)
        assert "error" in answer, answer
        return answer["error"]["code"], answer["error"]["message"]
