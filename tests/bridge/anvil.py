"""
Foundry's anvil, an EVM chain that none of this wrote, as a process on this machine.

    with Anvil(home) as anvil: anvil.send(anvil.deploy("Gateway", maker).functions.pause(0))

It listens on 127.0.0.1 alone and is told to ask nobody anything.
"""

import os
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from web3 import Web3
from web3.exceptions import ContractCustomError, ContractLogicError
from web3.logs import DISCARD

from tests.bridge.artefacts import load
from tests.npm.packages import npm_package
from tests.ports import free_port

START_S = 1_800_000_000  # the time at which the chain begins
START_WAIT_S = 30  # how long the process may take to listen
GAS = 16_000_000  # of each transaction, unless a test says less; the limit of EIP-7825 is near
NO_PROXY_THERE = "http://127.0.0.1:9"  # the port of "discard": nobody listens


def foundry(name: str) -> Path:
    """Return one of Foundry's programs; skips the test where npm has none for this system."""
    programs = sorted(npm_package("@foundry-rs").glob(f"{name}-*/bin/{name}"))
    if not programs:
        pytest.skip(f"npm has no {name} for this system")
    return programs[0]


def quiet_environment(home: Path) -> dict[str, str]:
    """Variables under which a program of Foundry's reaches nobody but this machine."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "FOUNDRY_OFFLINE": "true",
        "NO_PROXY": "127.0.0.1",
        **dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), NO_PROXY_THERE),
        "NO_COLOR": "1",
    }


class Refused(Exception):
    """A call that the contract reverted; `name` is its error's, and `values` what it says."""

    def __init__(self, name: str, values: dict[str, Any]) -> None:
        self.name, self.values = name, values
        super().__init__(f"{name} {values}")


class Anvil:
    """A running chain; each transaction is a block of its own. `more` may give it a real clock."""

    def __init__(self, home: Path, *more: str) -> None:
        self._has_own_clock = not more
        home.mkdir(parents=True, exist_ok=True)
        program = str(foundry("anvil"))
        self.port = free_port()
        words = ["--host", "127.0.0.1", "--port", str(self.port), "--hardfork", "prague"]
        words += ["--quiet", "--accounts", "10", "--no-cors"]
        words += more or ("--timestamp", str(START_S))
        self.process = subprocess.Popen(
            [program, *words], env=quiet_environment(home), stdin=subprocess.DEVNULL
        )
        url = f"http://127.0.0.1:{self.port}"
        self.web3 = Web3(Web3.HTTPProvider(url, request_kwargs={"timeout": 30}))
        self.errors: dict[bytes, dict[str, Any]] = {}

    def __enter__(self) -> "Anvil":
        deadline = time.monotonic() + START_WAIT_S
        while not self.web3.is_connected():
            assert self.process.poll() is None, "anvil ended as it began"
            assert time.monotonic() < deadline, "anvil did not listen in time"
            time.sleep(0.05)
        if self._has_own_clock:  # the clock of this machine counts for nothing
            self.rpc("anvil_setBlockTimestampInterval", 1)
        self.rpc("evm_mine")
        self.users: list[str] = list(self.web3.eth.accounts)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.terminate()
        self.process.wait(10)

    def rpc(self, method: str, *params: Any) -> Any:
        """Ask the node itself for something, such as `evm_snapshot`."""
        answer = self.web3.provider.make_request(method, list(params))  # type: ignore[arg-type]
        assert "error" not in answer, answer
        return answer["result"]

    @property
    def now_s(self) -> int:
        """Time of the newest block."""
        return int(self.web3.eth.get_block("latest")["timestamp"])

    def pass_time(self, seconds: int) -> None:
        """Make an empty block so many seconds after the newest."""
        self.rpc("evm_setNextBlockTimestamp", self.now_s + seconds)
        self.rpc("evm_mine")

    def deploy(self, source: str, *arguments: Any, name: str = "", value_wei: int = 0) -> Any:
        """Deploy a contract of a source, by default the one of the same name."""
        return self.deploy_artefact(load(source)[name or source], *arguments, value_wei=value_wei)

    def deploy_artefact(self, found: dict[str, Any], *arguments: Any, value_wei: int = 0) -> Any:
        """Deploy what has an `abi` and a `bytecode`; raises Refused."""
        maker = self.web3.eth.contract(abi=found["abi"], bytecode=found["bytecode"])
        self._remember(found["abi"])
        words = {"from": self.users[0], "value": value_wei}
        creation = maker.constructor(*arguments)
        try:
            self.web3.eth.call(creation.build_transaction(words | {"gas": GAS}))
        except (ContractCustomError, ContractLogicError) as error:
            raise self._refusal(error) from None
        receipt = self._wait(creation.transact(words | {"gas": GAS}))
        return self.contract(receipt["contractAddress"], found["abi"])

    def at(self, source: str, address: str, name: str = "") -> Any:
        """Return the contract of a source at an address."""
        return self.contract(address, load(source)[name or source]["abi"])

    def contract(self, address: str, abi: list[dict[str, Any]]) -> Any:
        """Return the contract at an address."""
        self._remember(abi)
        return self.web3.eth.contract(address=Web3.to_checksum_address(address), abi=abi)

    def ask(self, function: Any, user: int = 0, **fields: Any) -> Any:
        """Call without a transaction; raises Refused."""
        try:
            return function.call({"from": self.users[user], "gas": GAS} | fields)
        except (ContractCustomError, ContractLogicError) as error:
            raise self._refusal(error) from None

    def send(self, function: Any, user: int = 0, value_wei: int = 0, gas: int = GAS) -> Any:
        """Send a transaction and return its receipt; raises Refused where it would revert."""
        words = {"from": self.users[user], "value": value_wei, "gas": gas}
        self.ask(function, user, value=value_wei, gas=gas)
        return self._wait(function.transact(words))

    def refusal(self, function: Any, user: int = 0, value_wei: int = 0, gas: int = GAS) -> str:
        """Return the name of the error by which a call is reverted; fails where it is not."""
        with pytest.raises(Refused) as caught:
            self.ask(function, user, value=value_wei, gas=gas)
        return caught.value.name

    def events(self, contract: Any, receipt: Any, name: str) -> list[dict[str, Any]]:
        """Return what a contract's events of one name say in a receipt."""
        found = contract.events[name]().process_receipt(receipt, errors=DISCARD)
        return [dict(event["args"]) for event in found if event["address"] == contract.address]

    def _wait(self, transaction: Any) -> Any:
        receipt = self.web3.eth.wait_for_transaction_receipt(
            transaction, timeout=30, poll_latency=0.01
        )
        assert receipt["status"] == 1, "the call passed, and its transaction did not"
        return receipt

    def _remember(self, abi: list[dict[str, Any]]) -> None:
        for item in abi:
            if item["type"] == "error":
                kinds = ",".join(part["type"] for part in item["inputs"])
                self.errors[bytes(Web3.keccak(text=f"{item['name']}({kinds})"))[:4]] = item

    def _refusal(self, error: Any) -> Refused:
        data = error.data if isinstance(error.data, str) else "0x"
        raw = bytes.fromhex(data[2:])
        item = self.errors.get(raw[:4])
        if item is None:
            return Refused(data if raw else "nothing", {})
        kinds = [part["type"] for part in item["inputs"]]
        values = self.web3.codec.decode(kinds, raw[4:])
        names = [part["name"] for part in item["inputs"]]
        return Refused(item["name"], dict(zip(names, values, strict=True)))
