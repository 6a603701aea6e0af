"""
The gateway as a process on a real chain: OpenAI's client and x402's pay it, to the wei.

    openai --vouchers--> gateway --> upstream       x402 --EIP-3009--> gateway
                           +--> devnet: redeemed in batches, split by the module
"""

import asyncio
import json
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from agents.gateway.income import read_statement
from agents.gateway.payer import LanePayer
from agents.gateway.voucher_header import RECEIPT_HEADER, VOUCHER_HEADER, read_header
from cli.devnet import dev_accounts
from client import Client
from client.flows.channels import PayerChannel, packed, redeemed_lanes, session_of
from client.modules.model_fees import Band, Conditions, DisputeState, MeterDisputed
from tests.e2e.devnet import Devnet, kumiai
from tests.e2e.gateways import (
    CHAT,
    COIN,
    EMBED,
    EXPOSURE_WEI,
    FREE,
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
pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(120)]

KEYS = {account.name: account.private_key for account in dev_accounts()}
AUTHOR, PAYEE, PAYER, BUYER = "dev0", "dev1", "dev2", "dev3"
FREE_TOKENS, REQUESTS_MAX, WINDOW_S = 10, 3, 86_400
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
        terms = conditions(
            free_units=(FREE_TOKENS, 0),
            free_period_s=10**9,
            requests_max=REQUESTS_MAX,
            window_s=WINDOW_S,
        )
        await list_model(author, FREE, payee.address, terms)
        await done(payee.model_fees.bond_provider(value_wei=2 * COIN))


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    """Who answers."""
    with Upstream() as found:
        yield found


