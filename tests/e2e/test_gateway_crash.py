"""
Five hundred callers at once, and the gateway killed in their midst: nothing is lost or paid twice.

    500 lanes --calls--> gateway --kill -9, start--> the same calls go on --> redeemed, to the wei

Each caller repeats what was not answered, byte for byte; what was charged already is not charged
again, and the last vouchers pay for everything that was answered.
"""

import asyncio
import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from agents.gateway.payer import LanePayer
from agents.gateway.streaming import CHECKPOINT_TOKENS
from agents.gateway.voucher_header import RECEIPT_HEADER, VOUCHER_HEADER
from client import Client
from client.flows.channels import LANES_PER_MODEL, session_of
from client.modules.model_fees import ModelLimit, SessionTerms, UnitPrice
from tests.e2e.devnet import Devnet
from tests.e2e.gateways import (
    CHAT,
    EMBED,
    EXPOSURE_WEI,
    INPUT_WEI,
    OUTPUT_WEI,
    GatewayProcess,
    Upstream,
    words,
)
from tests.e2e.test_gateway import KEYS, PAYEE, PAYER, _prepare, difference_wei, income_of

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(300)]
CALLERS = 500
CALLS = 3  # of each caller
DEPOSIT_WEI = 10**16
KILL_AFTER = 400  # calls that the upstream has seen, of 1,500
PATIENCE_S = 120.0
SENT_BEFORE_KILL = 40  # parts of a stream of 200


@pytest.fixture
def devnet(tmp_path: Path) -> Iterator[Devnet]:
    """A chain with models on sale."""
    with Devnet(tmp_path / "home", "--block-time", "0.2") as found:
        asyncio.run(_prepare(found))
        yield found


