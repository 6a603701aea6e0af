"""A clock that is moved, and times that are set."""

import asyncio

from chain.types.primitives import Milliseconds
from cli.development.clock import DevelopmentClock
from consensus.host.clock import ManualClock


def test_the_clock_keeps_its_distance_to_the_machines() -> None:
    """Moved on by a span, it goes on at the machine's pace."""
    machine = ManualClock(1_000_000)
    clock = DevelopmentClock(machine)
    clock.advance(50)
    asyncio.run(machine.advance_ms(250))
    assert (1_050_250, 50) == (clock.now_ms(), clock.offset_s)
    clock.move_to(9_000_000)
    assert (9_000_000, 1_000_250) == (clock.now_ms(), clock.machine_ms)


def test_a_set_time_holds_for_one_block_and_moves_the_clock() -> None:
    """The next block has it to the millisecond; after that the clock goes on from there."""
    clock = DevelopmentClock(ManualClock(1_000_000))
    clock.set_next(5_000_000)
    assert 5_000_000 == clock.next_block_ms(Milliseconds(1_000_000)) == clock.set_ms
    clock.took(Milliseconds(5_000_000))
    assert (None, 5_000_000) == (clock.set_ms, clock.now_ms())


def test_a_block_is_always_after_its_parent() -> None:
    """Where the clock was turned back, blocks still are a millisecond apart."""
    clock = DevelopmentClock(ManualClock(1_000))
    assert 7_001 == clock.next_block_ms(Milliseconds(7_000))
    clock.took(Milliseconds(7_001))
    assert 1_000 == clock.now_ms()


def test_waiting_is_by_the_machines_clock() -> None:
    """Moving the clock wakes nobody."""

    async def play() -> None:
        machine = ManualClock(0)
        clock = DevelopmentClock(machine)
        sleeping = asyncio.create_task(clock.sleep_ms(Milliseconds(100)))
        await asyncio.sleep(0)
        clock.advance(1_000)
        await asyncio.sleep(0)
        assert not sleeping.done()
        await machine.advance_ms(100)
        assert sleeping.done()

    asyncio.run(play())
