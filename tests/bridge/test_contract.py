"""Calls, answers and logs: each function and event here is one that a bridge has."""

import json

import pytest
from eth_hash.auto import keccak

from bridge import attester, packet_calls, updates
from bridge.contract import Function, Log, read_log
from bridge.endpoint import AnswerInvalid
from bridge.ends import evm, kumiai
from chain.kit.abi import Uint64
from chain.kit.record import Event, field_types, indexed_fields, signature_of
from tests.bridge.artefacts import ROOT, load

MODULE = json.loads((ROOT / "modules" / "bridge" / "abi.json").read_text())
GATEWAY = load("Gateway")["Gateway"]["abi"]
CLIENT = load("LightClient")["LightClient"]["abi"]


def type_of(part):
    """Return an ABI item's type, tuples written out."""
    if not part["type"].startswith("tuple"):
        return part["type"]
    inner = ",".join(type_of(piece) for piece in part["components"])
    return f"({inner}){part['type'][5:]}"


def signatures(abi, kind):
    """Return an ABI's items of a kind by their signatures."""
    return {
        f"{item['name']}({','.join(type_of(part) for part in item['inputs'])})": item
        for item in abi
        if item["type"] == kind
    }


def functions(place):
    """Return the functions that a module of ours calls."""
    return [value for value in vars(place).values() if isinstance(value, Function)]


OF_MODULE = [
    *functions(kumiai),
    *functions(packet_calls),
    *functions(attester),
    updates.UPDATE_CLIENT,
]
OF_GATEWAY = [*functions(packet_calls), evm.ROUTES, evm.PAUSED]
OF_CLIENT = [evm.LATEST, evm.LIVE, evm.PERIOD, evm.TRUSTED, updates.UPDATE_GATEWAY]


@pytest.mark.parametrize(
    ("abi", "function"),
    [
        *((MODULE, one) for one in OF_MODULE),
        *((GATEWAY, one) for one in OF_GATEWAY),
        *((CLIENT, one) for one in OF_CLIENT),
    ],
    ids=lambda value: value.name if isinstance(value, Function) else "",
)
def test_every_function_is_there_and_gives_what_we_read(abi, function):
    """A signature that changed at a bridge must change here, or nothing is delivered."""
    by_selector = {
        keccak(name.encode())[:4]: item for name, item in signatures(abi, "function").items()
    }
    item = by_selector[function.selector]
    wanted = [kind.name for kind in function._outputs]
    if wanted:
        assert wanted == [type_of(part) for part in item["outputs"]]


@pytest.mark.parametrize(
    ("abi", "event"),
    [
        *((MODULE, one) for one in (*kumiai.EVENTS, kumiai.HeaderAttested)),
        *((GATEWAY, one) for one in evm.EVENTS),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_every_event_is_there_with_its_topics(abi, event):
    """An event that is read otherwise than it is written is never seen."""
    item = signatures(abi, "event")[signature_of(event)]
    topics = [part["indexed"] for part in item["inputs"]]
    assert topics == [name in indexed_fields(event) for name in field_types(event)]


def log_of(**fields):
    """Return a log of TimedOut(1, 7), with other fields where they are given."""
    topics = [kumiai.topics_of(evm.TimedOut)[0], *(f"0x{n:064x}" for n in (1, 7))]
    place = {"address": "0x" + "11" * 20, "blockNumber": "0x5", "logIndex": "0x0"}
    return {"topics": topics, "data": "0x", **place, **fields}


def test_a_log_is_read_strictly():
    """Another event, missing topics, bytes too many: the node's fault, not a guess."""
    found = read_log(evm.TimedOut, Log(log_of()))
    assert (1, 7) == (found.route, found.sequence) and isinstance(found, Event)
    topics = log_of()["topics"]
    for wrong in (
        {"topics": topics[:2]},
        {"topics": [topics[1], *topics[1:]]},
        {"topics": [topics[0], topics[1], "0x" + "ff" * 32]},
        {"topics": []},
        {"topics": None},
        {"blockNumber": None},
    ):
        with pytest.raises(AnswerInvalid):
            read_log(evm.TimedOut, Log(log_of(**wrong)))


def test_an_answer_of_another_form_is_the_contracts_fault():
    """What a view returns is as long as its types, or refused."""
    view = Function("count", gives=[Uint64])
    assert 5 == view.decode(f"0x{5:064x}")
    for wrong in ("0x", f"0x{2**64:064x}", None):
        with pytest.raises(AnswerInvalid):
            view.decode(wrong)
