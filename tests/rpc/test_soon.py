"""Values that are there at once, or have to be awaited."""

import asyncio

from rpc.soon import settled, then


async def later(value: int) -> int:
    """Return the value, after everybody else had a turn."""
    await asyncio.sleep(0)
    return value


def test_what_is_there_is_not_waited_for() -> None:
    """A value goes through as it is; what has to be awaited stays so until it is."""
    assert 6 == then(3, lambda value: 2 * value)

    async def play() -> None:
        assert 3 == await settled(3)
        assert 3 == await settled(later(3))
        assert 6 == await settled(then(later(3), lambda value: 2 * value))

    asyncio.run(play())
