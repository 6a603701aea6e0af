"""A calm collector looks seldom, and still finds what refers to itself."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest

from chain.collector import YOUNG_MAX, calm


class Circle:
    """Something that refers to itself, as a failed call's error does."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Give the collector back as it was."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


def test_what_is_there_is_left_alone() -> None:
    """Objects of before are frozen: no look goes over them."""
    calm()
    assert gc.get_freeze_count() > 0
    assert gc.get_threshold()[0] == YOUNG_MAX


def test_a_circle_goes_at_the_next_look() -> None:
    """Garbage of failed calls does not pile up: so many new objects later it is gone."""
    calm()
    seen = ref(Circle())
    kept: list[list[int]] = [[place] for place in range(YOUNG_MAX + 1_000)]
    assert seen() is None
    assert kept
