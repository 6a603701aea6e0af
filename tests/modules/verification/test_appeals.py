"""Appeals where the asker itself stands as the worker: in doubt the appellant is the accused."""

import pytest

from chain.kit.assembly import own
from chain.kit.verdicts import Level
from modules.verification.records import ClaimState, Side
from tests.modules.stage import account
from tests.modules.verification.scene import CHALLENGER, COIN, OTHER, VALUE, Asker, Court


def appealed() -> tuple[Court, int]:
    """A penalty that the asker filed is appealed by who is to pay it."""
    court = Court()
    own(Asker, court.host).is_standing = True
    court.call("deposit", sender=CHALLENGER, value_wei=20 * COIN)
    return court, court.ask("accuse", Asker.address, account(CHALLENGER), VALUE)


def test_an_appeal_that_no_jury_decides_is_granted_and_costs_a_part_of_the_bond():
    """Two draws in silence: what was filed without a verdict falls, and a fifth of a bond burns."""
    court, number = appealed()
    supply = sum(court.host.balances_wei.values())
    court.finish(number, 0)
    assert supply - 2 * COIN == sum(court.host.balances_wei.values())


def test_an_appeal_without_a_majority_is_drawn_again_and_then_granted():
    """Three jurors of three opinions, twice, take nothing from anybody."""
    court, number = appealed()
    for _ in range(2):
        court.vote(number, 0, 5_000, 10_000)
    court.finish(number, 0)


def test_a_jury_that_does_not_come_leaves_what_the_last_one_upheld():
    """Whoever lost before a jury gains nothing by keeping the next one away."""
    court, number = appealed()
    court.vote(number, 10_000, 10_000, 10_000)
    court.challenge(number, Level.JURY)
    court.finish(number, 10_000)


@pytest.mark.parametrize(("bps", "expected"), [(10_000, 10_000), (0, 0)])
def test_who_was_harmed_may_ask_a_larger_jury(bps: int, expected: int):
    """After silence anybody with a bond brings seven others, who uphold the penalty or do not."""
    court, number = appealed()
    court.until(number, ClaimState.REVEALED)
    court.challenge(number, Level.JURY, Side.FOR_WORKER, sender=OTHER)
    court.vote(number, *[bps] * 7)
    court.finish(number, expected)
