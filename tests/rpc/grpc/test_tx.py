"""The Tx service."""

import asyncio
from typing import Any

import grpc

from chain.codec import keccak256
from modules.staking.module import Staking
from rpc.grpc.config import GrpcLimits
from rpc.wire import tx_pb2
from tests.rpc.grpc.stage import COIN, GrpcStage, failure, on_grpc, refusal_in, told
from tests.rpc.stage import ACCOUNTS, COUNTER, INVALID, REVERTER, STRANGER, hex_of

SYNC, COMMIT = tx_pb2.BROADCAST_MODE_SYNC, tx_pb2.BROADCAST_MODE_COMMIT


@on_grpc()
async def test_a_broadcast_transaction_waits_and_then_is_final(stage: GrpcStage) -> None:
    """Sent, found in the pool, found in its block with its receipt."""
    raw = stage.delegate(0)
    sent = await stage.tx.Broadcast(tx_pb2.BroadcastRequest(raw=raw, mode=SYNC))
    assert keccak256(raw) == sent.hash
    waiting = await stage.tx.Get(tx_pb2.GetRequest(hash=sent.hash))
    assert (False, raw, False) == (
        waiting.is_final,
        waiting.transaction.raw,
        waiting.transaction.HasField("receipt"),
    )
    stage.backend.make_block()
    final = await stage.tx.Get(tx_pb2.GetRequest(hash=sent.hash))
    receipt = final.transaction.receipt
    assert (True, 1, True) == (final.is_final, receipt.height, receipt.is_success)
    assert str(COIN) == final.transaction.value_wei
    assert any(log.address.endswith("0800") for log in receipt.logs)


@on_grpc()
async def test_commit_mode_waits_for_the_block(stage: GrpcStage) -> None:
    """One call sends and says what became of it."""

    async def send() -> Any:
        return await stage.tx.Broadcast(tx_pb2.BroadcastRequest(raw=stage.delegate(0), mode=COMMIT))

    sending = asyncio.create_task(send())
    while not stage.backend.mempool.lines():
        await asyncio.sleep(0.01)
    assert not sending.done()
    stage.backend.make_block()
    answer = await asyncio.wait_for(sending, 5)
    assert (1, True) == (
        answer.transaction.receipt.height,
        answer.transaction.receipt.is_success,
    )


@on_grpc(GrpcLimits(commit_s=0.05, stop_s=0.1))
async def test_commit_mode_does_not_wait_for_ever(stage: GrpcStage) -> None:
    """Too late is not lost: the text says that the transaction is in the pool."""
    call = stage.tx.Broadcast(tx_pb2.BroadcastRequest(raw=stage.delegate(0), mode=COMMIT))
    code, text = told(await failure(call))
    assert grpc.StatusCode.DEADLINE_EXCEEDED == code
    assert "is in the pool, but in no block after 0.05 s" in text


@on_grpc()
async def test_what_the_pool_refuses_is_told_in_its_words(stage: GrpcStage) -> None:
    """Nonsense is invalid; what another state would admit is a failed precondition."""
    good = stage.delegate(0)
    await stage.tx.Broadcast(tx_pb2.BroadcastRequest(raw=good))
    poor = stage.backend.sign(1, STRANGER, value_wei=10**24, gas_limit=21_000)
    other_chain = stage.backend.sign(1, STRANGER, chain_id=1, gas_limit=21_000)
    stale = stage.backend.sign(2, STRANGER, nonce=0, gas_limit=21_000)
    stage.backend.send(2, STRANGER, gas_limit=21_000)
    stage.backend.make_block()
    for raw, code, text in (
        (b"", grpc.StatusCode.INVALID_ARGUMENT, ""),
        (b"\x02\xc0", grpc.StatusCode.INVALID_ARGUMENT, ""),
        (other_chain, grpc.StatusCode.INVALID_ARGUMENT, "invalid chain id for signer"),
        (poor, grpc.StatusCode.FAILED_PRECONDITION, "insufficient funds for gas"),
        (stale, grpc.StatusCode.FAILED_PRECONDITION, "nonce too low"),
    ):
        error = await failure(stage.tx.Broadcast(tx_pb2.BroadcastRequest(raw=raw)))
        assert code == error.code(), (raw[:8], told(error))
        assert (error.details() or "").startswith(text)


