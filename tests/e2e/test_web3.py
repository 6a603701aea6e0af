"""
web3.py, unchanged, against a real node: everything a program with a wallet does in a day.

    devnet process <--HTTP, WebSocket-- web3.py
"""

import asyncio
from itertools import pairwise
from typing import Any

import pytest
from eth_abi import decode
from web3 import AsyncWeb3, Web3
from web3.exceptions import (
    ContractCustomError,
    ContractLogicError,
    ContractPanicError,
    TransactionNotFound,
    Web3RPCError,
)
from web3.providers.persistent import WebSocketProvider

from tests.e2e.contracts.artefacts import load
from tests.e2e.devnet import Devnet, wait_until
from tests.e2e.stage import deploy, dev, fee_wei, header_of, module, send, sign, submit

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120)]
GWEI = 10**9


@pytest.fixture(scope="module")
def devnet(tmp_path_factory):
    """One chain for all tests of this file; each uses accounts of its own."""
    with Devnet(tmp_path_factory.mktemp("web3") / "home") as running:
        yield running


@pytest.fixture(scope="module")
def web3(devnet):
    """A client over HTTP."""
    return devnet.web3


@pytest.fixture(scope="module")
def counter(web3):
    """A contract that counts from 40."""
    return deploy(web3, dev(0), "Counter", 40)


def stranger(number: int) -> str:
    """Return an address that nobody has the key of."""
    return Web3.to_checksum_address(f"0x{0xBEEF0000 + number:040x}")


TYPES: dict[int, dict[str, Any]] = {
    0: {"gasPrice": 3 * GWEI},
    1: {"gasPrice": 3 * GWEI, "accessList": [{"address": stranger(9), "storageKeys": []}]},
    2: {"maxFeePerGas": 5 * GWEI, "maxPriorityFeePerGas": GWEI},
}


@pytest.mark.parametrize("kind", TYPES)
def test_a_transfer_of_each_type_moves_its_value(web3, kind):
    """Legacy, access-list and fee-market transactions pay the price that they name."""
    sender, value_wei = dev(1), 10**18 + kind
    before = web3.eth.get_balance(sender.address)
    fields = TYPES[kind] | {
        "to": stranger(kind),
        "value": value_wei,
        "gas": 60_000,
        "chainId": web3.eth.chain_id,
        "nonce": web3.eth.get_transaction_count(sender.address),
    }
    if kind:
        fields["type"] = kind
    receipt = submit(web3, sender.sign_transaction(fields).raw_transaction)
    shown = web3.eth.get_transaction(receipt["transactionHash"])
    assert (1, kind, kind) == (receipt["status"], receipt["type"], shown["type"])
    assert value_wei == web3.eth.get_balance(stranger(kind))
    assert before - value_wei - fee_wei(receipt) == web3.eth.get_balance(sender.address)
    base_fee_wei = web3.eth.get_block(receipt["blockNumber"])["baseFeePerGas"]
    price_wei = 3 * GWEI if kind < 2 else min(5 * GWEI, base_fee_wei + GWEI)
    assert price_wei == receipt["effectiveGasPrice"]
    assert 21_000 + (2_400 if kind == 1 else 0) == receipt["gasUsed"]


def test_an_account_delegates_its_code(web3, counter):
    """A set-code transaction (EIP-7702) lets an account run a contract's code as its own."""
    owner, payer, untouched = dev(2), dev(3), counter.functions.total().call()
    authorization = owner.sign_authorization(
        {
            "chainId": web3.eth.chain_id,
            "address": counter.address,
            "nonce": web3.eth.get_transaction_count(owner.address),
        }
    )
    data = counter.encode_abi("count", [7])
    raw = sign(web3, payer, to=owner.address, data=data, authorizationList=[authorization])
    receipt = submit(web3, raw)
    assert (1, 4) == (receipt["status"], receipt["type"])
    assert bytes.fromhex("ef0100" + counter.address[2:]) == web3.eth.get_code(owner.address)
    assert 7 == web3.eth.contract(owner.address, abi=counter.abi).functions.total().call()
    assert untouched == counter.functions.total().call()
    shown = web3.eth.get_transaction(receipt["transactionHash"])
    assert counter.address == shown["authorizationList"][0]["address"]


