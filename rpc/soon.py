"""
Values that are there at once, or have to be awaited: what need not wait costs no task.

    Soon[Hash32] --then(function)--> Soon[Data] --await settled(...)--> Data
"""

import inspect
from collections.abc import Awaitable, Callable
from typing import TypeAlias, TypeVar

T = TypeVar("T")
U = TypeVar("U")
Soon: TypeAlias = T | Awaitable[T]


async def settled(value: Soon[T]) -> T:
    """Return the value once it is there."""
    return await value if inspect.isawaitable(value) else value


def then(value: Soon[T], function: Callable[[T], U]) -> Soon[U]:
    """Return what a function makes of the value, at once where the value is there."""
    return _then(value, function) if inspect.isawaitable(value) else function(value)


async def _then(value: Awaitable[T], function: Callable[[T], U]) -> U:
    return function(await value)
