"""A node in this process that answers as it is told: well, late, wrongly, twice or not at all."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import rlp
from aiohttp import web
from eth_account import Account
from eth_hash.auto import keccak

from client.errors import RequestFailed
from client.settings import Settings

CHAIN_ID = 77
KEY = b"\x11" * 32
HASTE = Settings(
    request_s=2.0,
    attempts_max=8,
    backoff_s_min=0.001,
    backoff_s_max=0.01,
    receipt_s=1.0,
    poll_s_min=0.001,
    poll_s_max=0.01,
)


class Busy(Exception):
    """What an answer raises where the node turns the request away."""


class FakeNode:
    """A chain of one account's transactions, and faults for the requests to come."""

    def __init__(self) -> None:
        self.url = ""
        self.faults: list[str] = []  # of the next requests: "drop", "busy", "lost", "noise", ""
        self.fault_of: dict[str, list[str]] = {}  # the same for one method's next requests
        self.asked: list[str] = []  # methods, in order
        self.answers: dict[str, Callable[..., Any]] = {}
        self.pool: dict[int, tuple[str, bytes]] = {}  # by nonce: hash and raw bytes
        self.mined: dict[str, dict[str, Any]] = {}  # receipts by hash
        self.logs: list[dict[str, Any]] = []
        self.height, self.confirmed = 1, 0
        self.is_mining, self.status = True, 1
        self.log_blocks_max = 10**9

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one HTTP request."""
        body = json.loads(await request.read())
        method = "batch" if isinstance(body, list) else body["method"]
        queue = self.fault_of.get(method) or self.faults
        fault = queue.pop(0) if queue else ""
        if fault == "drop":
            self._hang_up(request)
            return web.Response()
        if fault == "busy":
            return web.Response(status=429)
        if fault == "noise":
            return web.Response(text="<html>")
        many = isinstance(body, list)
        try:
            found = [self.answer(item) for item in body] if many else self.answer(body)
        except Busy:
            return web.Response(status=429)
        if fault == "lost":
            self._hang_up(request)
        return web.json_response(found)

    def _hang_up(self, request: web.Request) -> None:
        assert request.transport is not None
        request.transport.abort()

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """Answer one JSON-RPC request."""
        method, params = request["method"], request["params"]
        self.asked.append(method)
        found = self.answers.get(method) or getattr(self, method)
        head = {"jsonrpc": "2.0", "id": request["id"]}
        try:
            return {**head, "result": found(*params)}
        except RequestFailed as failure:
            error = {"code": failure.code, "message": failure.message, "data": failure.data}
            return {**head, "error": error}

    def eth_chainId(self) -> str:  # noqa: N802
        """The chain's number."""
        return hex(CHAIN_ID)

    def eth_blockNumber(self) -> str:  # noqa: N802
        """The newest block."""
        return hex(self.height)

    def eth_estimateGas(self, call: Any) -> str:  # noqa: N802
        """What a plain transfer takes."""
        return hex(21_000)

    def eth_feeHistory(self, *_: Any) -> dict[str, Any]:  # noqa: N802
        """One price for all blocks."""
        return {"baseFeePerGas": [hex(7)] * 5, "reward": [[hex(3)]] * 4}

    def eth_getTransactionCount(self, account: str, block: str) -> str:  # noqa: N802
        """Transactions without a gap."""
        count = self.confirmed
        while block == "pending" and count in self.pool:
            count += 1
        return hex(count)

    def eth_sendRawTransaction(self, text: str) -> str:  # noqa: N802
        """Take a transaction as a pool does, by geth's words."""
        raw = bytes.fromhex(text[2:])
        nonce = int.from_bytes(rlp.decode(raw[1:])[1], "big")
        found = "0x" + keccak(raw).hex()
        if found in self.mined or self.pool.get(nonce, ("",))[0] == found:
            raise RequestFailed(-32000, "already known")
        if nonce < self.confirmed:
            raise RequestFailed(-32000, f"nonce too low: next nonce {self.confirmed}")
        if nonce in self.pool and not self._pays_more(raw, self.pool[nonce][1]):
            raise RequestFailed(-32000, "replacement transaction underpriced")
        self.pool[nonce] = (found, raw)
        self.mine()
        return found

    def _pays_more(self, new: bytes, old: bytes) -> bool:
        prices = [int.from_bytes(rlp.decode(raw[1:])[3], "big") for raw in (new, old)]
        return prices[0] * 10 >= prices[1] * 11

    def mine(self) -> None:
        """Put what has no gap before it into blocks, where this chain makes any."""
        while self.is_mining and self.confirmed in self.pool:
            self.height += 1
            found, _ = self.pool.pop(self.confirmed)
            self.confirmed += 1
            self.mined[found] = {
                "transactionHash": found,
                "blockNumber": hex(self.height),
                "status": hex(self.status),
                "gasUsed": hex(21_000),
                "effectiveGasPrice": hex(10),
                "logs": [],
            }

    def eth_getTransactionReceipt(self, found: str) -> Any:  # noqa: N802
        """How a transaction ended."""
        return self.mined.get(found)

    def eth_getTransactionByHash(self, found: str) -> Any:  # noqa: N802
        """A transaction that is mined or waits."""
        waits = any(found == known for known, _ in self.pool.values())
        return {"hash": found} if waits or found in self.mined else None

    def eth_getBlockByNumber(self, name: str, _: bool) -> Any:  # noqa: N802
        """A block, where there is one."""
        height = self.height if name == "latest" else int(name, 16)
        if height > self.height:
            return None
        return {
            "number": hex(height),
            "timestamp": hex(1_000 + height),
            "hash": "0x" + height.to_bytes(32, "big").hex(),
            "baseFeePerGas": hex(7),
            "gasUsed": hex(0),
            "transactions": [],
        }

    def eth_getLogs(self, wanted: dict[str, Any]) -> list[dict[str, Any]]:  # noqa: N802
        """Logs of some blocks, not of too many."""
        first, last = (int(wanted[name], 16) for name in ("fromBlock", "toBlock"))
        if last - first >= self.log_blocks_max:
            raise RequestFailed(-32005, "query returned more than this node gives")
        return [log for log in self.logs if first <= int(log["blockNumber"], 16) <= last]

    def lose_pool(self) -> None:
        """Forget what waits."""
        self.pool.clear()

    def spend_elsewhere(self, count: int = 1) -> None:
        """Let another program use the account's next nonces."""
        for _ in range(count):
            fields = {"nonce": self.confirmed, "gas": 21_000, "maxFeePerGas": 10**10, "to": None}
            fields |= {"to": "0x" + "99" * 20, "value": 1, "chainId": CHAIN_ID, "type": 2}
            signed = Account.sign_transaction({**fields, "maxPriorityFeePerGas": 1}, KEY)
            self.eth_sendRawTransaction("0x" + signed.raw_transaction.hex())


@asynccontextmanager
async def serving(node: FakeNode) -> AsyncIterator[FakeNode]:
    """Serve a fake node on a free port."""
    app = web.Application()
    app.router.add_post("/", node.handle)
    runner = web.AppRunner(app, handle_signals=False, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    node.url = f"http://127.0.0.1:{port}/"
    try:
        yield node
    finally:
        await runner.cleanup()
