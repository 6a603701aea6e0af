"""An EVM chain by validators' word: how much of it counts, and what it then proves."""

from dataclasses import replace

import pytest
from eth_hash.auto import keccak

from chain.codec import rlp
from chain.codec.header import encode_header, seal_header
from chain.kit.abi import Uint64
from chain.types.header import Header
from chain.types.primitives import Hash32, Height, Seconds
from chain.types.validators import Validator
from modules.bridge.clients import HEIGHT_FIELD, TIME_FIELD
from modules.bridge.events import ClientFrozen, HeaderAttested
from modules.bridge.packets import COMMITMENTS_SLOT
from modules.bridge.records import ClientState
from modules.bridge.refusals import HeaderRefused, NoContradiction
from tests.modules.bridge.sealing import header_of
from tests.modules.bridge.town import RELAYER, answer_of, hashed
from tests.modules.bridge.witnesses import CLIENT, Witnesses
from tests.modules.stage import COIN, account


@pytest.fixture
def town() -> Witnesses:
    """Return two chains, one of which attests to the other."""
    return Witnesses()


def test_more_than_two_thirds_make_a_header_trusted(town: Witnesses):
    """75 of 100 suffice, 65 do not; the header must hash to what was attested."""
    height = town.b.seal()
    block_hash = town.b.blocks[height].hash
    town.attest(0, 2, height=height, block_hash=block_hash)  # 40 and 25 of 100
    assert town.a.logged(HeaderAttested(CLIENT, height, town.validators[0], block_hash))
    assert block_hash == town.a.do("attested", CLIENT, height, town.validators[0])
    with town.a.refuses(HeaderRefused, "power of more than 2/3"):
        town.a.do("update_client", CLIENT, town.shown(height))
    town.attest(1, height=height, block_hash=block_hash)
    assert town.a.do("update_client", CLIENT, town.shown(height))
    assert block_hash == town.a.do("header", CLIENT, height).hash
    with town.a.refuses(HeaderRefused):
        town.a.do("update_client", CLIENT, town.shown(height) + b"\0")


def test_exactly_two_thirds_are_not_enough(town: Witnesses):
    """The share is exceeded, not reached; an empty set, or one without power, trusts nobody."""
    height = town.b.seal()
    town.attest(0, 1, height=height, block_hash=town.b.blocks[height].hash)
    members = town.a.council.members
    for powers in ((1, 1, 1), (0, 0, 0)):
        town.a.council.members = [_with_power(m, p) for m, p in zip(members, powers, strict=True)]
        with town.a.refuses(HeaderRefused):
            town.a.do("update_client", CLIENT, town.shown(height))
    town.a.council.members = []
    with town.a.refuses(HeaderRefused):
        town.a.do("update_client", CLIENT, town.shown(height))


def _with_power(member: Validator, power: int) -> Validator:
    return replace(member, power=power)


def test_power_without_a_bond_counts_for_the_whole_only(town: Witnesses):
    """A validator that left attests no more, and its power still stands in the total."""
    height = town.b.seal()
    town.attest(0, 1, height=height, block_hash=town.b.blocks[height].hash)
    town.a.do("leave_attesters", sender=town.sender(1))
    with town.a.refuses(HeaderRefused):
        town.a.do("update_client", CLIENT, town.shown(height))


def test_words_about_two_blocks_do_not_add_up(town: Witnesses):
    """Power is counted for one hash: halves for two blocks accept neither."""
    height = town.b.seal()
    town.attest(0, height=height, block_hash=town.b.blocks[height].hash)
    town.attest(1, 2, height=height, block_hash=hashed(b"other"))
    with town.a.refuses(HeaderRefused):
        town.a.do("update_client", CLIENT, town.shown(height))


def test_one_header_proves_every_packet_in_it(town: Witnesses):
    """Packets of an attested chain are proven by its state root, each counted once."""
    number = town.route()
    packets = [town.send(town.b, route=Uint64(2)) for _ in range(3)]
    height = town.accepted(0, 1)
    for packet in packets:
        proof = town.b.proof(height, COMMITMENTS_SLOT, 2, packet.sequence)
        town.a.do("deliver", Uint64(number), packet, proof, account(RELAYER))
        assert answer_of(town.a).success
    assert 3 * COIN == town.a.outstanding(False, route=number)


def test_a_header_that_does_not_follow_freezes(town: Witnesses):
    """A child that names another parent than the accepted one is a fork, by whose word ever."""
    height = town.accepted(0, 1)
    child = header_of(
        None, Height(height + 1), Seconds(town.b.time_s), hashed(b"root"), hashed(b"set")
    )
    town.attest(0, 1, height=child.height, block_hash=child.hash)
    assert town.a.do("update_client", CLIENT, encode_header(child)) is False
    assert height == town.a.last(ClientFrozen).against
    assert ClientState.FROZEN == town.a.do("client", CLIENT).state


def at_time(height: int, time_s: int) -> Header:
    """Return a header of a height and time, with no parent that is known."""
    header = header_of(None, Height(height), Seconds(1), hashed(b"r"), hashed(b"s"))
    return seal_header(replace(header, timestamp_s=Seconds(time_s)))


def test_a_time_that_goes_back_freezes(town: Witnesses):
    """A later block of an earlier time is shown against the earlier one by anybody."""
    early = town.accepted(0, 1)
    town.b.seal()
    town.b.seal()
    late = town.accepted(0, 1)
    with town.a.refuses(NoContradiction):
        town.a.do("submit_misbehaviour", CLIENT, town.shown(late), early)
    between = at_time(early + 2, town.b.blocks[early].header.timestamp_s - 1)
    town.attest(0, 1, height=between.height, block_hash=between.hash)
    town.a.do("submit_misbehaviour", CLIENT, encode_header(between), early)
    assert ClientState.FROZEN == town.a.do("client", CLIENT).state


def test_a_time_that_stands_still_is_an_evm_chains_right(town: Witnesses):
    """Chains of whole seconds make several blocks in one (anvil, rollups): nothing is forked."""
    early = town.accepted(0, 1)
    header = at_time(early + 2, town.b.blocks[early].header.timestamp_s)
    town.attest(0, 1, height=header.height, block_hash=header.hash)
    assert town.a.do("update_client", CLIENT, encode_header(header))
    assert ClientState.ACTIVE == town.a.do("client", CLIENT).state


def test_a_header_of_height_zero_is_judged_like_any_other(town: Witnesses):
    """Below it is no block to compare with; its time, before the trusted one's, fits its height."""
    fields = list(rlp.decode_list(town.shown(town.b.seal()), "header"))
    fields[HEIGHT_FIELD], fields[TIME_FIELD] = b"", b"\1"
    header = rlp.encode(fields)
    town.attest(0, 1, 2, height=0, block_hash=Hash32(keccak(header)))
    assert town.a.do("update_client", CLIENT, header)
