"""Real processes for tests: a development chain to start, kill and start again."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from web3 import Web3

from cli.client import Client

ROOT = Path(__file__).resolve().parents[2]
START_S = 60.0  # seconds a node may take until it serves
STEP_S = 0.05
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "KUMIAI_PASSPHRASE": "", "NO_COLOR": "1"}


def kumiai(*arguments: str, home: Path | None = None, check: bool = True) -> str:
    """Run a command and return what it printed; with `check`, fail where the command failed."""
    places = () if home is None else ("--home", str(home))
    done = subprocess.run(
        [sys.executable, "-m", "cli", *arguments, *places],
        capture_output=True,
        text=True,
        timeout=90,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if check and done.returncode != 0:
        raise AssertionError(f"kumiai {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout if check else done.stdout + done.stderr


class Devnet:
    """A `kumiai devnet` process on free ports of the loopback interface."""

    command = "devnet"

    def __init__(self, home: Path, *options: str, checkout: Path = ROOT) -> None:
        self.home, self.options = home, ("--rpc-port", "0", "--grpc-port", "0", *options)
        self.checkout = checkout
        self.process: subprocess.Popen[bytes] | None = None
        self.endpoints: dict[str, Any] = {}

    def __enter__(self) -> "Devnet":
        self.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.stop()

    def start(self) -> None:
        """Start the process and wait until it serves."""
        self.home.mkdir(parents=True, exist_ok=True)
        (self.home / "node.json").unlink(missing_ok=True)
        with (self.home / "output.log").open("ab") as output:
            self.process = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    "cli",
                    self.command,
                    "--home",
                    str(self.home),
                    *self.options,
                ],
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.checkout,
                env={**ENVIRONMENT, "PYTHONPATH": str(self.checkout)},
                stdin=subprocess.DEVNULL,
            )
        deadline = time.monotonic() + START_S
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the node ended: {self.output()[-3000:]}")
            try:
                self.endpoints = json.loads((self.home / "node.json").read_text())
                return
            except (OSError, ValueError):
                time.sleep(STEP_S)
        raise AssertionError(f"no node after {START_S} s: {self.output()[-3000:]}")

    def output(self) -> str:
        """Return what the process has printed so far."""
        return (self.home / "output.log").read_text()

    def kill(self) -> None:
        """End the process at once, without a chance to tidy up."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask the process to stop and wait for it."""
        self._end(signal.SIGTERM)

    def _end(self, number: int) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)
            self.process.wait(timeout=30)

    @property
    def web3(self) -> Web3:
        """A client over HTTP."""
        return Web3(Web3.HTTPProvider(self.endpoints["rpc"], request_kwargs={"timeout": 30}))

    def call(self, method: str, *params: Any) -> Any:
        """Return the result of a JSON-RPC method; raises CommandFailed where there is none."""
        return Client(self.endpoints["rpc"], timeout_s=30.0).call(method, *params)

    def run(self, *arguments: str) -> str:
        """Run a command against this node."""
        return kumiai(*arguments, home=self.home)

    def json(self, *arguments: str) -> Any:
        """Run a command against this node and return the JSON it prints."""
        return json.loads(self.run(*arguments, "--json"))


def wait_until(condition: Any, seconds: float = 30.0, step_s: float = 0.1) -> Any:
    """Return the first true answer; fail after some seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        answer = condition()
        if answer:
            return answer
        time.sleep(step_s)
    raise AssertionError(f"not true after {seconds} s: {condition}")
