"""The slice of the event loop that requests share."""

import asyncio
import itertools
import time

import orjson
import pytest

from rpc.config import RpcConfig
from rpc.turns import WOKEN_MAX, Turns
from tests.rpc.stage import Stage, on_stage


def test_work_beyond_the_slice_waits_for_later_turns() -> None:
    """Of many that come at once a few run in each turn of the loop, in the order they came."""

    async def play() -> None:
        turns, order, ticks = Turns(slice_s=0.001), list[int](), list[int]()

        async def client(number: int) -> None:
            await turns.enter()
            time.sleep(0.002)
            order.append(number)

        async def bystander() -> None:
            while len(order) < 20:
                ticks.append(len(order))
                await asyncio.sleep(0)

        watching = asyncio.create_task(bystander())
        await asyncio.gather(*(client(number) for number in range(20)))
        await watching
        assert list(range(20)) == order
        steps = [later - earlier for earlier, later in itertools.pairwise(ticks)]
        assert max(steps) <= WOKEN_MAX, "a bystander waits for a slice, not for everybody"

    asyncio.run(play())


def test_short_work_does_not_wait() -> None:
    """While the slice lasts nothing yields; the next turn has a slice of its own."""

    async def play() -> None:
        turns = Turns(slice_s=10.0)
        for _ in range(100):
            entering = turns.enter()
            with pytest.raises(StopIteration):
                entering.send(None)

    asyncio.run(play())


def test_who_leaves_holds_nobody_up() -> None:
    """A request that was given up while it waited is passed over."""

    async def play() -> None:
        turns = Turns(slice_s=0.0)
        waiting = [asyncio.create_task(turns.enter()) for _ in range(10)]
        await asyncio.sleep(0)
        for task in waiting[:9]:
            task.cancel()
        await asyncio.wait_for(waiting[9], 5)
        await asyncio.wait_for(turns.enter(), 5)

    asyncio.run(play())


@on_stage(RpcConfig())
async def test_batches_leave_the_loop_to_others(stage: Stage) -> None:
    """Ten batches of a thousand at once: the loop comes round all the while."""
    one = {"jsonrpc": "2.0", "id": 1, "method": "eth_getBlockByNumber", "params": ["0x0", True]}
    body = orjson.dumps([one] * 1_000)
    posting = [asyncio.create_task(stage.post(body)) for _ in range(10)]
    rounds = 0
    while not all(task.done() for task in posting):
        await asyncio.sleep(0)
        rounds += 1
    assert {200} == {task.result()[0] for task in posting}
    assert rounds > 200, "some 10,000 requests, at most a slice of them in each round"
