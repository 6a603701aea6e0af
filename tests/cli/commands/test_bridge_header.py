"""`kumiai bridge header`: what a proposal takes, and what its voters compare."""

import json

import pytest

from chain.codec.header import decode_header, encode_header
from chain.types.header import Header
from chain.types.primitives import Height, Seconds
from rpc.records import show_header
from tests.cli.conftest import Kumiai
from tests.cli.fake_node import CHAIN_ID, FakeNode
from tests.modules.bridge.sealing import header_of
from tests.modules.bridge.town import hashed

FINAL = Height(7)


@pytest.fixture
def header(node: FakeNode) -> Header:
    """The node's final block."""
    time_s = Seconds(1_790_000_000)
    found = header_of(None, FINAL, time_s, hashed(b"root"), hashed(b"set"))  # type: ignore[arg-type]
    node.answers["eth_getBlockByNumber"] = show_header(found)
    return found


def test_the_header_alone_is_the_answer(kumiai: Kumiai, header: Header) -> None:
    """A variable can take it; chain, height, time and hash are told beside it."""
    answer = kumiai("bridge", "header")
    assert 0 == answer.status, answer.err
    raw = bytes.fromhex(answer.out.removeprefix("0x"))
    assert encode_header(header) == raw and header == decode_header(raw)
    told = f"block 7 of chain {CHAIN_ID}, 2026-09-21 14:13:20 UTC: 0x{header.hash.hex()}\n"
    assert told == answer.err


def test_programs_are_told_all_of_it(kumiai: Kumiai, header: Header) -> None:
    """One object, on stdout."""
    answer = kumiai("bridge", "header", "--height", str(FINAL), "--json")
    assert {
        "chain_id": CHAIN_ID,
        "height": FINAL,
        "time_s": header.timestamp_s,
        "hash": "0x" + header.hash.hex(),
        "header": "0x" + encode_header(header).hex(),
    } == json.loads(answer.out)
    assert "" == answer.err


def test_a_block_that_is_not_final_is_refused(kumiai: Kumiai, header: Header) -> None:
    """What may still be taken back is nothing to trust."""
    answer = kumiai("bridge", "header", "--height", "8")
    assert (1, "") == (answer.status, answer.out)
    assert "a final block expected, at most 7" in answer.err and "found 8" in answer.err


def test_a_node_that_changes_a_header_is_caught(
    kumiai: Kumiai, node: FakeNode, header: Header
) -> None:
    """Bytes that do not give the hash are never printed."""
    node.answers["eth_getBlockByNumber"] |= {"stateRoot": "0x" + "66" * 32}
    answer = kumiai("bridge", "header")
    assert (1, "") == (answer.status, answer.out)
    assert "does not hash to" in answer.err
