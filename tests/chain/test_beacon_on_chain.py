"""Randomness in real blocks: what does not follow is refused, what is kept back is counted."""

from dataclasses import replace

import pytest

from chain.app import BlockInvalid
from chain.beacon import NoLinks, RevealRefused, SecretLinks, link_between, missing_mix, step
from chain.begin_data import Carried, carried_in, encode_carried
from chain.codec import decode_block, encode_block, seal_header
from chain.store.memory import MemoryStore
from chain.store.trie import ordered_root
from chain.system_transaction import Phase, build_system_transaction
from chain.types.beacon import Reveal, Turn
from chain.types.primitives import ZERO_HASH, Hash32
from modules.beacon.module import Beacon
from modules.beacon.records import TIP_DELAY_BLOCKS
from modules.staking.module import Staking
from modules.staking.records import Standing
from tests.chain.stage import (
    CHAIN_ID,
    COIN_WEI,
    VALIDATOR,
    VALIDATOR_KEYS,
    VALIDATORS,
    Chain,
    genesis_data,
    links_of,
    network_data,
)

FIRST = links_of(VALIDATOR)


def forged(chain: Chain, **fields) -> tuple:
    """The next block with other header fields, named anew."""
    block_id, payload = chain.propose()
    header, transactions, certificate = decode_block(payload)
    other = seal_header(replace(header, **fields))
    return replace(block_id, hash=other.hash), encode_block(other, transactions, certificate)


def carrying(chain: Chain, tip: bytes) -> tuple:
    """The next block with a tip in a begin transaction that its proposer did not put there."""
    block_id, payload = chain.propose()
    header, transactions, certificate = decode_block(payload)
    begin, _ = build_system_transaction(
        header.height, Phase.BEGIN_BLOCK, encode_carried(Carried((), tip))
    )
    body = (begin, *transactions)
    other = seal_header(replace(header, transactions_root=ordered_root([t.raw for t in body])))
    return replace(block_id, hash=other.hash), encode_block(other, body, certificate)


def turn_of(chain: Chain) -> bytes:
    """Whose turn the first round of the next height is."""
    return chain.app.validators().proposer.address


def until_turn_of(chain: Chain, who: bytes) -> None:
    """Make blocks until somebody's turn comes."""
    while turn_of(chain) != who:
        chain.block()


def link_in(chain: Chain, height: int) -> bytes | None:
    """The link that a committed block shows."""
    parent, header = (chain.ledger.block(h).header for h in (height - 1, height))
    return link_between(parent.mix_hash, header.mix_hash)


def test_blocks_in_which_nothing_happens_have_no_transaction():
    """A link is no event and takes no transaction; a block shows it all the same."""
    chain = Chain()
    expected = FIRST.tip(VALIDATOR)
    for height in range(1, 6):
        block = chain.block()
        assert () == block.block.transactions == block.receipts
        link = link_in(chain, height)
        assert expected == step(link, VALIDATOR)
        expected = link
    assert 5 == chain.view(Beacon, "commitment", VALIDATOR).used


def test_any_other_mix_makes_a_block_invalid():
    """A proposer has two mixes to choose from, and a second node accepts no third."""
    proposer, checker = Chain(), Chain()
    proposer.block()
    checker.follow(proposer)
    mix = proposer.head.header.mix_hash
    known = link_in(proposer, 1)
    for wrong in (
        b"\1" * 32,
        mix,
        ZERO_HASH,
        bytes(a ^ b for a, b in zip(mix, known, strict=True)),  # the last link again
        missing_mix(missing_mix(mix)),
    ):
        with pytest.raises(BlockInvalid, match="mix_hash: the link behind"):
            checker.app.validate(2, *forged(proposer, mix_hash=Hash32(wrong)))
    # The right mix for a link that is kept back, but a state in which it was shown.
    with pytest.raises(BlockInvalid, match="state_root"):
        checker.app.validate(2, *forged(proposer, mix_hash=missing_mix(mix)))
    checker.app.validate(2, *proposer.propose())


def test_a_block_that_came_by_synchronisation_is_judged_as_strictly():
    """The same check stands in the way of a decided block with another mix."""
    proposer, late = Chain(), Chain()
    block_id, payload = forged(proposer, mix_hash=Hash32(b"\1" * 32))
    with pytest.raises(BlockInvalid, match="mix_hash"):
        late.app.validate(1, block_id, payload)
    for _ in range(3):
        proposer.block()
    late.follow(proposer)
    assert proposer.head == late.head


def test_a_link_kept_back_is_valid_and_costs():
    """The block stands, its mix is the one of a missing link, and the stake pays in it."""
    mean, checker = Chain(links=NoLinks()), Chain()
    block = mean.block()
    checker.follow(mean)
    assert missing_mix(ZERO_HASH) == block.header.mix_hash
    for chain in (mean, checker):
        assert COIN_WEI == chain.view(Staking, "total_slashed")
        assert 1 == chain.view(Beacon, "misses", VALIDATOR).in_window
    assert mean.head == checker.head


