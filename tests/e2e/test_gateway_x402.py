"""
The x402 client, unchanged, buys single calls of a gateway; the module splits what came in a batch.
"""

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import requests

from tests.e2e.devnet import Devnet, wait_until
from tests.e2e.gateways import EMBED, INPUT_WEI, GatewayProcess, Upstream, words
from tests.e2e.stage import dev, layout
from tests.e2e.test_gateway import (
    AUTHOR,
    PAYEE,
    _prepare,
    difference_wei,
    income_of,
    play,
    shares,
)

x402 = pytest.importorskip("x402", reason="x402 is missing: it is in the extra `dev`")
evm = pytest.importorskip("x402.mechanisms.evm.exact")
sessions = pytest.importorskip("x402.http.clients.requests")
pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(120)]
FRAME_TOKENS = 16  # that are counted around a text where nobody counts tokens before the work


@pytest.fixture(scope="module")
def devnet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Devnet]:
    """A chain with models on sale."""
    with Devnet(tmp_path_factory.mktemp("x402") / "home", "--block-time", "0.1") as found:
        asyncio.run(_prepare(found))
        yield found


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


def buyer(account: Any) -> Any:
    """Return an HTTP session of a program with a wallet, which may spend our coin."""
    allowed = [{"network": "eip155:31337", "asset": layout("token")["address"]}]
    client = x402.x402ClientSync().set_spend_controls({"allowed_assets": allowed})
    return sessions.x402_requests(evm.register_exact_evm_client(client, account))


def price_wei(text: str) -> int:
    """Return what a text costs that is bounded by its bytes."""
    return (len(text.encode()) + FRAME_TOKENS) * INPUT_WEI


def ask(gateway: GatewayProcess, session: Any, text: str, **headers: str) -> Any:
    """Ask for an embedding."""
    body = {"model": EMBED, "input": text}
    return session.post(f"{gateway.url}/embeddings", json=body, headers=headers, timeout=60)


def test_without_payment_terms_are_told_before_any_work(
    gateway: GatewayProcess, upstream: Upstream
) -> None:
    """402 has x402's terms and OpenAI's error; nothing reaches the upstream."""
    calls = upstream.calls
    answer = ask(gateway, requests.Session(), words(3))
    assert (402, calls) == (answer.status_code, upstream.calls)
    assert "PAYMENT-REQUIRED" in answer.headers
    found = answer.json()
    assert "insufficient_quota" == found["error"]["type"]
    assert "payer" == found["error"]["fault"]
    assert str(price_wei(words(3))) == found["accepts"][0]["amount"]


def signature_of(account: Any, gateway: GatewayProcess, text: str, **changes: Any) -> str:
    """Return the header that pays for a text, with changes to the terms that are signed."""
    http = pytest.importorskip("x402.http.utils")
    header = ask(gateway, requests.Session(), text).headers["PAYMENT-REQUIRED"]
    asked = http.decode_payment_required_header(header)
    accepts = [asked.accepts[0].model_copy(update=changes)]
    allowed = [
        {"network": network, "asset": layout("token")["address"]}
        for network in ("eip155:31337", "eip155:1")
    ]
    client = x402.x402ClientSync().set_spend_controls({"allowed_assets": allowed})
    client = evm.register_exact_evm_client(client, account)
    payment = client.create_payment_payload(asked.model_copy(update={"accepts": accepts}))
    return str(http.encode_payment_signature_header(payment))


def test_a_payment_pays_for_one_request(gateway: GatewayProcess, upstream: Upstream) -> None:
    """The same payment brings the same answer again, a few times, and no other answer."""
    calls, header = upstream.calls, signature_of(dev(5), gateway, words(3))
    headers, session = {"PAYMENT-SIGNATURE": header}, requests.Session()
    answers = [ask(gateway, session, words(3), **headers) for _ in range(5)]
    assert [200, 200, 200, 200, 402] == [answer.status_code for answer in answers]
    assert 402 == ask(gateway, session, "word word wors", **headers).status_code
    assert calls + 4 == upstream.calls