@pytest.fixture(scope="module")
def gateway(
    devnet: Devnet, upstream: Upstream, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[GatewayProcess]:
    """A gateway with nothing in its journal; the last test ends it."""
    place = tmp_path_factory.mktemp("served")
    found = GatewayProcess(devnet.home, devnet.endpoints["rpc"], place)
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


async def ask(gateway: GatewayProcess, model: str, text: str, header: str) -> Any:
    """Ask for an embedding with a voucher, and look at the bare answer."""
    async with httpx2.AsyncClient() as http:
        return await http.post(
            f"{gateway.url}/embeddings",
            json={"model": model, "input": text},
            headers={VOUCHER_HEADER: header},
        )


def test_what_is_not_paid_for_is_refused_before_any_work(
    devnet: Devnet, gateway: GatewayProcess, upstream: Upstream
) -> None:
    """Unknown models, strangers' channels and signatures, costly calls: not one is worked for."""

    async def story(payer: Client, payee: Client, stranger: Client) -> None:
        channel = await open_channel(payer, payee.address)
        session, calls = channel.session, upstream.calls
        lane = LanePayer(payer, session, 0, EXPOSURE_WEI)
        forged = LanePayer(stranger, session, 0, EXPOSURE_WEI)
        missing = LanePayer(payer, replace(session, channel=channel_of(session, 10**6)), 0, 1)
        costly = "x" * (EXPOSURE_WEI // INPUT_WEI)
        asked = [
            ("guild/none", "word", lane, 404, "model_not_found", "caller"),
            (CHAT, "word", lane, 404, "model_not_found", "caller"),
            (EMBED, "word", forged, 401, "voucher_signer", "caller"),
            (EMBED, "word", missing, 402, "channel_unknown", "payer"),
            (EMBED, costly, lane, 402, "voucher_due", "payer"),
        ]
        for model, text, signer, status, code, fault in asked:
            found = await ask(gateway, model, text, signer.header())
            error = found.json()["error"]
            assert (status, code, fault) == (found.status_code, error["code"], error["fault"])
        assert calls == upstream.calls

    play(devnet, story, PAYER, PAYEE, BUYER)


def channel_of(session: Any, number: int) -> Any:
    """Return a session's channel under another number."""
    return replace(session.channel, number=number)


def test_a_voucher_admits_one_call_and_the_same_call_again(
    devnet: Devnet, gateway: GatewayProcess, upstream: Upstream
) -> None:
    """An answer that was lost is given again without a charge; another call wants a voucher."""

    async def story(payer: Client, payee: Client) -> None:
        channel = await open_channel(payer, payee.address)
        lane = LanePayer(payer, channel.session, 0, EXPOSURE_WEI)
        header = lane.header()
        found = [await ask(gateway, EMBED, words(4), header) for _ in range(2)]
        assert [200, 200] == [answer.status_code for answer in found]
        assert found[0].headers[RECEIPT_HEADER] == found[1].headers[RECEIPT_HEADER]
        other = await ask(gateway, EMBED, words(5), header)
        assert (402, "voucher_due") == (other.status_code, other.json()["error"]["code"])
        unpaid = await ask(gateway, EMBED, words(5), lane.header())
        assert 402 == unpaid.status_code
        lane.owed(unpaid.json()["kumiai"]["statement"])
        assert 4 * INPUT_WEI == lane.owed_wei
        assert 200 == (await ask(gateway, EMBED, words(5), lane.header())).status_code

    play(devnet, story, PAYER, PAYEE)


def test_a_failing_upstream_is_told_apart_and_costs_nothing(
    devnet: Devnet, gateway: GatewayProcess, upstream: Upstream
) -> None:
    """502 says that it is the upstream's fault; the same voucher pays for the next try."""

    async def story(payer: Client, payee: Client) -> None:
        channel = await open_channel(payer, payee.address)
        header = LanePayer(payer, channel.session, 0, EXPOSURE_WEI).header()
        upstream.is_broken = True
        try:
            found = await ask(gateway, EMBED, words(4), header)
        finally:
            upstream.is_broken = False
        assert (502, "upstream") == (found.status_code, found.json()["error"]["fault"])
        assert 200 == (await ask(gateway, EMBED, words(4), header)).status_code

    play(devnet, story, PAYER, PAYEE)


def test_free_units_and_rates_are_those_of_the_terms_on_the_chain(
    devnet: Devnet, gateway: GatewayProcess
) -> None:
    """Free tokens are not owed for, and what the chain would not redeem is refused: 429."""

    async def story(payer: Client, payee: Client, stranger: Client) -> None:
        channel = await open_channel(payer, payee.address, FREE)
        free = (FREE_TOKENS, 0, 0, 0, 0, 0)
        lane = LanePayer(payer, channel.session, 0, EXPOSURE_WEI, free)
        owed_wei = []
        for _ in range(REQUESTS_MAX):
            found = await ask(gateway, FREE, words(6), lane.header())
            assert 200 == found.status_code, found.text
            lane.owed(json.loads(found.headers[RECEIPT_HEADER]))
            owed_wei.append(lane.owed_wei)
        assert [0, 2 * INPUT_WEI, 8 * INPUT_WEI] == owed_wei
        found = await ask(gateway, FREE, words(6), lane.header())
        assert (429, "rate_limit_exceeded") == (
            found.status_code,
            found.json()["error"]["code"],
        )
        assert int(found.headers["Retry-After"]) > 0
        await _bring(gateway, lane)
        voucher = read_header(lane.header())
        await done(stranger.model_fees.redeem_batch(packed([voucher])))
        assert lane.owed_wei == (await payer.model_fees.channel(channel.number)).paid_wei

    play(devnet, story, PAYER, PAYEE, BUYER)


def test_a_caller_that_goes_away_pays_for_what_it_was_sent(
    devnet: Devnet, gateway: GatewayProcess, upstream: Upstream
) -> None:
    """Of forty words that are streamed, those that were on their way are charged, no more."""

    async def story(payer: Client, payee: Client) -> None:
        channel = await open_channel(payer, payee.address)
        parts, total, lane = 0, 40, LanePayer(payer, channel.session, 16, EXPOSURE_WEI)
        body = {
            "model": CHAT,
            "messages": [{"role": "user", "content": words(total)}],
            "stream": True,
        }
        upstream.delay_s = 0.05
        try:
            async with (
                httpx2.AsyncClient() as http,
                http.stream(
                    "POST",
                    f"{gateway.url}/chat/completions",
                    json=body,
                    headers={VOUCHER_HEADER: lane.header()},
                ) as answer,
            ):
                async for line in answer.aiter_lines():
                    parts += line.startswith("data:")
                    if parts == 5:
                        break
            statement: dict[str, Any] = {"requests": 0}
            while not statement["requests"]:
                await asyncio.sleep(0.1)
                statement = await _lane(gateway, channel.number, 16)
        finally:
            upstream.delay_s = 0.0
        read, written = statement["units"][:2]
        assert total == read
        assert parts <= written < total
        assert str(read * INPUT_WEI + written * OUTPUT_WEI) == statement["amount_wei"]

    play(devnet, story, PAYER, PAYEE)


def test_a_payers_agent_signs_within_its_grant(devnet: Devnet, gateway: GatewayProcess) -> None:
    """A key with a cap calls for its payer, up to the cap; without a grant it is nobody."""

    async def story(payer: Client, payee: Client, agent: Client) -> None:
        channel = await open_channel(payer, payee.address)
        lane = LanePayer(agent, channel.session, 0, EXPOSURE_WEI)
        found = await ask(gateway, EMBED, "word", lane.header())
        assert (401, "voucher_signer") == (found.status_code, found.json()["error"]["code"])
        cap_wei = 60 * INPUT_WEI
        ends_s = (await payer.block()).time_s + 86_400
        grant = payer.model_fees.authorise_agent(agent.address, cap_wei, 86_400, [EMBED], ends_s)
        await done(grant)
        texts = ("a" * 20, "b" * 20, "c" * 50)  # bounded by 36, 36 and 66 tokens
        statuses = []
        for text in texts:
            found = await ask(gateway, EMBED, text, lane.header())
            statuses.append(found.status_code)
            if found.status_code == 200:
                lane.owed(json.loads(found.headers[RECEIPT_HEADER]))
        assert [200, 200, 402] == statuses
        assert "agent_cap" == found.json()["error"]["code"]
        await _bring(gateway, lane)
        await done(payee.using(KEYS[AUTHOR]).model_fees.redeem_batch(_packed(lane)))
        assert 2 * INPUT_WEI == (await payer.model_fees.channel(channel.number)).paid_wei

    play(devnet, story, PAYER, PAYEE, BUYER)


def _packed(lane: LanePayer) -> bytes:
    """Return a lane's newest voucher as the chain redeems it."""
    return packed([read_header(lane.header(again=True))])


def test_receipts_that_a_payer_asks_for_are_opened(devnet: Devnet, gateway: GatewayProcess) -> None:
    """A dispute samples wei of what was redeemed; the gateway accounts for each by itself."""

    async def story(payer: Client, payee: Client, stranger: Client) -> None:
        channel = await open_channel(payer, payee.address)
        lane = LanePayer(payer, channel.session, 0, EXPOSURE_WEI)
        async with official(gateway, lane) as client:
            for count in range(1, 8):
                await client.embeddings.create(model=EMBED, input=words(count))
        await done(stranger.model_fees.redeem_batch(packed([read_header(lane.header())])))
        fee_wei = (await payer.model_fees.params()).dispute_fee_wei
        pending = await payer.model_fees.dispute_meter(channel.number, 0, value_wei=fee_wei)
        number = (await pending.receipt()).one(MeterDisputed).dispute
        found = await payer.until(
            lambda: payer.model_fees.dispute(number),
            lambda dispute: dispute.state > DisputeState.SAMPLED,
            30.0,
            "an answer",
        )
        assert DisputeState.ANSWERED == found.state
        assert (1 << found.samples) - 1 == found.answered

    play(devnet, story, PAYER, PAYEE, BUYER)


def numbers_of(gateway: GatewayProcess) -> dict[str, float]:
    """Return what Prometheus reads, by name and labels."""
    with urllib.request.urlopen(gateway.metrics) as page:
        lines = page.read().decode().splitlines()
    pairs = (line.rsplit(" ", 1) for line in lines if not line.startswith("#"))
    return {name: float(value) for name, value in pairs}


def test_metrics_count_what_was_served(devnet: Devnet, gateway: GatewayProcess) -> None:
    """Prometheus reads calls, tokens and what is on credit."""

    async def story(payer: Client, payee: Client) -> None:
        channel = await open_channel(payer, payee.address)
        lane = LanePayer(payer, channel.session, 0, EXPOSURE_WEI)
        before = numbers_of(gateway)
        async with official(gateway, lane) as client:
            await client.embeddings.create(model=EMBED, input=words(7))
        after, model = numbers_of(gateway), 'model="guild/embed"'
        grown = {name: after[name] - before.get(name, 0.0) for name in after}
        assert 1.0 == grown[f'kumiai_gateway_calls_total{{how="voucher",{model}}}']
        assert 7.0 == grown[f'kumiai_gateway_tokens_total{{meter="input",{model}}}']
        on_credit = grown["kumiai_gateway_unsigned_coins"]
        assert pytest.approx(7 * INPUT_WEI / COIN) == on_credit

    play(devnet, story, PAYER, PAYEE)


async def charged(client: Client) -> list[int]:
    """Return what each model has charged by now."""
    return [(await client.model_fees.usage(model)).charged_wei for model in (EMBED, CHAT)]


async def earned_by(gateway: GatewayProcess, payee: Client) -> int:
    """Return what vouchers have brought a gateway."""
    statement = await read_statement(payee, gateway.place)
    return statement.rows_wei.get("model_fees: voucher", 0)


def test_the_official_client_pays_by_vouchers_and_everybody_is_paid_to_the_wei(
    devnet: Devnet, gateway: GatewayProcess
) -> None:
    """Embeddings and a streamed chat cost the chain's prices; one batch redeems them at the end."""

    async def story(payer: Client, payee: Client, author: Client) -> None:
        channel = await open_channel(payer, payee.address)
        author_wei, charged_wei = await author.balance_wei(), await charged(author)
        earned_wei = await earned_by(gateway, payee)
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
        # What other callers of this gateway signed for was redeemed with it, in the same batch.
        fee_bps = channel.session.tariffs[0].protocol_fee_bps
        more = zip(await charged(author), charged_wei, strict=True)
        parts_wei = [shares(after - before, fee_bps) for after, before in more]
        assert sum(map(sum, parts_wei)) >= paid_wei
        assert author_wei + sum(part[2] for part in parts_wei) == await author.balance_wei()
        assert 0 == difference_wei(income_of(gateway))
        earned_wei += sum(part[1] for part in parts_wei)
        assert earned_wei == await earned_by(gateway, payee)

    play(devnet, story, PAYER, PAYEE, AUTHOR)
