"""Digests of what is signed and is no transaction."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rpc.development.typed_data import hash_message, hash_typed_data
from rpc.errors import InvalidParams

MAIL = {
    "types": {
        "EIP712Domain": [{"name": "name", "type": "string"}],
        "Mail": [{"name": "text", "type": "string"}],
    },
    "primaryType": "Mail",
    "domain": {"name": "post"},
    "message": {"text": "hello"},
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


def test_a_message_has_geths_digest() -> None:
    """The example of geth's accounts package."""
    expected = "a1de988600a42c4b4ab089b619297c17d53cffae5d5120d82d8a92d0bb3b78f2"
    assert expected == hash_message(b"Hello World").hex()


@pytest.mark.parametrize("value", ["{", 5, None, [], {}, {**MAIL, "primaryType": "Post"}])
def test_what_is_no_typed_data_is_refused(value: Any) -> None:
    """As the client's fault, in one line."""
    with pytest.raises(InvalidParams, match=r"typed data"):
        hash_typed_data(value)


@given(st.sampled_from(sorted(MAIL)), ANYTHING)
def test_a_wrong_part_never_breaks_the_node(part: str, value: Any) -> None:
    """Whatever stands in a field, it is a digest or the client's fault."""
    with suppress(InvalidParams):
        assert 32 == len(hash_typed_data({**MAIL, part: value}))
