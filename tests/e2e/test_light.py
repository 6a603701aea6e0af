"""`kumiai light` follows a real node from a hash, in a process of its own."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.e2e.devnet import ENVIRONMENT, Devnet, kumiai

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]
BLOCKS = 6
# A shell makes what it runs in the background deaf to SIGINT, and children inherit that. The child
# itself undoes it: Python in a forked process before it starts a program is no place for gRPC.
HEARING = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("cli", run_name="__main__", alter_sys=True)
"""


def test_a_devnet_is_followed_from_a_trusted_hash(tmp_path: Path) -> None:
    """Six blocks as they are made, each equal to the node's own; the same again from the store."""
    with Devnet(tmp_path / "node", "--block-time", "0.5") as devnet:
        url = devnet.endpoints["rpc"]
        trusted = devnet.web3.eth.get_block("latest")
        flags = ["--rpc", url, "--witness", url, "--home", str(tmp_path / "light"), "--json"]
        flags += ["--trust-period", "29s"]  # a devnet unbonds in 30 s
        trust = ["--trust-height", str(trusted["number"]), "--trust-hash", trusted["hash"].hex()]
        process = subprocess.Popen(
            [sys.executable, "-c", HEARING, "light", *flags, *trust],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=ENVIRONMENT,
            stdin=subprocess.DEVNULL,
        )
        timer = threading.Timer(90, process.kill)
        timer.start()
        assert process.stdout is not None and process.stderr is not None
        lines = [json.loads(process.stdout.readline() or "null") for _ in range(BLOCKS)]
        process.send_signal(signal.SIGINT)
        assert 130 == process.wait(timeout=30), process.stderr.read()
        timer.cancel()
        assert "nobody checks it" in process.stderr.read()
        first = lines[0]["height"]
        assert list(range(first, first + BLOCKS)) == [line["height"] for line in lines]
        for line in lines:
            block = devnet.web3.eth.get_block(line["height"])
            assert block["hash"].hex() == line["hash"].removeprefix("0x")
            assert block["stateRoot"].hex() == line["state_root"].removeprefix("0x")
            assert block["timestamp"] == line["time_ms"] // 1_000
        again = json.loads(kumiai("light", "--once", *flags))
        assert again["height"] > lines[-1]["height"] == again["from_height"]
        lower = json.loads(kumiai("light", "--height", "0", *flags))
        assert devnet.web3.eth.get_block(0)["hash"].hex() == lower["hash"].removeprefix("0x")
        wrong = kumiai("light", *trust[:3], "0x" + "00" * 32, *flags, check=False)
        assert "expected the trusted hash" in wrong
