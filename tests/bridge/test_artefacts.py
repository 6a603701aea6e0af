"""The compiled gateway is what its sources say, fits on chains, and keeps its slots."""

import pytest

from tests.bridge.artefacts import (
    CONTRACTS,
    GATEWAY,
    PLACES,
    compile_all,
    load,
    path_of,
    render_all,
)

pytestmark = [pytest.mark.npm, pytest.mark.timeout(400)]
CODE_BYTES_MAX = 24_576  # EIP-170
INITCODE_BYTES_MAX = 49_152  # EIP-3860
PROVABLE = {"commitments": 32, "receipts": 33, "acknowledgements": 34}


@pytest.fixture(scope="module")
def compiled():
    """What the compiler makes of the sources."""
    return compile_all()


def test_artefacts_are_what_the_compiler_makes(compiled):
    """Nobody has touched the code that is checked in, nor forgotten to compile it."""
    for name, text in render_all(compiled).items():
        assert text == path_of(name).read_text(), f"run: python -m tests.bridge.artefacts ({name})"


def test_every_contract_can_be_deployed(compiled):
    """No contract is longer than chains take."""
    for name, place in PLACES.items():
        for found in compiled[f"{place}/{name}.sol"].values():
            code = found["evm"]["deployedBytecode"]["object"]
            assert len(code) // 2 <= CODE_BYTES_MAX, name
            assert len(found["evm"]["bytecode"]["object"]) // 2 <= INITCODE_BYTES_MAX, name


@pytest.mark.parametrize(
    ("place", "name"),
    [(f"{GATEWAY}/Gateway.sol", "Gateway"), (f"{CONTRACTS}/Upgrades.sol", "NextGateway")],
)
def test_what_is_proven_lies_at_the_slots_that_every_bridge_has(compiled, place, name):
    """Commitments, receipts and acknowledgements are at slots 32, 33 and 34, in each version."""
    layout = compiled[place][name]["storageLayout"]["storage"]
    slots = {item["label"]: int(item["slot"]) for item in layout}
    assert PROVABLE == {label: slots[label] for label in PROVABLE}
    assert max(slots.values()) == max(PROVABLE.values())


def test_an_upgrade_moves_no_slot(compiled):
    """The storage of the version that follows begins with this one's, word for word."""
    old = layout_of(compiled[f"{GATEWAY}/Gateway.sol"]["Gateway"])
    new = layout_of(compiled[f"{CONTRACTS}/Upgrades.sol"]["NextGateway"])
    assert old == new[: len(old)]


def test_the_artefacts_load():
    """A relayer finds ABI and code under each contract's name."""
    for name in PLACES:
        for found in load(name).values():
            assert found["bytecode"].startswith("0x") and found["abi"] is not None


def layout_of(contract):
    """Return the words of a contract's storage, with their places."""
    storage = contract["storageLayout"]["storage"]
    return [(item["label"], item["slot"], item["offset"]) for item in storage]
