"""The beacon's rule and a validator's own side of it."""

from dataclasses import replace

import pytest
from eth_hash.auto import keccak
from hypothesis import given
from hypothesis import strategies as st

from chain import beacon, params
from chain.beacon import (
    CHAINS_KEPT_MAX,
    REFILL_LINKS,
    HashChain,
    NoLinks,
    RevealRefused,
    SecretLinks,
    check_reveal,
    link_between,
    missing_mix,
    mix_after,
    step,
)
from chain.types.beacon import NO_REVEAL, NO_TURN, Reveal, Turn
from chain.types.primitives import ZERO_HASH, Address, Hash32

ALICE, BOB = Address(b"\x0a" * 20), Address(b"\x0b" * 20)
SEED = Hash32(b"\x05" * 32)
HASHES = st.binary(min_size=32, max_size=32).map(Hash32)


@pytest.fixture
def short(monkeypatch) -> None:
    """Chains of 16 links with a checkpoint every fourth."""
    monkeypatch.setattr(params, "BEACON_LINKS", 16)
    monkeypatch.setattr(beacon, "CHECKPOINT_LINKS", 4)
    monkeypatch.setattr(beacon, "REFILL_LINKS", 3)


@given(HASHES, HASHES)
def test_two_headers_show_the_link_between_them(mix, link):
    """What a proposer adds to the mix is read off two mixes; nothing else has to be sent."""
    assert link == link_between(mix, mix_after(mix, link))
    assert link_between(mix, missing_mix(mix)) is None
    assert mix_after(mix, None) == missing_mix(mix) == keccak(b"kumiai.beacon.missing" + mix)


def test_a_link_is_the_preimage_of_the_one_before():
    """From the tip on, each link hashes with its owner to the last; the seed is the last."""
    chain = HashChain(SEED, ALICE)
    expected = chain.tip
    for used in (*range(3), 255, 256, 257, params.BEACON_LINKS - 1):
        link = chain.link(used)
        if used < 3:
            assert keccak(link + ALICE) == step(link, ALICE) == expected
        else:
            assert step(link, ALICE) == chain.link(used - 1)
        expected = link
    assert expected == SEED
    for beyond in (-1, params.BEACON_LINKS):
        with pytest.raises(LookupError):
            chain.link(beyond)


def test_only_the_next_link_or_none_is_accepted():
    """Any other number than the owed link is refused, and so is any link where none is owed."""
    chain = HashChain(SEED, ALICE)
    turn = Turn(ALICE, chain.tip, 1, 0)
    check_reveal(turn, NO_REVEAL)
    check_reveal(turn, Reveal(chain.link(0)))
    for wrong in (chain.link(1), chain.tip, ZERO_HASH):
        with pytest.raises(RevealRefused, match="mix_hash"):
            check_reveal(turn, Reveal(wrong))
    for owes_nothing in (NO_TURN, replace(turn, expected=ZERO_HASH)):
        with pytest.raises(RevealRefused, match="mix_hash"):
            check_reveal(owes_nothing, Reveal(chain.link(0)))
    with pytest.raises(RevealRefused, match="no new chain"):
        check_reveal(turn, Reveal(tip=chain.tip))
    check_reveal(replace(turn, can_commit=True), Reveal(chain.link(0), chain.tip))


def test_a_copied_commitment_opens_with_no_link_of_the_copied():
    """
    Links of two validators never cancel each other out of the mix.

    Without the owner in the hash, whoever copied a commitment could show the copied one's link
    right after it, and the mix would be as if both had shown nothing.
    """
    chain = HashChain(SEED, ALICE)
    copier = Turn(BOB, chain.tip, 1, 0)
    with pytest.raises(RevealRefused):
        check_reveal(copier, Reveal(chain.link(0)))


def test_a_secret_shows_links_in_order_and_names_the_next_chain_in_time(short):
    """One secret serves every chain; the new tip comes when few links are left, and once."""
    links = SecretLinks(b"secret", 7)
    turn = Turn(ALICE, links.tip(ALICE), 1, 0, can_commit=True)
    for used in range(params.BEACON_LINKS):
        reveal = links.reveal(turn)
        check_reveal(turn, reveal)
        is_ending = params.BEACON_LINKS - used <= 3
        assert reveal.tip == (links.tip(ALICE, 2) if is_ending else None)
        assert links.reveal(replace(turn, can_commit=False)) == Reveal(reveal.link)
        turn = replace(turn, expected=reveal.link, used=used + 1)
    spent = replace(turn, expected=ZERO_HASH)
    assert Reveal(None, links.tip(ALICE, 2)) == links.reveal(spent)


def test_a_failed_round_shows_the_same_link_again(short):
    """What is shown follows from the chain alone, never from how often it was asked."""
    links = SecretLinks(b"secret", 7)
    turn = Turn(ALICE, links.tip(ALICE), 1, 0, can_commit=True)
    assert links.reveal(turn) == links.reveal(turn) == SecretLinks(b"secret", 7).reveal(turn)


def test_a_lost_secret_shows_nothing_and_begins_a_new_chain(short):
    """A wrong link would make the block invalid; a new tip costs one missed link."""
    turn = Turn(ALICE, SecretLinks(b"lost", 7).tip(ALICE), 1, 5, can_commit=True)
    found = SecretLinks(b"new", 7)
    assert Reveal(None, found.tip(ALICE, 2)) == found.reveal(turn)
    assert NO_REVEAL == found.reveal(replace(turn, can_commit=False))


def test_chains_differ_by_validator_number_and_network(short):
    """Nobody sees on one chain what another will show."""
    links = SecretLinks(b"secret", 7)
    tips = {links.tip(ALICE, 1), links.tip(ALICE, 2), links.tip(BOB, 1)}
    tips |= {SecretLinks(b"secret", 8).tip(ALICE), SecretLinks(b"other", 7).tip(ALICE)}
    assert 5 == len(tips)
    for number in range(1, 2 * CHAINS_KEPT_MAX):
        links.tip(ALICE, number)
    assert CHAINS_KEPT_MAX == len(links._chains)
    assert links.tip(ALICE) == SecretLinks(b"secret", 7).tip(ALICE)


def test_a_stranger_is_given_nothing():
    """Where nothing is owed and nothing taken, nothing is shown."""
    assert NO_REVEAL == SecretLinks(b"secret", 7).reveal(NO_TURN) == NoLinks().reveal(NO_TURN)
    assert NO_REVEAL == NoLinks().reveal(Turn(ALICE, SEED, 1, 0, can_commit=True))
    assert 0 < REFILL_LINKS < params.BEACON_LINKS
