"""What every node answers alike, read so that a node that lies is caught or does no harm."""

import asyncio

import pytest
from eth_hash.auto import keccak

from bridge.endpoint import AnswerInvalid
from bridge.ends.ethereum import Ethereum, header_bytes, word
from chain.codec import decode_header, encode_header
from chain.types.primitives import Address, Height
from tests.bridge.light import Source
from tests.bridge.rpc import Scripted

BRIDGE = Address(b"\x08" * 20)
FIELDS = {
    "parentHash": "parent_hash", "miner": "coinbase", "stateRoot": "state_root",
    "transactionsRoot": "transactions_root", "receiptsRoot": "receipts_root",
    "logsBloom": "logs_bloom", "number": "height", "gasLimit": "gas_limit",
    "gasUsed": "gas_used", "timestamp": "timestamp_s", "extraData": "extra_data",
    "mixHash": "mix_hash", "baseFeePerGas": "base_fee_per_gas_wei",
    "parentBeaconBlockRoot": "parent_beacon_block_root", "hash": "hash",
}  # fmt: skip
EMPTY_UNCLES = "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347"


def shown(header):
    """Return a header as eth_getBlockByNumber shows it."""
    block = {
        "sha3Uncles": EMPTY_UNCLES,
        "difficulty": "0x0",
        "nonce": "0x" + "00" * 8,
        "withdrawalsRoot": "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421",
        "blobGasUsed": "0x0",
        "excessBlobGas": "0x0",
        "requestsHash": "0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    }
    for name, field in FIELDS.items():
        value = getattr(header, field)
        block[name] = hex(value) if isinstance(value, int) else "0x" + value.hex()
    return block


@pytest.fixture
def header():
    """A header of Prague."""
    source = Source(1)
    return source.blocks[source.heights[0]].header


def test_a_header_is_the_bytes_that_give_its_hash(header):
    """Rebuilt from JSON it hashes to what the chain calls it."""
    raw = header_bytes(shown(header))
    assert encode_header(header) == raw and keccak(raw) == header.hash
    assert header == decode_header(raw)
    node = Ethereum(Scripted(eth_getBlockByNumber=shown(header)))
    found = asyncio.run(node.header(header.height))
    assert (header.hash, raw) == (found.hash, found.raw)


@pytest.mark.parametrize("name", ["stateRoot", "timestamp", "hash", "extraData", "requestsHash"])
def test_a_header_that_was_tampered_with_is_caught(header, name):
    """No field can be changed without the hash, and no hash without the fields."""
    block = shown(header)
    block[name] = block[name][:-1] + ("0" if block[name][-1] != "0" else "1")
    node = Ethereum(Scripted(eth_getBlockByNumber=block))
    with pytest.raises(AnswerInvalid, match="does not hash to"):
        asyncio.run(node.header(header.height))


def test_an_older_fork_has_fewer_fields(header):
    """What a chain does not have is not encoded."""
    block = shown(header)
    for name in ("requestsHash", "parentBeaconBlockRoot", "excessBlobGas", "blobGasUsed"):
        del block[name]
    assert len(header_bytes(block)) < len(header_bytes(shown(header)))
    del block["nonce"]
    with pytest.raises(AnswerInvalid, match="nonce expected"):
        header_bytes(block)


def test_another_height_than_the_one_asked_for_is_caught(header):
    """A true header in the wrong place is no answer."""
    node = Ethereum(Scripted(eth_getBlockByNumber=shown(header)))
    with pytest.raises(AnswerInvalid, match="found another"):
        asyncio.run(node.header(Height(header.height + 1)))
    with pytest.raises(AnswerInvalid, match="in sync"):
        asyncio.run(Ethereum(Scripted(eth_getBlockByNumber=None)).header(Height(1)))


def log(height, index, address="0x" + "08" * 20):
    """Return a log as a node shows it."""
    place = {"blockNumber": hex(height), "logIndex": hex(index), "address": address}
    return {"topics": [word(1)], "data": "0x", **place}


def test_logs_come_in_order_and_only_those_asked_for():
    """Of other contracts or other blocks none is believed."""
    node = Ethereum(Scripted(eth_getLogs=[log(6, 0), log(5, 3), log(5, 1)]))
    found = asyncio.run(node.logs(BRIDGE, [], Height(5), Height(6)))
    assert [(5, 1), (5, 3), (6, 0)] == [(one.height, one.index) for one in found]
    for wrong in ([log(7, 0)], [log(5, 0, "0x" + "09" * 20)], None, [5], [{}]):
        with pytest.raises(AnswerInvalid):
            node = Ethereum(Scripted(eth_getLogs=wrong))
            asyncio.run(node.logs(BRIDGE, [], Height(5), Height(6)))


def test_a_proof_has_one_slot_and_a_bounded_number_of_nodes():
    """Whether it proves anything is for the chain, and the relayer, to say."""
    answer = {"accountProof": ["0x01"], "storageProof": [{"proof": ["0x02", "0x03"]}]}
    found = asyncio.run(Ethereum(Scripted(eth_getProof=answer)).proof(BRIDGE, 5, Height(9)))
    assert (9, (b"\x01",), (b"\x02", b"\x03")) == (
        found.height, found.account_nodes, found.slot_nodes,
    )  # fmt: skip
    for wrong in (
        {**answer, "storageProof": []},
        {**answer, "accountProof": ["0x01"] * 66},
        {**answer, "accountProof": ["zz"]},
        None,
    ):
        with pytest.raises(AnswerInvalid):
            asyncio.run(Ethereum(Scripted(eth_getProof=wrong)).proof(BRIDGE, 5, Height(9)))


def test_a_head_has_height_time_and_hash(header):
    """What is final, as the node says."""
    node = Ethereum(Scripted(eth_getBlockByNumber=shown(header), eth_chainId="0x5"))
    head = asyncio.run(node.head())
    assert (header.height, header.timestamp_s, header.hash) == (head.height, head.time_s, head.hash)
    assert header.hash == asyncio.run(node.block_hash(header.height))
    assert 5 == asyncio.run(node.chain_id())
    with pytest.raises(AnswerInvalid, match="32 bytes"):
        short = {**shown(header), "hash": "0x01"}
        asyncio.run(Ethereum(Scripted(eth_getBlockByNumber=short)).head())
