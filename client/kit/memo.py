"""Answers kept for good: what is asked of a declaration never changes while a program runs."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")


def memo(function: Callable[P, R]) -> Callable[P, R]:
    """Keep a function's answers by its arguments, with its types as they are."""
    return cast(Callable[P, R], functools.cache(function))