@pytest.mark.parametrize(
    "changes",
    [
        {"pay_to": "0x00000000000000000000000000000000000bad00"},
        {"amount": "1"},
        {"extra": {"name": "Kumiai", "version": "2"}},
        {"network": "eip155:1"},
    ],
    ids=["payee", "amount", "version", "network"],
)
def test_a_payment_for_anything_else_is_refused(
    gateway: GatewayProcess, upstream: Upstream, changes: dict[str, Any]
) -> None:
    """What was signed for another payee, amount, domain or chain buys nothing."""
    calls = upstream.calls
    header = signature_of(dev(5), gateway, words(3), **changes)
    answer = ask(gateway, requests.Session(), words(3), **{"PAYMENT-SIGNATURE": header})
    assert answer.status_code in (400, 402), answer.text
    assert calls == upstream.calls


def test_a_failing_upstream_costs_nothing(
    devnet: Devnet, gateway: GatewayProcess, upstream: Upstream
) -> None:
    """The payment is not settled, and pays for the next try."""
    web3, account = devnet.web3, dev(6)
    before_wei = web3.eth.get_balance(account.address)
    header = signature_of(account, gateway, words(3))
    upstream.is_broken = True
    answer = ask(gateway, requests.Session(), words(3), **{"PAYMENT-SIGNATURE": header})
    assert (502, "upstream") == (answer.status_code, answer.json()["error"]["fault"])
    assert before_wei == web3.eth.get_balance(account.address)
    upstream.is_broken = False
    answer = ask(gateway, requests.Session(), words(3), **{"PAYMENT-SIGNATURE": header})
    assert 200 == answer.status_code
    assert before_wei - price_wei(words(3)) == web3.eth.get_balance(account.address)


def test_killed_while_it_settles_it_neither_loses_nor_doubles_a_payment(
    devnet: Devnet, gateway: GatewayProcess, upstream: Upstream
) -> None:
    """However a kill falls, the same payment is answered after the restart and split once."""
    web3, account, calls = devnet.web3, dev(7), upstream.calls
    before_wei = web3.eth.get_balance(account.address)
    headers = [signature_of(account, gateway, words(n)) for n in range(2, 8)]
    answers: dict[int, int] = {}

    def call(place: int) -> None:
        try:
            text = words(place + 2)
            found = ask(gateway, requests.Session(), text, **{"PAYMENT-SIGNATURE": headers[place]})
            answers[place] = found.status_code
        except requests.RequestException:
            answers[place] = 0

    threads = [threading.Thread(target=call, args=(place,)) for place in range(6)]
    for thread in threads:
        thread.start()
    wait_until(lambda: upstream.calls >= calls + 3, step_s=0.005)
    gateway.end(9)
    for thread in threads:
        thread.join()
    gateway.start()
    for place in range(6):
        call(place)
    assert {200} == set(answers.values()), gateway.output()[-2000:]
    paid_wei = sum(price_wei(words(n)) for n in range(2, 8))
    assert before_wei - paid_wei == web3.eth.get_balance(account.address)


def test_the_x402_client_buys_calls_and_the_module_splits_them(
    devnet: Devnet, gateway: GatewayProcess
) -> None:
    """Two calls, two signatures, no gas for the buyer; author and treasury have their shares."""
    web3, account, texts = devnet.web3, dev(4), (words(4), words(9))
    before_wei = web3.eth.get_balance(account.address)
    author_wei = web3.eth.get_balance(dev(0).address)
    session = buyer(account)
    answers = [ask(gateway, session, text) for text in texts]
    assert [200, 200] == [answer.status_code for answer in answers], answers[0].text
    paid_wei = sum(map(price_wei, texts))
    assert before_wei - paid_wei == web3.eth.get_balance(account.address)
    assert 0 == web3.eth.get_transaction_count(account.address)
    assert all("PAYMENT-RESPONSE" in answer.headers for answer in answers)
    assert 0 == gateway.end()

    async def check(author: Any, payee: Any) -> None:
        statement = income_of(gateway)
        assert 0 == difference_wei(statement), json.dumps(statement)
        rows = {name: int(wei) for name, wei in statement["rows_wei"].items()}
        whole_wei = rows["x402 payments"]  # of all tests: what was not split before is split now
        assert (-whole_wei, True) == (rows["sent with calls"], whole_wei > paid_wei)
        tariff = await author.model_fees.tariff_now(EMBED)
        _, served_wei, authors_wei = shares(whole_wei, tariff.protocol_fee_bps)
        assert served_wei == rows["model_fees: model_fee"]
        assert author_wei + authors_wei == await author.balance_wei()

    play(devnet, check, AUTHOR, PAYEE)
