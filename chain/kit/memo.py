"""Remember what a pure function said, without hiding its types."""

from collections.abc import Callable
from functools import cache
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def memo(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function with its answers kept: for declarations, whose number is small."""
    return cast(Callable[P, R], cache(function))
