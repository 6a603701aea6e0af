"""
The gateway as a process on a real chain: OpenAI's client and x402's pay it, to the wei.

    openai --vouchers--> gateway --> upstream       x402 --EIP-3009--> gateway
                           +--> devnet: redeemed in batches, split by the module
"""

import asyncio
import json
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from agents.gateway.payer import LanePayer
from agents.gateway.voucher_header import VOUCHER_HEADER
from cli.devnet import dev_accounts
from client import Client
from client.flows.channels import PayerChannel, redeemed_lanes, session_of
from client.modules.model_fees import Band, Conditions
from tests.e2e.devnet import Devnet, kumiai
from tests.e2e.gateways import (
    CHAT,
    COIN,
    EMBED,
    EXPOSURE_WEI,
    INPUT_WEI,
    OUTPUT_WEI,
    GatewayProcess,
    Upstream,
    done,
    list_model,
    voucher_auth,
    words,
)

openai = pytest.importorskip("openai", reason="openai is missing: it is in the extra `dev`")
httpx2 = pytest.importorskip("httpx2")
pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]

KEYS = {account.name: account.private_key for account in dev_accounts()}
AUTHOR, PAYEE, PAYER, BUYER = "dev0", "dev1", "dev2", "dev3"
FREE = "guild/free"
NO_BAND = Band(0, 0, 0, 0, 0, 0)
DEPOSIT_WEI = COIN


@pytest.fixture(scope="module")
def devnet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Devnet]:
    """A chain with models on sale and a payee that stands behind its meters with a bond."""
    with Devnet(tmp_path_factory.mktemp("gateway") / "home", "--block-time", "0.1") as found:
        asyncio.run(_prepare(found))
        yield found


async def _prepare(devnet: Devnet) -> None:
    async with await Client.connect(devnet.endpoints["rpc"]) as client:
        author, payee = client.using(KEYS[AUTHOR]), client.using(KEYS[PAYEE])
        for model in (EMBED, CHAT):
            await list_model(author, model, payee.address)
        await done(payee.model_fees.bond_provider(value_wei=2 * COIN))


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    """Who answers."""
    with Upstream() as found:
        yield found


@pytest.fixture
def gateway(devnet: Devnet, upstream: Upstream, tmp_path: Path) -> Iterator[GatewayProcess]:
    """A gateway with nothing in its journal."""
    found = GatewayProcess(devnet.home, devnet.endpoints["rpc"], tmp_path / "gateway")
    found.configure(upstream)
    with found:
        yield found


def play(devnet: Devnet, story: Callable[..., Awaitable[None]], *names: str) -> None:
    """Run a story with the clients of these people."""

    async def run() -> None:
        async with await Client.connect(devnet.endpoints["rpc"]) as client:
            await story(*(client.using(KEYS[name]) for name in names))

    asyncio.run(run())


async def open_channel(payer: Client, payee: str, *models: str) -> PayerChannel:
    """Open a channel that pays the gateway."""
    return await payer.open_channel(models or (EMBED, CHAT), DEPOSIT_WEI, payee=payee)


def official(gateway: GatewayProcess, payer: LanePayer) -> Any:
    """Return the official client, with vouchers from a hook of its HTTP client."""
    http = httpx2.AsyncClient(auth=voucher_auth(payer))
    return openai.AsyncOpenAI(base_url=gateway.url, api_key="none", http_client=http, max_retries=0)


def shares(amount_wei: int, fee_bps: int) -> tuple[int, int, int]:
    """Return what of a payment is the treasury's, the gateway's and the author's."""
    fee_wei = amount_wei * fee_bps // 10_000
    served_wei = (amount_wei - fee_wei) * 3_000 // 10_000
    return fee_wei, served_wei, amount_wei - fee_wei - served_wei


def difference_wei(statement: dict[str, Any]) -> int:
    """Return what a statement does not explain."""
    return int(statement["difference_wei"])


def income_of(gateway: GatewayProcess) -> dict[str, Any]:
    """Return what `kumiai gateway status` says."""
    command = ("gateway", "status", "--from", gateway.key, "--node", gateway.rpc)
    found = kumiai(*command, "--dir", str(gateway.place), "--json", home=gateway.home)
    return dict(json.loads(found))


