"""What refusals mean: each name that is known here is one that a bridge says."""

import json

import pytest
from eth_hash.auto import keccak

from bridge import refusals
from bridge.refusals import Standing, name_of, standing_of
from tests.bridge.artefacts import ROOT, load

ABIS = (
    json.loads((ROOT / "modules" / "bridge" / "abi.json").read_text()),
    load("Gateway")["Gateway"]["abi"],
    load("LightClient")["LightClient"]["abi"],
)
SAID = {
    f"{item['name']}({','.join(part['type'] for part in item['inputs'])})"
    for abi in ABIS
    for item in abi
    if item["type"] == "error"
}


@pytest.mark.parametrize("text", [*refusals._DONE, *refusals._LATER, *refusals._WRONG])
def test_every_refusal_is_one_that_a_bridge_says(text):
    """A name or type that changed there must change here, or a rival's work looks like a fault."""
    assert text in SAID
    assert text.partition("(")[0] == name_of(keccak(text.encode())[:4] + bytes(32))


def test_what_is_unknown_is_wrong_and_shown_as_it_is():
    """Strange revert data is no excuse to try for ever at once."""
    assert "0xdeadbeef" == name_of(bytes.fromhex("deadbeef00"))
    assert "" == name_of(b"")
    assert Standing.WRONG is standing_of("0xdeadbeef")


def test_a_rivals_work_is_done_and_a_full_bucket_waits():
    """The two refusals that an honest relayer meets most."""
    assert Standing.DONE is standing_of("AlreadyReceived")
    assert Standing.LATER is standing_of("LimitReached")
