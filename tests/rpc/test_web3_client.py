"""web3.py, unchanged, against the live server."""

import asyncio
from typing import Any

import pytest
from web3 import Web3
from web3.exceptions import ContractCustomError, ContractLogicError, TransactionNotFound

from rpc.config import RpcConfig
from tests.rpc.stage import (
    ACCOUNTS,
    COUNTER,
    KEYS,
    REVERTER,
    STRANGER,
    Guild,
    Stage,
    hex_of,
    on_stage,
)


async def beside(function: Any, *arguments: Any) -> Any:
    """Run blocking client code while the server runs."""
    return await asyncio.to_thread(function, *arguments)


def connect(stage: Stage) -> Web3:
    """Return a client as a user makes one."""
    return Web3(Web3.HTTPProvider(stage.server.url))


@on_stage(RpcConfig())
async def test_a_wallet_reads_and_sends(stage: Stage) -> None:
    """The daily round: balance, fees, nonce, gas, signing, sending, receipt, proof, logs."""
    client = connect(stage)
    sender, receiver = map(Web3.to_checksum_address, (hex_of(ACCOUNTS[0]), hex_of(STRANGER)))

    def send() -> Any:
        assert client.is_connected()
        assert (31337, 0) == (client.eth.chain_id, client.eth.block_number)
        assert 1_000 * 10**18 == client.eth.get_balance(sender)
        transaction = {
            "from": sender,
            "to": receiver,
            "value": Web3.to_wei(1, "ether"),
            "nonce": client.eth.get_transaction_count(sender, "pending"),
            "chainId": client.eth.chain_id,
            "maxPriorityFeePerGas": client.eth.max_priority_fee,
            "maxFeePerGas": 2 * client.eth.get_block("latest")["baseFeePerGas"] + 10**9,
        }
        transaction["gas"] = client.eth.estimate_gas(transaction)
        signed = client.eth.account.sign_transaction(transaction, KEYS[0])
        sent = client.eth.send_raw_transaction(signed.raw_transaction)
        assert client.eth.get_transaction(sent)["blockNumber"] is None
        with pytest.raises(TransactionNotFound):
            client.eth.get_transaction_receipt(sent)
        return sent

    sent = await beside(send)
    stage.backend.make_block()

    def check() -> None:
        receipt = client.eth.wait_for_transaction_receipt(sent, timeout=5)
        assert (1, 21_000, 0) == (
            receipt["status"],
            receipt["gasUsed"],
            receipt["transactionIndex"],
        )
        assert Web3.to_wei(1, "ether") == client.eth.get_balance(receiver)
        block = client.eth.get_block(1, full_transactions=True)
        assert sent == block["transactions"][0]["hash"]
        assert 10**18 == client.eth.get_proof(receiver, [0], "latest")["balance"]
        assert 2 == len(client.eth.fee_history(1, "latest", [50])["baseFeePerGas"])
        assert [] == client.eth.get_logs({"fromBlock": 0})
        assert client.eth.syncing is False
        assert "pending" in client.provider.make_request("txpool_status", [])["result"]  # type: ignore[arg-type]

    await beside(check)


@on_stage()
async def test_filters_and_reverts(stage: Stage) -> None:
    """web3.py polls filters and turns reverts into its own errors."""
    client = connect(stage)
    counter, reverter = map(Web3.to_checksum_address, (hex_of(COUNTER), hex_of(REVERTER)))
    logs = await beside(lambda: client.eth.filter({"address": counter}))
    blocks = await beside(lambda: client.eth.filter("latest"))
    pending = await beside(lambda: client.eth.filter("pending"))
    sent = stage.backend.send(0, COUNTER)
    await stage.settle()
    block = stage.backend.make_block()
    assert [1] == [entry["blockNumber"] for entry in await beside(logs.get_new_entries)]
    assert [block.header.hash] == [bytes(item) for item in await beside(blocks.get_new_entries)]
    assert [sent] == [bytes(item) for item in await beside(pending.get_new_entries)]
    with pytest.raises(ContractLogicError, match="execution reverted: no"):
        await beside(client.eth.call, {"to": reverter})
    result = await beside(client.eth.call, {"to": counter}, "latest")
    assert 2 == int.from_bytes(result, "big")


@on_stage()
async def test_modules_are_contracts(stage: Stage) -> None:
    """An ABI made by hand calls a module's views and reads its events and errors."""
    client = connect(stage)
    abi = [
        {
            "type": "function",
            "name": "sharesInMood",
            "stateMutability": "view",
            "inputs": [{"name": "mood", "type": "uint8"}, {"name": "loud", "type": "bool"}],
            "outputs": [{"name": "", "type": "uint256"}],
        },
        {
            "type": "function",
            "name": "member",
            "stateMutability": "view",
            "inputs": [{"name": "who", "type": "address"}],
            "outputs": [{"name": "", "type": "uint256"}],
        },
    ]
    address = Web3.to_checksum_address(hex_of(Guild.address))
    guild = client.eth.contract(address=address, abi=abi)
    assert 11 == await beside(guild.functions.sharesInMood(1, True).call)
    with pytest.raises(ContractCustomError):
        await beside(guild.functions.member(address).call)
