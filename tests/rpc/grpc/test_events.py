"""The Events service."""

import asyncio
from typing import Any

import grpc

from chain.codec import keccak256
from chain.kit.record import encode_event
from chain.store.index import LogMatch
from chain.types.primitives import Hash32, Height
from chain.types.receipt import Log
from modules import assemble
from modules.model_fees.events import (
    ModelStatusChanged,
)
from modules.model_fees.module import ModelFees
from modules.model_fees.records import (
    ModelStatus,
)
from rpc.grpc.config import GrpcLimits
from rpc.grpc.events import describe_event
from rpc.wire import errors_pb2, events_pb2
from tests.rpc.grpc.stage import COIN, GrpcStage, failure, fields_of, on_grpc, told
from tests.rpc.stage import ACCOUNTS, COUNTER, LOGGER, hex_of

Request = events_pb2.SubscribeRequest


async def read(call: Any, count: int) -> list[Any]:
    """Return the first messages of a subscription and end it."""
    found = [await asyncio.wait_for(call.read(), 5) for _ in range(count)]
    call.cancel()
    return found


@on_grpc()
async def test_a_modules_event_comes_in_its_own_words(stage: GrpcStage) -> None:
    """Name and fields, topics and data alike."""
    call = stage.events.Subscribe(Request(module="staking", event="Delegated"))
    await asyncio.sleep(0.1)
    stage.backend.pool.submit(stage.delegate(0, 3 * COIN))
    stage.backend.make_block()
    (found,) = await read(call, 1)
    assert ("staking", "Delegated", 1) == (found.event.module, found.event.name, found.height)
    fields = fields_of(found.event)
    assert str(3 * COIN) == fields["amount_wei"]
    assert hex_of(ACCOUNTS[0]) == fields["delegator"].lower()


@on_grpc()
async def test_events_of_old_blocks_come_first(stage: GrpcStage) -> None:
    """From a height on, in order, across many blocks and into the present."""
    for key in range(3):
        stage.backend.pool.submit(stage.delegate(key))
        stage.backend.make_block()
        stage.backend.make_block()
    call = stage.events.Subscribe(Request(module="staking", event="Delegated", from_height=1))
    heights = [(await call.read()).height for _ in range(3)]
    stage.backend.pool.submit(stage.delegate(0))
    stage.backend.make_block()
    assert [1, 3, 5, 7] == [*heights, (await call.read()).height]
    call.cancel()


@on_grpc(GrpcLimits(scan_blocks_max=2, stop_s=0.1))
async def test_a_long_search_goes_in_steps(stage: GrpcStage) -> None:
    """Blocks without a match are looked through a few at a time."""
    for _ in range(5):
        stage.backend.make_block()
    stage.backend.pool.submit(stage.delegate(0))
    stage.backend.make_block()
    call = stage.events.Subscribe(Request(module="staking", event="Delegated", from_height=0))
    assert [6] == [found.height for found in await read(call, 1)]


@on_grpc()
async def test_contracts_are_watched_by_address_and_topic(stage: GrpcStage) -> None:
    """Their logs come as they are; an empty topic matches anything."""
    for _ in range(2):
        stage.backend.send(0, COUNTER)
        stage.backend.make_block()
    by_address = stage.events.Subscribe(Request(address=hex_of(COUNTER), from_height=0))
    found = await read(by_address, 2)
    assert [1, 2] == [item.height for item in found]
    assert [False, False] == [item.HasField("event") for item in found]
    by_topic = stage.events.Subscribe(Request(topics=[b"\0" * 32], from_height=2))
    assert [2] == [item.height for item in await read(by_topic, 1)]
    anything = stage.events.Subscribe(Request(address=hex_of(COUNTER), topics=[b""], from_height=0))
    assert [1, 2] == [item.height for item in await read(anything, 2)]


@on_grpc()
async def test_subscriptions_that_contradict_themselves_are_refused(stage: GrpcStage) -> None:
    """Each with what was expected."""
    for request, text in (
        (Request(module="staking", address=hex_of(COUNTER)), "a module or an address expected"),
        (Request(event="Delegated"), "an event is named with its module"),
        (Request(module="staking", event="Delegated", topics=[b""]), "without topics"),
        (Request(module="no"), "module: one of staking, "),
        (Request(module="staking", event="No"), "event: one of "),
        (Request(topics=[b"\1"]), "topics: 32 bytes expected, found 1"),
        (Request(topics=[b""] * 5), "at most 4 topics expected, found 5"),
        (Request(address="0x1"), "address: 0x and 40 hex digits expected"),
    ):
        code, found = told(await failure(stage.events.Subscribe(request)))
        assert grpc.StatusCode.INVALID_ARGUMENT == code
        assert text in found


