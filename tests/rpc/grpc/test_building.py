"""Transactions that lack nothing but a signature."""

from typing import Any

import grpc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.codec import (
    decode_transaction,
    encode_unsigned,
    keccak256,
    recover_sender,
    rlp,
    sign_digest,
)
from chain.errors import Malformed
from chain.types.primitives import Hash32
from rpc.grpc.building import raw_of
from rpc.wire import staking_pb2, staking_pb2_grpc, tx_pb2
from tests.rpc.grpc.stage import COIN, GrpcStage, failure, on_grpc, refusal_in, told
from tests.rpc.stage import (
    ACCOUNTS,
    CHAIN_ID,
    COUNTER,
    KEYS,
    REVERTER,
    STRANGER,
    VALIDATOR,
    hex_of,
)


def envelope(**fields: Any) -> tx_pb2.Envelope:
    """Return an envelope of the first account."""
    return tx_pb2.Envelope(**{"sender": hex_of(ACCOUNTS[0]), **fields})


def signed(key: int, built: tx_pb2.UnsignedTransaction) -> tx_pb2.SignedPayload:
    """Sign as a wallet does, which knows nothing of RLP."""
    parity, r, s = sign_digest(KEYS[key], Hash32(built.signing_hash))
    signature = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes([27 + parity])
    return tx_pb2.SignedPayload(payload=built.payload, signature=signature)


@on_grpc()
async def test_a_call_is_built_signed_and_committed(stage: GrpcStage) -> None:
    """Typed fields in, one hash signed, and the coins are staked."""
    build: Any = staking_pb2_grpc.BuildStub(stage.channel)
    built = await build.Delegate(
        staking_pb2.MsgDelegate(envelope=envelope(value_wei=str(COIN)), validator=hex_of(VALIDATOR))
    )
    assert (0, CHAIN_ID, 0, str(COIN)) == (
        *(built.height, built.chain_id, built.nonce, built.value_wei),
    )
    assert keccak256(built.payload) == built.signing_hash
    sent = await stage.tx.Broadcast(tx_pb2.BroadcastRequest(signed=signed(0, built)))
    waiting = (await stage.tx.Get(tx_pb2.GetRequest(hash=sent.hash))).transaction
    assert ACCOUNTS[0] == recover_sender(decode_transaction(waiting.raw))
    receipt = stage.backend.make_block().receipts[-1]
    assert (1, True) == (receipt.status, receipt.gas_used <= built.gas_limit)
    power = await stage.staking.PowerOf(staking_pb2.PowerOfRequest(account=hex_of(ACCOUNTS[0])))
    assert str(COIN) == power.result


@on_grpc()
async def test_what_is_left_out_is_filled_in_by_the_state_of_now(stage: GrpcStage) -> None:
    """Gas estimated, the base fee may double, the nonce follows what waits."""
    stage.backend.send(0, STRANGER, value_wei=1, gas_limit=21_000)
    request = tx_pb2.BuildRequest(envelope=envelope(value_wei="5"), to=hex_of(STRANGER))
    built = await stage.tx.Build(request)
    tip_wei = stage.backend.mempool.min_tip_wei
    fee_wei = tip_wei + 2 * stage.backend.chain.next_base_fee_wei
    assert (1, 21_000, str(tip_wei), str(fee_wei)) == (
        *(built.nonce, built.gas_limit),
        *(built.max_priority_fee_per_gas_wei, built.max_fee_per_gas_wei),
    )
    assert str(21_000 * fee_wei + 5) == built.cost_max_wei


@on_grpc()
async def test_what_is_given_stays(stage: GrpcStage) -> None:
    """Nothing is estimated where a gas limit is given: what would be refused is built, too."""
    given = envelope(
        value_wei="7",
        gas_limit=123_456,
        max_fee_per_gas_wei="4000000000",
        max_priority_fee_per_gas_wei="3",
        nonce=9,
    )
    request = tx_pb2.BuildRequest(envelope=given, to=hex_of(REVERTER), data=b"\1\2")
    built = await stage.tx.Build(request)
    decoded = decode_transaction(raw_of(signed(0, built)))
    assert built.payload == encode_unsigned(decoded)
    assert (CHAIN_ID, 9, 3, 4 * 10**9, 123_456, REVERTER, 7, b"\1\2") == (
        *(decoded.chain_id, decoded.nonce, decoded.max_priority_fee_per_gas_wei),
        *(decoded.max_fee_per_gas_wei, decoded.gas_limit, decoded.to),
        *(decoded.value_wei, decoded.data),
    )
    assert built.to.lower() == hex_of(REVERTER)


@on_grpc()
async def test_a_low_fee_cap_lowers_the_tip(stage: GrpcStage) -> None:
    """A tip above the cap would be no valid transaction."""
    stage.backend.send(0, STRANGER, value_wei=1, gas_limit=21_000)  # with a tip of 1 gwei
    stage.backend.make_block()
    given = envelope(max_fee_per_gas_wei="5", gas_limit=21_000)
    built = await stage.tx.Build(tx_pb2.BuildRequest(envelope=given, to=hex_of(STRANGER)))
    assert ("5", "5") == (built.max_fee_per_gas_wei, built.max_priority_fee_per_gas_wei)