def test_a_contract_is_deployed_called_and_heard(web3, counter):
    """Code, return values, receipts, filters and get_logs tell of the same call."""
    account = dev(4)
    contract = deploy(web3, account, "Counter", 5)
    assert load("Counter")["bytecode"].endswith(web3.eth.get_code(contract.address).hex())
    heard = contract.events.Counted.create_filter(from_block="latest")
    blocks = web3.eth.filter("latest")
    assert 8 == contract.functions.count(3).call()
    receipt = send(web3, account, contract.functions.count(3))
    expected = {"who": account.address, "total": 8}
    assert expected == contract.events.Counted().process_receipt(receipt)[0]["args"]
    entries = wait_until(heard.get_new_entries)
    assert [expected] == [entry["args"] for entry in entries]
    assert receipt["blockHash"] in wait_until(blocks.get_new_entries)
    found = web3.eth.get_logs({"address": contract.address, "fromBlock": 0})
    assert [receipt["transactionHash"]] == [entry["transactionHash"] for entry in found]
    assert found == web3.eth.get_logs(
        {
            "blockHash": receipt["blockHash"],
            "topics": [
                Web3.keccak(text="Counted(address,uint256)"),
                "0x" + "00" * 12 + account.address[2:],
            ],
        }
    )
    assert [] == web3.eth.get_logs(
        {"address": contract.address, "fromBlock": 0, "topics": [[], "0x" + "11" * 32]}
    )
    assert 8 == int.from_bytes(web3.eth.get_storage_at(contract.address, 0), "big")
    assert 5 == contract.functions.total().call(block_identifier=receipt["blockNumber"] - 1)


def test_an_estimate_is_enough_and_hardly_more(web3, counter):
    """A transaction with exactly the estimated gas succeeds; the estimate is at most 1.5 % high."""
    account = dev(4)
    call = counter.functions.count(2)
    gas = call.estimate_gas({"from": account.address})
    receipt = send(web3, account, call, gas=gas)
    assert receipt["gasUsed"] <= gas <= receipt["gasUsed"] * 1.3  # refunds and 63/64 aside
    lean = sign(
        web3, account, to=counter.address, data=counter.encode_abi("count", [1]), gas=21_500
    )
    with pytest.raises(Web3RPCError, match="intrinsic gas too low|floor"):
        web3.eth.send_raw_transaction(lean)


def test_reasons_of_reverts_reach_the_program(web3, counter):
    """Error(string), Panic, a contract's and a module's custom errors arrive as web3's own."""
    with pytest.raises(ContractLogicError, match="execution reverted: not today"):
        counter.functions.refuse().call()
    with pytest.raises(ContractPanicError):
        counter.functions.divide(0).call()
    with pytest.raises(ContractCustomError) as caught:
        counter.functions.count(11).call()
    assert counter.encode_abi("total")[:2] == caught.value.data[:2]
    assert "(10, 11)" in str(decoded(counter, "StepTooBig", caught.value.data))
    with pytest.raises(ContractLogicError, match="not today"):
        counter.functions.refuse().estimate_gas({"from": dev(4).address})
    receipt = submit(
        web3, sign(web3, dev(4), to=counter.address, data=counter.encode_abi("refuse"))
    )
    assert (0, []) == (receipt["status"], receipt["logs"])


def decoded(contract: Any, error: str, data: str) -> Any:
    """Return a custom error's fields by its declaration in the ABI."""
    entry = next(e for e in contract.abi if e["type"] == "error" and e["name"] == error)
    types = [item["type"] for item in entry["inputs"]]
    selector = Web3.keccak(text=f"{error}({','.join(types)})")[:4]
    raw = bytes.fromhex(data.removeprefix("0x"))
    assert selector == raw[:4]
    return decode(types, raw[4:])


