"""Records, events, refusals and parameters say what Solidity tools expect them to say."""

import pytest
from eth_abi import decode, encode
from eth_utils import event_signature_to_log_topic, function_signature_to_4byte_selector, keccak
from web3 import Web3

from chain.kit.record import (
    Event,
    Indexed,
    Params,
    Record,
    Refusal,
    Scope,
    camel,
    encode_event,
    encode_refusal,
    field_types,
    indexed_fields,
    param,
    rules_of,
    selector_of,
    signature_of,
    topic_of,
)
from chain.types.primitives import Address, Bps, Seconds, Wei
from tests.chain.kit.demo import DemoParams, Grumpy, Mood, Note, Noted, TooMuch

WHO = Address(b"\xaa" * 20)


class Moved(Event):
    """Coins moved."""

    source: Indexed[Address]
    target: Indexed[Address]
    mood: Indexed[Mood]
    amount_wei: Wei
    notes: tuple[Note, ...]


NOTE_PARTS = [{"name": "author", "type": "address"}, {"name": "text", "type": "string"}]
# The event above as solc would describe it.
MOVED_ABI = {
    "type": "event",
    "name": "Moved",
    "anonymous": False,
    "inputs": [
        {"name": "source", "type": "address", "indexed": True},
        {"name": "target", "type": "address", "indexed": True},
        {"name": "mood", "type": "uint8", "indexed": True},
        {"name": "amount_wei", "type": "uint256", "indexed": False},
        {"name": "notes", "type": "tuple[]", "indexed": False, "components": NOTE_PARTS},
    ],
}


class Everything(Refusal):
    """
    Every shape, in one line.

    This line is for readers of the code.
    """

    who: Address
    mood: Mood
    text: str
    share_bps: Bps


def test_signatures_selectors_and_topics_are_those_of_ethereum_tools():
    """What we hash is what eth_utils hashes of the signature."""
    moved = "Moved(address,address,uint8,uint256,(address,string)[])"
    assert moved == signature_of(Moved)
    assert event_signature_to_log_topic(moved) == topic_of(Moved)
    assert function_signature_to_4byte_selector("TooMuch(uint256,uint256)") == selector_of(TooMuch)
    assert function_signature_to_4byte_selector("Grumpy()") == encode_refusal(Grumpy())


def test_a_refusal_carries_its_values_as_a_custom_error():
    """The revert data decodes with eth_abi to the values given."""
    data = encode_refusal(Everything(WHO, Mood.REFUSES_AT_END, "né", share_bps=Bps(7)))
    types = ["address", "uint8", "string", "uint16"]
    assert ("0x" + WHO.hex(), 2, "né", 7) == decode(types, data[4:])
    assert selector_of(Everything) == data[:4]


def test_a_refusal_reads_as_one_line_with_its_values():
    """The first line of the docstring, then each value by name, as a person writes it."""
    refusal = Everything(WHO, Mood.CALM, "t", Bps(5))
    expected = f"every shape, in one line: who 0x{WHO.hex()}, mood CALM, text t, share_bps 5"
    assert expected == str(refusal)
    assert "the demo does not feel like it" == str(Grumpy())
    assert (999, "TooMuch") == (TooMuch(999, 1_000).number_max, TooMuch.name)


@pytest.mark.parametrize(
    ("values", "named"), [((1,), {}), ((1, 2, 3), {}), ((1, 2), {"more": 1}), ((), {"number": 1})]
)
def test_a_refusal_takes_exactly_its_values(values, named):
    """A refusal with too few, too many or unknown values is our own bug."""
    with pytest.raises(TypeError, match="TooMuch takes"):
        TooMuch(*values, **named)


def test_events_are_logs_that_web3_reads():
    """Topics and data decode by the ABI to the values emitted."""
    event = Moved(WHO, Address(b"\xbb" * 20), Mood.CALM, Wei(2**200), (Note(WHO, "hi"),))
    topics, data = encode_event(event)
    place = {"transactionHash": b"\0" * 32, "blockHash": b"\0" * 32, "transactionIndex": 0}
    log = {"address": "0x" + "00" * 20, "logIndex": 0, "blockNumber": 1, **place}
    entry = {**log, "topics": [topic.to_bytes(32, "big") for topic in topics], "data": data}
    found = Web3().eth.contract(abi=[MOVED_ABI]).events.Moved().process_log(entry)["args"]
    source = Web3.to_checksum_address(WHO)
    assert (source, 0, 2**200) == (found["source"], found["mood"], found["amount_wei"])
    assert [{"author": source, "text": "hi"}] == [dict(note) for note in found["notes"]]


def test_indexed_text_is_known_by_its_hash():
    """A log's topic holds the hash of a text, its data the other fields."""
    topics, data = encode_event(Noted(WHO, "té", 3, "body"))
    assert keccak(text="té") == topics[2].to_bytes(32, "big")
    assert int.from_bytes(WHO, "big") == topics[1]
    assert encode(["uint256", "string"], [3, "body"]) == data
    assert frozenset(("author", "text")) == indexed_fields(Noted)


def test_topics_are_words_texts_or_bytes_and_three_at_most():
    """An event that no log can carry is refused when modules are put together."""

    class Four(Event):
        """One too many."""

        a: Indexed[int]
        b: Indexed[int]
        c: Indexed[int]
        d: Indexed[int]

    class Listed(Event):
        """A list is no topic."""

        items: Indexed[tuple[int, ...]]

    for event in (Four, Listed):
        with pytest.raises(TypeError, match=event.__name__):
            indexed_fields(event)


def test_records_are_frozen_and_know_their_fields():
    """A record cannot be changed in place, and its fields come in the order written."""
    note = Note(WHO, "a")
    with pytest.raises(AttributeError):
        note.text = "b"
    assert ["author", "text"] == list(field_types(Note))
    assert Note(WHO, "a") == note


def test_parameters_carry_their_rules():
    """Bounds, step, cooldown and scope stand with the default."""
    rules = rules_of(DemoParams)
    assert (1, 100, 20, Seconds(60), Scope.NOW, "the lower one") == tuple(
        getattr(rules["low"], name)
        for name in ("minimum", "maximum", "step", "cooldown_s", "scope", "doc")
    )
    assert (None, Scope.NEXT_EPOCH) == (rules["high"].step, rules["high"].scope)
    assert 10 == DemoParams().low


def test_a_parameter_without_rules_is_refused():
    """Every parameter has bounds: a plain field among them is a mistake of its author."""

    class Sloppy(Params):
        """One is declared, one is not."""

        good: int = param(1, "fine", minimum=0, maximum=2)
        bad: int = 1

    with pytest.raises(TypeError, match=r"Sloppy\.bad must be declared by param"):
        rules_of(Sloppy)


def test_parameters_object_to_values_outside_their_bounds_or_at_odds():
    """The first field out of bounds is named, then what does not fit together."""
    assert DemoParams().objection() is None
    assert "low: 1 to 100 allowed, found 101" == DemoParams(low=101).objection()
    assert "low 60 above high 50" == DemoParams(low=60).objection()
    assert Params.check(DemoParams()) is None


def test_names_become_those_of_solidity():
    """Snake case becomes camel case; leading and trailing marks go."""
    spelled = {"voting_power": "votingPower", "a_1_b": "a1B", "_hidden_": "hidden", "id": "id"}
    assert spelled == {name: camel(name) for name in spelled}


def test_a_record_may_have_defaults():
    """A field with a default may be left out."""

    class Optional(Record):
        """One default."""

        a: int
        b: int = 2

    assert (1, 2) == (Optional(1).a, Optional(1).b)
