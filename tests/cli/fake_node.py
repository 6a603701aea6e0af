"""
A node that is only a dict: JSON-RPC on 127.0.0.1 over the real modules, for tests of commands.

    HTTP POST -> method -> dispatch on a MemoryHost; every transaction is a block of its own
"""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from chain.codec import decode_transaction, recover_sender
from chain.errors import ChainError
from chain.genesis import genesis_type
from chain.kit.assembly import own
from chain.kit.dispatch import dispatch
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.record import Refusal, encode_refusal
from chain.kit.text import from_json
from chain.types.primitives import Address, Wei
from cli.devnet import STAKE_WEI, DevAccount, build_devnet_genesis
from modules import assemble

CHAIN_ID = 31_337
GAS = 100_000  # that every call of a module takes here


class RpcError(Exception):
    """An answer that is an error."""

    def __init__(self, code: int, message: str, data: str | None = None) -> None:
        self.error = {"code": code, "message": message} | ({"data": data} if data else {})
        super().__init__(message)


class FakeNode:
    """The devnet's chain without blocks, roots or gas; `answers` overrides single methods."""

    def __init__(self, accounts: tuple[DevAccount, ...]) -> None:
        self.assembly, self.answers = assemble(), {}
        self.host = MemoryHost(self.assembly.wires)
        self.nonces: dict[Address, int] = {}
        self.receipts: dict[str, dict[str, Any]] = {}
        self.transactions: dict[str, dict[str, Any]] = {}
        for account in accounts:
            self.host.mint(account.address, Wei(account.balance_wei))
        sections = build_devnet_genesis(accounts, CHAIN_ID, 0)["modules"]
        for module in self.assembly.modules:
            state = from_json(genesis_type(module), sections.get(module.name, {}), module.name)
            own(module, self.host).genesis(state)  # type: ignore[attr-defined]
        assert self.host.balance_wei(self.assembly["staking"].address) == STAKE_WEI
        self.assembly.end_block(self.host)
        self.next_block()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def next_block(self, seconds: int = 1) -> None:
        """End the block and begin the next."""
        self.assembly.end_block(self.host)
        self.host.advance(1, seconds)
        self.assembly.begin_block(self.host)

    def answer(self, method: str, params: list[Any]) -> Any:
        """Return the result of one method; raises RpcError."""
        if method in self.answers:
            return self.answers[method]
        handler = getattr(self, "do_" + method, None)
        if handler is None:
            raise RpcError(-32601, f"the method {method} does not exist/is not available")
        return handler(*params)

    def do_eth_chainId(self) -> str:  # noqa: N802, D102
        return hex(CHAIN_ID)

    def do_eth_getBlockByNumber(self, number: str, full: bool) -> dict[str, Any] | None:  # noqa: N802, D102
        height = self.host.block.height if number == "latest" else int(number, 16)
        if height > self.host.block.height:
            return None
        word = "0x" + "11" * 32
        return {
            "number": hex(height),
            "hash": word,
            "parentHash": word,
            "stateRoot": word,
            "timestamp": hex(self.host.block.time_s),
            "miner": "0x" + "0b" * 20,
            "gasUsed": "0x0",
            "gasLimit": hex(30_000_000),
            "baseFeePerGas": hex(10**9),
            "transactions": [],
        }

    def do_eth_getBalance(self, address: str, block: str) -> str:  # noqa: N802, D102
        return hex(self.host.balance_wei(_address(address)))

    def do_eth_getTransactionCount(self, address: str, block: str) -> str:  # noqa: N802, D102
        return hex(self.nonces.get(_address(address), 0))

    def do_eth_feeHistory(self, blocks: str, newest: str, percentiles: list[int]) -> dict[str, Any]:  # noqa: N802, D102
        return {"baseFeePerGas": [hex(10**9), hex(10**9)], "reward": [["0x0"], [hex(2 * 10**9)]]}

    def do_eth_estimateGas(self, call: dict[str, str]) -> str:  # noqa: N802, D102
        self.do_eth_call(call, "latest")
        return hex(GAS if "data" in call else 21_000)

    def do_eth_call(self, call: dict[str, str], block: str) -> str:  # noqa: D102
        mark = self.host.snapshot()
        try:
            result = self._execute(
                _address(call.get("from", "0x" + "00" * 20)),
                _address(call["to"]),
                int(call.get("value", "0x0"), 16),
                bytes.fromhex(call.get("data", "0x")[2:]),
            )
        except Refusal as refusal:
            raise RpcError(
                3, f"execution reverted: {refusal.name}", "0x" + encode_refusal(refusal).hex()
            ) from refusal
        finally:
            self.host.revert(mark)
        return "0x" + result.hex()

    def do_eth_sendRawTransaction(self, raw: str) -> str:  # noqa: N802, D102
        transaction = decode_transaction(bytes.fromhex(raw[2:]))
        sender = recover_sender(transaction)
        if transaction.nonce != self.nonces.get(sender, 0):
            raise RpcError(-32000, f"nonce too low: next nonce {self.nonces.get(sender, 0)}")
        assert transaction.to is not None
        self.nonces[sender] = transaction.nonce + 1
        first, mark, status = len(self.host.logs), self.host.snapshot(), 1
        try:
            to, value, data = transaction.to, transaction.value_wei, transaction.data
            self._execute(sender, to, value, data)
        except ChainError:
            status = 0
            self.host.revert(mark)
        key = "0x" + transaction.hash.hex()
        self.receipts[key] = self._receipt(key, status, self.host.logs[first:])
        self.transactions[key] = {
            "hash": key,
            "from": "0x" + sender.hex(),
            "to": "0x" + transaction.to.hex(),
            "value": hex(transaction.value_wei),
            "nonce": hex(transaction.nonce),
            "input": "0x" + transaction.data.hex(),
        }
        self.next_block()
        return key

    def do_eth_getTransactionReceipt(self, key: str) -> dict[str, Any] | None:  # noqa: N802, D102
        return self.receipts.get(key)

    def do_eth_getTransactionByHash(self, key: str) -> dict[str, Any] | None:  # noqa: N802, D102
        return self.transactions.get(key)

    def _execute(self, sender: Address, to: Address, value_wei: int, data: bytes) -> bytes:
        self.host.transfer(sender, to, Wei(value_wei))
        module = self.assembly.by_address.get(to)
        if module is None:
            return b""
        return dispatch(module, self.host, CallInfo(sender, Wei(value_wei)), data)

    def _receipt(self, key: str, status: int, logs: list[Any]) -> dict[str, Any]:
        return {
            "transactionHash": key,
            "status": hex(status),
            "blockNumber": hex(self.host.block.height),
            "gasUsed": hex(GAS),
            "effectiveGasPrice": hex(10**9),
            "logs": [
                {
                    "address": "0x" + log.address.hex(),
                    "topics": [f"0x{topic:064x}" for topic in log.topics],
                    "data": "0x" + log.data.hex(),
                }
                for log in logs
            ],
        }

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        node = self

        class Handler(BaseHTTPRequestHandler):
            """Reads one request, writes one answer, in one packet."""

            wbufsize = -1

            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                answer: dict[str, Any] = {"jsonrpc": "2.0", "id": body["id"]}
                try:
                    answer["result"] = node.answer(body["method"], body["params"])
                except RpcError as failure:
                    answer["error"] = failure.error
                raw = json.dumps(answer).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(raw)))
                self.end_headers()
                self.wfile.write(raw)

            def log_message(self, format: str, *args: Any) -> None:
                """Say nothing."""

        return Handler


def _address(text: str) -> Address:
    return Address(bytes.fromhex(text[2:]))