def test_a_module_refuses_with_a_custom_error(web3):
    """A module's refusal is a custom error of its ABI, with its fields, in call and estimate."""
    governance = module(web3, "governance")
    with pytest.raises(ContractCustomError) as caught:
        governance.functions.vote(99, 0).call({"from": dev(4).address})
    assert (99,) == decoded(governance, "UnknownProposal", caught.value.data)
    with pytest.raises(ContractCustomError):
        governance.functions.vote(99, 0).estimate_gas({"from": dev(4).address})


def test_nonces_wait_for_the_one_before_and_are_used_once(web3):
    """A gap waits in the queue until it is filled; a nonce that was used is too low."""
    account = dev(5)
    first, second = (sign(web3, account, to=stranger(20), value=1, nonce=n) for n in (0, 1))
    later = web3.eth.send_raw_transaction(second)
    assert 0 == web3.eth.get_transaction_count(account.address, "pending")
    assert web3.eth.get_transaction(later)["blockNumber"] is None
    assert "1" in web3.geth.txpool.content()["queued"][account.address]
    with pytest.raises(TransactionNotFound):
        web3.eth.get_transaction_receipt(later)
    earlier = submit(web3, first)
    receipt = web3.eth.wait_for_transaction_receipt(later, timeout=30)
    assert earlier["blockNumber"] <= receipt["blockNumber"]
    assert 2 == web3.eth.get_transaction_count(account.address)
    with pytest.raises(Web3RPCError, match="nonce too low"):
        web3.eth.send_raw_transaction(sign(web3, account, to=stranger(20), value=2, nonce=1))


def test_a_waiting_transaction_is_replaced_at_a_tenth_more(web3):
    """The same is known already, a little more is underpriced, 10 % more takes its place."""
    account = dev(6)

    def offer(fee_wei: int) -> bytes:
        return sign(
            web3,
            account,
            to=stranger(21),
            nonce=1,
            maxFeePerGas=fee_wei,
            maxPriorityFeePerGas=fee_wei // 10,
        )

    waiting = web3.eth.send_raw_transaction(offer(100 * GWEI))
    for fee, text in (
        (100 * GWEI, "already known"),
        (109 * GWEI, "replacement transaction underpriced"),
    ):
        with pytest.raises(Web3RPCError, match=text):
            web3.eth.send_raw_transaction(offer(fee))
    replacement = web3.eth.send_raw_transaction(offer(110 * GWEI))
    with pytest.raises(TransactionNotFound):
        web3.eth.get_transaction(waiting)
    submit(web3, sign(web3, account, to=stranger(21), nonce=0))
    assert 1 == web3.eth.wait_for_transaction_receipt(replacement, timeout=30)["status"]


def test_blocks_agree_with_their_receipts_and_fees(web3):
    """Block, block receipts, counts, fee history and gas prices tell one story."""
    receipt = submit(web3, sign(web3, dev(7), to=stranger(22), value=5))
    height = receipt["blockNumber"]
    block = web3.eth.get_block(height, full_transactions=True)
    assert receipt["transactionHash"] in [item["hash"] for item in block["transactions"]]
    assert receipt in web3.eth.get_block_receipts(height)
    assert len(block["transactions"]) == web3.eth.get_block_transaction_count(height)
    assert block["transactions"][0] == web3.eth.get_transaction_by_block(height, 0)
    raw = web3.eth.get_raw_transaction(receipt["transactionHash"])
    assert receipt["transactionHash"] == Web3.keccak(raw)
    history = web3.eth.fee_history(2, height, [0, 100])
    fees = [web3.eth.get_block(h)["baseFeePerGas"] for h in (height - 1, height)]
    assert fees == history["baseFeePerGas"][:2]
    assert block["gasUsed"] / block["gasLimit"] == history["gasUsedRatio"][1]
    assert GWEI == history["reward"][1][0]
    assert web3.eth.gas_price >= web3.eth.max_priority_fee > 0
    assert block["hash"] == web3.eth.get_block(block["hash"])["hash"]
    assert web3.eth.get_block("safe")["number"] <= web3.eth.get_block("finalized")["number"]
    assert 0 == web3.eth.get_block("earliest")["number"]