async def open_lanes(payer: Client, payee: str) -> list[LanePayer]:
    """Open channels enough for every caller to have a lane of its own."""
    first = (await payer.model_fees.channel_total()) + 1
    count = -(-CALLERS // LANES_PER_MODEL)
    expires_s = (await payer.block()).time_s + 86_400
    limit = ModelLimit(EMBED, (UnitPrice(INPUT_WEI, 1), UnitPrice(OUTPUT_WEI, 1)))
    terms = SessionTerms(payee, (limit,), 0, 0, expires_s, "0x" + "00" * 20)
    sent = [await payer.model_fees.open_channel(terms, value_wei=DEPOSIT_WEI) for _ in range(count)]
    for pending in sent:
        await pending.receipt()
    sessions = [await session_of(payer, first + place) for place in range(count)]
    return [
        LanePayer(payer, sessions[n // LANES_PER_MODEL], n % LANES_PER_MODEL, EXPOSURE_WEI)
        for n in range(CALLERS)
    ]


class Caller:
    """Makes its calls, each until it is answered; tries the very same again where it is not."""

    def __init__(self, gateway: GatewayProcess, lane: LanePayer, number: int) -> None:
        self._gateway, self._lane, self._number = gateway, lane, number
        self.answered_wei = 0

    async def run(self, http: aiohttp.ClientSession) -> None:
        """Make every call, and bring the last voucher."""
        for place in range(CALLS):
            count = 1 + (self._number + place) % 7
            header = self._lane.header()
            body = {"model": EMBED, "input": f"{words(count)} {self._number} {place}"}
            found = await self._until_answered(http, "embeddings", header, body)
            assert found is not None
            self._lane.owed(found)
            self.answered_wei += (count + 2) * INPUT_WEI
        await self._until_answered(http, "kumiai/vouchers", self._lane.header(), None)

    async def _until_answered(
        self, http: aiohttp.ClientSession, path: str, header: str, body: Any
    ) -> Any:
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    url = f"{self._gateway.url}/{path}"
                    headers = {VOUCHER_HEADER: header}
                    async with http.post(url, json=body, headers=headers) as answer:
                        if answer.status == 200:
                            return json.loads(answer.headers.get(RECEIPT_HEADER, "null"))
                        said = await answer.text()
                        assert answer.status in (409, 502, 503), said
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(0.2)


def test_five_hundred_callers_survive_a_kill(devnet: Devnet, tmp_path: Path) -> None:
    """Every answered call is charged once, every charge is paid once, to the wei."""
    with Upstream(delay_s=0.05) as upstream:
        gateway = GatewayProcess(devnet.home, devnet.endpoints["rpc"], tmp_path / "gateway")
        gateway.configure(upstream, redeem_s=1)  # so that redemptions are cut, too
        with gateway:
            asyncio.run(_call_all(devnet, gateway, upstream))


async def _call_all(devnet: Devnet, gateway: GatewayProcess, upstream: Upstream) -> None:
    async with await Client.connect(devnet.endpoints["rpc"]) as client:
        payer, payee = client.using(KEYS[PAYER]), client.using(KEYS[PAYEE])
        lanes = await open_lanes(payer, payee.address)
        callers = [Caller(gateway, lane, number) for number, lane in enumerate(lanes)]
        timeout, connector = aiohttp.ClientTimeout(total=60), aiohttp.TCPConnector(limit=0)
        async with aiohttp.ClientSession(timeout=timeout, connector=connector) as http:
            calling = asyncio.gather(*(caller.run(http) for caller in callers))
            while upstream.calls < KILL_AFTER and not calling.done():
                await asyncio.sleep(0.01)
            gateway.end(9)
            await asyncio.to_thread(gateway.start)
            await calling
        assert 0 == await asyncio.to_thread(gateway.end)
        answered_wei = sum(caller.answered_wei for caller in callers)
        assert answered_wei == sum(lane.owed_wei for lane in lanes)
        numbers = {lane.channel for lane in lanes}
        paid_wei = 0
        for number in sorted(numbers):
            paid_wei += (await payer.model_fees.channel(number)).paid_wei
        assert answered_wei == paid_wei
        assert upstream.calls >= CALLERS * CALLS
    assert 0 == difference_wei(await asyncio.to_thread(income_of, gateway))


def test_a_stream_that_a_kill_cut_is_charged_as_far_as_it_was_noted(
    devnet: Devnet, tmp_path: Path
) -> None:
    """After the restart no more is due than was sent, and at most a few parts less."""
    with Upstream(delay_s=0.05) as upstream:
        gateway = GatewayProcess(devnet.home, devnet.endpoints["rpc"], tmp_path / "gateway")
        gateway.configure(upstream)
        with gateway:
            asyncio.run(_cut(devnet, gateway))


async def _cut(devnet: Devnet, gateway: GatewayProcess) -> None:
    async with await Client.connect(devnet.endpoints["rpc"]) as client:
        payer, payee = client.using(KEYS[PAYER]), client.using(KEYS[PAYEE])
        channel = await payer.open_channel([CHAT], DEPOSIT_WEI, payee=payee.address)
        lane = LanePayer(payer, channel.session, 0, EXPOSURE_WEI)
        message = {"role": "user", "content": words(200)}
        body = {"model": CHAT, "messages": [message], "stream": True}
        parts, headers = 0, {VOUCHER_HEADER: lane.header()}
        async with aiohttp.ClientSession() as http:
            url = f"{gateway.url}/chat/completions"
            with suppress(aiohttp.ClientError):
                async with http.post(url, json=body, headers=headers) as answer:
                    async for line in answer.content:
                        parts += line.startswith(b"data:")
                        if parts == SENT_BEFORE_KILL:
                            gateway.end(9)
            await asyncio.to_thread(gateway.start)
            async with http.get(f"{gateway.url}/kumiai/lanes/{channel.number}/0") as answer:
                statement = await answer.json()
        assert 1 == statement["requests"]
        assert parts - CHECKPOINT_TOKENS <= statement["units"][1] <= parts + 1
        lane.owed(statement)
        assert 0 < lane.owed_wei <= (parts + 1) * OUTPUT_WEI
