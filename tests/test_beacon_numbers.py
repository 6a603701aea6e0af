"""The numbers of docs/beacon.md are what the rule, the arithmetic and the rotation say today."""

from fractions import Fraction

import pytest

from bench import beacon
from chain.types.primitives import Address
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


def test_what_a_tail_reaches_is_counted_as_by_hand():
    """
    A tail of two: none or one's own or the other's link, then none or the other's next: 6.

    Of three there are 24 ways, two of which reach what two others do: links commute.
    """
    assert [1, 2, 6, 22, 92] == [beacon.known(tail) for tail in range(5)]
    assert [1, 3, 9, 31, 123] == [beacon.tries(tail) for tail in range(5)]


@pytest.mark.parametrize("share", beacon.SHARES)
def test_the_closed_form_is_the_sum(share):
    """The multiple is the sum over all tails, and no draw is won more often than it says."""
    links = sum((1 - share) * share**tail * 2**tail for tail in range(100))
    assert abs(links - beacon.multiple_by_links(share)) < Fraction(1, 10**9)
    rare = Fraction(1, 10**6)
    limit = float(rare * beacon.multiple_by_links(share) + share ** (beacon.PLAYED_MAX + 1))
    assert rare < beacon.mixed_win(share, rare, with_rounds=False) < limit
    for draw in beacon.DRAWS:
        by_links, by_all = (beacon.mixed_win(share, draw, with_rounds=r) for r in (False, True))
        assert draw < by_links < by_all


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