def test_who_keeps_back_too_many_links_loses_its_seat():
    """Three are allowed, the fourth jails: two blocks on the set is without it."""
    data = network_data(100, 400, 300, 200)
    chain = Chain(data=data, keys=VALIDATOR_KEYS[:4], links=NoLinks())
    for number in range(1, 5):
        until_turn_of(chain, VALIDATOR)
        chain.block()
        assert number == chain.view(Beacon, "misses", VALIDATOR).total
    assert Standing.JAILED == chain.view(Staking, "standing_of", VALIDATOR)
    chain.block()
    assert VALIDATOR not in chain.app.validators()
    assert VALIDATORS[1] in chain.app.validators()


def test_only_the_first_rounds_proposer_moves_the_mix():
    """
    Who lets its proposal fail cannot choose whose link comes in: no one's does.

    So a height has two mixes, whoever proposes and in whatever round it is decided.
    """
    data, keys = network_data(400, 300, 200, 100), VALIDATOR_KEYS[:4]
    nodes = [Chain(data=data, keys=(key, *keys)) for key in keys]
    first, *later = sorted(nodes, key=lambda node: node.proposer != turn_of(node))
    mixes = {decode_block(node.propose()[1])[0].mix_hash for node in later}
    assert {missing_mix(ZERO_HASH)} == mixes
    block_id, payload = first.propose()
    assert decode_block(payload)[0].mix_hash not in mixes
    for node in later:
        node.app.validate(1, block_id, payload)
    other = later[0].proposer
    link = links_of(other).reveal(Turn(other, links_of(other).tip(other), 1, 0)).link
    with pytest.raises(BlockInvalid, match="mix_hash"):
        first.app.validate(1, *forged(later[0], mix_hash=link))


def test_a_tip_travels_in_the_proposers_own_block():
    """A validator without a chain names one in its first block, and opens it when it acts."""
    data = genesis_data(beacon={})
    proposer, checker = Chain(data=data), Chain(data=data)
    block = proposer.block()
    (begin,) = block.block.transactions
    assert Carried((), FIRST.tip(VALIDATOR)) == carried_in([begin])
    for _ in range(TIP_DELAY_BLOCKS - 1):
        assert () == proposer.block().block.transactions
        assert link_in(proposer, proposer.head.header.height) is None
    proposer.block()
    assert FIRST.tip(VALIDATOR) == step(link_in(proposer, proposer.head.header.height), VALIDATOR)
    checker.follow(proposer)
    assert proposer.head == checker.head
    assert 0 == checker.view(Beacon, "misses", VALIDATOR).total


def test_a_tip_that_is_not_the_proposers_to_name_is_refused():
    """While a tip waits, and in a block that execution makes otherwise, there is no other."""
    data = genesis_data(beacon={})
    proposer, checker = Chain(data=data), Chain(data=data)
    proposer.block()
    checker.follow(proposer)
    with pytest.raises(BlockInvalid, match="no new chain"):
        checker.app.validate(2, *carrying(proposer, b"\7" * 32))
    started, other = Chain(), Chain()
    with pytest.raises(BlockInvalid, match="_root|gas_used|logs_bloom"):
        other.app.validate(1, *carrying(started, b"\7" * 32))


def test_a_node_that_dies_goes_on_with_the_same_links():
    """Where its chain stands is in the state: the secret alone brings everything back."""
    store = MemoryStore()
    chain = Chain(store)
    for _ in range(3):
        chain.block()
    again = Chain(store, links=SecretLinks(b"links of " + VALIDATOR, CHAIN_ID))
    again.time_ms = chain.time_ms
    first, _ = again.propose(0)
    again.time_ms = chain.time_ms
    assert first == again.propose(0)[0]  # a round that fails shows the same link again
    again.block()
    assert step(link_in(again, 4), VALIDATOR) == link_in(again, 3)
    assert 0 == again.view(Beacon, "misses", VALIDATOR).total


def test_a_node_that_lost_its_secret_commits_anew_for_one_link():
    """It names another chain in its next block, and pays for the link that it could not show."""
    store = MemoryStore()
    Chain(store).block()
    found = SecretLinks(b"found", CHAIN_ID)
    chain = Chain(store, links=found)
    for _ in range(TIP_DELAY_BLOCKS):
        chain.block()
    assert found.tip(VALIDATOR, 2) == chain.view(Beacon, "commitment", VALIDATOR).pending_tip
    chain.block()
    height = chain.head.header.height
    assert found.tip(VALIDATOR, 2) == step(link_in(chain, height), VALIDATOR)
    assert 1 == chain.view(Beacon, "misses", VALIDATOR).total


def test_a_source_that_errs_makes_no_invalid_block():
    """A proposer never votes for a block that others would refuse: it is told at once."""

    class Wrong:
        def reveal(self, turn):
            return Reveal(Hash32(b"\1" * 32))

    with pytest.raises(RevealRefused, match="mix_hash"):
        Chain(links=Wrong()).propose()
