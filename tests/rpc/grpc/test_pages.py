"""Lists in pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain.errors import Malformed
from rpc.grpc.pages import PAGE_SIZE_MAX, page_of, read_token, size_of, token_of


@given(st.lists(st.integers(), max_size=40), st.integers(1, 15))
def test_the_pages_are_the_list(items: list[int], size: int) -> None:
    """Nothing is left out, nothing comes twice, no page is too long, and there is an end."""
    found: list[int] = []
    first: int | None = 0
    while first is not None:
        page, first = page_of(items, first, size)
        assert len(page) <= size
        assert first is None or page
        found += page
    assert items == found


@given(st.integers(0, 2**63), st.integers(0, 2**63))
def test_a_token_names_its_place(height: int, index: int) -> None:
    """What is written is read."""
    assert (height, index) == read_token(token_of(height, index))


@pytest.mark.parametrize(
    "token", ["1", "1.", ".1", "-1.0", "1.2.3", "a.b", " 1.2", "1.2\n", "\u0661.1"]
)
def test_other_tokens_are_refused(token: str) -> None:
    """A token is what a page named, and nothing else."""
    with pytest.raises(Malformed, match="page_token"):
        read_token(token)
    assert read_token("") is None


def test_sizes_are_bounded() -> None:
    """None given is the most there is; more is refused, not cut in silence."""
    assert (PAGE_SIZE_MAX, 7) == (size_of(0), size_of(7))
    with pytest.raises(Malformed, match="page_size: at most 1000 expected, found 1001"):
        size_of(PAGE_SIZE_MAX + 1)
