"""Transactions sent, found and accounted for."""

import asyncio

from chain.codec import keccak256, recover_sender, sign_authorization
from chain.types.transaction import AccessEntry, TransactionType
from tests.rpc.stage import (
    ACCOUNTS,
    CHAIN_ID,
    COUNTER,
    COUNTER_CODE,
    KEYS,
    REVERTER,
    STRANGER,
    Stage,
    hex_of,
    on_stage,
)

NOTHING = "0x" + "ab" * 32


@on_stage()
async def test_a_transaction_goes_from_pool_to_block(stage: Stage) -> None:
    """Shown at once without a block, then with one; its receipt is null until then."""
    raw = stage.backend.sign(0, STRANGER, value_wei=9)
    sent = await stage.rpc("eth_sendRawTransaction", hex_of(raw))
    waiting = await stage.rpc("eth_getTransactionByHash", sent)
    assert (None, None, None) == (
        waiting["blockHash"],
        waiting["blockNumber"],
        waiting["transactionIndex"],
    )
    assert await stage.rpc("eth_getTransactionReceipt", sent) is None
    assert hex_of(raw) == await stage.rpc("eth_getRawTransactionByHash", sent)
    block = stage.backend.make_block()
    found = await stage.rpc("eth_getTransactionByHash", sent)
    assert ("0x1", "0x0", hex(block.header.timestamp_s)) == (
        found["blockNumber"],
        found["transactionIndex"],
        found["blockTimestamp"],
    )
    assert hex_of(ACCOUNTS[0]) == found["from"]
    assert ("0x9", hex_of(STRANGER)) == (found["value"], found["to"])
    receipt = await stage.rpc("eth_getTransactionReceipt", sent)
    assert ("0x1", "0x5208", "0x2") == (receipt["status"], receipt["gasUsed"], receipt["type"])
    assert "blockTimestamp" not in receipt
    price = block.header.base_fee_per_gas_wei + 10**9
    assert hex(price) == receipt["effectiveGasPrice"] == found["gasPrice"]
    assert receipt["contractAddress"] is None


@on_stage()
async def test_every_type_shows_its_own_fields(stage: Stage) -> None:
    """Legacy, access list, dynamic fee and set code, waiting and final."""
    entry = (AccessEntry(COUNTER, (0, 7)),)
    authorization = sign_authorization(KEYS[1], chain_id=CHAIN_ID, address=COUNTER, nonce=0)
    send = stage.backend.send
    price = {"max_priority_fee_per_gas_wei": None}
    hashes = [
        stage.backend.send(0, STRANGER, type=TransactionType.LEGACY, **price),
        stage.backend.send(
            0, COUNTER, type=TransactionType.ACCESS_LIST, access_list=entry, **price
        ),
        send(0, COUNTER, access_list=entry),
        send(0, STRANGER, type=TransactionType.SET_CODE, authorizations=(authorization,)),
    ]
    stage.backend.make_block()
    shown = [await stage.rpc("eth_getTransactionByHash", hex_of(item)) for item in hashes]
    assert ["0x0", "0x1", "0x2", "0x4"] == [item["type"] for item in shown]
    assert [False, True, True, True] == ["accessList" in item for item in shown]
    assert [False, False, True, True] == ["maxFeePerGas" in item for item in shown]
    assert [False, True, True, True] == ["yParity" in item for item in shown]
    assert ["0x7a69"] * 4 == [item["chainId"] for item in shown]
    assert int(shown[0]["v"], 16) in (CHAIN_ID * 2 + 35, CHAIN_ID * 2 + 36)
    keys = shown[1]["accessList"][0]["storageKeys"]
    assert ["0x" + "00" * 32, "0x" + "00" * 31 + "07"] == keys
    assert hex_of(COUNTER) == shown[3]["authorizationList"][0]["address"]
    receipts = await stage.rpc("eth_getBlockReceipts", "latest")
    assert ["0x0", "0x1", "0x2", "0x4"] == [item["type"] for item in receipts]


