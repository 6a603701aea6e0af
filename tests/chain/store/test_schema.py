"""Keys of the database: none can be taken for another."""

from hypothesis import given
from hypothesis import strategies as st

from chain.store import schema

ADDRESSES = st.binary(min_size=20, max_size=20)
HASHES = st.binary(min_size=32, max_size=32)
HEIGHTS = st.integers(min_value=0, max_value=2**63)
PATHS = st.binary(max_size=64).map(lambda data: bytes(byte & 15 for byte in data))
STATE_KEYS = (
    ADDRESSES.map(schema.account_key)
    | st.builds(schema.slot_key, ADDRESSES, st.integers(min_value=0, max_value=2**256 - 1))
    | PATHS.map(lambda path: schema.ACCOUNT_NODE + path)
    | st.builds(lambda a, path: schema.storage_nodes_prefix(a) + path, ADDRESSES, PATHS)
)


def test_families_begin_with_different_bytes():
    """Each family has a first byte of its own."""
    constants = [value for name, value in vars(schema).items() if name.isupper()]
    families = [value for value in constants if isinstance(value, bytes) and len(value) == 1]
    assert len(families) >= 15
    assert len(set(families)) == len(families)


@given(STATE_KEYS, HEIGHTS, STATE_KEYS, HEIGHTS)
def test_history_keys_of_two_state_keys_never_meet(first, height, second, other):
    """A history key tells its state key and its height, whatever bytes they hold."""
    keys = [
        schema.history_prefix(key) + schema.encode_height(at)
        for key, at in ((first, height), (second, other))
    ]
    assert ((first, height) == (second, other)) == (keys[0] == keys[1])
    if first != second:
        assert not keys[1].startswith(schema.history_prefix(first))


@given(HEIGHTS, HEIGHTS)
def test_keys_by_height_are_ordered_as_heights(first, second):
    """The order of keys is the order of heights."""
    for build in (schema.header_key, schema.changed_key, schema.encode_height):
        assert (first < second) == (build(first) < build(second))
    assert schema.decode_height(schema.encode_height(first)) == first
    assert schema.encode_height(first) < schema.HEIGHT_END
