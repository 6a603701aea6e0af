"""
What a fuzzer runs: a decoder of bytes from outside, and valid bytes to begin with.

    any bytes --Target.run--> taken | refused (Invalid, Refusal, Unavailable) | anything else: a bug
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from chain.errors import Invalid, Refusal, Unavailable

REFUSALS = (Invalid, Refusal, Unavailable)  # what a decoder may raise
INPUT_BYTES_MAX = 1_048_576  # of one input, 1 MiB
PLACE_BYTES = 2  # of noise that names one of many methods or refusals
RUN_S_MAX = 1.0  # seconds of computing that an input of that size may cost

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Target:
    """
    A decoder under test.

    `run` asserts what must hold of bytes that were taken: that they are the only encoding of what
    they mean, for one. `samples` are valid inputs, from which others are made.
    """

    run: Callable[[bytes], None]
    samples: Sequence[bytes]


def refuses_or_takes(target: Target, data: bytes) -> bool:
    """Run a target; whether it took the bytes. Raises what is no refusal."""
    try:
        target.run(data)
    except REFUSALS:
        return False
    return True


def placed(place: int, rest: bytes = b"") -> bytes:
    """Return noise that names the thing at a place, then goes on."""
    return place.to_bytes(PLACE_BYTES, "big") + rest


def pick(things: Sequence[T], data: bytes) -> tuple[T, bytes]:
    """Return what the first bytes of the noise name, whatever they are, and the bytes behind."""
    place = int.from_bytes(data[:PLACE_BYTES], "big")
    return things[place % len(things)], data[PLACE_BYTES:]