@on_grpc()
async def test_contracts_can_be_created(stage: GrpcStage) -> None:
    """No `to` creates one."""
    code = bytes.fromhex("60016000526001601ff3")
    built = await stage.tx.Build(tx_pb2.BuildRequest(envelope=envelope(), data=code))
    assert "" == built.to
    await stage.tx.Broadcast(tx_pb2.BroadcastRequest(signed=signed(0, built)))
    assert 1 == stage.backend.make_block().receipts[-1].status


@on_grpc()
async def test_what_would_be_refused_is_not_built(stage: GrpcStage) -> None:
    """The module's refusal comes with its name and fields, before anything is signed."""
    build: Any = staking_pb2_grpc.BuildStub(stage.channel)
    request = staking_pb2.MsgDelegate(envelope=envelope(), validator=hex_of(STRANGER))
    error = await failure(build.Delegate(request))
    assert grpc.StatusCode.FAILED_PRECONDITION == error.code()
    assert ("staking", "UnknownValidator") == (refusal_in(error).module, refusal_in(error).name)


@pytest.mark.parametrize(
    ("fields", "code", "text"),
    [
        ({"sender": ""}, "INVALID_ARGUMENT", "envelope.sender: 0x and 40 hex digits expected"),
        ({"value_wei": "1e3"}, "INVALID_ARGUMENT", "envelope.value_wei: a whole number"),
        ({"value_wei": str(2**256)}, "INVALID_ARGUMENT", "envelope.value_wei: at most"),
        ({"gas_limit": 20_999}, "INVALID_ARGUMENT", "intrinsic gas too low"),
        (
            {"max_fee_per_gas_wei": "1", "max_priority_fee_per_gas_wei": "2"},
            "INVALID_ARGUMENT",
            "max priority fee per gas higher than max fee per gas",
        ),
        ({"max_fee_per_gas_wei": str(2**255)}, "INVALID_ARGUMENT", "gas * maxFeePerGas exceeds"),
        ({"value_wei": str(10**30)}, "FAILED_PRECONDITION", "insufficient funds"),
    ],
)
def test_envelopes_are_read_strictly(fields: dict[str, Any], code: str, text: str) -> None:
    """What no pool admits is refused with the pool's words."""

    @on_grpc()
    async def perform(stage: GrpcStage) -> None:
        request = tx_pb2.BuildRequest(envelope=envelope(**fields), to=hex_of(COUNTER))
        found, words = told(await failure(stage.tx.Build(request)))
        assert (code, True) == (found.name, words.startswith(text)), words

    perform()


@on_grpc()
async def test_a_signature_by_another_account_is_that_accounts(stage: GrpcStage) -> None:
    """The node believes the signature, not the envelope."""
    built = await stage.tx.Build(tx_pb2.BuildRequest(envelope=envelope(), to=hex_of(STRANGER)))
    sent = await stage.tx.Broadcast(tx_pb2.BroadcastRequest(signed=signed(1, built)))
    waiting = (await stage.tx.Get(tx_pb2.GetRequest(hash=sent.hash))).transaction
    assert hex_of(ACCOUNTS[1]) == waiting.sender.lower()


@on_grpc()
async def test_raw_and_signed_are_not_both_taken(stage: GrpcStage) -> None:
    """Which of them would count?"""
    request = tx_pb2.BroadcastRequest(raw=b"\2", signed=tx_pb2.SignedPayload(payload=b"\2"))
    expected = (grpc.StatusCode.INVALID_ARGUMENT, "raw or signed expected, found both")
    assert expected == told(await failure(stage.tx.Broadcast(request)))


@pytest.mark.parametrize(
    ("payload", "signature", "text"),
    [
        (b"", b"\0" * 65, "signed.payload: a first byte of 0x02 expected"),
        (b"\1\xc0", b"\0" * 65, "signed.payload: a first byte of 0x02 expected"),
        (b"\2\xc0", b"\0" * 64, "found 64 bytes"),
        (b"\2\xc0", b"\0" * 64 + b"\2", "found 65 bytes that end in 02"),
        (b"\2\x80", b"\0" * 65, "unsigned transaction"),
        (b"\2\xc1", b"\0" * 65, "rlp"),
    ],
)
def test_signed_payloads_are_read_strictly(payload: bytes, signature: bytes, text: str) -> None:
    """The error says which half is wrong."""
    with pytest.raises(Malformed, match=text):
        raw_of(tx_pb2.SignedPayload(payload=payload, signature=signature))


@given(st.binary(max_size=200), st.binary(min_size=60, max_size=70))
def test_no_payload_breaks_the_node(payload: bytes, signature: bytes) -> None:
    """Whatever comes is a transaction's bytes or refused."""
    given_bytes = tx_pb2.SignedPayload(payload=b"\2" + payload, signature=signature)
    try:
        raw = raw_of(given_bytes)
    except Malformed:
        return
    fields = rlp.decode_list(raw[1:], "test")
    assert fields[:-3] == rlp.decode_list(payload, "test")
