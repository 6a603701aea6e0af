"""go-ethereum's genesis file."""

import json
from typing import Any

import pytest

from chain.codec import keccak256
from chain.errors import Malformed
from cli.conformance.genesis import parse_genesis
from tests.cli.conformance.ground import CHAIN_ID, GENESIS, LOGGER, SENDER, STORER, Built


def changed(**fields: Any) -> bytes:
    """The file with other fields."""
    return json.dumps({**GENESIS, **fields}).encode()


def test_accounts_code_and_storage_are_read() -> None:
    """Balances in hex, code by its hash, storage by its slot."""
    found = parse_genesis(changed())
    assert CHAIN_ID == found.chain_id
    assert (0, 10**21) == found.state.accounts[SENDER][:2]  # type: ignore[index]
    code_hash = found.state.accounts[LOGGER][2]  # type: ignore[index]
    assert keccak256(found.state.codes[code_hash]) == code_hash
    assert {STORER: {0: 5}} == found.state.storage


def test_block_0_has_the_files_fields(built: Built) -> None:
    """Fifteen fields, with the root of the state that the file describes."""
    block = built.chain.block(0)
    assert block is not None
    header = block.header
    assert (0, 0x20000, b"\x01") == (header.height, header.difficulty, header.extra_data)
    assert header.hash == built.blocks[0].header.parent_hash


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"{", "genesis file of go-ethereum expected"),
        (b"[]", "genesis file of go-ethereum expected"),
        (b'{"config": {"chainId": 1}}', "genesis file of go-ethereum expected"),
        (changed(config=[]), "genesis file of go-ethereum expected"),
        (changed(alloc=[]), "objects at config and alloc expected"),
        (changed(config={"chainId": "1"}), "genesis chainId: a number expected"),
        (changed(alloc={"12": {}}), "genesis address: 20 bytes expected, found 1"),
        (changed(alloc={"00" * 20: {"code": "0xzz"}}), "genesis code: hex expected"),
        (changed(alloc={"00" * 20: {"nonce": "x"}}), "genesis nonce: a number expected"),
        (changed(alloc={"00" * 20: {"balance": -1}}), "genesis balance: 0 to"),
        (changed(alloc={"00" * 20: []}), "an object expected"),
        (changed(config={"chainId": 1, "londonBlock": 0}), "begins at Frontier or Homestead"),
    ],
)
def test_what_is_no_genesis_is_refused(text: bytes, message: str) -> None:
    """The field and what was expected are told."""
    with pytest.raises(Malformed, match=message):
        parse_genesis(text)
