"""Links lose, delay, repeat and reorder as they are told to, and cuts let nothing through."""

import asyncio
import random

from chain.types.primitives import Height
from consensus.host.network import NoBlock
from tests.sim.loop import SimLoop
from tests.sim.network import Conditions, Hub


def deliver(conditions: Conditions, count: int, *cuts: tuple[str, str]) -> tuple[list[int], Hub]:
    """Send numbered messages from a to b; return the numbers in order of arrival."""
    loop = SimLoop()
    hub = Hub(loop, random.Random(1), conditions)
    sender, receiver = hub.join("a"), hub.join("b")
    hub.cuts |= set(cuts)

    async def story() -> list[int]:
        for number in range(count):
            await sender.send("b", NoBlock(Height(number)))
        found = list[int]()
        while True:
            try:
                inbound = await asyncio.wait_for(receiver.receive(), 60)
            except TimeoutError:
                return found
            assert isinstance(inbound.message, NoBlock)
            found.append(inbound.message.height)

    found = loop.run_until_complete(story())
    loop.close()
    return found, hub


def test_good_links_deliver_everything_once() -> None:
    """Without loss and with one delay, messages arrive in order."""
    found, _ = deliver(Conditions(delay_ms_min=5, delay_ms_max=5), 50)
    assert list(range(50)) == found


def test_bad_links_lose_repeat_and_reorder() -> None:
    """Each fault happens about as often as its chance says."""
    found, hub = deliver(Conditions(loss=0.3, repeat=0.2, delay_ms_max=500), 1_000)
    assert 200 < hub.counts["lost"] < 400
    assert 80 < hub.counts["repeated"] < 220
    assert sorted(found) != found
    assert len(found) == 1_000 - hub.counts["lost"] + hub.counts["repeated"]


def test_a_cut_has_a_direction() -> None:
    """Nothing passes against a cut, and everything beside it."""
    assert [] == deliver(Conditions(), 10, ("a", "b"))[0]
    assert 10 == len(deliver(Conditions(), 10, ("b", "a"))[0])


def test_what_was_on_its_way_to_a_dead_node_is_lost() -> None:
    """A new life begins with an empty inbox."""
    loop = SimLoop()
    hub = Hub(loop, random.Random(1), Conditions())
    sender = hub.join("a")
    hub.join("b")

    async def story() -> None:
        await sender.send("b", NoBlock(Height(1)))
        hub.leave("b")
        await asyncio.sleep(1)

    loop.run_until_complete(story())
    assert 1 == hub.counts["undelivered"]
    loop.close()
