"""Commitments and slots: the same bytes as the module's, and as the description's own words."""

from eth_utils.address import to_checksum_address
from hypothesis import given
from hypothesis import strategies as st

from bridge import packets, records
from chain.kit.abi import Uint64
from chain.types.primitives import Address, Hash32, Seconds
from modules.bridge import packets as module
from modules.bridge import records as module_records
from tests.bridge import packets as words

ADDRESSES = st.binary(min_size=20, max_size=20).map(Address)
NUMBERS = st.integers(1, 2**64 - 1).map(Uint64)
ENDS = st.builds(records.End, st.integers(1, 2**64), ADDRESSES, NUMBERS)


def as_words(end):
    """Return an end as the description's packets have it."""
    return end.chain_id, to_checksum_address(end.bridge), end.route


@given(ENDS, ENDS, NUMBERS, NUMBERS, st.binary(max_size=99), ADDRESSES, st.booleans())
def test_all_three_agree(source, destination, sequence, timeout_s, payload, payee, success):
    """Relayer, module and description commit to packets and answers in the same way."""
    packet = records.Packet(sequence, Seconds(timeout_s), payload)
    found = packets.packet_commitment(source, destination, packet)
    ends = [module_records.End(e.chain_id, e.bridge, e.route) for e in (source, destination)]
    theirs = module_records.Packet(sequence, Seconds(timeout_s), payload)
    assert found == module.packet_commitment(*ends, theirs)
    described = words.Packet(sequence, timeout_s, payload)
    assert found == words.commitment_of(as_words(source), as_words(destination), described)
    result = Hash32(found[::-1])
    answer = records.Acknowledgement(success, payee, result)
    mine = packets.acknowledgement_commitment(found, answer)
    assert mine == module.acknowledgement_commitment(
        found, module_records.Acknowledgement(success, payee, result)
    )
    outcome = words.Acknowledgement(success, to_checksum_address(payee), result)
    assert mine == words.acknowledgement_of(found, outcome)


@given(NUMBERS, NUMBERS)
def test_slots_agree(route, sequence):
    """All know where the three mappings keep a word."""
    names = ("COMMITMENTS_SLOT", "RECEIPTS_SLOT", "ACKNOWLEDGEMENTS_SLOT")
    for name, mapping in zip(names, (32, 33, 34), strict=True):
        assert mapping == getattr(packets, name) == getattr(module, name)
        found = packets.slot_of(mapping, route, sequence)
        assert found == module.place_of(mapping, route, sequence)
        assert found == words.slot_of(mapping, route, sequence)