def test_the_official_client_pays_by_vouchers_and_everybody_is_paid_to_the_wei(
    devnet: Devnet, gateway: GatewayProcess
) -> None:
    """Embeddings and a streamed chat cost the chain's prices; one batch redeems them at the end."""

    async def story(payer: Client, payee: Client, author: Client) -> None:
        channel = await open_channel(payer, payee.address)
        author_wei = await author.balance_wei()
        embeds = LanePayer(payer, channel.session, 0, EXPOSURE_WEI)
        chats = LanePayer(payer, channel.session, 16, EXPOSURE_WEI)
        async with official(gateway, embeds) as client:
            for count in (3, 5):
                found = await client.embeddings.create(model=EMBED, input=words(count))
                assert count == found.usage.prompt_tokens
                assert [float(len(words(count))), 1.0] == found.data[0].embedding
        async with official(gateway, chats) as client:
            for _ in range(2):
                stream = await client.chat.completions.create(
                    model=CHAT, messages=[{"role": "user", "content": words(20)}], stream=True
                )
                parts = [part async for part in stream]
                said = "".join(part.choices[0].delta.content or "" for part in parts)
                assert words(20) == said.strip()
        chats.owed(await _lane(gateway, channel.number, 16))
        assert (8 * INPUT_WEI, 40 * (INPUT_WEI + OUTPUT_WEI)) == (embeds.owed_wei, chats.owed_wei)
        for lane in (embeds, chats):
            await _bring(gateway, lane)
        assert 0 == gateway.end()
        paid_wei = embeds.owed_wei + chats.owed_wei
        session = await session_of(payer, channel.number)
        assert paid_wei == session.channel.paid_wei
        lanes = await redeemed_lanes(payer, session)
        assert (2, 2) == (lanes[0].requests, lanes[16].requests)
        fee_bps = channel.session.tariffs[0].protocol_fee_bps
        parts_wei = [shares(lane.owed_wei, fee_bps) for lane in (embeds, chats)]
        assert author_wei + sum(part[2] for part in parts_wei) == await author.balance_wei()
        statement = income_of(gateway)
        assert 0 == difference_wei(statement)
        earned_wei = sum(part[1] for part in parts_wei)
        assert str(earned_wei) == statement["rows_wei"]["model_fees: voucher"]

    play(devnet, story, PAYER, PAYEE, AUTHOR)


async def _lane(gateway: GatewayProcess, channel: int, lane: int) -> dict[str, Any]:
    """Return what is due on a lane."""
    async with httpx2.AsyncClient() as http:
        found = await http.get(f"{gateway.url}/kumiai/lanes/{channel}/{lane}")
        return dict(found.json())


async def _bring(gateway: GatewayProcess, payer: LanePayer) -> None:
    """Bring the last voucher of a lane."""
    async with httpx2.AsyncClient() as http:
        url = f"{gateway.url}/kumiai/vouchers"
        found = await http.post(url, headers={VOUCHER_HEADER: payer.header()})
        assert 200 == found.status_code, found.text


def test_metrics_count_what_was_served(devnet: Devnet, gateway: GatewayProcess) -> None:
    """Prometheus reads calls, tokens and what is on credit."""

    async def story(payer: Client, payee: Client) -> None:
        channel = await open_channel(payer, payee.address)
        lane = LanePayer(payer, channel.session, 0, EXPOSURE_WEI)
        async with official(gateway, lane) as client:
            await client.embeddings.create(model=EMBED, input=words(7))
        with urllib.request.urlopen(gateway.metrics) as page:
            text = page.read().decode()
        assert 'kumiai_gateway_calls_total{how="voucher",model="guild/embed"} 1.0' in text
        assert 'kumiai_gateway_tokens_total{meter="input",model="guild/embed"} 7.0' in text
        assert f"kumiai_gateway_unsigned_coins {7 * INPUT_WEI / COIN}" in text

    play(devnet, story, PAYER, PAYEE)


def conditions(**changes: Any) -> Conditions:
    """Return terms with nothing in them but what is named."""
    nothing = {
        "meters": (),
        "bases": (),
        "data": (),
        "free_units": (),
        "free_period_s": 0,
        "requests_max": 0,
        "window_s": 0,
        "policy": 0,
        "band": NO_BAND,
    }
    return Conditions(**(nothing | changes))