@on_grpc()
async def test_a_subscription_asks_for_values_of_indexed_fields(stage: GrpcStage) -> None:
    """One delegator's delegations, without knowing how topics are made."""
    for key in (0, 1, 0):
        stage.backend.pool.submit(stage.delegate(key))
        stage.backend.make_block()
    where = [errors_pb2.Field(name="delegator", value=hex_of(ACCOUNTS[0]))]
    fields = {"module": "staking", "event": "Delegated", "where": where}
    call = stage.events.Subscribe(Request(from_height=0, **fields))
    assert [1, 3] == [found.height for found in await read(call, 2)]
    listed = await stage.events.List(events_pb2.ListRequest(**fields))
    assert [1, 3] == [found.height for found in listed.logs]


async def pages(stage: GrpcStage, **fields: Any) -> list[list[tuple[int, int]]]:
    """Return the places of listed logs, page by page."""
    found, token = [], ""
    while not found or token:
        request = events_pb2.ListRequest(page_token=token, **fields)
        page = await asyncio.wait_for(stage.events.List(request), 5)
        found.append([(log.height, log.log_index) for log in page.logs])
        token = page.next_page_token
    return found


@on_grpc()
async def test_old_logs_are_listed_in_pages(stage: GrpcStage) -> None:
    """Pages end inside of blocks too; together they are every log, once and in order."""
    for _ in range(2):
        stage.backend.send(0, LOGGER, gas_limit=200_000)  # 40 logs
        stage.backend.make_block()
    listed = await pages(stage, address=hex_of(LOGGER), page_size=30)
    assert [30, 30, 20] == [len(page) for page in listed]
    together = [place for page in listed for place in page]
    assert together == sorted(set(together))
    assert {1, 2} == {height for height, _ in together}
    one = await pages(stage, address=hex_of(LOGGER), from_height=2, to_height=2)
    assert [40] == [len(page) for page in one]


@on_grpc(GrpcLimits(scan_blocks_max=2, list_blocks_max=3, stop_s=0.1))
async def test_a_page_looks_through_few_blocks(stage: GrpcStage) -> None:
    """It may be empty and yet name the next one, so that no request walks the whole chain."""
    for _ in range(7):
        stage.backend.make_block()
    stage.backend.send(0, COUNTER)
    stage.backend.make_block()
    listed = await pages(stage, address=hex_of(COUNTER))
    assert len(listed) > 2
    assert [8] == [height for page in listed for height, _ in page]


@on_grpc(GrpcLimits(scan_blocks_max=2, stop_s=0.1))
async def test_a_page_reads_few_blocks_where_the_index_cannot_tell(stage: GrpcStage) -> None:
    """Blocks of before the index was are read whole, so fewer of them go into a page."""
    for _ in range(3):
        stage.backend.send(0, COUNTER)
        stage.backend.make_block()
    stage.backend.chain.logs_with = lambda addresses, topics, first, last: (
        LogMatch(Height(height), None) for height in range(first, last + 1)
    )
    listed = await pages(stage, address=hex_of(COUNTER))
    assert [[1], [2, 3]] == [[height for height, _ in page] for page in listed]


@on_grpc()
async def test_lists_of_what_is_not_there_are_refused(stage: GrpcStage) -> None:
    """A height to come, a token of another request."""
    code, text = told(await failure(stage.events.List(events_pb2.ListRequest(to_height=5))))
    expected = "a last height up to 0 expected, found 5"
    assert (grpc.StatusCode.OUT_OF_RANGE, expected) == (code, text)
    request = events_pb2.ListRequest(page_token="3.0")
    code, text = told(await failure(stage.events.List(request)))
    assert (grpc.StatusCode.INVALID_ARGUMENT, True) == (code, "one of the same request" in text)


def test_texts_that_are_topics_appear_as_their_hash() -> None:
    """A topic holds 32 bytes, so a text in it cannot be read back; numbers and addresses can."""
    event = ModelStatusChanged("oak", "oak", ModelStatus.ACTIVE)
    topics, data = encode_event(event)
    hashes = tuple(Hash32(topic.to_bytes(32, "big")) for topic in topics)
    shown = describe_event(assemble(), Log(ModelFees.address, hashes, data))
    assert shown is not None
    expected = {"model": hex_of(keccak256(b"oak")), "model_id": "oak", "status": "ACTIVE"}
    assert expected == fields_of(shown)


def test_logs_that_no_module_declares_are_not_described() -> None:
    """A contract's log, and a module's that is none of its events."""
    stray = Log(ModelFees.address, (Hash32(b"\1" * 32),), b"")
    assert describe_event(assemble(), stray) is None
    assert describe_event(assemble(), Log(COUNTER, (Hash32(b"\1" * 32),), b"")) is None
    assert describe_event(assemble(), Log(ModelFees.address, (), b"")) is None
