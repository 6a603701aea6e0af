"""Jobs: budgets that are what was asked for, waiting that ends, and commitments that open again."""

import pytest

from client.errors import ArgumentInvalid, NotReached
from client.flows.jobs import with_reserve
from client.flows.seals import result_seal
from client.modules.compute import Compute, Kind, OrderState, OrderTerms


class Market:
    """As much of a client as a budget needs: a reserve that grows with what is sent."""

    def __init__(self, flat_wei: int, per_cent: int) -> None:
        self.flat_wei, self.per_cent = flat_wei, per_cent
        self.compute, self.asked = self, 0

    async def reserve(self, terms: OrderTerms, value_wei: int) -> int:
        """What of the coins sent would be kept aside."""
        self.asked += 1
        return self.flat_wei + value_wei * self.per_cent // 100


@pytest.mark.parametrize(("flat_wei", "per_cent"), [(0, 0), (10**14, 0), (7, 10), (0, 90)])
def test_the_budget_is_left_of_what_is_sent(play, flat_wei, per_cent):
    """Whatever part of it is kept aside for fees."""

    async def story(client, node):
        market = Market(flat_wei, per_cent)
        sent_wei = await with_reserve(market, OrderTerms(), 10**18 + 7)
        kept_wei = await market.reserve(OrderTerms(), sent_wei)
        assert 0 <= sent_wei - kept_wei - (10**18 + 7) <= 10
        assert market.asked <= 6

    play(story)


def test_a_reserve_that_takes_everything_is_told(play):
    """However much is sent."""

    async def story(client, node):
        with pytest.raises(ArgumentInvalid, match="no budget is left"):
            await with_reserve(Market(0, 100), OrderTerms(), 10)

    play(story)


def test_terms_of_a_lease_are_no_job(play):
    """The caller is told what opens leases."""

    async def story(client, node):
        with pytest.raises(ArgumentInvalid, match="rent"):
            await client.submit_job(OrderTerms(kind=Kind.LEASE), budget_wei=1)
        assert "eth_sendRawTransaction" not in node.asked

    play(story)


def test_an_order_that_is_over_is_waited_for_no_longer(play):
    """It will not come back from where it is."""

    async def story(client, node):
        job = client.job(3)

        async def show():
            return View(OrderState.EXPIRED)

        job.show = show
        with pytest.raises(NotReached, match="is EXPIRED, and was to be RUNNING"):
            await job.until(OrderState.RUNNING)
        assert OrderState.EXPIRED == (await job.until()).progress.state

    play(story)


class View:
    """An order as far as waiting looks at it."""

    number = 3

    def __init__(self, state: OrderState) -> None:
        self.progress = self
        self.state = state


def test_what_was_committed_to_opens_with_the_key_alone(play):
    """The same seal and salt after everything else is lost, another for every order."""

    async def story(client, node):
        work, again = client.engagement(5), client.engagement(5)
        assert work.salt() == again.salt() != client.engagement(6).salt()
        seal = result_seal(Compute.ADDRESS, 5, client.address, b"\x01" * 32, again.salt())
        assert seal == work.seal(b"\x01" * 32)
        assert client.seat(5, 0).salt() != client.seat(5, 1).salt()

    play(story)