@on_stage()
async def test_a_creation_names_its_contract(stage: Stage) -> None:
    """The receipt has the address, and code is there."""
    start = bytes.fromhex(f"60{len(COUNTER_CODE):02x}600c60003960{len(COUNTER_CODE):02x}6000f3")
    sent = hex_of(stage.backend.send(0, None, start + COUNTER_CODE))
    stage.backend.make_block()
    receipt = await stage.rpc("eth_getTransactionReceipt", sent)
    assert receipt["to"] is None
    assert hex_of(COUNTER_CODE) == await stage.rpc("eth_getCode", receipt["contractAddress"])


@on_stage()
async def test_a_failed_transaction_has_status_zero(stage: Stage) -> None:
    """A revert inside a block costs its gas and leaves no logs."""
    sent = hex_of(stage.backend.send(0, REVERTER))
    stage.backend.make_block()
    receipt = await stage.rpc("eth_getTransactionReceipt", sent)
    assert ("0x0", []) == (receipt["status"], receipt["logs"])


@on_stage()
async def test_a_send_may_wait_for_its_receipt(stage: Stage) -> None:
    """EIP-7966: the answer is the receipt, as soon as there is one."""
    raw = hex_of(stage.backend.sign(0, STRANGER))
    sending = asyncio.create_task(stage.rpc("eth_sendRawTransactionSync", raw, 5_000))
    while not len(stage.backend.mempool):
        await asyncio.sleep(0.01)
    assert not sending.done()
    stage.backend.make_block()
    receipt = await asyncio.wait_for(sending, 5)
    assert ("0x1", "0x1") == (receipt["blockNumber"], receipt["status"])


@on_stage()
async def test_waiting_for_a_receipt_has_an_end(stage: Stage) -> None:
    """EIP-7966: code 4 and the hash; the transaction waits on."""
    raw = hex_of(stage.backend.sign(0, STRANGER, nonce=5))
    error = (await stage.ask("eth_sendRawTransactionSync", raw, "0x32"))["error"]
    assert (4, "wasn't processed in 0.05s") == (error["code"], error["message"][-25:])
    assert await stage.rpc("eth_getTransactionByHash", error["data"])


@on_stage()
async def test_a_transaction_is_filled_in(stage: Stage) -> None:
    """Nonce, gas, both prices, chain and type, as its author would have found them."""
    sender, price = hex_of(ACCOUNTS[0]), "0x77359400"
    stage.backend.send(0, STRANGER)
    wanted = {"from": sender, "to": hex_of(STRANGER), "value": "0x5"}
    filled = await stage.rpc("eth_fillTransaction", wanted)
    tx = filled["tx"]
    assert ("0x1", "0x5208", "0x2", "0x1") == (
        tx["nonce"],
        tx["gas"],
        tx["type"],
        tx["maxPriorityFeePerGas"],
    )
    assert int(tx["maxFeePerGas"], 16) == 1 + 2 * stage.backend.chain.next_base_fee_wei
    raw = bytes.fromhex(filled["raw"][2:])
    assert (2, hex_of(keccak256(raw))) == (raw[0], tx["hash"])
    old = (await stage.rpc("eth_fillTransaction", {**wanted, "gasPrice": price}))["tx"]
    assert ("0x0", price) == (old["type"], old["gasPrice"])
    assert (-32602, "contract creation without any data provided") == (
        await stage.error("eth_fillTransaction", {"from": sender})
    )
    reverting = await stage.error("eth_fillTransaction", {"from": sender, "to": hex_of(REVERTER)})
    assert (3, "execution reverted: no") == reverting


