"""gRPC's settings, tried on a process that hangs."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from consensus.net.address import parse_address
from consensus.net.channels import DIALER, KEEPALIVE_ANSWER_MS, KEEPALIVE_MS, LISTENER
from consensus.net.frames import FRAME_BYTES_MAX
from tests.consensus.net.wires import transport, until

ROOT = Path(__file__).parents[3]
PEER = """
import asyncio, sys
from consensus.net.address import parse_address
from tests.consensus.net.wires import transport

async def main():
    async with transport(1) as node:
        if sys.argv[1:]:
            await node.dial(parse_address(sys.argv[1]))
        print(node.address, flush=True)
        await asyncio.sleep(300)

asyncio.run(main())
"""


def test_both_ends_hold_each_other_to_a_frame() -> None:
    """Neither takes nor sends more than a frame and a little."""
    for options in (DIALER, LISTENER):
        for way in ("receive", "send"):
            limit = dict(options)[f"grpc.max_{way}_message_length"]
            assert FRAME_BYTES_MAX < limit < 2 * FRAME_BYTES_MAX


@pytest.mark.long
@pytest.mark.parametrize("inbound", [False, True])
def test_a_peer_that_hangs_is_noticed_in_a_quarter_of_a_minute(inbound: bool) -> None:
    """A stopped process, whose kernel still answers, is found by keepalive from either side."""

    async def story() -> None:
        async with transport(0) as node:
            command = [sys.executable, "-c", PEER, *([str(node.address)] if inbound else [])]
            environment = {**os.environ, "PYTHONPATH": str(ROOT)}
            with subprocess.Popen(
                command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
            ) as process:
                assert process.stdout is not None
                line = await asyncio.to_thread(process.stdout.readline)
                if not inbound:
                    await node.dial(parse_address(line.strip()))
                await until(node.peers)
                process.send_signal(signal.SIGSTOP)
                start = time.monotonic()
                try:
                    await until(lambda: not node.peers(), 60)
                    waited_ms = (time.monotonic() - start) * 1_000
                finally:
                    process.kill()
                assert waited_ms < KEEPALIVE_MS + KEEPALIVE_ANSWER_MS + 5_000

    asyncio.run(story())