def test_a_block_hash_is_the_hash_of_its_header(web3):
    """py-evm's RLP of the shown header fields hashes to the shown hash, and blocks are linked."""
    height = submit(web3, sign(web3, dev(7), to=stranger(23), value=5))["blockNumber"]
    for number in (0, height - 1, height):
        block = web3.eth.get_block(number)
        assert header_of(block).hash == bytes(block["hash"])
        if number:
            assert web3.eth.get_block(number - 1)["hash"] == block["parentHash"]


def test_an_access_list_names_what_a_call_touches(web3, counter):
    """eth_createAccessList finds the slot, and the transaction with it costs what it said."""
    call = {"from": dev(8).address, "to": counter.address, "data": counter.encode_abi("count", [1])}
    found = web3.eth.create_access_list(call)
    assert [(counter.address, [b"\0" * 32])] == [
        (entry["address"], [bytes.fromhex(key[2:]) for key in entry["storageKeys"]])
        for entry in found["accessList"]
    ]
    raw = sign(web3, dev(8), to=counter.address, data=call["data"], accessList=found["accessList"])
    assert found["gasUsed"] == submit(web3, raw)["gasUsed"]


def test_a_call_may_assume_another_state(web3, counter):
    """Overridden storage, code and balance count in that call and nowhere else."""
    word = "0x" + (1_000).to_bytes(32, "big").hex()
    assumed = {counter.address: {"stateDiff": {"0x" + "00" * 32: word}}}
    assert 1_000 == counter.functions.total().call({}, "latest", assumed)
    rich = {"from": stranger(30), "to": stranger(31), "value": 10**30}
    with pytest.raises(Web3RPCError, match="insufficient funds"):
        web3.eth.call(rich)
    assert b"" == web3.eth.call(rich, "latest", {stranger(30): {"balance": hex(10**31)}})
    code = web3.eth.get_code(counter.address).to_0x_hex()
    overridden = {stranger(32): {"code": code, "state": {"0x" + "00" * 32: word}}}
    there = web3.eth.contract(stranger(32), abi=counter.abi)
    assert 1_000 == there.functions.total().call({}, "latest", overridden)
    assert b"" == web3.eth.get_code(stranger(32))


def test_news_arrive_over_a_websocket(devnet, web3, counter):
    """newHeads, logs and pending transactions are told as they happen, in order."""
    heads, logs, pending = asyncio.run(listen(devnet.endpoints["ws"], counter, dev(9)))
    assert [1, 1] == [later - earlier for earlier, later in pairwise(heads)][:2]
    assert {"who": dev(9).address, "total": logs[0]["args"]["total"]} == logs[0]["args"]
    assert web3.eth.get_transaction(pending[0])["from"] == dev(9).address
    assert pending[0] == logs[0]["transactionHash"]


async def listen(url: str, counter: Any, account: Any) -> tuple[list[int], list[Any], list[Any]]:
    """Subscribe, make something happen, and return what was told."""
    heads: list[int] = []
    logs: list[Any] = []
    pending: list[Any] = []
    async with AsyncWeb3(WebSocketProvider(url)) as client:
        subscribe = client.eth.subscribe
        kinds = {
            await subscribe("newHeads"): lambda item: heads.append(item["number"]),
            await subscribe("newPendingTransactions"): pending.append,
            await subscribe("logs", {"address": counter.address}): lambda item: logs.append(
                counter.events.Counted().process_log(item)
            ),
        }
        nonce = await client.eth.get_transaction_count(account.address)
        fields = {"nonce": nonce, "from": account.address, "chainId": await client.eth.chain_id}
        built = counter.functions.count(1).build_transaction(fields)
        await client.eth.send_raw_transaction(account.sign_transaction(built).raw_transaction)
        async with asyncio.timeout(30):
            async for message in client.socket.process_subscriptions():
                kinds[message["subscription"]](message["result"])
                if len(heads) >= 3 and logs and pending:
                    break
        for name in kinds:
            assert await client.eth.unsubscribe(name)
    return heads, logs, pending