@on_grpc()
async def test_the_same_transaction_twice_exists_already(stage: GrpcStage) -> None:
    """A client that repeats itself can tell."""
    request = tx_pb2.BroadcastRequest(raw=stage.delegate(0))
    await stage.tx.Broadcast(request)
    code, text = told(await failure(stage.tx.Broadcast(request)))
    assert (grpc.StatusCode.ALREADY_EXISTS, "already known") == (code, text)


@on_grpc()
async def test_unknown_transactions_are_not_found(stage: GrpcStage) -> None:
    """And a hash of the wrong length is no hash."""
    error = await failure(stage.tx.Get(tx_pb2.GetRequest(hash=b"\1" * 32)))
    assert (grpc.StatusCode.NOT_FOUND, "no transaction 0x" + "01" * 32) == told(error)
    error = await failure(stage.tx.Get(tx_pb2.GetRequest(hash=b"\1")))
    expected = (grpc.StatusCode.INVALID_ARGUMENT, "hash: 32 bytes expected, found 1")
    assert expected == told(error)


def message(to: bytes | None, data: bytes = b"", **fields: Any) -> tx_pb2.Message:
    """Return a message from the first account."""
    target = None if to is None else hex_of(to)
    return tx_pb2.Message(sender=hex_of(ACCOUNTS[0]), to=target, data=data, **fields)


@on_grpc()
async def test_a_simulation_shows_output_gas_and_logs(stage: GrpcStage) -> None:
    """Nothing stays of it."""
    for _ in range(2):
        shown = await stage.tx.Simulate(tx_pb2.SimulateRequest(message=message(COUNTER)))
        assert (1, "", 1) == (int.from_bytes(shown.output, "big"), shown.error, len(shown.logs))
        assert shown.gas_used > 21_000


@on_grpc()
async def test_a_simulation_that_fails_is_an_answer(stage: GrpcStage) -> None:
    """A revert comes with its data, another failure with geth's words."""
    shown = await stage.tx.Simulate(tx_pb2.SimulateRequest(message=message(REVERTER)))
    assert (True, True) == (shown.is_revert, shown.error.startswith("execution reverted"))
    shown = await stage.tx.Simulate(tx_pb2.SimulateRequest(message=message(INVALID)))
    assert (False, "invalid opcode: INVALID") == (shown.is_revert, shown.error)
    created = await stage.tx.Simulate(
        tx_pb2.SimulateRequest(message=message(None, bytes.fromhex("60016000526001601ff3")))
    )
    assert b"\x01" == created.output


@on_grpc()
async def test_an_estimate_suffices(stage: GrpcStage) -> None:
    """A plain transfer takes exactly 21,000 gas."""
    request = tx_pb2.EstimateGasRequest(message=message(STRANGER, value_wei="1"))
    assert 21_000 == (await stage.tx.EstimateGas(request)).gas_limit


@on_grpc()
async def test_estimates_of_what_fails_tell_the_reason(stage: GrpcStage) -> None:
    """A module's refusal comes with its name, a contract's revert with its data."""
    unknown = Staking.address
    data = bytes.fromhex("12345678")
    request = tx_pb2.EstimateGasRequest(message=message(unknown, data))
    code, text = told(await failure(stage.tx.EstimateGas(request)))
    assert (grpc.StatusCode.INVALID_ARGUMENT, "staking has no method 0x12345678") == (code, text)
    request = tx_pb2.EstimateGasRequest(message=message(REVERTER))
    error = await failure(stage.tx.EstimateGas(request))
    assert grpc.StatusCode.FAILED_PRECONDITION == error.code()
    assert b"no" in refusal_in(error).data
    request = tx_pb2.EstimateGasRequest(message=message(INVALID))
    error = await failure(stage.tx.EstimateGas(request))
    assert (grpc.StatusCode.FAILED_PRECONDITION, "invalid opcode: INVALID") == told(error)


@on_grpc()
async def test_messages_are_read_strictly(stage: GrpcStage) -> None:
    """Wei are decimal digits, addresses hex."""
    for fields, text in (
        ({"value_wei": "0x1"}, "value_wei: a whole number in decimal expected, found '0x1'"),
        ({"value_wei": "-1"}, "value_wei: a whole number in decimal expected, found '-1'"),
    ):
        request = tx_pb2.SimulateRequest(message=message(STRANGER, **fields))
        error = await failure(stage.tx.Simulate(request))
        assert (grpc.StatusCode.INVALID_ARGUMENT, text) == told(error)