@on_stage()
async def test_places_in_blocks(stage: Stage) -> None:
    """By block and index, whole and raw; null beyond the end."""
    first, second = stage.backend.sign(0, STRANGER), stage.backend.sign(1, STRANGER)
    for raw in (first, second):
        stage.backend.pool.submit(raw)
    block = stage.backend.make_block()
    name, number = hex_of(block.header.hash), "0x1"
    for index, transaction in enumerate(block.block.transactions):
        place = hex(index)
        shown = await stage.rpc("eth_getTransactionByBlockNumberAndIndex", number, place)
        assert hex_of(transaction.hash) == shown["hash"]
        assert shown == await stage.rpc("eth_getTransactionByBlockHashAndIndex", name, place)
        raw = await stage.rpc("eth_getRawTransactionByBlockNumberAndIndex", number, place)
        assert hex_of(transaction.raw) == raw
        assert raw == await stage.rpc("eth_getRawTransactionByBlockHashAndIndex", name, place)
        assert raw == await stage.rpc("eth_getRawTransactionByHash", hex_of(transaction.hash))
    for kind in ("Transaction", "RawTransaction"):
        assert await stage.rpc(f"eth_get{kind}ByBlockNumberAndIndex", number, "0x2") is None
        assert await stage.rpc(f"eth_get{kind}ByBlockHashAndIndex", NOTHING, "0x0") is None
        assert await stage.rpc(f"eth_get{kind}ByHash", NOTHING) is None
    assert await stage.rpc("eth_getTransactionReceipt", NOTHING) is None


@on_stage()
async def test_what_the_pool_refuses_is_told_in_geths_words(stage: Stage) -> None:
    """Wallets turn these texts into errors of their own."""
    send, sign = "eth_sendRawTransaction", stage.backend.sign
    raw = hex_of(sign(0, STRANGER, nonce=1))
    await stage.rpc(send, raw)
    rich = {"value_wei": 10**30}
    wrong = [
        (raw, "already known"),
        (hex_of(sign(0, STRANGER, nonce=1, value_wei=1)), "replacement transaction underpriced"),
        (hex_of(sign(1, STRANGER, chain_id=1)), "invalid chain id for signer"),
        (hex_of(sign(1, STRANGER, **rich)), "insufficient funds for gas * price + value"),
        (hex_of(sign(1, STRANGER, gas_limit=20_000)), "intrinsic gas too low"),
        (hex_of(sign(1, STRANGER, gas_limit=40_000_000)), "exceeds block gas limit"),
    ]
    for transaction, text in wrong:
        code, message = await stage.error(send, transaction)
        assert (-32000, text) == (code, message[: len(text)])
    stage.backend.send(2, STRANGER)
    stage.backend.make_block()
    code, message = await stage.error(send, hex_of(sign(2, STRANGER, nonce=0)))
    assert (-32000, "nonce too low") == (code, message[:13])


@on_stage()
async def test_bytes_that_are_no_transaction_are_refused(stage: Stage) -> None:
    """Garbage, blobs and cut transactions are told apart from wrong parameters."""
    raw = stage.backend.sign(0, STRANGER)
    for garbage in (b"", b"\x00", b"\x03\xc0", raw[:-1], raw + b"\x00", b"\xff" * 50):
        code, message = await stage.error("eth_sendRawTransaction", hex_of(garbage))
        assert (-32000, True) == (code, bool(message))
    assert -32602 == (await stage.error("eth_sendRawTransaction", "0x1"))[0]
    assert -32602 == (await stage.error("eth_sendRawTransaction", 5))[0]
    assert -32602 == (await stage.error("eth_sendRawTransaction"))[0]


@on_stage()
async def test_signatures_recover_to_the_sender(stage: Stage) -> None:
    """The `from` that is shown is whoever the signature says."""
    sent = stage.backend.send(1, STRANGER)
    block = stage.backend.make_block()
    shown = await stage.rpc("eth_getTransactionByHash", hex_of(sent))
    assert hex_of(recover_sender(block.block.transactions[0])) == shown["from"]
