"""The ABI as JSON, held against the codecs of Ethereum's libraries."""

from typing import Any

import pytest
from eth_abi.abi import encode
from eth_utils.abi import event_abi_to_log_topic, function_abi_to_4byte_selector
from eth_utils.address import to_checksum_address
from eth_utils.crypto import keccak
from web3 import Web3

from chain.kit.module import Module, methods_of
from chain.kit.record import encode_event, selector_of, topic_of
from chain.kit.render.abi_json import abi_of, render_abi
from chain.kit.render.names import events_of, refusals_of
from chain.types.primitives import Address, Bps, Hash32, Height, Seconds, Wei
from modules import MODULES
from tests.chain.kit.render.sample import Branch, Grade, Grown, Leaf, Sample, Stage

ALL = (*MODULES, Sample)
LEAF = Leaf(Address(b"\x0a" * 20), Wei(7))
BRANCH = Branch(
    LEAF,
    (LEAF, LEAF),
    (1, 2, 2**256 - 1),
    Grade.FINE,
    Stage.SHUT,
    Hash32(b"\x0b" * 32),
    b"blob",
    "text \u00fc",
    True,
    Bps(10_000),
    Height(9),
)
LEAF_TUPLE = (to_checksum_address("0x" + "0a" * 20), 7)
BRANCH_TUPLE = (
    *(LEAF_TUPLE, [LEAF_TUPLE, LEAF_TUPLE], [1, 2, 2**256 - 1], 3, 1, b"\x0b" * 32),
    *(b"blob", "text \u00fc", True, 10_000, 9),
)


def entries(module: type[Module], kind: str) -> dict[str, Any]:
    """Return the ABI's entries of one kind by name."""
    return {entry["name"]: entry for entry in abi_of(module) if entry["type"] == kind}


@pytest.mark.parametrize("module", ALL)
def test_selectors_are_those_of_ethereum_libraries(module: type[Module]) -> None:
    """eth_utils computes from the ABI the selector that the dispatcher looks for."""
    functions = [entry for entry in abi_of(module) if entry["type"] == "function"]
    found = {function_abi_to_4byte_selector(entry): entry["name"] for entry in functions}
    assert len(functions) == len(methods_of(module))
    assert found == {s: method.solidity_name for s, method in methods_of(module).items()}


@pytest.mark.parametrize("module", ALL)
def test_topics_and_error_selectors_are_those_of_ethereum_libraries(module: type[Module]) -> None:
    """Logs and reverts decode by the ABI alone."""
    events, errors = entries(module, "event"), entries(module, "error")
    for event in events_of(module):
        assert topic_of(event) == event_abi_to_log_topic(events[event.__name__])
    for refusal in refusals_of(module):
        entry = errors[refusal.__name__]
        types = ",".join(collapse(parameter) for parameter in entry["inputs"])
        assert selector_of(refusal) == keccak(text=f"{refusal.__name__}({types})")[:4]


def collapse(parameter: dict[str, Any]) -> str:
    """Return a parameter's canonical type: a tuple by its parts."""
    if not parameter["type"].startswith("tuple"):
        return str(parameter["type"])
    parts = ",".join(collapse(part) for part in parameter["components"])
    return f"({parts}){parameter['type'][5:]}"


def test_web3_encodes_a_call_as_the_kit_does() -> None:
    """Nested records, lists, enums and text come out byte for byte the same."""
    contract = Web3().eth.contract(abi=abi_of(Sample))
    method = next(m for m in methods_of(Sample).values() if m.name == "grow")
    expected = contract.encode_abi("grow", args=[BRANCH_TUPLE, 5])
    assert expected == "0x" + method.encode_call(BRANCH, Seconds(5)).hex()


def test_eth_abi_reads_the_canonical_types() -> None:
    """The signature's own text describes the encoding."""
    method = next(m for m in methods_of(Sample).values() if m.name == "grow")
    types = [kind.name for kind in method.inputs.values()]
    assert method.encode_call(BRANCH, Seconds(5))[4:] == encode(types, [BRANCH_TUPLE, 5])


def test_web3_decodes_an_event_of_the_kit() -> None:
    """Topics and data of a log become the event's fields by name."""
    topics, data = encode_event(Grown(LEAF.owner, "oak", Grade.FAIR, BRANCH))
    log: Any = {
        "address": to_checksum_address(Sample.address),
        "topics": [topic.to_bytes(32, "big") for topic in topics],
        "data": data,
        "blockNumber": 1,
        "blockHash": b"\0" * 32,
        "transactionHash": b"\0" * 32,
        "transactionIndex": 0,
        "logIndex": 0,
    }
    found = Web3().eth.contract(abi=abi_of(Sample)).events.Grown().process_log(log)["args"]
    assert (keccak(text="oak"), 1) == (found["name"], found["grade"])
    assert ("text \u00fc", 9) == (found["branch"]["text"], found["branch"]["height"])


def test_the_file_ends_with_a_line_and_sorts_its_keys_as_solc_does() -> None:
    """A diff of two versions shows what changed and nothing else."""
    text = render_abi(Sample)
    assert text.endswith("]\n")
    assert list(abi_of(Sample)[0]) != [] and text.index('"inputs"') < text.index('"name"')
