"""Where the disk is waited for."""

import asyncio
import threading

import pytest

from consensus.host.durable import DiskThread, at_once


def test_at_once_nothing_else_happens_meanwhile() -> None:
    """The work is done before anybody else has a turn, and its result comes back."""
    happened: list[str] = []

    async def scene() -> None:
        asyncio.get_running_loop().call_soon(happened.append, "another")
        assert 3 == await at_once(lambda: happened.append("work") or 3)
        assert ["work"] == happened

    asyncio.run(scene())


def test_on_its_thread_the_loop_goes_on() -> None:
    """Work that waits for the loop itself ends, in the order in which it came."""
    disk, done, order = DiskThread(), threading.Event(), list[int]()

    async def scene() -> None:
        first = asyncio.ensure_future(disk(lambda: done.wait(10) and order.append(1)))
        second = asyncio.ensure_future(disk(lambda: order.append(2)))
        await asyncio.sleep(0.01)
        assert [] == order
        done.set()
        await asyncio.gather(first, second)
        assert [1, 2] == order

    asyncio.run(scene())
    disk.close()


def test_what_fails_there_fails_here() -> None:
    """An error of the disk reaches whoever waited."""
    disk = DiskThread()

    def fail() -> None:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space left"):
        asyncio.run(disk(fail))
    disk.close()


def test_who_is_cancelled_goes_once_the_work_is_done() -> None:
    """So that no file is closed below a sync; the work's own error is then nobody's."""
    disk, begun, go_on, done = DiskThread(), threading.Event(), threading.Event(), list[int]()

    def work() -> None:
        begun.set()
        go_on.wait(10)
        done.append(1)
        raise OSError("told nobody")

    async def scene() -> None:
        waiting = asyncio.ensure_future(disk(work))
        await asyncio.get_running_loop().run_in_executor(None, begun.wait)
        waiting.cancel()
        await asyncio.sleep(0.01)
        assert not waiting.done()
        go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        assert [1] == done

    asyncio.run(scene())
    disk.close()
