"""
The keeper as a process on a real chain: a closing channel's vouchers are saved, owners are warned.
"""

import asyncio
import hashlib
import hmac
import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from agents.gateway.payer import LanePayer
from cli.devnet import dev_accounts
from client import Client
from client.modules.model_fees import ChannelState
from tests.e2e.devnet import ENVIRONMENT, Devnet, wait_until
from tests.e2e.gateways import COIN, EMBED, INPUT_WEI, done, list_model
from tests.stories.stage import StoryChain

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(120)]

KEYS = {account.name: account.private_key for account in dev_accounts()}
AUTHOR, PAYEE, PAYER, KEEPER = "dev0", "dev1", "dev2", "dev3"
UNITS = 1_000_000
HOOK_KEY = "a key of both sides"
CHALLENGE_S, WATCH_S = 8, 4
RULES = {"model_fees": {"challenge_s": CHALLENGE_S, "epoch_s": 1, "watch_s": WATCH_S}}


@pytest.fixture(scope="module")
def devnet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Devnet]:
    """A chain on which a closing channel waits for eight seconds."""
    with StoryChain(tmp_path_factory.mktemp("keeper") / "home", (), RULES) as chain:
        yield chain.devnet


class Hook:
    """A webhook on the loopback interface that fails the first time."""

    def __init__(self) -> None:
        hook = self
        self.bodies: list[dict[str, Any]] = []
        self.attempts = 0

        class Ear(BaseHTTPRequestHandler):
            """One alert."""

            def do_POST(self) -> None:
                """Refuse the first, keep the others with a good signature."""
                raw = self.rfile.read(int(self.headers["Content-Length"]))
                digest = hmac.new(HOOK_KEY.encode(), raw, hashlib.sha256).hexdigest()
                assert f"sha256={digest}" == self.headers["Kumiai-Signature"]
                hook.attempts += 1
                if hook.attempts > 1:
                    hook.bodies.append(json.loads(raw))
                self.send_response(503 if hook.attempts == 1 else 204)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                """Be silent."""

        self._server = HTTPServer(("127.0.0.1", 0), Ear)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/alerts"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        """Stop listening."""
        self._server.shutdown()
        self._server.server_close()


def start_keeper(devnet: Devnet, place: Path, hook: Hook, account: str) -> Any:
    """Start a keeper with a directory of vouchers."""
    place.mkdir()
    (place / "keeper.toml").write_text(
        f'poll_s = 1\nvouchers = ["spool"]\n[webhook]\nurl = "{hook.url}"\n'
        f'key_variable = "HOOK_KEY"\n[alerts]\naccounts = ["{account}"]\n'
        f"channel_left_wei_min = {2 * COIN}\n"
    )
    (place / "spool").mkdir()
    command = [sys.executable, "-m", "cli", "keeper", "run", "--from", KEEPER, "--json"]
    command += ["--home", str(devnet.home), "--node", devnet.endpoints["rpc"], "--dir", str(place)]
    with (place / "output.log").open("ab") as output:
        return subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**ENVIRONMENT, "HOOK_KEY": HOOK_KEY},
            stdin=subprocess.DEVNULL,
        )


def test_a_payee_that_sleeps_is_paid_and_its_keeper_rewarded(
    devnet: Devnet, tmp_path: Path
) -> None:
    """The payer closes alone; the keeper brings the voucher in the last part of the wait."""
    hook = Hook()
    place = tmp_path / "keeper"

    async def story() -> None:
        async with await Client.connect(devnet.endpoints["rpc"]) as client:
            author, payee, payer, keeper = (
                client.using(KEYS[name]) for name in (AUTHOR, PAYEE, PAYER, KEEPER)
            )
            await list_model(author, EMBED, payee.address)
            await done(payee.model_fees.bond_provider(value_wei=2 * COIN))
            process = start_keeper(devnet, place, hook, payer.address)
            try:
                channel = await payer.open_channel([EMBED], COIN, payee=payee.address)
                lane = LanePayer(payer, channel.session, 0, COIN)
                lane.owed(statement(channel.number, UNITS))
                (place / "spool" / "payee.voucher").write_text(lane.header() + "\n")
                await asyncio.to_thread(wait_until, lambda: hook.bodies)
                before_wei = await keeper.balance_wei()
                await channel.close()
                deadline = time.monotonic() + 40
                while (await shown(payer, channel.number)).state == ChannelState.CLOSING:
                    assert time.monotonic() < deadline
                    await asyncio.sleep(0.2)
            finally:
                process.send_signal(signal.SIGTERM)
                assert 0 == process.wait(30), (place / "output.log").read_text()
            assert UNITS * INPUT_WEI == (await shown(payer, channel.number)).paid_wei
            reward_wei = UNITS * INPUT_WEI * 500 // 10_000
            last = json.loads((place / "output.log").read_text().splitlines()[-1])
            assert (1, str(reward_wei)) == (last["rescued"], last["reward_wei"])
            assert await keeper.balance_wei() < before_wei + reward_wei  # gas is its own

    asyncio.run(story())
    hook.close()
    (alert,) = [body for body in hook.bodies if body["kind"] == "channel_low"]
    assert ("channel 1", str(COIN)) == (alert["subject"], alert["value"])
    assert hook.attempts >= 2


async def shown(client: Client, number: int) -> Any:
    """Return a channel as it stands."""
    return await client.model_fees.channel(number)


def statement(channel: int, units: int) -> dict[str, Any]:
    """Return what is due for one call of these units."""
    return {
        "channel": channel,
        "nonce": 0,
        "requests": 1,
        "units": [units, 0, 0, 0, 0, 0],
        "amount_wei": str(units * INPUT_WEI),
        "receipt_root": "0x" + "11" * 32,
    }
