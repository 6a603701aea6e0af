"""
The x402 client, unchanged, pays for an answer over HTTP with the native coin.

    buyer --GET--> 402 with terms --signs EIP-3009--> GET again --facilitator--> token on a devnet

Skipped where the package is missing; it is for tests only.
"""

from typing import Any

import pytest
from eth_account import Account
from web3 import Web3
from web3.logs import DISCARD

from tests.e2e.devnet import Devnet
from tests.e2e.seller import ANSWER, Seller, requirements
from tests.e2e.stage import dev, layout, module

x402 = pytest.importorskip("x402", reason="x402 is missing: it is in the extra `dev`")
http = pytest.importorskip("x402.http.utils")
evm = pytest.importorskip("x402.mechanisms.evm.exact")
signers = pytest.importorskip("x402.mechanisms.evm.signers")

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
NETWORKS = ("eip155:31337", "eip155:1")  # as CAIP-2 names them
PRICE_WEI = 3 * 10**15
PAYEE = Web3.to_checksum_address("0x00000000000000000000000000000000005e11e5")


@pytest.fixture(scope="module")
def devnet(tmp_path_factory):
    """One chain for all tests of this file."""
    with Devnet(tmp_path_factory.mktemp("x402") / "home") as running:
        yield running


@pytest.fixture
def facilitator(devnet):
    """The package's own facilitator, which pays the gas with dev9's coins."""
    signer = signers.FacilitatorWeb3Signer(dev(9).key.hex(), devnet.endpoints["rpc"])
    found = x402.x402FacilitatorSync()
    network = f"eip155:{devnet.web3.eth.chain_id}"
    return evm.register_exact_evm_facilitator(found, signer, networks=network)


def client_of(account: Any) -> Any:
    """Return the package's client with a wallet of one key, which may spend our coin."""
    asset = layout("token")["address"]
    allowed = [{"network": network, "asset": asset} for network in NETWORKS]
    client = x402.x402ClientSync().set_spend_controls({"allowed_assets": allowed})
    return evm.register_exact_evm_client(client, account)


def pays(account: Any, url: str) -> Any:
    """Fetch a page as a program with a wallet does: the client pays when it is asked to."""
    sessions = pytest.importorskip("x402.http.clients.requests")
    return sessions.x402_requests(client_of(account)).get(url, timeout=60)


def test_a_client_pays_for_an_answer_with_the_native_coin(devnet, facilitator):
    """One GET, one signature, no gas for the buyer: the seller's account has the price exactly."""
    web3, buyer = devnet.web3, dev(1)
    wanted = requirements(x402, web3.eth.chain_id, PAYEE, PRICE_WEI)
    before_wei, paid_wei = web3.eth.get_balance(buyer.address), web3.eth.get_balance(PAYEE)
    with Seller(x402, http, facilitator, wanted) as seller:
        answers = [pays(buyer, seller.url) for _ in range(2)]
    assert [(200, ANSWER)] * 2 == [(found.status_code, found.content) for found in answers]
    assert [] == seller.refused
    assert paid_wei + 2 * PRICE_WEI == web3.eth.get_balance(PAYEE)
    assert before_wei - 2 * PRICE_WEI == web3.eth.get_balance(buyer.address)
    assert 0 == web3.eth.get_transaction_count(buyer.address)
    hashes = {found.transaction for found in seller.settled}
    token = module(web3, "token")
    assert 2 == len(hashes)
    for found in hashes:
        receipt = web3.eth.get_transaction_receipt(found)
        (used,) = token.events.AuthorizationUsed().process_receipt(receipt, errors=DISCARD)
        nonce = used["args"]["nonce"]
        assert token.functions.authorizationState(buyer.address, nonce).call() is True


def test_a_payment_is_taken_once(devnet, facilitator):
    """The same signature again is refused before it costs anybody gas."""
    web3, buyer = devnet.web3, dev(2)
    wanted = requirements(x402, web3.eth.chain_id, PAYEE, PRICE_WEI)
    asked = x402.PaymentRequired(accepts=[wanted])
    payment = client_of(buyer).create_payment_payload(asked)
    header = http.encode_payment_signature_header(payment)
    with Seller(x402, http, facilitator, wanted) as seller:
        assert [200, 402] == [seller.serve(header)[0] for _ in range(2)]
    assert 1 == len(seller.refused)


@pytest.mark.parametrize(
    "changes",
    [
        {"pay_to": "0x00000000000000000000000000000000000bad00"},
        {"amount": str(PRICE_WEI - 1)},
        {"extra": {"name": "Kumiai", "version": "2"}},
        {"network": "eip155:1"},
    ],
    ids=["payee", "amount", "version", "network"],
)
def test_a_payment_for_anything_else_is_refused(devnet, facilitator, changes):
    """What was signed for another payee, amount, domain or chain buys nothing here."""
    chain_id = devnet.web3.eth.chain_id
    signed_for = requirements(x402, chain_id, PAYEE, PRICE_WEI, **changes)
    payment = client_of(dev(3)).create_payment_payload(x402.PaymentRequired(accepts=[signed_for]))
    wanted = requirements(x402, chain_id, PAYEE, PRICE_WEI)
    with Seller(x402, http, facilitator, wanted) as seller:
        assert 402 == seller.serve(http.encode_payment_signature_header(payment))[0]
    assert 1 == len(seller.refused)


def test_a_buyer_without_coins_is_told_so(devnet, facilitator):
    """The chain's own refusal reaches the seller; nothing is settled."""
    buyer = Account.from_key(b"\x77" * 32)
    wanted = requirements(x402, devnet.web3.eth.chain_id, PAYEE, PRICE_WEI)
    payment = client_of(buyer).create_payment_payload(x402.PaymentRequired(accepts=[wanted]))
    with Seller(x402, http, facilitator, wanted) as seller:
        assert 402 == seller.serve(http.encode_payment_signature_header(payment))[0]
    assert 1 == len(seller.refused)
