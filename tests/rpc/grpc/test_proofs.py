"""Proofs that a client checks alone."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import grpc
import grpc.aio
import pytest

from chain.codec import decode_header
from chain.light.codec import light_block_of
from chain.light.verifier import TrustPolicy, verify
from chain.state_proofs import ProofRefused, verify_account, verify_slot
from chain.types.primitives import Address, Height
from modules.staking.module import Staking
from rpc.grpc.config import GrpcConfig, GrpcLimits
from rpc.grpc.server import GrpcServer
from rpc.wire import blocks_pb2, blocks_pb2_grpc, proofs_pb2, proofs_pb2_grpc
from tests.chain.stage import CHAIN_ID, COIN_WEI, USERS, Chain
from tests.cli.test_backend import backend_of
from tests.rpc.grpc.stage import GrpcStage, failure, on_grpc, told
from tests.rpc.stage import ACCOUNTS, COUNTER, STRANGER, VALIDATOR, hex_of


def proofs_of(stage: GrpcStage) -> Any:
    """Return a client of the Proofs service."""
    return proofs_pb2_grpc.ProofsStub(stage.channel)


def checked(answer: Any) -> dict[int, int]:
    """Check an answer's proofs against its own header; return the words that it proves."""
    root = decode_header(answer.light_block.header).state_root
    account = answer.account
    address = Address(bytes.fromhex(account.address[2:]))
    storage_root = verify_account(root, address, list(account.nodes))
    if storage_root is not None:
        assert account.storage_root == storage_root
    found = {}
    for item in account.storage:
        slot = int.from_bytes(item.slot, "big")
        found[slot] = verify_slot(storage_root, slot, list(item.nodes))
        assert found[slot] == int.from_bytes(item.value, "big")
    return found


@on_grpc()
async def test_accounts_and_slots_are_proven_at_any_kept_height(stage: GrpcStage) -> None:
    """What stood there then, by the header of that block."""
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    for height, count in ((1, 1), (2, 2), (0, 0)):
        request = proofs_pb2.AccountRequest(
            address=hex_of(COUNTER), slots=[bytes(32)], at_height=height
        )
        answer = await proofs_of(stage).Account(request)
        assert (height, {0: count}) == (answer.height, checked(answer))
    newest = await proofs_of(stage).Account(proofs_pb2.AccountRequest(address=hex_of(ACCOUNTS[0])))
    assert (2, 2) == (newest.height, newest.account.nonce)
    balance = stage.backend.chain.state(2).account(ACCOUNTS[0]).balance_wei
    assert str(int(balance)) == newest.account.balance_wei
    assert {} == checked(newest)


@on_grpc()
async def test_absence_is_proven_too(stage: GrpcStage) -> None:
    """An account that is not there has no nonce and no coins, and nodes that show it."""
    request = proofs_pb2.AccountRequest(address=hex_of(STRANGER), slots=[b"\1" * 32])
    answer = await proofs_of(stage).Account(request)
    assert ("0", 0, [0]) == (
        *(answer.account.balance_wei, answer.account.nonce),
        list(checked(answer).values()),
    )
    assert answer.account.nodes


@on_grpc()
async def test_a_changed_word_is_noticed(stage: GrpcStage) -> None:
    """The proof proves one value and no other."""
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    request = proofs_pb2.AccountRequest(address=hex_of(COUNTER), slots=[bytes(32)])
    answer = await proofs_of(stage).Account(request)
    node = bytearray(answer.account.storage[0].nodes[-1])
    node[-1] ^= 1
    answer.account.storage[0].nodes[-1] = bytes(node)
    with pytest.raises(ProofRefused):
        checked(answer)


@on_grpc()
async def test_a_modules_value_is_proven_by_its_name(stage: GrpcStage) -> None:
    """All slots that the value takes, of the module's own account."""
    stage.backend.pool.submit(stage.delegate(0))
    stage.backend.make_block()
    request = proofs_pb2.CellRequest(module="staking", cell="pools", keys=[hex_of(VALIDATOR)])
    answer = await proofs_of(stage).Cell(request)
    words = checked(answer)
    assert hex_of(Staking.address) == answer.account.address.lower()
    reader = stage.backend.chain.state(1)
    assert words == {slot: reader.storage(Staking.address, slot) for slot in words}
    assert COIN_WEI * 1_001 in words.values()


@on_grpc(GrpcLimits(proof_slots_max=3, stop_s=0.1))
async def test_what_cannot_be_proven_is_refused(stage: GrpcStage) -> None:
    """Each with what was expected."""
    ask, address = proofs_of(stage), hex_of(ACCOUNTS[0])
    for call, code, text in (
        (
            ask.Account(proofs_pb2.AccountRequest(address=address, slots=[bytes(32)] * 4)),
            "INVALID_ARGUMENT",
            "slots: at most 3 expected, found 4",
        ),
        (
            ask.Account(proofs_pb2.AccountRequest(address=address, slots=[b"\0"])),
            "INVALID_ARGUMENT",
            "slots: 32 bytes expected, found 1",
        ),
        (
            ask.Account(proofs_pb2.AccountRequest(address=address, at_height=9)),
            "OUT_OF_RANGE",
            "a height up to 0 expected, found 9",
        ),
        (
            ask.Cell(proofs_pb2.CellRequest(module="stacking", cell="pools")),
            "INVALID_ARGUMENT",
            "module: one of",
        ),
        (
            ask.Cell(proofs_pb2.CellRequest(module="staking", cell="no")),
            "INVALID_ARGUMENT",
            "cell: one of",
        ),
    ):
        found, words = told(await failure(call))
        assert (code, True) == (found.name, words.startswith(text)), words


def test_a_client_that_trusts_genesis_needs_nobody_else() -> None:
    """From block 0's hash to a balance: signatures, header, account, each checked here."""

    async def story() -> None:
        chain = Chain()
        with ThreadPoolExecutor(1) as thread:
            backend = backend_of(chain, thread)
            backend.pool.submit(chain.sign(0, USERS[1], COIN_WEI, gas=21_000))
            chain.block()
            chain.block()
            server = GrpcServer(backend, GrpcConfig(port=0, limits=GrpcLimits(stop_s=0.1)))
            await server.start()
            async with grpc.aio.insecure_channel(server.address) as channel:
                await verify_all(chain, channel)
            await server.stop()

    asyncio.run(story())


async def verify_all(chain: Chain, channel: Any) -> None:
    """Verify user 1's balance after block 2, as a light client would."""
    blocks: Any = blocks_pb2_grpc.BlocksStub(channel)
    proofs: Any = proofs_pb2_grpc.ProofsStub(channel)
    genesis = (await blocks.Light(blocks_pb2.LightRequest(height=0))).light_block
    trusted = light_block_of(genesis.header, genesis.next_validators, [])
    assert chain.ledger.genesis_hash == trusted.hash
    answer = await proofs.Account(proofs_pb2.AccountRequest(address="0x" + USERS[1].hex()))
    given = answer.light_block
    parts = [given.commit.parent, given.commit.validators, given.commit.certificate]
    newest = light_block_of(given.header, given.next_validators, parts)
    assert Height(2) == newest.height
    verify(TrustPolicy(CHAIN_ID), trusted, newest, chain.time_ms + 1)
    assert {} == checked(answer)
    assert str(10_001 * COIN_WEI) == answer.account.balance_wei
