"""
Foundry's anvil as a second opinion: the same signed transactions, another implementation's answers.

    with Anvil() as anvil:
        anvil.send(raw)  -> receipt
        anvil.rpc("debug_traceTransaction", hash, {...})
"""

import json
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.request import Request, urlopen

import pytest

from tests.npm.packages import npm_package
from tests.ports import free_port

START_S = 20.0  # how long it may take to listen
ANSWER_S = 20.0  # how long one answer may take
POLL_S = 0.02  # between two looks


def binary() -> Path:
    """Return the program; npm puts it into a package of its own for each system."""
    packages = sorted(npm_package("@foundry-rs").glob("anvil-*/bin/anvil"))
    if not packages:
        pytest.skip("npm has no anvil for this system")
    return packages[0]


class Anvil:
    """A running anvil on a free port of this machine; it dials nobody."""

    def __init__(self, chain_id: int) -> None:
        self._port = free_port()
        options = ["--port", str(self._port), "--chain-id", str(chain_id), "--hardfork", "prague"]
        options += ["--block-base-fee-per-gas", "1000000000", "--steps-tracing", "--silent"]
        self._process = subprocess.Popen(
            [str(binary()), *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def __enter__(self) -> "Anvil":
        end_s = time.monotonic() + START_S
        while True:
            try:
                self.rpc("eth_chainId")
                return self
            except OSError:
                assert time.monotonic() < end_s, "anvil does not listen"
                time.sleep(POLL_S)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._process.terminate()
        self._process.wait()

    @property
    def url(self) -> str:
        """Where it answers, over HTTP and (as ws) over WebSocket."""
        return f"http://127.0.0.1:{self._port}"

    def rpc(self, method: str, *params: Any) -> Any:
        """Return the result of a call that succeeds."""
        body = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        request = Request(
            self.url,
            json.dumps(body).encode(),
            {"content-type": "application/json"},
        )
        with urlopen(request, timeout=ANSWER_S) as answer:
            decoded = json.load(answer)
        assert "result" in decoded, (method, decoded)
        return decoded["result"]

    def send(self, raw: bytes) -> dict[str, Any]:
        """Send a transaction and return its receipt."""
        sent = self.rpc("eth_sendRawTransaction", "0x" + raw.hex())
        end_s = time.monotonic() + ANSWER_S
        while time.monotonic() < end_s:
            receipt = self.rpc("eth_getTransactionReceipt", sent)
            if receipt is not None:
                found: dict[str, Any] = receipt
                return found
            time.sleep(POLL_S)
        raise AssertionError(f"{sent} is in no block")
