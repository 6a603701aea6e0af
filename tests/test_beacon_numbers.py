"""The numbers of docs/beacon.md are what the rule, the arithmetic and the rotation say today."""

from fractions import Fraction

import pytest

from bench import beacon
from chain.beacon import mix_after
from chain.codec import keccak256
from chain.types.primitives import ZERO_HASH, Address
from chain.types.validators import Validator, ValidatorSet
from modules.beacon.records import TIP_DELAY_BLOCKS, BeaconParams

PAGE = beacon.PAGE.read_text()


def test_the_page_shows_the_tables_that_the_command_prints():
    """Whoever changes the rule, the rotation or the arithmetic writes the page anew."""
    assert PAGE == beacon.written(PAGE)
    assert beacon.render() in PAGE


def test_the_page_names_the_parameters_as_they_are():
    """Fine, window, jail, grace and delay stand on the page in today's numbers."""
    params = BeaconParams()
    for words in (
        f"`beacon.missed_link_bps` ({params.missed_link_bps} bps)",
        f"`missed_links_max` ({params.missed_links_max})",
        f"`window_blocks` ({params.window_blocks:,})",
        f"`grace_proposals` ({params.grace_proposals})",
        f"A new tip acts {TIP_DELAY_BLOCKS} blocks after",
    ):
        assert words in PAGE, words
    assert params.jail_s == 3_600


@pytest.mark.parametrize("tail", range(6))
def test_a_tail_reaches_two_mixes_a_height_and_no_more(tail):
    """Played out by the chain's rule: shown, kept back, or decided in a later round."""
    mixes = {ZERO_HASH}
    for height in range(tail):
        link = keccak256(bytes([height]))
        ways = (link, None, None)  # the first round with its link or without, a later round
        mixes = {mix_after(mix, way) for mix in mixes for way in ways}
    assert len(mixes) == beacon.outcomes(tail)


@pytest.mark.parametrize("share", beacon.SHARES)
def test_the_closed_form_is_the_sum(share):
    """The multiple is the sum over all tails, and no draw is won more often than it says."""
    chances = [(1 - share) * share**tail for tail in range(100)]
    total = sum(chance * beacon.outcomes(tail) for tail, chance in enumerate(chances))
    assert abs(total - beacon.rare_multiple(share)) < Fraction(1, 10**9)
    for draw in (*beacon.DRAWS, Fraction(1, 10**6)):
        assert draw < beacon.mixed_win(share, draw) < draw * beacon.rare_multiple(share)


def test_one_row_of_validators_is_as_long_as_it_can_be():
    """Of equal powers the lower address goes first, so an owner can stand in one row."""
    for owned in (1, 10, 33):
        tails = beacon.row_tails(owned)
        assert (owned, owned) == (max(tails), sum(tail > 0 for tail in tails))


@pytest.mark.parametrize("powers", [(49, 51), (40, *[1] * 61), (145, 73, 98, 9, 33, 16), (33, 67)])
def test_one_validator_has_at_most_two_turns_in_a_row(powers):
    """Below half of the power the rotation gives somebody else a turn by then."""
    members = [Validator(Address(n.to_bytes(20, "big")), power) for n, power in enumerate(powers)]
    turn, tail = ValidatorSet(tuple(members)), 0
    for _ in range(400):
        tail = tail + 1 if turn.proposer.address == members[0].address else 0
        assert tail <= 2
        turn = turn.incremented(1)
