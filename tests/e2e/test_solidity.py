"""
A Solidity contract that governs and pays: modules are contracts to other contracts.

    contracts/Client.sol --calls--> modules/*/I*.sol --> governance, staking, model fees
"""

from typing import Any

import pytest
from eth_abi import decode
from web3.logs import DISCARD

from tests.e2e.contracts.artefacts import NAMES, build, path_of
from tests.e2e.devnet import Devnet, wait_until
from tests.e2e.stage import VALIDATOR_INDEX, deploy, dev, fee_wei, module, send

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
COIN = 10**18
INPUT_WEI, OUTPUT_WEI = 1_000_003, 2_000_011
AUTHOR_BPS, INFRASTRUCTURE_BPS, REFERRER_BPS = 6_000, 3_000, 1_000
BPS = 10_000
VOTING, EXECUTED = 1, 3
CHARGE_ABOVE_LIMIT_WEI = 5
MODEL = "contract/model"


@pytest.fixture(scope="module")
def web3(tmp_path_factory):
    """One chain for all tests of this file."""
    with Devnet(tmp_path_factory.mktemp("solidity") / "home") as running:
        yield running.web3


@pytest.fixture(scope="module")
def fees(web3):
    """The model fees module with a model on sale, of dev1, on infrastructure of dev2."""
    found = module(web3, "model_fees")
    split = (dev(2).address, AUTHOR_BPS, INFRASTRUCTURE_BPS, REFERRER_BPS)
    prices = (INPUT_WEI, OUTPUT_WEI)
    send(web3, dev(1), found.functions.registerModel(MODEL, "ipfs://card", prices, split))
    send(web3, dev(1), found.functions.activateModel(MODEL))
    return found


def fields_of(event: Any, receipt: Any) -> dict[str, Any]:
    """Return the fields of the one event of a kind in a receipt."""
    (found,) = event().process_receipt(receipt, errors=DISCARD)
    return dict(found["args"])


def shares(total_wei: int, fee_bps: int) -> tuple[int, int, int]:
    """Return (treasury, infrastructure, author) of a payment that nobody referred."""
    treasury = total_wei * fee_bps // BPS
    infrastructure = (total_wei - treasury) * INFRASTRUCTURE_BPS // BPS
    return treasury, infrastructure, total_wei - treasury - infrastructure


@pytest.mark.npm
def test_the_artefacts_are_what_the_sources_compile_to():
    """solc makes the checked-in ABI and bytecode out of the sources and rendered interfaces."""
    for name, text in build().items():
        assert path_of(name).read_text() == text, f"{name}: python -m tests.e2e.contracts.artefacts"
    assert {path_of(name).name for name in NAMES} == {
        path.name for path in path_of("Client").parent.glob("*.json")
    }


def test_a_contract_pays_for_use_to_the_wei(web3, fees):
    """The quote is the charge, every leg is exact, and the refund comes back to the contract."""
    client, payer = deploy(web3, dev(3), "Client"), dev(3)
    tokens, fee_bps = (1_237, 419), fees.functions.params().call()[0]
    total_wei = tokens[0] * INPUT_WEI + tokens[1] * OUTPUT_WEI
    treasury, infrastructure, author = shares(total_wei, fee_bps)
    assert [total_wei, treasury] == client.functions.quote(MODEL, *tokens).call()
    held = [web3.eth.get_balance(who.address) for who in (payer, dev(1), dev(2))]
    receipt = send(web3, payer, client.functions.pay(MODEL, *tokens), value=total_wei + 777)
    assert {"chargeWei": total_wei, "keptWei": 777} == fields_of(client.events.Paid, receipt)
    assert 777 == web3.eth.get_balance(client.address)
    spent = total_wei + 777 + fee_wei(receipt)
    assert [held[0] - spent, held[1] + author, held[2] + infrastructure] == [
        web3.eth.get_balance(who.address) for who in (payer, dev(1), dev(2))
    ]
    used = fees.events.ModelUsed().process_receipt(receipt, errors=DISCARD)[0]["args"]
    assert (client.address, total_wei) == (used["payer"], used["totalWei"])
    assert treasury == treasury_wei(fees, receipt)


def treasury_wei(fees: Any, receipt: Any) -> int:
    """Return the treasury's leg, as the module's own event tells it."""
    legs = fees.events.SplitPaid().process_receipt(receipt, errors=DISCARD)
    return sum(leg["args"]["amountWei"] for leg in legs if leg["args"]["kind"] == 0)


def test_a_contract_catches_a_refusal_and_goes_on(web3, fees):
    """`catch (bytes memory)` has the custom error; the coins sent along are with the contract."""
    client, payer = deploy(web3, dev(4), "Client"), dev(4)
    functions, before = client.functions, fees.functions.usageTotal().call()
    call = functions.tryPay(MODEL, 1, CHARGE_ABOVE_LIMIT_WEI)
    receipt = send(web3, payer, call, value=INPUT_WEI)
    expected = {"maxTotalWei": CHARGE_ABOVE_LIMIT_WEI, "chargeWei": INPUT_WEI}
    assert expected == fields_of(client.events.ChargeRefused, receipt)
    assert [] == [log for log in receipt["logs"] if log["address"] == fees.address]
    assert before == fees.functions.usageTotal().call()
    receipt = send(web3, payer, functions.tryPay("no-such-model", 1, 5), value=1)
    data = fields_of(client.events.Caught, receipt)["data"]
    assert ("no-such-model",) == decode(["string"], data[4:])
    receipt = send(web3, payer, functions.tryVote(77))
    assert (77,) == decode(["uint256"], fields_of(client.events.Caught, receipt)["data"][4:])
    assert 3 == functions.refusals().call()
    assert INPUT_WEI + 1 == web3.eth.get_balance(client.address)
    send(web3, payer, functions.tryPay(MODEL, 1, INPUT_WEI), value=INPUT_WEI)
    assert (3, before[0] + 1) == (
        functions.refusals().call(),
        fees.functions.usageTotal().call()[0],
    )


def test_a_contract_changes_a_fee_by_its_vote(web3, fees):
    """It bonds stake, proposes with a deposit, votes, and the next payment has the new rate."""
    owner, client = dev(5), deploy(web3, dev(5), "Client")
    validator, functions = dev(VALIDATOR_INDEX).address, client.functions
    send(web3, owner, functions.delegate(validator), value=5_000 * COIN)
    staking, governance = module(web3, "staking"), module(web3, "governance")
    assert 5_000 * COIN == staking.functions.powerOf(client.address).call()
    old_bps = fees.functions.params().call()[0]
    call = functions.propose("model_fees.protocol_fee_bps", old_bps, 333)
    receipt = send(web3, owner, call, value=COIN)
    proposal = fields_of(client.events.Proposed, receipt)["id"]
    submitted = fields_of(governance.events.ProposalSubmitted, receipt)
    assert (proposal, client.address) == (submitted["id"], submitted["proposer"])
    assert 0 == web3.eth.get_balance(client.address)
    wait_until(lambda: functions.standing(proposal).call()[0] == VOTING)
    send(web3, owner, functions.vote(proposal, 0))
    assert [VOTING, 5_000 * COIN, 5_000 * COIN] == functions.standing(proposal).call()
    wait_until(lambda: functions.standing(proposal).call()[0] == EXECUTED)
    assert 333 == fees.functions.params().call()[0]
    assert COIN == web3.eth.get_balance(client.address), "the deposit came back to the contract"
    receipt = send(web3, owner, functions.pay(MODEL, 10, 0), value=10 * INPUT_WEI)
    assert 10 * INPUT_WEI * 333 // BPS == treasury_wei(fees, receipt)
